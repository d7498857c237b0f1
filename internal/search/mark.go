package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"hearsay"
	"hearsay/internal/text"
)

// Snippet is a piece of text with the places that matched, as byte offsets
// into the piece.
type Snippet struct {
	Text  string         `json:"text"`
	Marks []hearsay.Span `json:"marks"`
	Cut   bool           `json:"cut,omitempty"` // the piece is not the whole
}

// snippetLength is about how many bytes of text a snippet shows.
const snippetLength = 280

// tokensOf are the words of s, cut as the full-text index cuts them: runs of
// letters, digits and marks on them.
func tokensOf(s string) []hearsay.Span {
	var spans []hearsay.Span
	start := -1
	for i, r := range s {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || start >= 0 && unicode.Is(unicode.Mn, r)
		if inside && start < 0 {
			start = i
		} else if !inside && start >= 0 {
			spans = append(spans, hearsay.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		spans = append(spans, hearsay.Span{Start: start, End: len(s)})
	}
	return spans
}

func foldedTokens(s string, spans []hearsay.Span) []string {
	folded := make([]string, len(spans))
	for i, span := range spans {
		folded[i] = text.Fold(span.Of(s))
	}
	return folded
}

// mark is a place where a wanted word stands; form is its variant, "" for the
// word itself.
type mark struct {
	span hearsay.Span
	word int // index into run.words
	form string
	near bool
}

// marks lists where the wanted words stand in s.
func (s *run) marks(in string) []mark {
	spans := tokensOf(in)
	folded := foldedTokens(in, spans)
	var list []mark
	for i := range spans {
		for k, w := range s.words {
			n := len(w.tokens)
			switch {
			case i+n <= len(spans) && slices.Equal(folded[i:i+n], w.tokens):
				list = append(list, mark{span: hearsay.Span{Start: spans[i].Start, End: spans[i+n-1].End}, word: k})
			case slices.Contains(w.forms, folded[i]):
				list = append(list, mark{span: spans[i], word: k, form: folded[i]})
			case slices.Contains(w.near, folded[i]):
				list = append(list, mark{span: spans[i], word: k, form: folded[i], near: true})
			}
		}
	}
	return list
}

// snippet cuts the piece of s that shows the most different words.
func snippet(in string, marks []mark) Snippet {
	cut := window(in, marks)
	out := Snippet{Text: cut.Of(in), Marks: []hearsay.Span{}, Cut: cut.Len() < len(in)}
	end := 0
	for _, m := range marks {
		if cut.Contains(m.span) && m.span.Start-cut.Start >= end {
			end = m.span.End - cut.Start
			out.Marks = append(out.Marks, hearsay.Span{Start: m.span.Start - cut.Start, End: end})
		}
	}
	return out
}

func window(in string, marks []mark) hearsay.Span {
	if len(in) <= snippetLength {
		return hearsay.Span{End: len(in)}
	}
	best, most := hearsay.Span{}, -1
	for i := range marks {
		words := map[int]bool{}
		end := i
		for k := i; k < len(marks) && marks[k].span.End-marks[i].span.Start <= snippetLength*2/3; k++ {
			words[marks[k].word] = true
			end = k
		}
		if len(words) > most {
			best, most = hearsay.Span{Start: marks[i].span.Start, End: marks[end].span.End}, len(words)
		}
	}
	return around(in, best)
}

// around widens a span to the length of a snippet, on borders of words.
func around(in string, span hearsay.Span) hearsay.Span {
	room := max(0, snippetLength-span.Len())
	start := max(0, span.Start-room/3)
	end := min(len(in), span.End+room-(span.Start-start))
	if start > 0 {
		if i := strings.IndexFunc(in[start:span.Start], unicode.IsSpace); i >= 0 {
			start += i + 1
		} else {
			start = span.Start
		}
	}
	if end < len(in) {
		if i := strings.LastIndexFunc(in[span.End:end], unicode.IsSpace); i >= 0 {
			end = span.End + i
		} else {
			end = span.End
		}
	}
	return hearsay.Span{Start: start, End: max(end, start)}
}

// why says what brought a hit: for each word that does not stand there as it
// was typed, what stands there instead.
func (s *run) why(h found, marks []mark) string {
	exact := map[int]bool{}
	for _, m := range marks {
		exact[m.word] = exact[m.word] || m.form == ""
	}
	var reasons []string
	for _, m := range marks {
		if exact[m.word] {
			continue
		}
		exact[m.word] = true // said once
		kind := "another form"
		if m.near {
			kind = "a spelling variant"
		}
		reasons = append(reasons, fmt.Sprintf("%q is %s of %q", m.form, kind, s.words[m.word].tokens[0]))
	}
	reasons = append(reasons, s.whyNames(h)...)
	switch {
	case len(reasons) > 0:
		return strings.Join(reasons, "; ")
	case len(marks) > 0:
		return "exact words"
	}
	return "what the fields ask for"
}

func (s *run) whyNames(h found) (reasons []string) {
	for _, m := range s.meanings() {
		if h.said != nil && m.why[h.said.Speaker] != "" {
			reasons = append(reasons, m.why[h.said.Speaker])
		} else if m.why[h.outlet()] != "" {
			reasons = append(reasons, m.why[h.outlet()])
		}
	}
	return reasons
}
