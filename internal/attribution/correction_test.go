package attribution

import (
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// TestTakenBack: what a publication takes back it denies, whatever verb it said
// it with, and a report that somebody calls untrue is nobody's word.
func TestTakenBack(t *testing.T) {
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	for body, want := range map[string]hearsay.Stance{
		"Corrections\n\nOn Tuesday we reported that the mill had burned down. The mill stands.":                      hearsay.Denies,
		"Council amends bylaw\n\nOn Tuesday we reported that the mill had burned down. The mill stands.":             hearsay.Asserts,
		"Erratic driver held\n\nOn Tuesday we reported that the mill had burned down. The mill stands.":              hearsay.Asserts,
		"News\n\nOn Tuesday we said that a crane had fallen at the port. No crane fell there.":                       hearsay.Denies,
		"News\n\nOn Tuesday we reported that the mill had burned down. It was a wet night.":                          hearsay.Asserts,
		"News\n\nAn earlier version of this article said that the school had closed. Lessons go on.":                 hearsay.Denies,
		"News\n\nThe enemy's report that two boats were sunk in the bay is untrue.":                                  hearsay.Denies,
		"News\n\nRumours that the bridge at Orrin has been blown up do not correspond to reality.":                   hearsay.Denies,
		"News\n\nThe claim that the mayor sold the field has no basis in fact.":                                      hearsay.Denies,
		"News\n\nThe claim that the mayor sold the field has a basis in fact.":                                       hearsay.Supposes,
		"News\n\nThe ministry's report that two boats were sunk in the bay was read out on Monday in the town hall.": hearsay.Asserts,
	} {
		r := &hearsay.Report{Text: body, Lang: "en", Outlet: "Tarn Post"}
		doc := text.Analyze(r)
		model.Tag(doc)
		trees := model.Parse(doc)
		got, _ := Read(doc, r, Options{Point: Careful, Trees: &trees})
		if len(got) == 0 || got[0].Stance != want {
			t.Errorf("%q: %v", body, got)
		}
	}
}
