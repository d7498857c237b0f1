package names

import "strings"

// Who pleads for whom: "Ada Lund, prosecuting", "For the defence, Jo Brand
// suggested", "Cross-examining, Jo Brand asked". They are counsel, and what is
// said of "the prosecutor" or "defence counsel" is said of them.

// pleads gives a person the calling of a lawyer that the words beside the name
// tell.
func (d *discourse) pleads(m *mention) {
	side := ""
	at := m.first
	if i := m.last + 1; d.word(m.last) == "," && d.same(m.first, i) {
		side = d.sideAt(i)
	}
	if i := m.first - 1; side == "" && d.word(i) == "," && d.same(i, m.first) {
		first := i
		for first > 0 && d.same(first-1, i) && i-first < 5 {
			first--
		}
		if d.starts(first) {
			side, at = d.sideAt(first), first
		}
	}
	if side == "" {
		return
	}
	d.addRole(m.of, role{text: side, head: "lawyer", span: d.spanOf(at, m.last)})
	if side == prosecution {
		d.addRole(m.of, role{text: "prosecutor", head: "prosecutor", span: d.spanOf(at, m.last)})
	}
}

const (
	prosecution = "for the prosecution"
	defence     = "for the defence"
	examining   = "examining"
)

// sideAt is the side that the words from token i on tell, "" if none.
func (d *discourse) sideAt(i int) string {
	switch d.word(i) {
	case "prosecuting":
		return prosecution
	case "defending":
		return defence
	case "cross-examining", "examining":
		return examining
	case "cross":
		if d.word(i+2) == "examining" {
			return examining
		}
	case "for", "representing", "appearing", "acting":
		for j := i; j < i+4 && d.same(i, j); j++ {
			switch d.word(j) {
			case "prosecution", "crown", "state", "people":
				return prosecution
			case "defence", "defense", "defendant", "accused":
				return defence
			case "families", "claimant", "plaintiff", "claimants", "council", "appellant", "respondent":
				return d.textOf(i, j+1)
			}
		}
	}
	return ""
}

// counsel is whom "defence counsel", "prosecuting counsel" and "counsel for the
// families" mean: the one who pleads for that side, or the only other one.
func (d *discourse) counsel(p phrase) *cluster {
	if d.word(p.head) != "counsel" && p.noun != "lawyer" || p.plural {
		return nil
	}
	words := strings.ToLower(d.textOf(p.first, p.last))
	side := ""
	switch {
	case strings.Contains(words, "prosecut"), strings.Contains(words, "crown"):
		side = prosecution
	case strings.Contains(words, "defen"):
		side = defence
	default:
		return nil
	}
	var who *cluster
	for _, c := range d.offices["lawyer"] {
		for _, r := range c.roles {
			switch {
			case r.head != "lawyer":
			case r.text == side:
				return c
			case r.text == examining && side == defence:
				who = c
			}
		}
	}
	return who
}
