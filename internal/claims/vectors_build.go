package claims

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
)

// gloveDims is how many numbers the source gives for a word; what follows them
// is its length and its place.
const gloveDims = 100

// leadingDirections are taken out of all vectors: they tell how frequent a
// word is rather than what it means.
const leadingDirections = 2

// BuildVectors reduces a table of word vectors, {"vectors": {word: numbers}},
// to what the binary carries: one vector for the root of each word that the
// table of frequencies holds, the frequent ones counting more, without the
// common mean and the leading directions, in signed bytes.
func (w *Weights) BuildVectors(source io.Reader) ([]byte, error) {
	sums := map[string][]float64{}
	err := eachVector(source, func(word string, vector []float64) {
		zipf, known := w.zipf[word]
		if !known || len(vector) < gloveDims {
			return
		}
		r := root(word)
		if sums[r] == nil {
			sums[r] = make([]float64, gloveDims)
		}
		for i, x := range vector[:gloveDims] {
			sums[r][i] += zipf * x
		}
	})
	if err != nil {
		return nil, fmt.Errorf("word vectors: %w", err)
	}
	roots := slices.Sorted(maps.Keys(sums))
	rows := make([][]float64, len(roots))
	for i, r := range roots {
		rows[i] = unit(sums[r])
	}
	center(rows)
	for range leadingDirections {
		without(rows, leading(rows))
	}
	return pack(roots, rows), nil
}

// eachVector calls f with each word of the table and its numbers.
func eachVector(source io.Reader, f func(word string, vector []float64)) error {
	d := json.NewDecoder(source)
	for last := json.Token(nil); ; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		if t == json.Delim('{') && last == "vectors" {
			break
		}
		last = t
	}
	for d.More() {
		word, err := d.Token()
		if err != nil {
			return err
		}
		var vector []float64
		if err := d.Decode(&vector); err != nil {
			return err
		}
		f(word.(string), vector)
	}
	return nil
}

func unit(v []float64) []float64 {
	length := math.Sqrt(dot(v, v))
	out := make([]float64, len(v))
	for i := range v {
		out[i] = v[i] / max(length, 1e-12)
	}
	return out
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// center takes the mean of all rows out of each.
func center(rows [][]float64) {
	mean := make([]float64, gloveDims)
	for _, row := range rows {
		for i, x := range row {
			mean[i] += x / float64(len(rows))
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] -= mean[i]
		}
	}
}

// leading is the direction in which the rows vary most, by power iteration.
func leading(rows [][]float64) []float64 {
	v := make([]float64, gloveDims)
	for i := range v {
		v[i] = 1 / float64(i+1)
	}
	for range 50 {
		next := make([]float64, gloveDims)
		for _, row := range rows {
			along := dot(row, v)
			for i, x := range row {
				next[i] += along * x
			}
		}
		v = unit(next)
	}
	return v
}

func without(rows [][]float64, direction []float64) {
	for _, row := range rows {
		along := dot(row, direction)
		for i := range row {
			row[i] -= along * direction[i]
		}
	}
}

func pack(roots []string, rows [][]float64) []byte {
	var b bytes.Buffer
	names := strings.Join(roots, "\n") + "\n"
	for _, n := range []int{len(roots), gloveDims, len(names)} {
		b.Write(binary.LittleEndian.AppendUint32(nil, uint32(n)))
	}
	b.WriteString(names)
	for _, row := range rows {
		longest := 0.0
		for _, x := range row {
			longest = max(longest, math.Abs(x))
		}
		for _, x := range row {
			b.WriteByte(byte(int8(math.Round(127 * x / max(longest, 1e-12)))))
		}
	}
	return b.Bytes()
}
