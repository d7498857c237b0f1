package claims

import (
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// The weights read back as they are printed, and a line too few or too many is
// an error.
func TestScorerReadsWhatItPrints(t *testing.T) {
	s, err := LoadScorer()
	if err != nil {
		t.Fatal(err)
	}
	again, err := parseScorer(s.String())
	if err != nil || *again != *s {
		t.Fatalf("%v, and %v read back (%v)", s, again, err)
	}
	first, rest, _ := strings.Cut(s.String(), "\n")
	for _, bad := range []string{rest, s.String() + first, "x\tbias\n" + rest} {
		if _, err := parseScorer(bad); err == nil {
			t.Errorf("no error from %q", bad)
		}
	}
}

// Training finds which feature answers, though no bag says by which statement.
func TestTrainScorerFindsWhatAnswers(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var asked []Asked
	for i := range 200 {
		voice := Voice{Report: int64(i), Against: i%2 == 0}
		a := Asked{Answers: map[Voice]bool{voice: i%3 == 0}}
		for range 5 {
			e := Evidence{}
			e[heldContent], e[nearContent] = 0.3*r.Float64(), r.Float64()
			a.Said = append(a.Said, Said{voice, e})
		}
		if a.Answers[voice] {
			a.Said[r.IntN(5)].Evidence[heldContent] = 0.7 + 0.3*r.Float64()
		}
		asked = append(asked, a)
	}
	s := TrainScorer(asked)
	var yes, no Evidence
	yes[heldContent], no[nearContent] = 1, 1
	if s.Score(yes) < 0.9 || s.Score(no) > 0.1 {
		t.Errorf("what answers scores %.2f, what does not %.2f", s.Score(yes), s.Score(no))
	}
}

// What a statement lacks may stand in its setting; another one who does it
// contradicts.
func TestEvidence(t *testing.T) {
	w := weights(t)
	s, err := LoadScorer()
	if err != nil {
		t.Fatal(err)
	}
	asked := w.Question(text.Parse("the restaurant Ketterby Grill closes in October", "en"))
	said := w.of("it will close in October")
	scene := w.NewScene("A last supper", "Ketterby Grill has been a restaurant for forty years. It will close in October.")
	in, out := s.Score(w.Weigh(asked, said, scene.Around(hearsay.Span{Start: 50, End: 75}))), s.Score(w.Weigh(asked, said, Setting{}))
	if in <= out {
		t.Errorf("in its setting %.2f, without %.2f", in, out)
	}
	e := w.Weigh(Question{Proposition: Parse("fir/w56 ketterby/n100^ soldi/w70")}, Parse("fir/w56 tarnmouth/n100^ soldi/w70"), Setting{})
	if !e.Elsewhere() {
		t.Error("another one did it")
	}
	e = w.Weigh(Question{Proposition: Parse("12/#80 arrest/w70")}, Parse("11/#80 52/#80 arrest/w70"), Setting{})
	if !e.Elsewhere() {
		t.Error("another number of them")
	}
	e = w.Weigh(Question{Proposition: Parse("elect/w70 orm/n100")}, Parse("brask/n100 elect/w70"), Setting{})
	if e[otherName] != 1 {
		t.Errorf("somebody else: %v", e)
	}
}

// Words for one event stand for one another, ages are numbers, and a rare noun
// is no name.
func TestEventWords(t *testing.T) {
	w := weights(t)
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	of := func(words string) *text.Document {
		doc := text.Parse(words, "en")
		model.Tag(doc)
		return doc
	}
	tests := []struct{ query, statement string }{
		{"the painter is dead", "the painter has died"},
		{"the wall has burst", "the wall had given way"},
		{"a 71-year-old died of hepatitis", "somebody aged 71 lost the fight with hepatitis"},
		{"the factory caught fire", "the factory went up in flames"},
		{"the mill is laying off people", "the mill is eliminating jobs"},
	}
	for _, c := range tests {
		asked, said := w.Question(of(c.query)), w.Query(of(c.statement))
		e := w.Weigh(asked, said, Setting{})
		if e[noVerb] > 0 || e[heldContent] < 0.6 || e.Elsewhere() {
			t.Errorf("%q does not hold %q: %s; %s; %v", c.statement, c.query, said, asked.Proposition, e)
		}
	}
}

// Words that are used alike are near, others are not; damaged tables are told.
func TestVectors(t *testing.T) {
	v := weights(t).vectors
	near, far := cosine(v.of("burst"), v.of("collaps")), cosine(v.of("burst"), v.of("librari"))
	if near < far+0.1 {
		t.Errorf("burst and collapse %.2f, burst and library %.2f", near, far)
	}
	if cosine(v.of("burst"), v.of("nosuchroot")) != 0 {
		t.Error("a word without a vector is near another")
	}
	long := append([]byte{}, packedVectors...)
	binary.LittleEndian.PutUint32(long, 1<<30)
	for _, bad := range [][]byte{nil, packedVectors[:8], packedVectors[:len(packedVectors)-1], long} {
		if _, err := readVectors(bad); err == nil {
			t.Errorf("%d bytes are read", len(bad))
		}
	}
}

// Vectors are built the same way from the same table, and read back.
func TestBuildVectors(t *testing.T) {
	row := func(from float64) string {
		var b strings.Builder
		for i := range gloveDims + 2 {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString([]string{"0.5", "-0.25", "1.0"}[(i+int(from))%3])
		}
		return b.String()
	}
	source := `{"words":["vectors","harbour"],"vectors":{"harbour":[` + row(0) + `],"bridge":[` + row(1) + `],"school":[` + row(2) + `],"xqzzt":[` + row(1) + `]}}`
	packed, err := weights(t).BuildVectors(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	v, err := readVectors(packed)
	if err != nil || len(v.roots) != 3 || v.of(root("harbour")) == nil {
		t.Fatalf("%v (%v)", v, err)
	}
	if _, err := weights(t).BuildVectors(strings.NewReader(`{"words":[]}`)); err == nil {
		t.Error("a table without vectors is read")
	}
}
