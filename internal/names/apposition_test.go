package names

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"hearsay"
)

// TestApposition: a name has the kind of what the words beside it call it.
func TestApposition(t *testing.T) {
	for _, x := range []struct {
		body, name string
		kind       hearsay.EntityType
	}{
		{"The ferry stopped after a crack was found in her bow door, the operator, Fenner Reach, said.", "Fenner Reach", hearsay.Organization},
		{"The ferry was late. Its operator, Fenner Reach, said the crack was small.", "Fenner Reach", hearsay.Organization},
		{"Fenner Reach, the ferry's operator, said the crack was small.", "Fenner Reach", hearsay.Organization},
		{"The operator of the ferry, Fenner Reach, said the crack was small.", "Fenner Reach", hearsay.Organization},
		{"The ferry operator Fenner Reach said the crack was small.", "Fenner Reach", hearsay.Organization},
		{"The agency, Clear Tide, said the water was clean.", "Clear Tide", hearsay.Organization},
		{"The union, Free Hands, said it would strike.", "Free Hands", hearsay.Organization},
		{"The crane operator, Ana Voss, said she saw it.", "Ana Voss", hearsay.Person},
		{"The chairwoman, Orla Venn, said the vote was fair.", "Orla Venn", hearsay.Person},
		{"Teodor Brask, the minister, said the vote was fair.", "Teodor Brask", hearsay.Person},
		{"In the council, Orla Venn said the vote was fair.", "Orla Venn", hearsay.Person},
		{"Orla Venn, the ministry said, had left the country.", "Orla Venn", hearsay.Person},
		{"Kestrel Hayle, which employs 400 people, did not answer.", "Kestrel Hayle", hearsay.Organization},
		{"Nobody could find Kestrel Copper at the hearing.", "Kestrel Copper", hearsay.Organization},
		{"Nobody had seen Marren Crossings at the hearing.", "Marren Crossings", hearsay.Organization},
	} {
		if got := namesIn(t, x.body); got[x.name] != x.kind {
			t.Errorf("%s: %s is %q, not %q; %v", x.body, x.name, got[x.name], x.kind, got)
		}
	}
}

// TestShipNamedAlike: a ship that one report took for a person is one with
// itself in another spelling.
func TestShipNamedAlike(t *testing.T) {
	a := Mentioned{Entity: hearsay.Entity{Name: "Nour el-Mina", Type: hearsay.Person}}
	b := Mentioned{Entity: hearsay.Entity{Name: "Nur al-Mina", Type: hearsay.Other}}
	if d := Same(a, b); !d.Same {
		t.Errorf("%v", d)
	}
	if shared := Keys(a.Entity); !slices.ContainsFunc(Keys(b.Entity), func(k string) bool { return slices.Contains(shared, k) }) {
		t.Error("the two are never compared")
	}
	b.Entity.Name = "Corrie Lass"
	if d := Same(a, b); d.Same {
		t.Errorf("%v", d)
	}
}

// TestTrainedRecognizerKnows: what it learnt from fills its table.
func TestTrainedRecognizerKnows(t *testing.T) {
	const body = "Ada Lund left the Bank of Velm. "
	var texts []Annotated
	for range 4 {
		a := Annotated{Text: body}
		for name, kind := range map[string]hearsay.EntityType{"Ada Lund": hearsay.Person, "Bank of Velm": hearsay.Organization} {
			at := strings.Index(body, name)
			a.Names = append(a.Names, AnnotatedName{hearsay.Span{Start: at, End: at + len(name)}, kind})
		}
		texts = append(texts, a)
	}
	var b bytes.Buffer
	m := trainRecognizer(texts, tagger(t))
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	if strings.Trim(m.table, "\x00") == "" {
		t.Error("nothing was learnt")
	}
}
