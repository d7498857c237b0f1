package claims

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"sort"
	"strings"
)

//go:embed vectors.bin
var packedVectors []byte

// vectors are word vectors of roots, from GloVe: roots that are used alike
// point the same way. Opposites are used alike too, so likeness here is
// evidence beside other evidence, never a reason by itself.
//
// They lie as they were written, so loading them costs nothing: the number of
// roots and of dimensions, 32 bits each; the sorted roots, each with a line
// break; then a row of signed bytes for each root.
type vectors struct {
	roots []string
	rows  []byte
	dims  int
}

var errVectors = errors.New("word vectors are damaged")

func readVectors(packed []byte) (*vectors, error) {
	if len(packed) < 12 {
		return nil, errVectors
	}
	n, dims, size := u32(packed), u32(packed[4:]), u32(packed[8:])
	rest := packed[12:]
	if size > len(rest) || dims <= 0 || len(rest)-size != n*dims {
		return nil, errVectors
	}
	list := strings.Split(strings.TrimSuffix(string(rest[:size]), "\n"), "\n")
	if n > 0 && len(list) != n {
		return nil, errVectors
	}
	return &vectors{roots: list, rows: rest[size:], dims: dims}, nil
}

func u32(b []byte) int { return int(binary.LittleEndian.Uint32(b)) }

// of is the row of a root, nil if it has none.
func (v *vectors) of(root string) []byte {
	i := sort.SearchStrings(v.roots, root)
	if i == len(v.roots) || v.roots[i] != root {
		return nil
	}
	return v.rows[i*v.dims : (i+1)*v.dims]
}

// cosine of two rows: 1 for the same direction, 0 where one is missing.
func cosine(a, b []byte) float64 {
	if a == nil || b == nil {
		return 0
	}
	var ab, aa, bb int
	for i := range a {
		x, y := int(int8(a[i])), int(int8(b[i]))
		ab += x * y
		aa += x * x
		bb += y * y
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return float64(ab) / math.Sqrt(float64(aa)*float64(bb))
}
