package names

import (
	"slices"
	"testing"

	"hearsay"
)

// TestKeysOfIdentities: the keys that an identity has from its group are those
// of its names.
func TestKeysOfIdentities(t *testing.T) {
	mention := func(report, id string, kind hearsay.EntityType, roles []string, all ...string) Mentioned {
		return Mentioned{Report: report, Entity: hearsay.Entity{ID: id, Name: all[0], Names: all, Type: kind, Roles: roles}}
	}
	ms := []Mentioned{
		mention("a", "e1", hearsay.Person, nil, "Dr Ada Lund", "Lund"),
		mention("b", "e1", hearsay.Person, []string{"minister"}, "Ada Lund"),
		mention("a", "e2", hearsay.Organization, []string{"union"}, "Union of Tarn Dockers", "UTD"),
		mention("b", "e2", hearsay.Organization, nil, "Union of Tarn Dockers"),
		mention("a", "e3", hearsay.Place, nil, "Tarn"),
		mention("a", "e4", hearsay.Person, []string{"captain"}, "Omar Said"),
		mention("b", "e5", hearsay.Person, nil, "Rolf Berg"),
		mention("b", "e6", hearsay.Organization, []string{"office"}, "Tarn Harbour Office"),
	}
	ms[4].Known = "The Tarn Bell"
	given := 0
	for _, id := range Link(ms, nil) {
		want := Keys(hearsay.Entity{Name: id.Name, Type: id.Type, Described: id.Described, Names: id.Spellings})
		if got := id.Keys(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", id.Name, got, want)
		}
		if id.keys != nil {
			given++
		}
	}
	if given < 2 {
		t.Errorf("%d identities have the keys of their groups", given)
	}
}
