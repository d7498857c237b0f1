package store

import (
	"bytes"
	"compress/flate"
	"io"
)

// deflater packs bytes; its window of a megabyte is made once for many.
type deflater struct {
	w   *flate.Writer
	out bytes.Buffer
}

// deflate packs b. The result is good until the next call.
func (d *deflater) deflate(b []byte) ([]byte, error) { return d.deflateBehind(nil, b) }

// window is how far behind itself deflate looks, in bytes.
const window = 1 << 15

// deflateBehind packs b, of which much stands in the text before it. The result
// is good until the next call. The text is packed first and thrown away: a
// writer with a dictionary can only be made anew, and that takes five times as
// long.
func (d *deflater) deflateBehind(text, b []byte) ([]byte, error) {
	if err := d.reset(); err != nil {
		return nil, err
	}
	if len(text) > 0 {
		if _, err := d.w.Write(text[max(0, len(text)-window):]); err != nil {
			return nil, err
		}
		if err := d.w.Flush(); err != nil {
			return nil, err
		}
		d.out.Reset()
	}
	if _, err := d.w.Write(b); err != nil {
		return nil, err
	}
	err := d.w.Close()
	return d.out.Bytes(), err
}

func (d *deflater) reset() (err error) {
	d.out.Reset()
	if d.w == nil {
		d.w, err = flate.NewWriter(&d.out, flate.DefaultCompression)
		return err
	}
	d.w.Reset(&d.out)
	return nil
}

// inflater unpacks what a deflater packed; its window is made once for many.
type inflater struct {
	r   io.ReadCloser
	in  bytes.Reader
	out bytes.Buffer
}

// inflate unpacks b. The result is good until the next call.
func (i *inflater) inflate(b []byte) ([]byte, error) { return i.inflateBehind(nil, b) }

// inflateBehind unpacks what was packed behind the text.
func (i *inflater) inflateBehind(text, b []byte) ([]byte, error) {
	i.in.Reset(b)
	i.out.Reset()
	if i.r == nil {
		i.r = flate.NewReaderDict(&i.in, text)
	} else if err := i.r.(flate.Resetter).Reset(&i.in, text); err != nil {
		return nil, err
	}
	_, err := i.out.ReadFrom(i.r)
	return i.out.Bytes(), err
}
