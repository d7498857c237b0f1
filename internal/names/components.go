package names

import (
	"cmp"
	"slices"

	"hearsay"
)

// components are the groups as they are joined: every group begins alone.
type components struct {
	groups  []*group
	ruled   rulebook
	decided *pairDecisions
	root    []int
	held    [][]int // of each root, its groups
	joins   [][]Join
}

func newComponents(groups []*group, ruled rulebook, decided *pairDecisions) *components {
	c := &components{groups: groups, ruled: ruled, decided: decided, root: make([]int, len(groups)),
		held: make([][]int, len(groups)), joins: make([][]Join, len(groups))}
	alone := make([]int, len(groups))
	for i := range groups {
		c.root[i], alone[i] = i, i
		c.held[i] = alone[i : i+1 : i+1]
	}
	return c
}

// rule joins what a person said is one.
func (c *components) rule() {
	if len(c.ruled.pairs) == 0 {
		return
	}
	byName := make(map[string][]int)
	for i, g := range c.groups {
		for _, name := range ruledNames(g.of.Entity) {
			byName[name] = append(byName[name], i)
		}
	}
	for _, p := range c.ruled.pairs {
		if p.kind != hearsay.RuleSame {
			continue
		}
		for _, a := range byName[p.a] {
			for _, b := range byName[p.b] {
				c.unite(a, b, yes(1, "a person said so"))
			}
		}
	}
}

// sure is the score from which an edge joins by itself; a weaker one joins
// only if no rival excludes it.
const sure = 0.85

func (c *components) join(found []edge) {
	weak := make(map[int][]int) // group to the groups that it may as well be
	counted := 0
	bearers := c.bearers()
	for _, e := range found { // the surest first
		for ; counted < len(found) && found[counted].d.Score >= e.d.Score; counted++ {
			if w := found[counted]; w.d.Score < sure {
				weak[w.a] = append(weak[w.a], w.b)
				weak[w.b] = append(weak[w.b], w.a)
			}
		}
		if e.d.Score < sure && (c.rivals(weak[e.a]) || c.rivals(weak[e.b])) {
			continue
		}
		if e.d.Score == titledSurname && c.rivals(bearers[c.family(e.a)]) {
			continue
		}
		if c.root[e.a] != c.root[e.b] && !c.clash(e.a, e.b) {
			c.unite(e.a, e.b, e.d)
		}
	}
}

// bearers are the groups of people with a full name, by family name.
func (c *components) bearers() map[string][]int {
	list := make(map[string][]int)
	for i, g := range c.groups {
		if e := g.of.Entity; e.Type == hearsay.Person && !e.Described && parsePerson(e.Name).full() {
			family := c.family(i)
			list[family] = append(list[family], i)
		}
	}
	return list
}

// family is the family name of the person that group i is, "" if it has no name.
func (c *components) family(i int) string {
	p := parsePerson(c.groups[i].of.Entity.Name)
	if len(p.parts) == 0 {
		return ""
	}
	return p.family().text
}

// rivals tells whether some of the groups cannot be one: then a short form
// that fits them all belongs to none.
func (c *components) rivals(groups []int) bool {
	for i, a := range groups {
		for _, b := range groups[i+1 : min(i+1+window, len(groups))] {
			if c.root[a] == c.root[b] {
				continue
			}
			x, y := c.groups[a], c.groups[b]
			if d := c.decided.of(x, y); !d.Same && (d.clash || x.of.Entity.Type != hearsay.Person) {
				return true
			}
		}
	}
	return false
}

// clash tells whether any two members of the components of a and b exclude
// one another.
func (c *components) clash(a, b int) bool {
	for _, i := range c.held[c.root[a]] {
		for _, j := range c.held[c.root[b]] {
			x, y := c.groups[i], c.groups[j]
			if c.ruled.apart(x.of.Entity, y.of.Entity) || c.decided.of(x, y).clash {
				return true
			}
		}
	}
	return false
}

func (c *components) unite(a, b int, d Decision) {
	x, y := c.root[a], c.root[b]
	if x == y {
		return
	}
	if y < x {
		x, y = y, x
	}
	for _, i := range c.held[y] {
		c.root[i] = x
	}
	c.held[x] = append(c.held[x], c.held[y]...)
	join := Join{A: c.groups[a].of.Entity.Name, B: c.groups[b].of.Entity.Name, Decision: d}
	c.joins[x] = append(append(c.joins[x], c.joins[y]...), join)
	c.held[y], c.joins[y] = nil, nil
}

// held is the groups and joins of a component, with the identity that they make.
type held struct {
	groups   []*group
	joins    []Join
	identity *Identity
}

