package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"

	"hearsay"
)

const gzipMagic = "\x1f\x8b\x08"

func isGzip(b []byte) bool { return bytes.HasPrefix(b, []byte(gzipMagic)) }

// gunzipHead is the beginning of what b, the head of a gzip file, holds.
func gunzipHead(b []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	head := make([]byte, sniffLength)
	n, _ := io.ReadFull(z, head) // an error is met again when all of it is read
	return head[:n]
}

// readGzip reads the one file that is packed in in, under the same path.
func (r *Reader) readGzip(in Input, yield Yield) {
	packed := &counter{Reader: in.reader()}
	if in.Depth >= maxZipDepth {
		yield(nil, tooDeep(in.Path))
		return
	}
	inner := Input{Path: in.Path, ModTime: in.ModTime, URL: in.URL, Depth: in.Depth + 1, budget: in.budget}
	if inner.budget == nil {
		inner.budget = newBudget(in.packedSize())
	}
	inner.Open = func() (io.ReadCloser, error) {
		z, err := gzip.NewReader(packed)
		if err != nil {
			return nil, err
		}
		return &expansion{from: z, path: in.Path, packed: func() int64 { return packed.n }, budget: inner.budget}, nil
	}
	r.Read(inner, yield)
}

// packedSize is the size of the input as it stands, as far as it is known.
func (in Input) packedSize() int64 {
	if in.stream == nil {
		return int64(len(in.Bytes))
	}
	return max(in.Size, int64(len(in.Bytes)))
}

// members unpacks a run of gzip members, one for each record of an archive or
// one for all. A damaged member ends early: it is told to damaged, and reading
// goes on with the next one that can be found.
type members struct {
	raw     *bufio.Reader
	z       *gzip.Reader
	damaged func(error)
	open    bool
	border  string // still to be given out behind a damaged member
}

// afterDamage ends the line and the record that a damaged member left open,
// so that the next record can be told from it.
const afterDamage = "\r\n\r\n"

func newMembers(r io.Reader, damaged func(error)) *members {
	return &members{raw: bufio.NewReaderSize(r, 64<<10), damaged: damaged}
}

func (m *members) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for {
		if m.border != "" {
			n := copy(p, m.border)
			m.border = m.border[n:]
			return n, nil
		}
		if !m.open {
			if err := m.next(); err != nil {
				return 0, err
			}
		}
		n, err := m.z.Read(p)
		if err != nil {
			m.open = false
			if err != io.EOF {
				m.damaged(err)
				m.border = afterDamage
			}
		}
		if n > 0 {
			return n, nil
		}
	}
}

// next opens the next member, io.EOF if there is none. Padding and remains of
// a damaged member before it are skipped.
func (m *members) next() error {
	for {
		if err := seekMagic(m.raw); err != nil {
			return err
		}
		var err error
		if m.z == nil {
			m.z, err = gzip.NewReader(m.raw)
		} else {
			err = m.z.Reset(m.raw)
		}
		if err == nil {
			m.z.Multistream(false)
			m.open = true
			return nil
		}
		if errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF {
			m.damaged(io.ErrUnexpectedEOF)
			return io.EOF
		}
	}
}

// seekMagic moves r to the next beginning of a gzip member.
func seekMagic(r *bufio.Reader) error {
	for {
		b, err := r.Peek(len(gzipMagic))
		if len(b) < len(gzipMagic) {
			if err == nil || err == io.EOF {
				return io.EOF
			}
			return err
		}
		if string(b) == gzipMagic {
			return nil
		}
		r.Discard(1)
	}
}

func damagedGzip(path string, err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return hearsay.Errorf(hearsay.CodeUnreadable, path, "the compressed data breaks off").
			Do("get the whole file again")
	}
	return hearsay.Errorf(hearsay.CodeUnreadable, path, "the compressed data is damaged: %w", err).
		Do("get the file again")
}
