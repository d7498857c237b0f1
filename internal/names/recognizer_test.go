package names

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

func TestRecognizerRoundTrip(t *testing.T) {
	m := defaultRecognizer()
	if m == nil {
		t.Fatal("no recognizer in the program")
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	if string(whole) != embedded {
		t.Error("a recognizer that is written and read is another one")
	}
	for _, bad := range [][]byte{nil, whole[:30], append([]byte("x"), whole[1:]...), append(bytes.Clone(whole[:len(whole)-1]), whole[len(whole)-1]+1)} {
		if _, err := ReadRecognizer(bytes.NewReader(bad)); err == nil {
			t.Errorf("a damaged file of %d bytes is read", len(bad))
		}
	}
}

// TestTrainingIsReproduced: the same texts give the same weights.
func TestTrainingIsReproduced(t *testing.T) {
	const body = "Ada Lund left the Bank of Velm. The Bank of Velm said that Lund had gone to Ostermoor. "
	var texts []Annotated
	for range 4 {
		a := Annotated{Text: body}
		for name, kind := range map[string]hearsay.EntityType{"Ada Lund": hearsay.Person, "Bank of Velm": hearsay.Organization, "Ostermoor": hearsay.Place} {
			at := strings.Index(body, name)
			a.Names = append(a.Names, AnnotatedName{hearsay.Span{Start: at, End: at + len(name)}, kind})
		}
		texts = append(texts, a)
	}
	var once, twice bytes.Buffer
	for _, b := range []*bytes.Buffer{&once, &twice} {
		if err := trainRecognizer(texts, tagger(t)).Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(once.Bytes(), twice.Bytes()) {
		t.Error("the same texts give other weights")
	}
}

func tagger(t testing.TB) *syntax.Model {
	t.Helper()
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	return model
}

// namesIn are the names that a text is found to have, with their kinds.
func namesIn(t *testing.T, body string) map[string]hearsay.EntityType {
	t.Helper()
	r := &hearsay.Report{Text: body, Lang: "en"}
	doc := text.Analyze(r)
	tagger(t).Tag(doc)
	found := map[string]hearsay.EntityType{}
	rd := read(doc, r, Outlets{})
	for _, m := range rd.mentions {
		found[rd.textOf(m.bare, m.last)] = m.of.kind
	}
	return found
}

func TestRecognize(t *testing.T) {
	for _, x := range []struct {
		body, name string
		kind       hearsay.EntityType
	}{
		{"She joined the Tarsk Hall of Fame last year.", "Tarsk Hall of Fame", hearsay.Organization},
		{"The WHO said that the fever had reached Velmark.", "WHO", hearsay.Organization},
		{"He was born in Ostermoor, a town in the east of the country.", "Ostermoor", hearsay.Place},
		{"Two Orvani soldiers were killed. Orvani troops fired first, said Olan Berisk.", "Olan Berisk", hearsay.Person},
	} {
		if got := namesIn(t, x.body); got[x.name] != x.kind {
			t.Errorf("%s: %s is %q, not %q; %v", x.body, x.name, got[x.name], x.kind, got)
		}
	}
	if got := namesIn(t, "The Orvani defence ministry denied that Orvani soldiers had fired."); got["Orvani"] == hearsay.Person {
		t.Errorf("a nation's adjective names a person: %v", got)
	}
}

func TestReadGUM(t *testing.T) {
	data := fstest.MapFS{
		"gum/documents.tsv": {Data: []byte("document\tgenre\tsplit\tlicence\tcheck\nGUM_x\tnews\tdev\tCC\t-\nGUM_y\tnews\ttrain\tCC\t-\n")},
		"gum/dep/GUM_x.conllu": {Data: []byte("# newpar\n# sent_id = 1\n" +
			"1\tMinister\tminister\tPROPN\tNNP\t_\t2\tcompound\t_\tEntity=(1-person-new\n" +
			"2\tAda\tAda\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n" +
			"3\tLund\tLund\tPROPN\tNNP\t_\t2\tflat\t_\tEntity=1)\n" +
			"4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
			"5\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-organization-new\n" +
			"6\tBank\tbank\tPROPN\tNNP\t_\t4\tobj\t_\t_\n" +
			"7\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_\n" +
			"8\tVelm\tVelm\tPROPN\tNNP\t_\t6\tnmod\t_\tEntity=(3-place-new)2)|SpaceAfter=No\n" +
			"9\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n")},
	}
	docs, err := ReadGUM(data, func(_, split, _ string) bool { return split == "dev" })
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	want := map[string]hearsay.EntityType{"Ada Lund": hearsay.Person, "Bank of Velm": hearsay.Organization}
	if docs[0].Text != "Minister Ada Lund left the Bank of Velm." || len(docs[0].Names) != len(want) {
		t.Errorf("%q, %v", docs[0].Text, docs[0].Names)
	}
	for _, n := range docs[0].Names {
		if name := n.Span.Of(docs[0].Text); want[name] != n.Kind {
			t.Errorf("%q is %q, not %q", name, n.Kind, want[name])
		}
	}
}
