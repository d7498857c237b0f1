package names

import (
	"slices"
	"strings"

	"hearsay"
)

// Mentioned is an entity of one report with what that report says around it.
type Mentioned struct {
	Report  string   // report id
	Outlet  string   // who published the report
	Known   string   // the case's outlet that the entity is, "" if none
	Aliases []string // the other names of that outlet
	Entity  hearsay.Entity
	Near    []string // folded full names of the report's other entities, sorted

	taken []form // the entity's names taken apart, nil until that is needed
	key   string // of its group, "" until that is needed
	fold  string // the entity's folded name, "" until that is needed
}

// Mentions puts the entities of a report into their context. They come sorted, as
// they are linked.
func Mentions(r *hearsay.Report, entities []hearsay.Entity, known Outlets) []Mentioned {
	var full []string
	for _, e := range entities {
		if !e.Described && strings.Contains(Fold(e.Name), " ") {
			full = append(full, Fold(e.Name))
		}
	}
	slices.Sort(full)
	full = slices.Compact(full)
	ms := make([]Mentioned, len(entities))
	for i, e := range entities {
		ms[i] = Mentioned{Report: r.ID, Outlet: r.Outlet, Entity: e, Near: full}
		if !e.Described {
			ms[i].Known, _ = known.Lookup(e.Name)
			ms[i].Aliases = known.aliases[ms[i].Known]
		}
	}
	slices.SortFunc(ms, func(a, b Mentioned) int { return compareMentioned(&a, &b) })
	return ms
}

// StillKnown tells whether mentions are those that Mentions would make with these
// outlets.
func StillKnown(ms []Mentioned, known Outlets) bool {
	for i := range ms {
		m := &ms[i]
		if m.Entity.Described {
			continue
		}
		if m.fold == "" {
			m.fold = Fold(m.Entity.Name)
		}
		if name, _ := known.lookup(m.fold); name != m.Known || !slices.Equal(known.aliases[name], m.Aliases) {
			return false
		}
	}
	return true
}

// Decision says whether two entities are one, and why.
type Decision struct {
	Same      bool
	Score     float64 // 0 to 1: how sure
	Reasons   []string
	Uncertain bool // a person should look
	clash     bool // the names exclude one another
}

func no(score float64, reason string) Decision {
	return Decision{Score: score, Reasons: []string{reason}}
}

func never(reason string) Decision {
	return Decision{Reasons: []string{reason}, clash: true}
}

func yes(score float64, reasons ...string) Decision {
	return Decision{Same: true, Score: score, Reasons: reasons}
}

// Same decides whether a and b are one entity. Names must agree as a whole;
// context only tips names that could be one (an initial, a nickname, a title
// with a surname), and its decisions are Uncertain.
func Same(a, b Mentioned) Decision {
	switch {
	case a.Entity.Described || b.Entity.Described:
		return no(0, "a description is joined by derivation alone")
	case a.Known != "" && b.Known != "":
		if a.Known == b.Known {
			return yes(1, "both are names of the outlet "+a.Known)
		}
		return never("two outlets of the case")
	}
	best := no(0, "no form of the one is a form of the other")
	xs, ys := a.forms(), b.forms()
	for i := range xs {
		for k := range ys {
			if d := sameForm(&xs[i], &ys[k], a, b); d.rank() > best.rank() {
				best = d
			}
		}
	}
	return best
}

// rank orders decisions on several forms of one pair: a join before an
// exclusion before not knowing.
func (d Decision) rank() float64 {
	switch {
	case d.Same:
		return 3 + d.Score
	case d.clash:
		return 2
	}
	return d.Score
}

func sameForm(x, y *form, a, b Mentioned) Decision {
	ta, tb := a.Entity.Type, b.Entity.Type
	switch {
	case ta == hearsay.Person && tb == hearsay.Person:
		return samePersonName(x.person, y.person, a, b)
	case (ta == hearsay.Other || tb == hearsay.Other) && sameTransliterated(x, y):
		return yes(0.85, "one name in two spellings: "+x.text+", "+y.text) // of a ship, taken for a person's
	case ta == hearsay.Person || tb == hearsay.Person:
		return sameOfMixedType(x.text, y.text)
	}
	return sameOrganization(x, y, a, b)
}

