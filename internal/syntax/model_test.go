package syntax

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay/internal/text"
)

// TestGolden tags the invented texts of testdata/tags.txtar: a file "NAME",
// then "NAME want" with a sentence a line, each token as word/TAG/lemma.
func TestGolden(t *testing.T) {
	const path = "testdata/tags.txtar"
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := load(t)
	var out []txtar.File
	for i, f := range archive.Files {
		if strings.HasSuffix(f.Name, " want") {
			continue
		}
		got := tagged(m, strings.TrimSpace(string(f.Data)), strings.TrimPrefix(f.Name, "lang "))
		if i+1 >= len(archive.Files) || string(archive.Files[i+1].Data) != got {
			if !*update {
				t.Errorf("%s: got\n%s", f.Name, got)
			}
		}
		out = append(out, f, txtar.File{Name: f.Name + " want", Data: []byte(got)})
	}
	if *update {
		archive.Files = out
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func tagged(m *Model, s, lang string) string {
	if len(lang) != 2 {
		lang = "en"
	}
	doc := text.Parse(s, lang)
	m.Tag(doc)
	var b strings.Builder
	for _, span := range doc.Sentences {
		for i := span.First; i < span.Last; i++ {
			fmt.Fprintf(&b, "%s/%s", doc.Of(i), doc.Tokens[i].Tag)
			if lemma := m.Lemma(doc, i); lemma != doc.Of(i) {
				fmt.Fprintf(&b, "/%s", lemma)
			}
			b.WriteByte(' ')
		}
		b.WriteString("\n")
	}
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

// smallBank is a treebank of invented sentences.
const smallBank = `# text = Ada denied it.
1	Ada	Ada	PROPN	_	_	2	nsubj	_	_
2	denied	deny	VERB	_	_	0	root	_	_
3	it	it	PRON	_	_	2	obj	_	SpaceAfter=No
4	.	.	PUNCT	_	_	2	punct	_	_

# text = Don't lie.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	_	_	3	aux	_	_
2	n't	not	PART	_	_	3	advmod	_	_
3	lie	lie	VERB	_	_	0	root	_	SpaceAfter=No
3.1	_	_	_	_	_	_	_	_	_
4	.	.	PUNCT	_	_	3	punct	_	_
`

func smallModel(t testing.TB) (*Model, []byte) {
	t.Helper()
	trees, err := readTreebank(strings.NewReader(strings.Repeat(smallBank+"\n", 4)))
	if err != nil {
		t.Fatal(err)
	}
	m, err := trainOn(trees)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	return m, b.Bytes()
}

func TestTrainingLearnsAndRepeats(t *testing.T) {
	m, first := smallModel(t)
	if _, second := smallModel(t); !bytes.Equal(first, second) {
		t.Error("the same treebank gave two models")
	}
	want := "Ada/PROPN denied/VERB/deny it/PRON ./PUNCT\n"
	if got := tagged(m, "Ada denied it.", ""); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	read, err := Read(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if got := tagged(read, "Ada denied it.", ""); got != want {
		t.Errorf("after reading: got %q, want %q", got, want)
	}
}

func TestReadRefusesDamage(t *testing.T) {
	_, good := smallModel(t)
	for _, n := range []int{0, 5, headerSize, len(good) - 1} {
		if _, err := Read(bytes.NewReader(good[:n])); err == nil {
			t.Errorf("read a model cut to %d of %d bytes", n, len(good))
		}
	}
	bad := bytes.Clone(good)
	bad[len(bad)-1] ^= 1
	if _, err := Read(bytes.NewReader(bad)); err == nil {
		t.Error("read a model with a changed byte")
	}
}

func FuzzTreebank(f *testing.F) {
	f.Add(smallBank)
	f.Add("1\ta\n")
	f.Fuzz(func(t *testing.T, s string) {
		trees, err := readTreebank(strings.NewReader(s))
		if err != nil {
			return
		}
		for i := range trees {
			ownSample(&trees[i])
			if own, ok := ownTree(&trees[i]); ok && len(own.heads) != len(own.forms) {
				t.Errorf("%d heads for %d tokens", len(own.heads), len(own.forms))
			}
		}
	})
}

func FuzzTag(f *testing.F) {
	f.Add("Ada denied it. \xff “No,” 他说 said 12 men's", "en")
	f.Add("قالت", "")
	m := load(f)
	f.Fuzz(func(t *testing.T, s, lang string) {
		doc := text.Parse(s, lang)
		m.Tag(doc)
		for i, token := range doc.Tokens {
			if token.Tag == text.TagNone || token.Tag > text.X {
				t.Errorf("token %q has tag %d", doc.Of(i), token.Tag)
			}
			m.Lemma(doc, i)
		}
	})
}
