package intake

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"hearsay"
)

// scraped is one line of a JSON Lines file: a report that a person's own
// program gathered. Only text is needed; other fields are ignored.
type scraped struct {
	ID        lineID  `json:"id"`
	Text      *string `json:"text"`
	Title     string  `json:"title"`
	Outlet    string  `json:"outlet"`
	URL       string  `json:"url"`
	Published string  `json:"published"`
}

// lineID takes what a scraper's id may be, a string or a number, and passes
// over everything else.
type lineID string

func (id *lineID) UnmarshalJSON(b []byte) error {
	var loose looseString
	if len(b) > 0 && (b[0] == '"' || b[0] >= '0' && b[0] <= '9') {
		if err := loose.UnmarshalJSON(b); err != nil {
			return err
		}
	}
	*id = lineID(strings.TrimSpace(string(loose)))
	return nil
}

// looksLikeJSONLines takes everything that begins like an object, or like an
// array of objects with one on each line.
func looksLikeJSONLines(head []byte) bool {
	rest := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("[")), " \t\r\n")
	if !bytes.HasPrefix(rest, []byte("{")) {
		return false
	}
	rest = bytes.TrimLeft(rest[1:], " \t\r\n")
	return bytes.HasPrefix(rest, []byte(`"`)) || bytes.HasPrefix(rest, []byte("}"))
}

// readJSONLines reads one report a line, named by its id, else by the line's
// number. A bad line is a problem of its own.
func (r *Reader) readJSONLines(in Input, yield Yield) {
	if b := in.Bytes; in.stream == nil && !utf8.Valid(b) {
		in.Bytes = decodedBytes(b)
	}
	from := bufio.NewReaderSize(in.reader(), 64<<10)
	var named ids
	for n := 1; ; n++ {
		line, err := readLine(from, maxRecord)
		place := itemPath(in.Path, strconv.Itoa(n))
		switch {
		case err == io.EOF && len(line) == 0:
			return
		case errors.Is(err, errLongLine):
			if !yield(nil, tooLarge(place, maxRecord)) {
				return
			}
		case err != nil && err != io.EOF:
			yield(nil, unreadable(place, err))
			return
		default:
			line = objectOf(line)
			if n == 1 && isOneObject(in, line) {
				line = bytes.TrimSpace(in.Bytes)
				from.Reset(bytes.NewReader(nil))
			}
			if len(line) == 0 {
				continue
			}
			rep, err := scrapedReport(in, place, line, &named)
			if !yield(rep, err) {
				return
			}
		}
	}
}

// objectOf is the object on a line, without the brackets and commas of an
// array around it.
func objectOf(line []byte) []byte {
	line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf")))
	if bytes.HasPrefix(line, []byte("[{")) || string(line) == "[" {
		line = line[1:]
	}
	if string(line) == "]" {
		return nil
	}
	line = bytes.TrimSuffix(line, []byte(","))
	if bytes.HasSuffix(line, []byte("}]")) && !json.Valid(line) {
		line = line[:len(line)-1]
	}
	return line
}

// isOneObject tells whether the input is a single object laid out over lines.
func isOneObject(in Input, first []byte) bool {
	return in.stream == nil && !json.Valid(first) && json.Valid(in.Bytes) && bytes.HasPrefix(first, []byte("{"))
}

func scrapedReport(in Input, place string, line []byte, named *ids) (*hearsay.Report, error) {
	number := place[strings.LastIndexByte(place, '#')+1:]
	bad := func(reason string) (*hearsay.Report, error) {
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, place, "line %s: %s", number, reason).
			Do(`write one object a line: {"text": "…", "title": "…", "outlet": "…", "url": "…", "published": "2031-05-04"}`)
	}
	var s scraped
	if err := json.Unmarshal(line, &s); err != nil {
		return bad(jsonReason(err))
	}
	if s.Text == nil {
		return bad(`the object has no field "text"`)
	}
	if isBlank(*s.Text) {
		return bad(`the field "text" is empty`)
	}
	published := parseDate(s.Published)
	if published.IsZero() && !isBlank(s.Published) {
		return bad(fmt.Sprintf(`the field "published" is no date: %q`, s.Published))
	}
	in.Path, in.URL = itemPath(in.Path, named.unique(cmp.Or(string(s.ID), number))), s.URL
	rep := newReport(in, FormatJSONLines, bytes.Clone(line))
	rep.Channel = hearsay.ChannelPage
	if strings.HasPrefix(s.Outlet, "@") { // an account
		rep.Channel = hearsay.ChannelPost
	}
	rep.Title, rep.Outlet, rep.Published = s.Title, s.Outlet, published
	textBody(*s.Text).into(rep)
	describe(rep)
	return rep, nil
}

// jsonReason says in words why JSON was not as it should be.
func jsonReason(err error) string {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("the field %q is a JSON %s, not %s", kind.Field, kind.Value, wanted(kind.Type))
	case errors.As(err, &kind):
		return fmt.Sprintf("this is a JSON %s, not an object", kind.Value)
	case errors.As(err, &syntax):
		return fmt.Sprintf("this is no JSON: %v at character %d", syntax, syntax.Offset)
	}
	return "this is no JSON: " + err.Error()
}

// wanted names the kind of JSON value that fills a Go type.
func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "a string"
	case reflect.Slice:
		return "an array"
	case reflect.Struct, reflect.Map, reflect.Pointer:
		return "an object"
	}
	return "a number"
}

var errLongLine = errors.New("line too long")

// readLine reads one line without its end; io.EOF comes with the last one. Of
// a line over limit nothing is kept.
func readLine(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(part) > limit; !long {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long && (err == nil || err == io.EOF) {
			return nil, errLongLine
		}
		return bytes.TrimSuffix(line, []byte("\n")), err
	}
}
