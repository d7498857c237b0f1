package names

import (
	"testing"

	"hearsay"
)

// The name of a body may be translated, in another order of its words.
func TestSameTranslated(t *testing.T) {
	body := func(name string) Mentioned {
		return Mentioned{Entity: hearsay.Entity{Name: name, Names: []string{name}, Type: hearsay.Organization}}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"كتائب الوادي الشرقي", "Eastern Wadi Brigades", true},
		{"كتائب الوادي الشرقي", "Western Wadi Brigades", false},
		{"كتائب الوادي الشرقي", "Eastern Wadi Council", false},
		{"جبهة الكرمة", "Karma Front", true},
		{"جبهة الكرمة", "Karim Front", false},
		{"Front de Tavar", "Tavar Front", true},
		{"Front de Tavar", "Tavor Front", false},
		{"Sindicato de Estibadores de Tarn", "Tarn Dockers Union", true},
		{"Movimiento Popular de Tarn", "Popular Movement of Tarn", true},
		{"Tarn Eastern Front", "Eastern Tarn Front", false},
	} {
		if d := Same(body(c.a), body(c.b)); d.Same != c.want {
			t.Errorf("Same(%q, %q) = %+v, want %v", c.a, c.b, d, c.want)
		}
	}
}
