package trace

import (
	"context"
	"strings"

	"hearsay/internal/claims"
	"hearsay/internal/standing"
	"hearsay/internal/store"
	"hearsay/internal/text"
)

// Headline is a headline that says more of the claim than its body.
type Headline struct {
	Report   string          `json:"report"`
	Path     string          `json:"path"`
	Headline string          `json:"headline"`
	Exceeds  []claims.Excess `json:"exceeds"`
	Body     string          `json:"body,omitempty"` // what the body says
}

// headlinesRead bounds the work on a claim of thousands of reports.
const headlinesRead = 500

// headlines compares the headlines of the reports that assert the claim with
// what their bodies say of it.
func (t *Tracer) headlines(ctx context.Context, statements []store.Statement, asserts []standing.Assertion, reports []store.Placed) ([]Headline, error) {
	counted := map[string]bool{}
	for _, a := range asserts {
		counted[a.Report] = true
	}
	said := map[int64][]store.Statement{}
	for _, s := range statements {
		said[s.Report] = append(said[s.Report], s)
	}
	read := map[string]claims.Headline{}
	var list []Headline
	for _, r := range reports {
		title := strings.TrimSpace(r.Title)
		if !counted[r.ID] || title == "" || len(read) == headlinesRead {
			continue
		}
		h, done := read[title]
		if !done {
			h = t.readHeadline(title)
			read[title] = h
		}
		one, err := t.compare(ctx, h, r, said[r.Num])
		if err != nil {
			return nil, err
		}
		if one != nil {
			list = append(list, *one)
		}
	}
	return list, nil
}

func (t *Tracer) readHeadline(title string) claims.Headline {
	doc := text.Parse(title, "en")
	t.model.Tag(doc)
	return t.weights.ReadHeadline(doc)
}

// compare sets a headline against what its body says; nil if the body bears it.
func (t *Tracer) compare(ctx context.Context, h claims.Headline, r store.Placed, said []store.Statement) (*Headline, error) {
	body := borne(said)
	exceeds := t.weights.Exceeds(h, body, nil)
	if len(exceeds) == 0 || !t.weights.Speaks(h, body) {
		return nil, nil
	}
	// What the sentence does not say, another one of the report may.
	all, err := t.db.StatementsOfReports(ctx, []int64{r.Num})
	if err != nil {
		return nil, err
	}
	var numbers []string
	for i := range all {
		numbers = append(numbers, claims.Parse(all[i].Terms).Numbers()...)
	}
	if exceeds = t.weights.Exceeds(h, borne(all), numbers); len(exceeds) == 0 {
		return nil, nil
	}
	printed, err := t.printed(ctx, said[:1])
	if err != nil {
		return nil, err
	}
	return &Headline{Report: r.ID, Path: r.Path, Headline: strings.TrimSpace(r.Title), Exceeds: exceeds, Body: printed[0].Text}, nil
}

func borne(list []store.Statement) []claims.Borne {
	body := make([]claims.Borne, len(list))
	for i, s := range list {
		body[i] = claims.Borne{Prop: claims.Parse(s.Terms), Hedged: s.Hedged, Attributed: s.Attr != "", Says: s.Stance.Counts()}
	}
	return body
}
