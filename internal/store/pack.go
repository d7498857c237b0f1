package store

import (
	"bytes"
	"encoding"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"reflect"
	"strconv"

	"hearsay"
)

// What is derived is kept packed: the exported fields of a value in their
// order, integers as varints, and each string once, since the ids, roles and
// names of an analysis come again and again (words.go has those that come in
// every value). That is a fifth of the same value as JSON, and read in a third
// of the time. Nothing in it says which field a byte is, so that a case whose
// types were laid out otherwise has to be derived anew: Layout belongs into the
// version of the stage that writes.

// pack packs v, or what v points to.
func pack(v any) ([]byte, error) {
	p := packer{known: map[string]uint64{}}
	err := p.put(reflect.Indirect(reflect.ValueOf(v)))
	return p.out, err
}

// unpack reads what pack wrote into the value that v points to.
func unpack(b []byte, v any) error {
	u := unpacker{in: b}
	if err := u.get(reflect.ValueOf(v).Elem()); err != nil {
		return fmt.Errorf("unpack %T: %w", v, err)
	}
	return nil
}

// form changes when the same fields are written in other bytes.
const form = "spans as distances, analyses behind their texts"

// Layout is a number for the types of the values and of all that they hold. It
// changes when a field comes, goes or moves, and when the words do.
func Layout(values ...any) string {
	var b bytes.Buffer
	fmt.Fprint(&b, ownWords, form)
	for _, v := range values {
		describe(&b, reflect.TypeOf(v))
	}
	return strconv.FormatUint(uint64(crc32.ChecksumIEEE(b.Bytes())), 36)
}

func describe(w io.Writer, t reflect.Type) {
	fmt.Fprint(w, t.Kind())
	switch t.Kind() {
	case reflect.Slice, reflect.Pointer:
		describe(w, t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				fmt.Fprint(w, f.Name)
				describe(w, f.Type)
			}
		}
	}
}

type packer struct {
	out   []byte
	at    int               // end of the last span
	known map[string]uint64 // strings that were written, numbered behind the words of our own
}

func (p *packer) put(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		p.text(v.String())
	case reflect.Bool:
		p.out = append(p.out, boolByte(v.Bool()))
	case reflect.Int, reflect.Int64:
		p.out = binary.AppendVarint(p.out, v.Int())
	case reflect.Uint8:
		p.out = append(p.out, byte(v.Uint()))
	case reflect.Float64:
		p.text(strconv.FormatFloat(v.Float(), 'g', -1, 64))
	case reflect.Pointer:
		p.out = append(p.out, boolByte(!v.IsNil()))
		if !v.IsNil() {
			return p.put(v.Elem())
		}
	case reflect.Slice:
		return p.list(v)
	case reflect.Struct:
		return p.fields(v)
	default:
		return fmt.Errorf("pack: no form for %s", v.Type())
	}
	return nil
}

func boolByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// text writes a string: its number if it is a word of our own or was written
// before, else what it is and its bytes.
func (p *packer) text(s string) {
	n := numberOfWord[s]
	if n == 0 {
		n = p.known[s]
	}
	if n > 0 {
		p.out = binary.AppendUvarint(p.out, n)
		return
	}
	p.known[s] = uint64(firstOwn + len(ownWords) + len(p.known))
	kind, digits := digitsOf(s)
	if p.out = append(p.out, kind); kind != literal {
		p.out = append(p.out, digits...)
	} else {
		p.out = append(binary.AppendUvarint(p.out, uint64(len(s))), s...)
	}
}

