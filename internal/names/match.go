package names

import (
	"slices"

	"hearsay"
)

// Matches scores from 0 to 1 how well a name that a user typed means id: 1
// for one of its spellings, less for another spelling of it, least for a part
// of a name. Below 0.3 it does not mean it.
func Matches(query string, id Identity) float64 {
	fold := Fold(query)
	if fold == "" {
		return 0
	}
	best := 0.0
	for _, s := range append([]string{id.Name}, id.Spellings...) {
		best = max(best, matchName(query, fold, s, id.Type))
	}
	return best
}

func matchName(query, fold, name string, t hearsay.EntityType) float64 {
	if Fold(name) == fold {
		return 1
	}
	q := parsePerson(query)
	p := parsePerson(name)
	if t != hearsay.Person {
		o := hearsay.Entity{Name: query, Type: t}
		if d := Same(Mentioned{Entity: o}, Mentioned{Entity: hearsay.Entity{Name: name, Type: t}}); d.Same {
			return 0.9 * d.Score
		}
		return 0.5 * heldIn(q, p)
	}
	if q.full() && p.full() {
		if d := samePerson(query, name, Mentioned{}, Mentioned{}); d.Same {
			return 0.95 * d.Score
		} else if d.clash {
			return 0.5 * heldIn(q, p)
		}
	}
	return 0.7 * heldIn(q, p)
}

// heldIn is the share of the parts of p that q holds, if it holds all of q.
func heldIn(q, p personName) float64 {
	if len(q.parts) == 0 || len(p.parts) == 0 || len(q.parts) > len(p.parts) {
		return 0
	}
	from := 0
	for _, x := range q.parts {
		i := slices.IndexFunc(p.parts[from:], func(y part) bool { return alike(x, y) })
		if i < 0 {
			return 0
		}
		from += i + 1
	}
	return 0.6 + 0.4*float64(len(q.parts))/float64(len(p.parts))
}

// alike is likeness for a lookup: vowels may waver whatever the language,
// since a user spells by ear, and no letter is taken as an initial.
func alike(x, y part) bool {
	if isInitial(x.text) != isInitial(y.text) {
		return false
	}
	x.arabic, y.arabic = true, true
	return likeness(x, y).score >= 0.7
}
