package syntax

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"hearsay/internal/text"
)

// treeWord is a word of a treebank with what annotators said of it.
type treeWord struct {
	form, lemma string
	tag         text.Tag
	head        int // index of the head in the sentence, -1 for the root
	relation    Relation
	start, end  int // in treeSentence.text; both 0 if the form is not found there
}

// treeSentence is a sentence of a treebank and its text as it was printed.
type treeSentence struct {
	text  string
	words []treeWord
	twice bool // the tagger learns it twice, since it is of the kind that we read
}

// readTreebank reads CoNLL-U. Ranges of fused words and empty nodes are left
// out; every word has the place of its form in the text where it occurs there.
func readTreebank(r io.Reader) ([]treeSentence, error) {
	var out []treeSentence
	var s treeSentence
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case line == "":
			if err := s.close(&out); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			s = treeSentence{}
		case strings.HasPrefix(line, "# text = "):
			s.text = strings.TrimPrefix(line, "# text = ")
		case line[0] == '#':
		default:
			if err := s.add(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	if err := s.close(&out); err != nil {
		return nil, fmt.Errorf("end: %w", err)
	}
	return out, lines.Err()
}

// close appends a sentence that has words to out.
func (s *treeSentence) close(out *[]treeSentence) error {
	for i, w := range s.words {
		if w.head < -1 || w.head >= len(s.words) || w.head == i {
			return fmt.Errorf("word %d cannot hang on %d in a sentence of %d", i+1, w.head+1, len(s.words))
		}
	}
	if len(s.words) > 0 {
		s.place()
		*out = append(*out, *s)
	}
	return nil
}

func (s *treeSentence) add(line string) error {
	fields := strings.Split(line, "\t")
	if len(fields) != 10 {
		return fmt.Errorf("%d columns, want 10", len(fields))
	}
	if strings.ContainsAny(fields[0], "-.") {
		return nil
	}
	tag, ok := tagOf(fields[3])
	if !ok {
		return fmt.Errorf("unknown tag %q", fields[3])
	}
	head, err := strconv.Atoi(fields[6])
	if err != nil {
		return fmt.Errorf("head %q: %w", fields[6], err)
	}
	relation, ok := relationOf(fields[7])
	if !ok {
		return fmt.Errorf("unknown relation %q", fields[7])
	}
	s.words = append(s.words, treeWord{form: fields[1], lemma: fields[2], tag: tag, head: head - 1, relation: relation})
	return nil
}

// place finds the words in the text, one after the other.
func (s *treeSentence) place() {
	at := 0
	for i := range s.words {
		w := &s.words[i]
		k := strings.Index(s.text[at:], w.form)
		if k < 0 || k > 3 {
			continue
		}
		w.start, w.end = at+k, at+k+len(w.form)
		at = w.end
	}
}

// placed tells whether every word was found.
func (s *treeSentence) placed() bool {
	for _, w := range s.words {
		if w.end == 0 {
			return false
		}
	}
	return true
}

// tagOf is the tag with this name.
func tagOf(name string) (text.Tag, bool) {
	for t := text.TagNone; t <= text.X; t++ {
		if t.String() == name {
			return t, true
		}
	}
	return text.TagNone, false
}

func readTreebankFile(path string) ([]treeSentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sentences, err := readTreebank(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return sentences, nil
}

// gumDocuments reads the documents of GUM that keep accepts, by genre, split
// and doubts about the licence as documents.tsv has them.
func gumDocuments(dataDir string, keep func(genre, split, doubt string) bool) ([]treeSentence, error) {
	dir := filepath.Join(dataDir, "gum")
	table, err := os.ReadFile(filepath.Join(dir, "documents.tsv"))
	if err != nil {
		return nil, err
	}
	var out []treeSentence
	for line := range strings.Lines(string(table)) {
		f := strings.Split(line, "\t")
		if len(f) < 5 || f[0] == "document" || !keep(f[1], f[2], f[4]) {
			continue
		}
		sentences, err := readTreebankFile(filepath.Join(dir, "dep", f[0]+".conllu"))
		if err != nil {
			return nil, err
		}
		out = append(out, sentences...)
	}
	return out, nil
}

func ewt(dataDir, split string) ([]treeSentence, error) {
	return readTreebankFile(filepath.Join(dataDir, "ud-ewt", "en_ewt-ud-"+split+".conllu"))
}
