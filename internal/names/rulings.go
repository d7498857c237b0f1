package names

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// rulebook holds what a person said of names: pairs of folded names.
type rulebook struct {
	pairs []ruledPair
}

type ruledPair struct {
	a, b string // folded names, a <= b
	kind hearsay.RulingKind
	ids  bool // a or b is an identity's id
}

// readRulings keeps the last word on every pair.
func readRulings(rulings []hearsay.Ruling) rulebook {
	rulings = slices.Clone(rulings)
	slices.SortStableFunc(rulings, func(x, y hearsay.Ruling) int { return cmp.Compare(x.ID, y.ID) })
	last := make(map[[2]string]ruledPair)
	for _, r := range rulings {
		if r.Undone || r.Kind != hearsay.RuleSame && r.Kind != hearsay.RuleDifferent && r.Kind != hearsay.RuleUnsure {
			continue
		}
		a, b := Fold(r.A), Fold(r.B)
		p := ruledPair{min(a, b), max(a, b), r.Kind, isIdentityID(r.A) || isIdentityID(r.B)}
		last[[2]string{p.a, p.b}] = p
	}
	var book rulebook
	for _, p := range last {
		if p.kind != hearsay.RuleUnsure { // which leaves the pair to the machine
			book.pairs = append(book.pairs, p)
		}
	}
	slices.SortFunc(book.pairs, func(x, y ruledPair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return book
}

func isIdentityID(s string) bool {
	return len(s) == 13 && s[0] == 'e' && strings.Trim(s[1:], "0123456789abcdef") == ""
}

func (b rulebook) speaksOfIDs() bool {
	return slices.ContainsFunc(b.pairs, func(p ruledPair) bool { return p.ids })
}

// namesOf replaces ids by the names that the identities had without rulings.
func (b rulebook) namesOf(ids []*Identity) {
	name := make(map[string]string, len(ids))
	for _, id := range ids {
		name[id.ID] = Fold(id.Name)
	}
	for i := range b.pairs {
		p := &b.pairs[i]
		x, y := cmp.Or(name[p.a], p.a), cmp.Or(name[p.b], p.b)
		p.a, p.b = min(x, y), max(x, y)
	}
}

// ruledNames are the folded names by which a ruling can mean the entity.
func ruledNames(e hearsay.Entity) []string {
	var all []string
	for _, s := range spellingsOf(e) {
		all = append(all, Fold(s))
		if p := parsePerson(s); e.Type == hearsay.Person && p.full() {
			all = append(all, p.fold)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// apart tells whether a person said that the two are not one.
func (b rulebook) apart(x, y hearsay.Entity) bool {
	if len(b.pairs) == 0 {
		return false
	}
	for _, p := range b.pairs {
		if p.kind == hearsay.RuleDifferent && (bears(x, p.a) && bears(y, p.b) || bears(x, p.b) && bears(y, p.a)) {
			return true
		}
	}
	return false
}

func bears(e hearsay.Entity, folded string) bool {
	return slices.Contains(ruledNames(e), folded)
}
