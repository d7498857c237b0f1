package pipeline

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// news makes articles out of a real wire: its paragraphs in new company, with
// names, numbers and a part of the words replaced by others of the wire, so
// that they read like news and no two are alike. Its texts are measuring data
// that lie beside the repository.
type news struct {
	*rand.Rand
	paragraphs []string
	names      []string // words with a capital inside sentences
	words      []string // other words of five letters and more
}

// newsPile reads the wire; benchmarks skip without it.
func newsPile(t testing.TB, seed uint64) *news {
	t.Helper()
	files, err := filepath.Glob("../../../shared/data/news-scale/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Skip("no data here")
	}
	n := &news{Rand: rand.New(rand.NewPCG(seed, 11))}
	seen := map[string]bool{}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			var item struct{ Body string }
			if err := json.Unmarshal(in.Bytes(), &item); err != nil {
				t.Fatal(err)
			}
			n.take(item.Body, seen)
		}
		f.Close()
	}
	return n
}

// take keeps the paragraphs of a body that are sentences.
func (n *news) take(body string, seen map[string]bool) {
	for p := range strings.SplitSeq(body, "\n    ") {
		p = strings.Join(strings.Fields(p), " ")
		if len(p) < 60 || !strings.HasSuffix(p, ".") {
			continue
		}
		n.paragraphs = append(n.paragraphs, p)
		for i, w := range strings.Fields(p) {
			switch core := strings.Trim(w, `.,"'()`); {
			case len(core) < 5 || core != strings.Trim(w, ",.") || seen[core] || strings.ContainsFunc(core, notLetter):
			case unicode.IsUpper(rune(core[0])) && i > 0:
				seen[core] = true
				n.names = append(n.names, core)
			case unicode.IsLower(rune(core[0])):
				seen[core] = true
				n.words = append(n.words, core)
			}
		}
	}
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// article is a plain-text report of about words words.
func (n *news) article(words int) []byte {
	var b strings.Builder
	b.WriteString("THE " + strings.ToUpper(n.names[n.IntN(400)]) + " COURIER\n3 March 2016\n\n")
	cast := map[string]string{}
	for count := 0; count < words; {
		p := n.changed(n.paragraphs[n.IntN(len(n.paragraphs))], cast)
		b.WriteString(p + "\n\n")
		count += strings.Count(p, " ") + 1
	}
	return []byte(b.String())
}

// changed gives a paragraph other names and numbers, and other words here and
// there. A name is replaced alike in all of an article.
func (n *news) changed(p string, cast map[string]string) string {
	words := strings.Split(p, " ")
	for i, w := range words {
		core := strings.TrimRight(w, ",.")
		switch {
		case len(core) < 3 || strings.ContainsAny(core, `"'()-`):
		case core[0] >= '0' && core[0] <= '9':
			words[i] = n.digits(core) + w[len(core):]
		case i > 0 && unicode.IsUpper(rune(core[0])) && len(core) > 4:
			if cast[core] == "" {
				cast[core] = n.names[int(float64(len(n.names))*n.Float64()*n.Float64())]
			}
			words[i] = cast[core] + w[len(core):]
		case len(core) > 4 && unicode.IsLower(rune(core[0])) && n.IntN(4) == 0:
			words[i] = n.like(core) + w[len(core):]
		}
	}
	return strings.Join(words, " ")
}

// like is a word with the ending of another one.
func (n *news) like(word string) string {
	end := word[len(word)-2:]
	for range 40 {
		if w := n.words[n.IntN(len(n.words))]; strings.HasSuffix(w, end) {
			return w
		}
	}
	return word
}

func (n *news) digits(number string) string {
	b := []byte(number)
	for i := range b {
		if b[i] >= '1' && b[i] <= '9' {
			b[i] = byte('1' + n.IntN(9))
		}
	}
	return string(b)
}

// pile is n articles.
func (n *news) pile(reports, words int) [][]byte {
	list := make([][]byte, reports)
	for i := range list {
		list[i] = n.article(words)
	}
	return slices.Clip(list)
}
