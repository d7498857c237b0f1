package annotation

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/corpus"
)

// sample has characters of one to four bytes, a content in pieces over two
// lines, an attribution inside of it, and a go-between without words.
func sample(t *testing.T) (*hearsay.Report, *hearsay.Analysis) {
	t.Helper()
	r := &hearsay.Report{ID: hearsay.ReportID(nil), Path: "wire/pïer.html#a b", Text: "🌊 Tūla’s mayor\r\nsaid, via Örn, “the clerk denied\nit.” “Enough,” she added.\n"}
	at := func(words string) hearsay.Span {
		start := strings.Index(r.Text, words)
		if start < 0 {
			t.Fatalf("%q is not in the text", words)
		}
		return hearsay.Span{Start: start, End: start + len(words)}
	}
	spans := func(pieces ...string) (list []hearsay.Span) {
		for _, p := range pieces {
			list = append(list, at(p))
		}
		return list
	}
	return r, &hearsay.Analysis{
		Attributions: []hearsay.Attribution{
			{ID: "a1", Source: spans("Tūla’s mayor"), Cue: spans("said"), Content: spans("“the clerk denied\nit.”", "“Enough,”"),
				Kind: hearsay.Direct, Stance: hearsay.Asserts, Speaker: "e1", Medium: "letter",
				Via: []hearsay.Via{{Role: hearsay.RoleRelay, Entity: "e3"}, {Role: hearsay.RoleTranslator, Entity: "e3", Span: at("Örn")}}},
			{ID: "a2", Source: spans("the clerk"), Cue: spans("denied"), Content: spans("it"),
				Kind: hearsay.Indirect, Stance: hearsay.Denies, Hedged: true, Speaker: "e2", Parent: "a1"},
			{ID: "a3", Content: spans("“Enough,”"), Kind: hearsay.Direct, Stance: hearsay.Asserts},
		},
		Entities: []hearsay.Entity{{ID: "e1", Name: "Tūla\n Berg"}, {ID: "e2", Name: "the clerk", Described: true}, {ID: "e3", Name: "Örn"}},
	}
}

// TestBratRoundTrip: the corpus reads back the same spans and what is said of them.
func TestBratRoundTrip(t *testing.T) {
	r, found := sample(t)
	ann := Brat(r, found)
	if strings.Contains(ann, "\r") {
		t.Errorf("a line break inside of a record:\n%q", ann)
	}
	got, err := corpus.ParseBrat(r.Path, ann, r.Text)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Attributions) != len(found.Attributions) {
		t.Fatalf("%d attributions, want %d", len(got.Attributions), len(found.Attributions))
	}
	for i, a := range got.Attributions {
		want := found.Attributions[i]
		if !reflect.DeepEqual([][]hearsay.Span{a.Source, a.Cue, a.Content}, [][]hearsay.Span{want.Source, want.Cue, want.Content}) {
			t.Errorf("%s: spans %v, want %v", want.ID, a.Spans(), want)
		}
		if a.Kind != want.Kind || a.Stance != want.Stance || a.Hedged != want.Hedged || a.Medium != want.Medium {
			t.Errorf("%s: %+v, want %+v", want.ID, a, want)
		}
	}
	first, second := got.Attributions[0], got.Attributions[1]
	if first.Speaker != "Tūla Berg" || first.Described || second.Speaker != "the clerk" || !second.Described || second.Parent != first.ID {
		t.Errorf("speakers and parent: %+v, %+v", first, second)
	}
	if want := []hearsay.Via{{Role: hearsay.RoleTranslator, Entity: "Örn", Span: found.Attributions[0].Via[1].Span}}; !reflect.DeepEqual(first.Via, want) {
		t.Errorf("go-betweens %v, want %v", first.Via, want)
	}
}

func TestBratLines(t *testing.T) {
	ann := Brat(sample(t))
	for _, line := range []string{
		"T2\tContent 31 53;54 63\t“the clerk denied it.” “Enough,”\n",
		"T4\tSource 2 14\tTūla’s mayor\n",
		"E1\tAttribution:T1 Content:T2 Cue:T3 Source:T4\n",
		"E3\tAttribution-no-cue:",
	} {
		if !strings.Contains(ann, line) {
			t.Errorf("no line %q in\n%s", line, ann)
		}
	}
}

// TestWebAnnotations: positions and quotations select the same words, and every
// link leads to an annotation.
func TestWebAnnotations(t *testing.T) {
	r, found := sample(t)
	list := WebAnnotations(r, found)
	ids := map[string]bool{}
	for _, a := range list {
		if ids[a.ID] {
			t.Errorf("two annotations are called %s", a.ID)
		}
		ids[a.ID] = true
	}
	text := []rune(r.Text)
	for _, a := range list {
		for _, b := range a.Body {
			if b.Purpose == "linking" && !ids[b.Source] {
				t.Errorf("%s links to %s, which is not there", a.ID, b.Source)
			}
		}
		for _, target := range a.Target {
			at, quote := target.Selector[0].(Position), target.Selector[1].(Quote)
			if got := string(text[at.Start:at.End]); got != quote.Exact {
				t.Errorf("%s: position selects %q, quotation %q", a.ID, got, quote.Exact)
			}
			if !strings.Contains(r.Text, quote.Prefix+quote.Exact+quote.Suffix) || len([]rune(quote.Prefix)) > around || len([]rune(quote.Suffix)) > around {
				t.Errorf("%s: %q stands between %q and %q", a.ID, quote.Exact, quote.Prefix, quote.Suffix)
			}
		}
	}
	if len(list) != 8 { // three contents, two sources, two cues, one go-between
		t.Errorf("%d annotations, want 8", len(list))
	}
}

func TestWebAnnotationForm(t *testing.T) {
	r, found := sample(t)
	urn := "urn:hearsay:" + strings.TrimPrefix(r.ID, "sha256:") + ":"
	got, err := json.Marshal(WebAnnotations(r, found)[4])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"` + urn + `a2","type":"Annotation","motivation":"classifying","body":[` +
		`{"type":"TextualBody","purpose":"classifying","value":"indirect"},{"type":"TextualBody","purpose":"classifying","value":"denies"},` +
		`{"type":"TextualBody","purpose":"classifying","value":"hedged"},{"type":"TextualBody","purpose":"tagging","value":"content"},` +
		`{"type":"TextualBody","purpose":"identifying","value":"the clerk"},{"type":"SpecificResource","purpose":"linking","source":"` + urn + `a1"}],` +
		`"target":[{"source":"wire/p%C3%AFer.html#a%20b","selector":[{"type":"TextPositionSelector","start":49,"end":51},` +
		`{"type":"TextQuoteSelector","exact":"it","prefix":"aid, via Örn, “the clerk denied\n","suffix":".” “Enough,” she added.\n"}]}]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestAddress: the report's own address goes before its path.
func TestAddress(t *testing.T) {
	for _, c := range []struct{ url, path, want string }{
		{"https://bugle.example/pier", "a.html", "https://bugle.example/pier"},
		{"", "a b/c.html", "a%20b/c.html"},
		{"", "x:y.html", "./x:y.html"},
		{"", "feed.xml#cr-1", "feed.xml#cr-1"},
	} {
		if got := address(&hearsay.Report{URL: c.url, Path: c.path}); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.url, c.path, got, c.want)
		}
	}
}
