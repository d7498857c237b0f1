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
func (d *deflater) deflate(b []byte) ([]byte, error) {
	d.out.Reset()
	if d.w == nil {
		w, err := flate.NewWriter(&d.out, flate.DefaultCompression)
		if err != nil {
			return nil, err
		}
		d.w = w
	} else {
		d.w.Reset(&d.out)
	}
	if _, err := d.w.Write(b); err != nil {
		return nil, err
	}
	err := d.w.Close()
	return d.out.Bytes(), err
}

// deflateBehind packs b, of which much stands in the text before it. The result
// is good until the next call.
func (d *deflater) deflateBehind(text, b []byte) ([]byte, error) {
	d.out.Reset()
	w, err := flate.NewWriterDict(&d.out, flate.DefaultCompression, text)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return d.out.Bytes(), err
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
