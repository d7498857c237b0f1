package attribution

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// marked are the invented texts of some golden files with what the rules find
// in them for gold, enough to learn something from.
func marked(t *testing.T, model *syntax.Model) []Annotated {
	t.Helper()
	var all []Annotated
	for _, file := range []string{"direct", "indirect", "mixed"} {
		ar, err := txtar.ParseFile(filepath.Join("testdata", file+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(ar.Files); i += 2 {
			r := &hearsay.Report{Text: strings.TrimSpace(string(ar.Files[i].Data)), Lang: "en"}
			doc := text.Analyze(r)
			model.Tag(doc)
			s := newScanner(doc, r)
			s.voice()
			all = append(all, Annotated{Name: ar.Files[i].Name, Report: r, Gold: s.attributions()})
		}
	}
	return all
}

// TestTrainingLearnsAndRepeats: the same texts give the same bytes, and what
// was learnt finds most of what it was taught.
func TestTrainingLearnsAndRepeats(t *testing.T) {
	tagger, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	all := marked(t, tagger)
	raw := []*hearsay.Report{{Text: benchText, Lang: "en"}}
	var models [2]bytes.Buffer
	var m *Model
	for i := range models {
		if m, err = Train(Material{Articles: all[2:], Guests: all[:2], Raw: raw}, tagger, nil); err != nil {
			t.Fatal(err)
		}
		if err := m.Write(&models[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(models[0].Bytes(), models[1].Bytes()) {
		t.Error("the same texts gave two models")
	}
	gold, right := 0, 0
	for i := range all {
		l := newLesson(&all[i], tagger)
		taught := map[span]bool{}
		for _, x := range m.triples(l.view, Balanced.limits()) {
			for _, piece := range x.content {
				taught[span{PartContent, piece[0], piece[1]}] = true
			}
		}
		for s := range l.gold.pieces {
			if s.part == PartContent {
				gold++
				if taught[s] {
					right++
				}
			}
		}
	}
	if 2*right < gold {
		t.Errorf("%d of %d contents found that were taught", right, gold)
	}
}

func TestTrainingNeedsDocuments(t *testing.T) {
	if _, err := Train(Material{Articles: make([]Annotated, folds-1)}, nil, nil); err == nil {
		t.Error("trained on too few documents")
	}
}
