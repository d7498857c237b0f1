package attribution

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// Every attribution has its reasons, and asking for them changes nothing.
func TestExplain(t *testing.T) {
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	read := func(how Options) []hearsay.Attribution {
		r := &hearsay.Report{Lang: "en", Text: "The mill denies that the dam leaked, according to a letter seen by the Courier.\n\n" +
			"“We told them twice,” Ines Vold said. The council reportedly plans to close the road."}
		doc := text.Analyze(r)
		model.Tag(doc)
		trees := model.Parse(doc)
		how.Trees = &trees
		found, _ := Read(doc, r, how)
		return found
	}
	plain, why := read(Options{}), map[string]string{}
	asked := read(Options{Explain: func(id string, reasons []string) { why[id] = strings.Join(reasons, "; ") }})
	if len(plain) != len(asked) || len(why) != len(asked) || len(asked) < 4 {
		t.Fatalf("%d attributions, %d where reasons are asked for, %d with reasons", len(plain), len(asked), len(why))
	}
	for i, a := range asked {
		if a.Score != plain[i].Score || a.Stance != plain[i].Stance || hearsay.Cover(a.Content) != hearsay.Cover(plain[i].Content) {
			t.Errorf("%v is read as %v where reasons are asked for", plain[i], a)
		}
		if !strings.Contains(why[a.ID], "found") {
			t.Errorf("%s: %q does not say who found it", a.ID, why[a.ID])
		}
		switch {
		case a.Stance == hearsay.Denies && !strings.Contains(why[a.ID], "by “denies”"):
			t.Errorf("%s: %q does not say what denies", a.ID, why[a.ID])
		case a.Parent != "" && !strings.Contains(why[a.ID], "inside what "+a.Parent):
			t.Errorf("%s: %q does not say what it stands in", a.ID, why[a.ID])
		}
	}
}
