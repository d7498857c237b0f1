package names

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"hearsay"
)

// caseOf makes mentions: each inner list is the names of one report.
func caseOf(reports ...[]string) []Mentioned {
	var ms []Mentioned
	for i, names := range reports {
		r := &hearsay.Report{ID: "r" + strconv.Itoa(i+1)}
		var entities []hearsay.Entity
		for j, n := range names {
			p := pair{a: n, kind: hearsay.Person}
			if n[0] == '@' {
				p = pair{a: n[1:], kind: hearsay.Organization}
			}
			entities = append(entities, hearsay.Entity{ID: "e" + strconv.Itoa(j+1), Name: p.a, Names: []string{p.a}, Type: p.kind})
		}
		ms = append(ms, Mentions(r, entities, Outlets{})...)
	}
	return ms
}

// groupsOf is the spellings of the identities that join several names.
func groupsOf(ids []Identity) [][]string {
	var groups [][]string
	for _, id := range ids {
		if len(id.Spellings) > 1 {
			groups = append(groups, id.Spellings)
		}
	}
	return groups
}

func TestLink(t *testing.T) {
	for _, c := range []struct {
		name    string
		reports [][]string
		rulings []hearsay.Ruling
		want    [][]string
	}{
		{"spellings join over a third", [][]string{{"Abou Hatem Er-Rassifi"}, {"أبو حاتم الرصيفي"}, {"Abu Hatim al-Rasifi"}}, nil,
			[][]string{{"Abou Hatem Er-Rassifi", "Abu Hatim al-Rasifi", "أبو حاتم الرصيفي"}}},
		{"surnames stay in their reports", [][]string{{"Solvane"}, {"Solvane"}, {"Ingrid Solvane"}}, nil, nil},
		{"an initial that fits two is neither", [][]string{{"J. Quill", "@Tolmere Athletic", "Rosa Keel"}, {"Jonas Quill", "@Tolmere Athletic", "Rosa Keel"}, {"Joran Quill", "@Tolmere Athletic", "Rosa Keel"}}, nil, nil},
		{"a pen name joins by itself", [][]string{{"Abu Mishmish"}, {"Abou Michmich"}, {"أبو مشمش"}}, nil,
			[][]string{{"Abou Michmich", "Abu Mishmish", "أبو مشمش"}}},
		{"a common kunya needs company", [][]string{{"Abu Ali"}, {"Abu Ali al-Wadi"}}, nil, nil},
		{"a common kunya with company joins", [][]string{{"Abu Ali", "Rosa Keel"}, {"Abu Ali al-Wadi", "Rosa Keel"}}, nil, [][]string{{"Abu Ali", "Abu Ali al-Wadi"}}},
		{"a state and its adjective", [][]string{{"@Velian Defence Ministry"}, {"@Defence Ministry of Velia"}}, nil,
			[][]string{{"Defence Ministry of Velia", "Velian Defence Ministry"}}},
		{"the only ministry of its kind", [][]string{{"@the defence ministry"}, {"@Velian Defence Ministry"}}, nil,
			[][]string{{"Velian Defence Ministry", "the defence ministry"}}},
		{"two countries have a ministry each", [][]string{{"@the defence ministry"}, {"@Velian Defence Ministry"}, {"@Korrish Defence Ministry"}, {"@the defence ministry"}}, nil, nil},
		{"the police of one town", [][]string{{"@Police"}, {"@Lenne Police"}}, nil, [][]string{{"Lenne Police", "Police"}}},
		{"the police of two towns", [][]string{{"@Police"}, {"@Lenne Police"}, {"@Marl Police"}}, nil, nil},
		{"an initial with company joins", [][]string{{"J. Quill", "Rosa Keel", "Dario Venn"}, {"Jonas Quill", "Rosa Keel", "Dario Venn"}}, nil,
			[][]string{{"J. Quill", "Jonas Quill"}}},
		{"initials that fit two names join neither", [][]string{{"@RRA"}, {"@Regional Roads Authority"}, {"@Rural Railways Agency"}}, nil, nil},
		{"a ruling joins", [][]string{{"Abu Qasim"}, {"Tahir Mazroub"}}, []hearsay.Ruling{{ID: 1, Kind: hearsay.RuleSame, A: "Abu Qasim", B: "tahir mazroub"}},
			[][]string{{"Abu Qasim", "Tahir Mazroub"}}},
		{"a ruling parts", [][]string{{"Tomas Brede"}, {"Thomas Brede"}}, []hearsay.Ruling{{ID: 1, Kind: hearsay.RuleDifferent, A: "Thomas Brede", B: "Tomas Brede"}}, nil},
		{"an undone ruling counts for nothing", [][]string{{"Tomas Brede"}, {"Thomas Brede"}}, []hearsay.Ruling{{ID: 1, Kind: hearsay.RuleDifferent, A: "Thomas Brede", B: "Tomas Brede", Undone: true}},
			[][]string{{"Thomas Brede", "Tomas Brede"}}},
		{"the later ruling wins", [][]string{{"Abu Qasim"}, {"Tahir Mazroub"}}, []hearsay.Ruling{{ID: 2, Kind: hearsay.RuleDifferent, A: "Tahir Mazroub", B: "Abu Qasim"}, {ID: 1, Kind: hearsay.RuleSame, A: "Abu Qasim", B: "Tahir Mazroub"}}, nil},
		{"to leave it open leaves it to the machine", [][]string{{"Tomas Brede"}, {"Thomas Brede"}}, []hearsay.Ruling{{ID: 1, Kind: hearsay.RuleDifferent, A: "Thomas Brede", B: "Tomas Brede"}, {ID: 2, Kind: hearsay.RuleUnsure, A: "Tomas Brede", B: "Thomas Brede"}},
			[][]string{{"Thomas Brede", "Tomas Brede"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ms := caseOf(c.reports...)
			got := Link(ms, c.rulings)
			if g := groupsOf(got); !reflect.DeepEqual(g, c.want) {
				t.Errorf("joined %q, want %q", g, c.want)
			}
			for range 10 {
				rand.Shuffle(len(ms), func(i, j int) { ms[i], ms[j] = ms[j], ms[i] })
				if again := Link(ms, c.rulings); !reflect.DeepEqual(again, got) {
					t.Fatalf("the order of mentions matters:\n%+v\n%+v", got, again)
				}
			}
		})
	}
}

// TestRulingByID: a ruling may name identities by the ids they have without it.
func TestRulingByID(t *testing.T) {
	ms := caseOf([]string{"Abu Qasim", "Tahir Mazroub"})
	ids := Link(ms, nil)
	got := Link(ms, []hearsay.Ruling{{ID: 1, Kind: hearsay.RuleSame, A: ids[0].ID, B: ids[1].ID}})
	if len(got) != 1 {
		t.Errorf("got %d identities, want 1", len(got))
	}
}

func TestMatches(t *testing.T) {
	id := Identity{Name: "Abu Hatim al-Rasifi", Type: hearsay.Person, Spellings: []string{"Abu Hatim al-Rasifi", "أبو حاتم الرصيفي"}}
	for query, atLeast := range map[string]float64{
		"abu hatim al-rasifi": 1, "abou hatem rassifi": 0.7, "Rasifi": 0.4, "أبو حاتم الرصيفي": 1, "abu hatem": 0.4,
	} {
		if got := Matches(query, id); got < atLeast {
			t.Errorf("Matches(%q) = %.2f, want at least %.2f", query, got, atLeast)
		}
	}
	for _, query := range []string{"Karim Tawil", "", "Hatim Rasifi Saleh", "abu salim"} {
		if got := Matches(query, id); got >= 0.3 {
			t.Errorf("Matches(%q) = %.2f, want less than 0.3", query, got)
		}
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"The Sports Ledger": "sports ledger", "Jonás Quill": "jonas quill", "Free Dockers’ League": "free dockers league",
		"Holm & Sedge": "holm and sedge", "Abu  Hatim al-Rasifi": "abu hatim al rasifi", "أبو حاتم": "ابو حاتم", "": "", "the": "the",
		"Kjær's": "kjaer", "U.N.": "u n",
	} {
		if got := Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
		if twice := Fold(want); twice != want {
			t.Errorf("Fold is not idempotent on %q: %q", want, twice)
		}
	}
}

func BenchmarkLink(b *testing.B) {
	var reports [][]string
	given := []string{"Ada", "Tomas", "Karim", "Samira", "Jonas", "Ingrid", "Piet", "Odile"}
	for i := range 5000 {
		reports = append(reports, []string{
			given[i%8] + " Lund" + string(rune('a'+i%26)) + "er", given[i%7] + " Brede", "@Office of Roads " + strconv.Itoa(i%300), "Solvane",
		})
	}
	ms := caseOf(reports...)
	for b.Loop() {
		if len(Link(ms, nil)) == 0 {
			b.Fatal("no identities")
		}
	}
	b.ReportMetric(float64(len(ms)*b.N)/b.Elapsed().Seconds(), "mentions/s")
}
