package names

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"hearsay"
)

// Identity is one person, organisation, place or other source over all the
// reports that mention it.
type Identity struct {
	ID        string             `json:"id"` // "e" and 12 hexadecimal digits of the hash of its name
	Name      string             `json:"name"`
	Type      hearsay.EntityType `json:"type"`
	Described bool               `json:"described,omitempty"`
	Plural    bool               `json:"plural,omitempty"`
	Spellings []string           `json:"spellings"` // every name, sorted, without bare descriptions
	Members   []Member           `json:"members"`   // sorted
	Joins     []Join             `json:"joins,omitempty"`
}

// Member is an entity of one report.
type Member struct {
	Report string `json:"report"`
	Entity string `json:"entity"`
}

// Join is why two names are taken as one.
type Join struct {
	A        string   `json:"a"`
	B        string   `json:"b"`
	Decision Decision `json:"decision"`
}

// Link groups mentions into identities. Whatever the order of ms, the result
// is the same, sorted by name. Rulings win over every decision; of two
// rulings on one pair the later wins.
func Link(ms []Mentioned, rulings []hearsay.Ruling) []Identity {
	ruled := readRulings(rulings)
	if ruled.speaksOfIDs() {
		ruled.namesOf(link(ms, rulebook{}))
	}
	return link(ms, ruled)
}

func link(ms []Mentioned, ruled rulebook) []Identity {
	groups := groupMentions(ms)
	c := newComponents(groups, ruled)
	c.rule()
	c.join(edges(groups))
	return c.identities()
}

// group is the mentions of all reports that bear exactly the same names.
type group struct {
	key     string
	of      Mentioned // the names, with the context of all members together
	members []*Mentioned
}

// contextLimit bounds the names and roles kept as context of a group.
const contextLimit = 200

func groupMentions(given []Mentioned) []*group {
	ms := make([]*Mentioned, len(given))
	for i := range given {
		ms[i] = &given[i]
	}
	slices.SortFunc(ms, compareMentioned)
	byKey := make(map[string]*group, len(ms))
	var groups []*group
	several := severalOwners(ms)
	for _, m := range ms {
		var taken []form
		if !m.Entity.Described {
			taken = formsOf(m.Entity)
		}
		key := groupKey(m, taken)
		if several[Fold(m.Entity.Name)] && m.Known == "" {
			key = "s\x00" + m.Report + "\x00" + m.Entity.ID
		}
		g := byKey[key]
		if g == nil {
			g = &group{key: key, of: *m}
			g.of.taken = taken
			g.of.Entity.Roles = nil
			g.of.Near = nil
			byKey[key] = g
			groups = append(groups, g)
		}
		g.members = append(g.members, m)
	}
	for _, g := range groups {
		g.gatherContext()
	}
	slices.SortFunc(groups, func(a, b *group) int { return cmp.Compare(a.key, b.key) })
	return groups
}

// severalOwners are the bare names of state bodies of which the case knows more
// than one: where two countries have a defence ministry, "the defence ministry"
// of one report is not that of another.
func severalOwners(ms []*Mentioned) map[string]bool {
	bare := make(map[string]orgName)
	var long []orgName
	seen := make(map[string]bool)
	for _, m := range ms {
		if m.Entity.Type != hearsay.Organization || m.Entity.Described || seen[m.Entity.Name] {
			continue
		}
		seen[m.Entity.Name] = true
		if o := parseOrg(m.Entity.Name); bareBody(o) {
			bare[o.fold] = o
		} else if slices.ContainsFunc(o.words, func(w string) bool { return stateBodies[w] }) && len(long) < contextLimit {
			long = append(long, o)
		}
	}
	several := make(map[string]bool)
	for fold, b := range bare {
		var first *orgName
		for i := range long {
			switch {
			case !barelyNamed(b, long[i]):
			case first == nil:
				first = &long[i]
			case !slices.Equal(first.words, long[i].words) && !sameState(*first, long[i]):
				several[fold] = true
			}
		}
	}
	return several
}

func compareMentioned(a, b *Mentioned) int {
	return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Entity.ID, b.Entity.ID), cmp.Compare(a.Entity.Name, b.Entity.Name))
}

// groupKey: full names are the same wherever they are; a description, or a
// person's single name, belongs to its report.
func groupKey(m *Mentioned, taken []form) string {
	e := m.Entity
	if e.Described {
		return "d\x00" + m.Report + "\x00" + e.ID
	}
	if m.Known != "" {
		return "k\x00" + m.Known
	}
	var keys []string
	for i := range taken {
		if e.Type != hearsay.Person {
			keys = append(keys, Fold(taken[i].text))
		} else if p := &taken[i].person; p.full() {
			keys = append(keys, p.fold)
		}
	}
	if len(keys) == 0 {
		return "s\x00" + m.Report + "\x00" + e.ID
	}
	slices.Sort(keys)
	return "n\x00" + strings.Join(slices.Compact(keys), "\x00") + "\x00" + string(e.Type)
}

func (g *group) gatherContext() {
	if len(g.members) == 1 {
		m := g.members[0]
		g.of.Near, g.of.Entity.Roles, g.of.Entity.Names = bounded(m.Near), bounded(m.Entity.Roles), bounded(m.Entity.Names)
		return
	}
	near, roles, names := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, m := range g.members {
		gather(near, m.Near)
		gather(roles, m.Entity.Roles)
		gather(names, m.Entity.Names)
	}
	g.of.Near, g.of.Entity.Roles, g.of.Entity.Names = sorted(near), sorted(roles), sorted(names)
	g.of.takeApart()
}

// bounded are the distinct values, sorted, as gather would keep them.
func bounded(values []string) []string {
	if len(values) <= contextLimit && strictlySorted(values) {
		return values
	}
	set := map[string]bool{}
	gather(set, values)
	return sorted(set)
}

func strictlySorted(values []string) bool {
	for i := 1; i < len(values); i++ {
		if values[i-1] >= values[i] {
			return false
		}
	}
	return true
}

func gather(set map[string]bool, values []string) {
	for _, v := range values {
		if len(set) < contextLimit {
			set[v] = true
		}
	}
}

func sorted(set map[string]bool) []string {
	list := make([]string, 0, len(set))
	for v := range set {
		list = append(list, v)
	}
	slices.Sort(list)
	return list
}

// edge is a decision to join two groups.
type edge struct {
	a, b int
	d    Decision
}

// window bounds the comparisons within one key, so that linking stays linear
// in a case where thousands share a surname.
const window = 48

// edges compares the groups that share a key.
func edges(groups []*group) []edge {
	index := make(map[string][]int)
	for i, g := range groups {
		for _, k := range keysOf(g.of.Entity, g.of.forms()) {
			index[k] = append(index[k], i)
		}
		if g.of.Known != "" {
			index["k:"+g.of.Known] = append(index["k:"+g.of.Known], i)
		}
	}
	done := make(map[[2]int]bool)
	var found []edge
	for _, bucket := range index {
		for x, i := range bucket {
			for _, j := range bucket[x+1 : min(x+1+window, len(bucket))] {
				if done[[2]int{i, j}] {
					continue
				}
				done[[2]int{i, j}] = true
				if d := Same(groups[i].of, groups[j].of); d.Same {
					found = append(found, edge{i, j, d})
				}
			}
		}
	}
	slices.SortFunc(found, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.d.Score, x.d.Score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return found
}

func identityID(key string) string {
	sum := sha256.Sum256([]byte(key))
	return "e" + hex.EncodeToString(sum[:6])
}
