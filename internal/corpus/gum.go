package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"hearsay"
)

// GUM reads documents of the Georgetown University Multilayer corpus from dir,
// its folder with dep/: those that the corpus in folder annotates, with their
// attributions, and the other ones of the genres, which have none.
func GUM(folder, dir string, genres ...string) (marked, plain []*Document, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "dep", "GUM_*.conllu"))
	if err != nil || len(files) == 0 {
		return nil, nil, fmt.Errorf("no documents of GUM in %s: %w", dir, os.ErrNotExist)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".conllu")
		genre := strings.Split(name, "_")[1]
		rows, err := os.ReadFile(filepath.Join(folder, "gum", name+".tsv"))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, nil, err
		}
		annotated := err == nil
		if !annotated && !slices.Contains(genres, genre) {
			continue
		}
		table, err := os.ReadFile(file)
		if err != nil {
			return nil, nil, err
		}
		d := &Document{Name: name, Genre: genre}
		var words []hearsay.Span
		d.Text, words = conlluText(string(table))
		if !annotated {
			plain = append(plain, d)
			continue
		}
		if err := d.standOff(string(rows), words); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		marked = append(marked, d)
	}
	return marked, plain, nil
}

// conlluText is the text of a document in CoNLL-U, a paragraph a line, and
// where its words stand in it.
func conlluText(table string) (body string, words []hearsay.Span) {
	var b strings.Builder
	between := ""       // what comes before the next word
	last, join := 0, "" // the last word of a token in parts, and what comes behind it
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_block") && b.Len() > 0 {
			between = "\n\n"
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) < 10 {
			continue
		}
		behind := " "
		if strings.Contains(f[9], "SpaceAfter=No") {
			behind = ""
		}
		if _, end, parts := strings.Cut(f[0], "-"); parts {
			last, _ = strconv.Atoi(end)
			join = behind
			continue
		}
		n, err := strconv.Atoi(f[0])
		if err != nil {
			continue // an empty node
		}
		b.WriteString(between)
		words = append(words, hearsay.Span{Start: b.Len(), End: b.Len() + len(f[1])})
		b.WriteString(f[1])
		switch between = behind; {
		case n < last:
			between = ""
		case n == last:
			between, last = join, 0
		}
	}
	return b.String(), words
}

// standOff reads the rows of an annotation that counts words. What lies in the
// content of another attribution is nested in it.
func (d *Document) standOff(rows string, words []hearsay.Span) error {
	for n, row := range strings.Split(strings.TrimSpace(rows), "\n")[1:] {
		f := strings.Split(row, "\t")
		if len(f) < 3 {
			return fmt.Errorf("row %d has %d fields", n+1, len(f))
		}
		a := Attribution{Attribution: hearsay.Attribution{ID: "g" + strconv.Itoa(n+1)}}
		for i, part := range []*[]hearsay.Span{&a.Source, &a.Cue, &a.Content} {
			var err error
			if *part, err = wordSpans(f[i], words); err != nil {
				return fmt.Errorf("row %d: %w", n+1, err)
			}
		}
		d.Attributions = append(d.Attributions, a)
	}
	for i := range d.Attributions {
		for k := range d.Attributions {
			if i != k && beginsIn(d.Attributions[i].Cue, d.Attributions[k].Content) {
				d.Attributions[i].Parent = d.Attributions[k].ID
			}
		}
	}
	return nil
}

// beginsIn tells whether the first of some spans lies in one of others.
func beginsIn(spans, others []hearsay.Span) bool {
	return len(spans) > 0 && slices.ContainsFunc(others, func(s hearsay.Span) bool { return s.Contains(spans[0]) })
}

// wordSpans reads "48-53,60": words, counted from 1; "_" is none.
func wordSpans(list string, words []hearsay.Span) (spans []hearsay.Span, err error) {
	if list == "_" {
		return nil, nil
	}
	for piece := range strings.SplitSeq(list, ",") {
		from, to, ok := strings.Cut(piece, "-")
		if !ok {
			to = from
		}
		a, _ := strconv.Atoi(from)
		b, _ := strconv.Atoi(to)
		if a < 1 || b < a || b > len(words) {
			return nil, fmt.Errorf("no words %q", piece)
		}
		spans = append(spans, hearsay.Span{Start: words[a-1].Start, End: words[b-1].End})
	}
	return spans, nil
}