// sameOfMixedType joins one name that two reports took for different types of
// thing: a name of two words and more that folds to the same letters.
func sameOfMixedType(x, y string) Decision {
	fold := Fold(x)
	if fold == Fold(y) && strings.Contains(fold, " ") {
		return yes(0.9, "the same name")
	}
	return no(0, "a person is no organisation")
}

func sameOrganization(x, y *form, a, b Mentioned) Decision {
	o, p := x.org, y.org
	switch {
	case o.fold == "" || p.fold == "":
		return no(0, "no name")
	case o.fold == p.fold:
		return yes(1, "the same name")
	case slices.Equal(o.words, p.words):
		return yes(0.95, "the same words: "+o.fold+", "+p.fold)
	case o.acronym && acronymFits(o.fold, p), p.acronym && acronymFits(p.fold, o):
		return acronymDecision(o, p, a, b)
	case sameTransliterated(x, y):
		return yes(0.85, "one name in two spellings: "+x.text+", "+y.text)
	case sameTranslated(o, p):
		return yes(0.85, "one name in two languages: "+x.text+", "+y.text)
	case sameState(o, p):
		return yes(0.85, "a state and its adjective: "+o.fold+", "+p.fold)
	case barelyNamed(o, p), barelyNamed(p, o):
		d := yes(0.6, "the only body of its kind here")
		d.Uncertain = true
		return d
	case partOf(o, p), partOf(p, o), endsWith(o.words, p.words), endsWith(p.words, o.words):
		return shorterOrg(a, b, min(len(o.words), len(p.words)))
	}
	return no(0, "other words")
}

func acronymDecision(o, p orgName, a, b Mentioned) Decision {
	short := o.fold
	if p.acronym {
		short = p.fold
	}
	d := yes(0.8, strings.ToUpper(short)+" are the initials of the other name")
	if len(short) < 3 && shared(a, b) == 0 {
		return no(0.4, "two initials alone fit too many names")
	}
	d.Uncertain = shared(a, b) == 0
	return d
}

// shorterOrg: "Roads Authority" may be the Regional Roads Authority, if the
// reports have more in common. The longer the shorter name, the less is needed:
// an "Election Commission of the Upper Valley" is one.
func shorterOrg(a, b Mentioned, words int) Decision {
	if n := shared(a, b); n >= 2 || n == 1 && words > 2 {
		d := yes(0.6, "one name holds the other, and the reports share other names")
		d.Uncertain = true
		return d
	}
	return no(0.3, "one name holds the other, which is not enough")
}

func endsWith(long, short []string) bool {
	return len(short) > 1 && len(long) > len(short) && slices.Equal(long[len(long)-len(short):], short)
}

// sameTransliterated compares names in other scripts, or Arabic romanised.
func sameTransliterated(x, y *form) bool {
	a, b := x.person, y.person
	if isASCII(x.org.fold) && isASCII(y.org.fold) && !a.arabic && !b.arabic {
		return false
	}
	if len(a.parts) != len(b.parts) || len(a.parts) < 2 {
		return false
	}
	for i := range a.parts {
		if likeness(a.parts[i], b.parts[i]).score < 0.8 {
			return false
		}
	}
	return true
}

// shared counts the full names that both reports mention besides the two.
func shared(a, b Mentioned) int {
	n := 0
	own, other := "", ""
	for i, j := 0, 0; i < len(a.Near) && j < len(b.Near); {
		switch strings.Compare(a.Near[i], b.Near[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			if own == "" {
				own, other = Fold(a.Entity.Name), Fold(b.Entity.Name)
			}
			if a.Near[i] != own && b.Near[j] != other {
				n++
			}
			i++
			j++
		}
	}
	return n
}