func (h *held) equal(groups []*group, joins []Join) bool {
	return h != nil && slices.Equal(h.groups, groups) && slices.EqualFunc(h.joins, joins, func(a, b Join) bool {
		return a.A == b.A && a.B == b.B && a.Decision.Score == b.Decision.Score && a.Decision.Uncertain == b.Decision.Uncertain &&
			slices.Equal(a.Decision.Reasons, b.Decision.Reasons)
	})
}

func (c *components) identities() []*Identity {
	list := make([]*Identity, 0, len(c.held))
	var groups []*group
	for root, members := range c.held {
		if members == nil {
			continue
		}
		slices.Sort(members)
		groups = groups[:0]
		for _, i := range members {
			groups = append(groups, c.groups[i])
		}
		first := groups[0]
		if !first.held.equal(groups, c.joins[root]) {
			id := c.identity(members, c.joins[root])
			first.held = &held{slices.Clone(groups), c.joins[root], &id}
		}
		list = append(list, first.held.identity)
	}
	slices.SortFunc(list, func(a, b *Identity) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return list
}

func (c *components) identity(held []int, joins []Join) Identity {
	first := c.groups[held[0]]
	id := Identity{Described: first.of.Entity.Described, Plural: first.of.Entity.Plural, Joins: joins}
	types := make(map[hearsay.EntityType]int)
	spellings := make(map[string]int)
	known := ""
	for _, i := range held {
		g := c.groups[i]
		known = cmp.Or(known, g.of.Known)
		id.Described = id.Described && g.of.Entity.Described
		for _, m := range g.members {
			id.Members = append(id.Members, Member{m.Report, m.Entity.ID})
			types[m.Entity.Type]++
			for _, s := range spellingsOf(m.Entity) {
				spellings[s]++
			}
			for _, s := range m.Aliases {
				spellings[s] += 0
			}
		}
	}
	slices.SortFunc(id.Members, func(a, b Member) int {
		return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Entity, b.Entity))
	})
	id.Type = commonest(types)
	id.Name = cmp.Or(known, canonical(spellings, id.Type))
	for s := range spellings {
		id.Spellings = append(id.Spellings, s)
	}
	slices.Sort(id.Spellings)
	id.ID = identityID(identityKey(id, first))
	if len(held) == 1 && first.bears(&id) {
		id.keys = first.keys
	}
	return id
}

// bears tells whether the keys of a group follow from the names of its identity
// alone: those of a person with a role do not.
func (g *group) bears(id *Identity) bool {
	e := &g.of.Entity
	return g.of.Known == "" && e.Type == id.Type && (e.Type != hearsay.Person || len(e.Roles) == 0) && slices.Equal(spellingsOf(*e), id.Spellings)
}

// identityKey: an identity is called after its name, unless that name tells
// nobody apart.
func identityKey(id Identity, first *group) string {
	if first.key[0] == 'd' || first.key[0] == 's' || len(id.Members) == 0 {
		return first.key
	}
	return Fold(id.Name) + "\x00" + string(id.Type)
}

func spellingsOf(e hearsay.Entity) []string {
	all := append([]string{e.Name}, e.Names...)
	slices.Sort(all)
	return slices.Compact(all)
}

func commonest(types map[hearsay.EntityType]int) hearsay.EntityType {
	best := hearsay.Other
	for _, t := range []hearsay.EntityType{hearsay.Person, hearsay.Organization, hearsay.Place, hearsay.Other} {
		if types[t] > types[best] {
			best = t
		}
	}
	return best
}

// canonical is the fullest name of those used most, in Latin letters if there
// is one.
func canonical(spellings map[string]int, t hearsay.EntityType) string {
	best, bestRank := "", nameRank{}
	for s, n := range spellings {
		if len(spellings) == 1 {
			return s
		}
		r := rankName(s, n, t)
		if best == "" || r.compare(bestRank) > 0 || r.compare(bestRank) == 0 && s < best {
			best, bestRank = s, r
		}
	}
	return best
}

type nameRank struct{ latin, full, bare, uses, length int }

func rankName(s string, uses int, t hearsay.EntityType) nameRank {
	p := parsePerson(s)
	r := nameRank{latin: 1, uses: uses, length: len(p.parts)}
	if !isASCII(latin(Fold(s))) || latin(Fold(s)) != Fold(s) {
		r.latin = 0
	}
	initials := slices.ContainsFunc(p.parts, func(x part) bool { return isInitial(x.text) })
	if p.full() && !initials && !(t != hearsay.Person && isAcronym(s)) {
		r.full = 1
	}
	if t != hearsay.Person || len(p.titles) == 0 {
		r.bare = 1
	}
	return r
}

func (r nameRank) compare(o nameRank) int {
	return cmp.Or(cmp.Compare(r.latin, o.latin), cmp.Compare(r.full, o.full), cmp.Compare(r.bare, o.bare),
		cmp.Compare(r.uses, o.uses), cmp.Compare(r.length, o.length))
}
