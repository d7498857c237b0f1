package names

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"hearsay"
)

// Annotated is a text and the names in it.
type Annotated struct {
	Text  string
	Names []AnnotatedName
}

// AnnotatedName is a name of an annotated text.
type AnnotatedName struct {
	Span hearsay.Span
	Kind hearsay.EntityType
}

// columnKinds are the types of the sets in columns.
var columnKinds = map[string]hearsay.EntityType{
	"PER": hearsay.Person, "LOC": hearsay.Place, "ORG": hearsay.Organization, "MISC": hearsay.Other,
	"person": hearsay.Person, "location": hearsay.Place, "corporation": hearsay.Organization, "group": hearsay.Organization,
	"product": hearsay.Other, "creative-work": hearsay.Other,
}

// ReadWikigold reads the articles of wikigold from a folder with ner/ in it.
func ReadWikigold(data fs.FS) ([]Annotated, error) {
	return readColumns(data, "ner/wikigold/wikigold.conll.txt", 0)
}

// readColumns reads a file of one word a line with its tag. A text ends at a
// line -DOCSTART- or, if most is not 0, at the sentence that fills it.
func readColumns(data fs.FS, file string, most int) ([]Annotated, error) {
	b, err := fs.ReadFile(data, file)
	if err != nil {
		return nil, err
	}
	var w columnWriter
	for line := range strings.Lines(string(b)) {
		cut := max(strings.LastIndexAny(strings.TrimRight(line, "\r\n"), "\t "), 0)
		word, tag := strings.TrimSpace(line[:cut]), strings.TrimSpace(line[cut:])
		switch {
		case strings.HasPrefix(line, "-DOCSTART-"):
			w.flush()
		case word == "":
			w.endSentence(most)
		default:
			w.word(word, tag)
		}
	}
	w.flush()
	return w.out, nil
}

// columnWriter puts words together to texts.
type columnWriter struct {
	b         bytes.Buffer
	names     []AnnotatedName
	sentences int
	open      string // tag of the word before, without its prefix
	out       []Annotated
}

func (w *columnWriter) flush() {
	if w.b.Len() > 0 {
		w.out = append(w.out, Annotated{Text: w.b.String(), Names: w.names})
	}
	w.b.Reset()
	w.names, w.open, w.sentences = nil, "", 0
}

// endSentence parts posts into paragraphs.
func (w *columnWriter) endSentence(most int) {
	w.open = ""
	if most == 0 || w.b.Len() == 0 {
		return
	}
	if w.sentences++; w.sentences >= most {
		w.flush()
	} else {
		w.b.WriteString("\n\n")
	}
}

func (w *columnWriter) word(word, tag string) {
	if w.b.Len() > 0 && !strings.Contains(".,;:!?)'", word[:1]) {
		w.b.WriteByte(' ')
	}
	start := w.b.Len()
	w.b.WriteString(word)
	prefix, kind, _ := strings.Cut(tag, "-")
	switch {
	case columnKinds[kind] == "":
		kind = ""
	case kind == w.open && prefix != "B":
		w.names[len(w.names)-1].Span.End = w.b.Len()
	default:
		w.names = append(w.names, AnnotatedName{hearsay.Span{Start: start, End: w.b.Len()}, columnKinds[kind]})
	}
	w.open = kind
}

// ReadGUM reads the documents of GUM that keep accepts, by genre, split and
// doubts about the licence. GUM marks all noun phrases; names are the words
// tagged as proper nouns that head one of them, titles apart.
func ReadGUM(data fs.FS, keep func(genre, split, doubt string) bool) ([]Annotated, error) {
	table, err := fs.ReadFile(data, "gum/documents.tsv")
	if err != nil {
		return nil, err
	}
	var out []Annotated
	for line := range strings.Lines(string(table)) {
		f := strings.Split(line, "\t")
		if len(f) < 5 || f[0] == "document" || !keep(f[1], f[2], f[4]) {
			continue
		}
		b, err := fs.ReadFile(data, path.Join("gum/dep", f[0]+".conllu"))
		if err != nil {
			return nil, err
		}
		doc, err := parseGUM(string(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f[0], err)
		}
		out = append(out, doc)
	}
	return out, nil
}

// gumWord is a word of GUM in the text of its document.
type gumWord struct {
	form   string
	span   hearsay.Span
	proper bool
	plural bool
	head   int // within the document, itself for a root
}

// gumPhrase is a phrase that GUM marks.
type gumPhrase struct {
	kind        string
	first, last int
}

var gumKinds = map[string]hearsay.EntityType{
	"person": hearsay.Person, "organization": hearsay.Organization, "place": hearsay.Place,
	"object": hearsay.Other, "event": hearsay.Other, "abstract": hearsay.Other,
}

