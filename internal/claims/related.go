package claims

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed related.txt.gz
var relatedWords []byte

// relation is a root that can say the same as another, and how nearly, 0 to 1.
type relation struct {
	root  string
	score float64
}

// loadRelated unpacks the table of related words that the binary carries:
// 7,600 words, from WordNet 3.1 and GloVe (see NOTICE and related.py).
func loadRelated() (map[string][]relation, error) {
	z, err := gzip.NewReader(bytes.NewReader(relatedWords))
	if err != nil {
		return nil, fmt.Errorf("related words: %w", err)
	}
	table := make(map[string][]relation, 16000)
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		for _, field := range fields[1:] {
			word, digits, _ := strings.Cut(field, ":")
			hundredths, err := strconv.Atoi(digits)
			if err != nil {
				return nil, fmt.Errorf("related words: %q: %w", field, err)
			}
			relate(table, root(fields[0]), root(word), float64(hundredths)/100)
		}
	}
	return table, lines.Err()
}

// relate enters a relation in both directions.
func relate(table map[string][]relation, a, b string, score float64) {
	if a == b {
		return
	}
	for _, r := range table[a] {
		if r.root == b && r.score >= score {
			return
		}
	}
	table[a] = append(table[a], relation{b, score})
	table[b] = append(table[b], relation{a, score})
}

// Near are the roots that can stand for a root, itself left out.
func (w *Weights) Near(root string) []string {
	var list []string
	for _, r := range w.related[root] {
		list = append(list, r.root)
	}
	return list
}
