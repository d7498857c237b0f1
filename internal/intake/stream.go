package intake

import (
	"bytes"
	"errors"
	"io"

	"hearsay"
)

const (
	// maxBytes is the most that is read into memory of one input.
	maxBytes = 256 << 20
	// headBytes is enough of an input to tell its format.
	headBytes = 64 << 10
)

// streams tells whether a format is read piece by piece, and may therefore be
// larger than memory.
func streams(f Format) bool {
	switch f {
	case FormatWARC, FormatMbox, FormatJSONLines, FormatTelegram, FormatGzip, FormatZip:
		return true
	}
	return false
}

// load opens an input that brings no bytes. Afterwards Bytes is all of it or,
// where its format is streamed, the head, and stream the whole. The function
// returned closes what was opened.
func (in Input) load() (Input, func(), error) {
	if in.Bytes != nil || in.Open == nil {
		return in, func() {}, nil
	}
	f, err := in.Open()
	if err != nil {
		return in, nil, unreadable(in.Path, err)
	}
	done := func() { f.Close() }
	if in, err = in.readFrom(f); err != nil {
		done()
		return in, nil, err
	}
	return in, done, nil
}

func (in Input) readFrom(f io.Reader) (Input, error) {
	head, err := io.ReadAll(io.LimitReader(f, headBytes))
	if err != nil {
		return in, unreadable(in.Path, err)
	}
	in.Bytes = head
	if len(head) < headBytes {
		return in, nil
	}
	if streams(Sniff(in)) {
		in.stream = io.MultiReader(bytes.NewReader(head), f)
		in.at, _ = f.(io.ReaderAt)
		return in, nil
	}
	if in.Size > maxBytes {
		return in, tooLarge(in.Path, maxBytes)
	}
	in.Bytes, err = readCapped(in.Path, io.MultiReader(bytes.NewReader(head), f))
	return in, err
}

// reader gives the whole input from its beginning, once.
func (in Input) reader() io.Reader {
	if in.stream != nil {
		return in.stream
	}
	return bytes.NewReader(in.Bytes)
}

// readCapped reads all of r, and refuses what is larger than memory should be.
func readCapped(path string, r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, unreadable(path, err)
	}
	if len(b) > maxBytes {
		return nil, tooLarge(path, maxBytes)
	}
	return b, nil
}

func tooLarge(path string, limit int64) error {
	return hearsay.Errorf(hearsay.CodeTooLarge, path, "is larger than %d MiB", limit>>20).
		Do("split it, or give hearsay only the part that matters")
}

// unreadable is err as a sentence about path, if it is not one already.
func unreadable(path string, err error) error {
	var known *hearsay.Error
	if errors.As(err, &known) {
		return known
	}
	return hearsay.Errorf(hearsay.CodeUnreadable, path, "could not be read: %w", err).
		Do("check that the file is whole and that you may read it")
}
