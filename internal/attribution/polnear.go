package attribution

import (
	"cmp"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hearsay"
)

// Annotated is a report with its gold attributions.
type Annotated struct {
	Name   string
	Report *hearsay.Report
	Gold   []hearsay.Attribution
}

// ReadPolnear reads one compartment ("train", "dev") of PolNeAR from a folder
// with txt/, ann/ and metadata.tsv, in the order of their names. The corpus
// counts code points; the spans given back count bytes. Each line of a text
// is a paragraph.
func ReadPolnear(dir fs.FS, compartment string) ([]Annotated, error) {
	meta, err := fs.ReadFile(dir, "metadata.tsv")
	if err != nil {
		return nil, fmt.Errorf("read PolNeAR: %w", err)
	}
	var all []Annotated
	for line := range strings.Lines(string(meta)) {
		f := strings.Split(line, "\t")
		if len(f) < 2 || f[0] != compartment {
			continue
		}
		a, err := readPolnearArticle(dir, f[1])
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b Annotated) int { return cmp.Compare(a.Name, b.Name) })
	return all, nil
}

func readPolnearArticle(dir fs.FS, name string) (Annotated, error) {
	body, err := fs.ReadFile(dir, "txt/"+name+".txt")
	if err != nil {
		return Annotated{}, fmt.Errorf("read PolNeAR %s: %w", name, err)
	}
	ann, err := fs.ReadFile(dir, "ann/"+name+".ann")
	if err != nil {
		return Annotated{}, fmt.Errorf("read PolNeAR %s: %w", name, err)
	}
	r := &hearsay.Report{Path: name, Format: "text", Lang: "en", Text: string(body)}
	r.Blocks = lineBlocks(r.Text)
	gold, err := ParseBrat(string(ann), r.Text)
	if err != nil {
		return Annotated{}, fmt.Errorf("read PolNeAR %s: %w", name, err)
	}
	for i := range gold {
		for _, pieces := range []*[]hearsay.Span{&gold[i].Source, &gold[i].Cue, &gold[i].Content} {
			*pieces = unbroken(*pieces, r.Text)
		}
	}
	return Annotated{Name: name, Report: r, Gold: gold}, nil
}

// unbroken joins the pieces of a span between which a line has nothing but
// spaces: the annotators' screen broke a line there.
func unbroken(pieces []hearsay.Span, body string) []hearsay.Span {
	out := pieces[:0]
	for _, p := range pieces {
		if n := len(out); n > 0 && out[n-1].End <= p.Start && strings.Trim(body[out[n-1].End:p.Start], " ") == "" {
			out[n-1].End = p.End
			continue
		}
		out = append(out, p)
	}
	return out
}

func lineBlocks(s string) []hearsay.Block {
	var blocks []hearsay.Block
	at := 0
	for line := range strings.Lines(s) {
		if body := strings.TrimSpace(line); body != "" {
			start := at + strings.Index(line, body)
			blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: start, End: start + len(body)}, Kind: hearsay.BlockParagraph})
		}
		at += len(line)
	}
	return blocks
}

// A record of a stand-off file begins a line; some hold line breaks.
var (
	bratRecord = regexp.MustCompile(`(?m)^[TE#]\d+\t`)
	bratSpan   = regexp.MustCompile(`^(\d+) (\d+)$`)
)

// ParseBrat reads brat stand-off annotations of body: T lines with the spans,
// E lines that tie them to attributions. Attributions without a content are
// left out.
func ParseBrat(ann, body string) ([]hearsay.Attribution, error) {
	offsets := codePointOffsets(body)
	spans := map[string][]hearsay.Span{}
	var events []string
	starts := bratRecord.FindAllStringIndex(ann, -1)
	for i, at := range starts {
		end := len(ann)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		id, rest, _ := strings.Cut(ann[at[0]:end], "\t")
		switch id[0] {
		case 'T':
			head, _, _ := strings.Cut(rest, "\t")
			pieces, err := bratPieces(head, offsets)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", id, err)
			}
			spans[id] = pieces
		case 'E':
			events = append(events, rest)
		}
	}
	return bratEvents(events, spans), nil
}

// codePointOffsets is the byte offset of each code point of s, and its length.
func codePointOffsets(s string) []int {
	offsets := make([]int, 0, len(s)+1)
	for i := range s {
		offsets = append(offsets, i)
	}
	return append(offsets, len(s))
}

// bratPieces reads "Source 10 20;25 30".
func bratPieces(head string, offsets []int) ([]hearsay.Span, error) {
	_, list, _ := strings.Cut(head, " ")
	var pieces []hearsay.Span
	for piece := range strings.SplitSeq(list, ";") {
		m := bratSpan.FindStringSubmatch(piece)
		if m == nil {
			return nil, fmt.Errorf("span %q is not two numbers", piece)
		}
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2])
		if a >= b || b >= len(offsets) {
			return nil, fmt.Errorf("span %q lies outside the text", piece)
		}
		pieces = append(pieces, hearsay.Span{Start: offsets[a], End: offsets[b]})
	}
	return pieces, nil
}

func bratEvents(events []string, spans map[string][]hearsay.Span) []hearsay.Attribution {
	var out []hearsay.Attribution
	for i, e := range events {
		a := hearsay.Attribution{ID: "g" + strconv.Itoa(i+1)}
		for arg := range strings.FieldsSeq(e) {
			role, id, _ := strings.Cut(arg, ":")
			switch role {
			case "Source":
				a.Source = append(a.Source, spans[id]...)
			case "Cue":
				a.Cue = append(a.Cue, spans[id]...)
			case "Content", "Content2":
				a.Content = append(a.Content, spans[id]...)
			}
		}
		if len(a.Content) == 0 {
			continue
		}
		for _, part := range [][]hearsay.Span{a.Source, a.Cue, a.Content} {
			slices.SortFunc(part, func(x, y hearsay.Span) int { return x.Start - y.Start })
		}
		out = append(out, a)
	}
	return out
}
