package annotation

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/text"
)

// Web is one annotation of the Web Annotation Data Model
// (https://www.w3.org/TR/annotation-model/), to be printed as JSON.
type Web struct {
	Context    string   `json:"@context"`
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Motivation string   `json:"motivation"`
	Body       []Body   `json:"body"`
	Target     []Target `json:"target"` // one for each piece
}

// Body says one thing of the words that are annotated: a TextualBody by its
// value, or with the purpose "linking" the annotation that it belongs to.
type Body struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value,omitempty"`
	Source  string `json:"source,omitempty"`
}

// Target is one piece of a span. Its selectors are alternatives that select
// the same words: by position and by quotation.
type Target struct {
	Source   string `json:"source"`
	Selector [2]any `json:"selector"` // Position, Quote
}

// Position selects by code points of Report.Text, end not included.
type Position struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Quote selects by the words and what stands around them.
type Quote struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

// around is how many code points of prefix and suffix a Quote has.
const around = 32

// WebAnnotations are what was found in r, one annotation for each span. That of
// the content stands for the attribution; those of its source, its cue and its
// go-betweens, which follow it, link to it, and it links to its parent.
func WebAnnotations(r *hearsay.Report, found *hearsay.Analysis) []Web {
	w := &webWriter{r: r, found: found, source: address(r), points: text.NewCodePoints(r.Text)}
	for _, a := range found.Attributions {
		w.attribution(a)
	}
	return w.list
}

type webWriter struct {
	r      *hearsay.Report
	found  *hearsay.Analysis
	source string
	points text.CodePoints
	list   []Web
}

func (w *webWriter) attribution(a hearsay.Attribution) {
	id := w.urn(a.ID)
	speaker, _ := name(w.found, a.Speaker)
	body := []Body{said("classifying", string(a.Kind)), said("classifying", string(a.Stance))}
	if a.Hedged {
		body = append(body, said("classifying", "hedged"))
	}
	body = append(body, said("tagging", "content"))
	body = append(body, identified(speaker)...)
	if a.Parent != "" {
		body = append(body, linked(w.urn(a.Parent)))
	}
	w.add(id, "classifying", a.Content, body)
	w.add(id+":source", "identifying", a.Source, w.part("source", speaker, id))
	w.add(id+":cue", "tagging", a.Cue, w.part("cue", "", id))
	for i, v := range a.Via {
		if v.Span.IsEmpty() {
			continue
		}
		relay, _ := name(w.found, v.Entity)
		w.add(fmt.Sprintf("%s:via%d", id, i+1), "identifying", []hearsay.Span{v.Span}, w.part(string(v.Role), relay, id))
	}
}

// part says of a span what part of the attribution id it is, and whom it names.
func (w *webWriter) part(tag, who, id string) []Body {
	return append(append([]Body{said("tagging", tag)}, identified(who)...), linked(id))
}

func (w *webWriter) add(id, motivation string, pieces []hearsay.Span, body []Body) {
	if len(pieces) == 0 {
		return
	}
	a := Web{Context: "http://www.w3.org/ns/anno.jsonld", ID: id, Type: "Annotation", Motivation: motivation, Body: body}
	for _, p := range pieces {
		a.Target = append(a.Target, w.target(p))
	}
	w.list = append(w.list, a)
}

func (w *webWriter) target(s hearsay.Span) Target {
	return Target{Source: w.source, Selector: [2]any{
		Position{"TextPositionSelector", w.points.Before(s.Start), w.points.Before(s.End)},
		Quote{"TextQuoteSelector", s.Of(w.r.Text), last(w.r.Text[:s.Start]), first(w.r.Text[s.End:])},
	}}
}

// urn names an attribution of the report: urn:hearsay:SHA256:a1.
func (w *webWriter) urn(id string) string {
	return "urn:hearsay:" + strings.TrimPrefix(w.r.ID, "sha256:") + ":" + id
}

func said(purpose, value string) Body {
	return Body{Type: "TextualBody", Purpose: purpose, Value: value}
}

func identified(who string) []Body {
	if who == "" {
		return nil
	}
	return []Body{said("identifying", who)}
}

func linked(id string) Body { return Body{Type: "SpecificResource", Purpose: "linking", Source: id} }

// address is the report's own address, else its path as a relative one, the id
// of a report inside a file as its fragment.
func address(r *hearsay.Report) string {
	if r.URL != "" {
		return r.URL
	}
	path, id, _ := strings.Cut(r.Path, "#")
	return (&url.URL{Path: path, Fragment: id}).String()
}

// last is the end of a text, first its beginning, as a Quote has them.
func last(s string) string {
	at := len(s)
	for n := 0; n < around && at > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

func first(s string) string {
	at := 0
	for n := 0; n < around && at < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}
