package corpus

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/attribution"
	"hearsay/internal/names"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// voices is how many quotations of a manner got the right speaker.
type voices struct{ of, found, right int }

// measureVoices counts, by how the text tells who speaks, the quotations of the
// texts marked for speakers: two parts to develop on, and two that are held out.
func measureVoices(t *testing.T, model *syntax.Model, part string) string {
	t.Helper()
	docs := markedForSpeakers(t, part)
	counts := map[string]*voices{"all": {}}
	for _, d := range docs {
		r := asRead(t, d)
		doc := text.Analyze(r)
		model.Tag(doc)
		trees := model.Parse(doc)
		attrs, _ := attribution.Read(doc, r, attribution.Options{Trees: &trees})
		entities, attrs := names.Resolve(doc, r, attrs, names.NewOutlets(nil))
		for _, q := range quotations(d, entities, attrs) {
			if counts[q.gold.Manner] == nil {
				counts[q.gold.Manner] = &voices{}
			}
			counts[q.gold.Manner].add(q)
			counts["all"].add(q)
			if part != "heldout" && part != "unseen" && !q.right {
				t.Logf("%s (%s) %q: want %q, got %s", d.Name, q.gold.Manner, join(q.gold.Content, d.Text), q.gold.Speaker, got(q, entities))
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "speakers/%s, %d texts\n\n%-14s %7s %7s %7s\n", part, len(docs), "told by", "number", "found", "right")
	for _, manner := range slices.Sorted(maps.Keys(counts)) {
		v := counts[manner]
		fmt.Fprintf(&b, "%-14s %7d %7.1f %7.1f\n", manner, v.of, 100*float64(v.found)/float64(v.of), 100*float64(v.right)/float64(v.of))
	}
	return b.String()
}

func (v *voices) add(q quotation) {
	v.of++
	if q.found != nil {
		v.found++
	}
	if q.right {
		v.right++
	}
}

// got names the speaker of an analysis for the log.
func got(q quotation, entities []hearsay.Entity) string {
	if q.found == nil {
		return "no quotation"
	}
	if e := entityOf(entities, q.found.Speaker); e != nil {
		return fmt.Sprintf("%q", e.Name)
	}
	return "nobody"
}

func markedForSpeakers(t *testing.T, part string) []*Document {
	t.Helper()
	docs, err := ReadMarked(filepath.Join(folder, "speakers", part))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// TestSpeakerTexts: every part holds the quotations that it is there for, each
// with a speaker and the way in which the text tells who it is.
func TestSpeakerTexts(t *testing.T) {
	for part, least := range map[string]int{"train": 250, "dev": 350, "heldout": 150, "unseen": 50} {
		n := 0
		for _, d := range markedForSpeakers(t, part) {
			for _, a := range d.Attributions {
				if a.Speaker == "" || a.Manner == "" {
					t.Errorf("%s: %q has no speaker or no manner", d.Name, join(a.Content, d.Text))
				}
			}
			n += len(d.Attributions)
		}
		if n < least {
			t.Errorf("%s: %d quotations, want %d", part, n, least)
		}
	}
}
