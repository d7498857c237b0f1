package attribution

import (
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
)

// TestPrintedCountsWhatIsPrinted: scores are fitted to attributions as they are
// printed, those that the rules alone found among them, and not to a turn, whose
// score is the form's.
func TestPrintedCountsWhatIsPrinted(t *testing.T) {
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	outcomes := func(body string, gold []hearsay.Attribution) []outcome {
		a := Annotated{Report: &hearsay.Report{Text: body, Lang: "en"}, Gold: gold}
		return newLesson(&a, model).printed(&judge{sure: newCalibration("")}, nil)
	}
	at := func(from, to int) []hearsay.Span { return []hearsay.Span{{Start: from, End: to}} }
	said := outcomes("Mara Lund said that the pier was closed.", []hearsay.Attribution{{ID: "g1", Source: at(0, 9), Cue: at(10, 14), Content: at(15, 31)}})
	right := 0
	for _, o := range said {
		if o.right {
			right++
		}
	}
	if len(said) != 3 || right != 2 {
		t.Errorf("%d spans, %d right; 3 are printed, and the content is another one", len(said), right)
	}
	if turns := outcomes("LUND: The pier is closed.\n\nREPORTER: Since when?\n\nLUND: Since May.", nil); len(turns) > 0 {
		t.Errorf("%d spans of turns", len(turns))
	}
}

// TestMoreRegular: the likely gain, the unlikely stay, and none becomes certain.
func TestMoreRegular(t *testing.T) {
	for _, p := range []float64{0.05, 0.5, 0.9, 1} {
		q := moreRegular(p, regularWhole)
		if q >= 1 || q < min(p, 0.999) || q > p+0.03 {
			t.Errorf("%g becomes %g", p, q)
		}
	}
	if q := moreRegular(0.05, regularSpan); q > 0.0501 {
		t.Errorf("what is unlikely gains: %g", q)
	}
}