// list writes 0 for nil, else the length and one.
func (p *packer) list(v reflect.Value) error {
	if v.IsNil() {
		p.out = append(p.out, 0)
		return nil
	}
	p.out = binary.AppendUvarint(p.out, uint64(v.Len())+1)
	for i := range v.Len() {
		if err := p.put(v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

// spanType is written as the distance from the span before, and a length: spans
// that follow one another take half the room.
var spanType = reflect.TypeFor[hearsay.Span]()

func (p *packer) span(start, end int) {
	p.out = binary.AppendVarint(p.out, int64(start-p.at))
	p.out = binary.AppendVarint(p.out, int64(end-start))
	p.at = end
}

func (p *packer) fields(v reflect.Value) error {
	s := shapeOf(v.Type())
	switch {
	case s.span:
		p.span(int(v.Field(0).Int()), int(v.Field(1).Int()))
		return nil
	case s.binary:
		b, err := v.Interface().(encoding.BinaryMarshaler).MarshalBinary()
		p.text(string(b))
		return err
	}
	for _, i := range s.fields {
		if err := p.put(v.Field(i)); err != nil {
			return err
		}
	}
	return nil
}

var errPacked = errors.New("damaged, or laid out by another version")

type unpacker struct {
	in    []byte
	at    int // end of the last span
	known []string
}

func (u *unpacker) get(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		s, err := u.text()
		v.SetString(s)
		return err
	case reflect.Bool:
		b, err := u.byte()
		v.SetBool(b == 1)
		return err
	case reflect.Int, reflect.Int64:
		n, err := binary.ReadVarint(u)
		v.SetInt(n)
		return err
	case reflect.Uint8:
		b, err := u.byte()
		v.SetUint(uint64(b))
		return err
	case reflect.Float64:
		s, err := u.text()
		if err != nil {
			return err
		}
		f, err := strconv.ParseFloat(s, 64)
		v.SetFloat(f)
		return err
	case reflect.Pointer:
		b, err := u.byte()
		if err != nil || b == 0 {
			return err
		}
		v.Set(reflect.New(v.Type().Elem()))
		return u.get(v.Elem())
	case reflect.Slice:
		return u.list(v)
	case reflect.Struct:
		return u.fields(v)
	}
	return fmt.Errorf("no form for %s", v.Type())
}

// ReadByte lets varints be read.
func (u *unpacker) ReadByte() (byte, error) { return u.byte() }

func (u *unpacker) byte() (byte, error) {
	if len(u.in) == 0 {
		return 0, errPacked
	}
	b := u.in[0]
	u.in = u.in[1:]
	return b, nil
}

func (u *unpacker) text() (string, error) {
	n, err := binary.ReadUvarint(u)
	if err != nil {
		return "", err
	}
	if n >= firstOwn {
		n -= firstOwn
		if n < uint64(len(ownWords)) {
			return ownWords[n], nil
		}
		if n -= uint64(len(ownWords)); n >= uint64(len(u.known)) {
			return "", errPacked
		}
		return u.known[n], nil
	}
	s, err := u.spelled(n)
	u.known = append(u.known, s)
	return s, err
}

// spelled reads a string that was not written before.
func (u *unpacker) spelled(kind uint64) (string, error) {
	switch kind {
	case reportID:
		b, err := u.bytes(32)
		return reportPrefix + hex.EncodeToString(b), err
	case shortID:
		b, err := u.bytes(7)
		if err != nil {
			return "", err
		}
		return string(b[:1]) + hex.EncodeToString(b[1:]), nil
	}
	size, err := binary.ReadUvarint(u)
	if err != nil {
		return "", errPacked
	}
	b, err := u.bytes(size)
	return string(b), err
}

func (u *unpacker) bytes(n uint64) ([]byte, error) {
	if n > uint64(len(u.in)) {
		return nil, errPacked
	}
	b := u.in[:n]
	u.in = u.in[n:]
	return b, nil
}

func (u *unpacker) list(v reflect.Value) error {
	n, err := binary.ReadUvarint(u)
	if err != nil || n == 0 {
		return err
	}
	if n--; n > uint64(len(u.in)) { // every element takes a byte
		return errPacked
	}
	v.Set(reflect.MakeSlice(v.Type(), int(n), int(n)))
	for i := range int(n) {
		if err := u.get(v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpacker) span(v reflect.Value) error {
	far, err := binary.ReadVarint(u)
	if err != nil {
		return err
	}
	long, err := binary.ReadVarint(u)
	start := u.at + int(far)
	u.at = start + int(long)
	v.Field(0).SetInt(int64(start))
	v.Field(1).SetInt(int64(u.at))
	return err
}

func (u *unpacker) fields(v reflect.Value) error {
	s := shapeOf(v.Type())
	switch {
	case s.span:
		return u.span(v)
	case s.binary:
		packed, err := u.text()
		if err != nil {
			return err
		}
		return v.Addr().Interface().(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte(packed))
	}
	for _, i := range s.fields {
		if err := u.get(v.Field(i)); err != nil {
			return err
		}
	}
	return nil
}
