package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hearsay"
)

// Compartment reads the published documents of one part of the corpus in dir,
// "train", "dev" or "test", in the order of their names.
func Compartment(dir, part string) ([]*Document, error) {
	table, err := os.ReadFile(filepath.Join(dir, "split.tsv"))
	if err != nil {
		return nil, err
	}
	var docs []*Document
	for line := range strings.Lines(string(table)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) < 4 || f[0] != part {
			continue
		}
		d, err := readPublished(filepath.Join(dir, "docs"), f[1])
		if err != nil {
			return nil, fmt.Errorf("%s of the corpus: %w", part, err)
		}
		d.Genre, d.Outlet = f[2], f[3]
		docs = append(docs, d)
	}
	return docs, nil
}

// Plain are the attributions of the document, as the engine gives them.
func (d *Document) Plain() []hearsay.Attribution {
	var list []hearsay.Attribution
	for _, a := range d.Attributions {
		list = append(list, a.Attribution)
	}
	return list
}