// gumReader puts a document of GUM together.
type gumReader struct {
	text    strings.Builder
	words   []gumWord
	phrases []gumPhrase
	byID    map[string][]int
	base    int // first word of the sentence
	glued   bool
}

func parseGUM(s string) (Annotated, error) {
	g := gumReader{byID: map[string][]int{}}
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "# newpar") && g.text.Len() > 0 && !strings.HasPrefix(line, "# newpar_block"):
			g.text.WriteString("\n\n")
			g.glued = true
		case line == "":
			g.base = len(g.words)
		case line[0] != '#':
			if f := strings.Split(line, "\t"); len(f) == 10 {
				g.word(f)
			}
		}
	}
	return Annotated{Text: g.text.String(), Names: g.names()}, nil
}

func (g *gumReader) word(f []string) {
	if strings.ContainsAny(f[0], ".-") {
		return // a word of several is written as its parts
	}
	if g.text.Len() > 0 && !g.glued {
		g.text.WriteByte(' ')
	}
	w := gumWord{form: f[1], proper: strings.HasPrefix(f[4], "NNP"), plural: f[4] == "NNPS", head: len(g.words)}
	w.span.Start = g.text.Len()
	g.text.WriteString(f[1])
	w.span.End = g.text.Len()
	var head int
	if _, err := fmt.Sscan(f[6], &head); err == nil && head > 0 {
		w.head = g.base + head - 1
	}
	g.glued = strings.Contains(f[9], "SpaceAfter=No")
	g.words = append(g.words, w)
	for field := range strings.SplitSeq(f[9], "|") {
		if marks, ok := strings.CutPrefix(field, "Entity="); ok {
			g.marks(marks)
		}
	}
}

// marks opens and closes phrases: "(3-place-new(4-person-new-1)".
func (g *gumReader) marks(s string) {
	here := len(g.words) - 1
	for s != "" {
		if s[0] == '(' {
			end := strings.IndexAny(s[1:], "()")
			if end < 0 {
				end = len(s) - 1
			}
			f := strings.Split(s[1:end+1], "-")
			if s = s[end+1:]; len(f) > 1 {
				g.phrases = append(g.phrases, gumPhrase{f[1], here, here + 1})
				if !strings.HasPrefix(s, ")") {
					g.byID[f[0]] = append(g.byID[f[0]], len(g.phrases)-1)
				}
			}
			s = strings.TrimPrefix(s, ")")
			continue
		}
		id, rest, _ := strings.Cut(s, ")")
		if next := strings.IndexByte(id, '('); next > 0 {
			id, rest = id[:next], s[next:]
		}
		if list := g.byID[id]; len(list) > 0 {
			g.phrases[list[len(list)-1]].last = here + 1
			g.byID[id] = list[:len(list)-1]
		}
		s = rest
	}
}

// names are the runs of proper nouns that head a phrase.
func (g *gumReader) names() []AnnotatedName {
	kinds := g.kindOfHeads()
	var out []AnnotatedName
	for i := 0; i < len(g.words); {
		last := g.nameEnd(i)
		if last == i {
			i++
			continue
		}
		if kind := kinds[g.headOf(i, last)]; kind != "" {
			out = append(out, AnnotatedName{hearsay.Span{Start: g.words[i].span.Start, End: g.words[last-1].span.End}, kind})
		}
		i = last
	}
	return out
}

// kindOfHeads is what the phrases mean that a word heads; of several the
// shortest counts. Nations and creeds are no persons.
func (g *gumReader) kindOfHeads() map[int]hearsay.EntityType {
	slices.SortStableFunc(g.phrases, func(a, b gumPhrase) int { return (b.last - b.first) - (a.last - a.first) })
	kinds := make(map[int]hearsay.EntityType)
	for _, p := range g.phrases {
		head := g.headOf(p.first, p.last)
		kinds[head] = gumKinds[p.kind]
		if g.words[head].plural && kinds[head] == hearsay.Person {
			kinds[head] = hearsay.Other
		}
	}
	return kinds
}

// headOf is the word of a phrase that hangs on none in it.
func (g *gumReader) headOf(first, last int) int {
	for i := first; i < last; i++ {
		if h := g.words[i].head; h < first || h >= last || h == i {
			return i
		}
	}
	return first
}

// nameEnd is the end of the run of proper nouns that begins at word i, or i. A
// title ends it.
func (g *gumReader) nameEnd(i int) int {
	if !g.inName(i) {
		return i
	}
	end := i + 1
	for end < len(g.words) {
		switch link := g.words[end].form; {
		case g.inName(end):
			end++
		case (link == "of" || link == "&" || link == "-") && g.inName(end+1):
			end += 2
		default:
			return end
		}
	}
	return end
}

func (g *gumReader) inName(i int) bool {
	return i < len(g.words) && g.words[i].proper && !isTitle(strings.TrimSuffix(strings.ToLower(g.words[i].form), "."))
}
