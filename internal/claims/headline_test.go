package claims

import (
	"slices"
	"testing"

	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// TestHeadlines sets headlines against what their bodies say.
func TestHeadlines(t *testing.T) {
	w, err := LoadWeights()
	if err != nil {
		t.Fatal(err)
	}
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	parse := func(s string) *text.Document {
		doc := text.Parse(s, "en")
		model.Tag(doc)
		return doc
	}
	const roof = "The granary roof fell in because of the snow"
	for _, test := range []struct {
		headline string
		body     Borne
		says     string
		want     []Excess
	}{
		{"Granary roof fell in because of snow", Borne{Says: true}, roof, nil},
		{"Granary roof fell in because of snow", Borne{Says: true, Hedged: true}, roof, []Excess{HedgeDropped}},
		{"Granary roof may have fallen in because of snow", Borne{Says: true, Hedged: true}, roof, nil},
		{"Did granary roof fall in because of snow?", Borne{Says: true, Hedged: true}, roof, nil},
		{"Granary roof fell in because of snow", Borne{Says: true, Attributed: true}, roof, []Excess{AttributionDropped}},
		{"Granary roof fell in because of snow, miller says", Borne{Says: true, Attributed: true}, roof, nil},
		{"Miller: granary roof fell in because of snow", Borne{Says: true, Attributed: true}, roof, nil},
		{"Granary roof ‘fell in because of snow’", Borne{Says: true, Attributed: true}, roof, nil},
		{"Granary roof fell in because of snow", Borne{}, roof, []Excess{NotBorne}},
		{"Snow brought granary roof down, killing 40 cows", Borne{Says: true}, "The snow brought the granary roof down and killed 14 cows", []Excess{NumberChanged}},
		{"Snow brought granary roof down, killing fourteen cows", Borne{Says: true}, "The snow brought the granary roof down and killed 14 cows", nil},
		{"Snow brought roofs down, killing 300 cows", Borne{Says: true}, "The snow brought roofs down and killed 312 cows", nil},
		{"Opera opens with penguins", Borne{Says: true, Hedged: true}, roof, nil},
		{"How the granary roof fell in because of the snow", Borne{Says: true, Hedged: true}, roof, nil},
	} {
		h := w.ReadHeadline(parse(test.headline))
		test.body.Prop = w.Query(parse(test.says))
		var got []Excess
		if body := []Borne{test.body}; w.Speaks(h, body) {
			got = w.Exceeds(h, body, test.body.Prop.Numbers())
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v of %+v", test.headline, got, test.want, h)
		}
	}
}
