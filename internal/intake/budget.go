package intake

import (
	"io"

	"hearsay"
)

const (
	// maxZipDepth is how many containers may lie around a packed one.
	maxZipDepth = 3
	// bombRatio is what no honest text reaches: it packs to a tenth, the
	// dullest log to a hundredth.
	bombRatio = 200
	// bombFloor is the size up to which no ratio is suspicious.
	bombFloor = 16 << 20
	// An archive may expand to expandFloor, or to expandRatio times its size.
	expandFloor = 1 << 30
	expandRatio = 100
)

// budget is what an archive, with all that is nested in it, may still expand
// to, so that archives in archives cannot multiply.
type budget struct{ left int64 }

func newBudget(packed int64) *budget {
	return &budget{left: max(expandFloor, min(packed, 1<<50)*expandRatio)}
}

// expansion reads unpacked data and stops at signs of a decompression bomb.
type expansion struct {
	from   io.Reader
	path   string
	packed func() int64 // bytes that it was packed in so far
	budget *budget
	read   int64
}

func (e *expansion) Read(p []byte) (int, error) {
	n, err := e.from.Read(p)
	e.read += int64(n)
	e.budget.left -= int64(n)
	if e.budget.left < 0 || e.read > bombFloor && e.read/bombRatio > e.packed() {
		return 0, bomb(e.path)
	}
	return n, err
}

// Close closes what is read from, if it can be closed.
func (e *expansion) Close() error {
	if c, ok := e.from.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

// counter counts the bytes that pass through it.
type counter struct {
	io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

func bomb(path string) error {
	return hearsay.Errorf(hearsay.CodeRefused, path, "expands to far more than a real archive of its size would").
		Do("unpack it yourself, if you trust it, and read the files")
}

func tooDeep(path string) error {
	return hearsay.Errorf(hearsay.CodeRefused, path, "is nested in %d other archives", maxZipDepth).
		Do("unpack the outer archives and read the inner ones")
}
