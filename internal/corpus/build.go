package corpus

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Build reads dir/marked, checks it, and writes dir/docs and dir/split.tsv
// anew. Nothing is written if a document is wrong.
func Build(dir string) error {
	docs, err := ReadMarked(filepath.Join(dir, "marked"))
	if err != nil {
		return err
	}
	out := filepath.Join(dir, "docs")
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, d := range docs {
		for ext, body := range map[string]string{".txt": d.Text, ".ann": d.Brat()} {
			if err := os.WriteFile(filepath.Join(out, d.Name+ext), []byte(body), 0o644); err != nil {
				return err
			}
		}
	}
	return os.WriteFile(filepath.Join(dir, "split.tsv"), []byte(splitTable(docs)), 0o644)
}

// ReadMarked reads and checks every marked text of a folder, in the order of
// their names.
func ReadMarked(dir string) ([]*Document, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.mark"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var docs []*Document
	var errs []error
	for _, file := range files {
		d, err := readMarkedFile(file)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, errors.Join(errs...)
}

func readMarkedFile(file string) (*Document, error) {
	in, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	d, err := ParseMarked(strings.TrimSuffix(filepath.Base(file), ".mark"), string(in))
	if err != nil {
		return nil, err
	}
	return d, d.Check()
}

// splitTable lists the documents with their compartment: of each genre, by
// name, every seventh to test, every seventh to dev, the rest to train.
func splitTable(docs []*Document) string {
	byGenre := slices.Clone(docs)
	slices.SortStableFunc(byGenre, func(x, y *Document) int { return cmp.Compare(x.Genre, y.Genre) })
	part := map[string]string{}
	for i, d := range byGenre {
		switch i * 3 % 20 {
		case 0, 1, 2:
			part[d.Name] = "test"
		case 9, 10, 11:
			part[d.Name] = "dev"
		default:
			part[d.Name] = "train"
		}
	}
	var b strings.Builder
	b.WriteString("compartment\tname\tgenre\toutlet\tdate\n")
	for _, d := range docs {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", part[d.Name], d.Name, d.Genre, d.Outlet, d.Date)
	}
	return b.String()
}
