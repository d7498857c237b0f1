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

	keys []string // nil if they have to be found
}

// Keys are those of the names that the identity bears.
func (id *Identity) Keys() []string {
	if id.keys != nil {
		return id.keys
	}
	return Keys(hearsay.Entity{Name: id.Name, Type: id.Type, Described: id.Described, Names: id.Spellings})
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
	given := make([]*Mentioned, len(ms))
	for i := range ms {
		given[i] = &ms[i]
	}
	list := []Identity{}
	for _, id := range new(Linker).Link(given, rulings) {
		list = append(list, *id)
	}
	return list
}

// Linker links mentions again and again, each time all that there are. It
// remembers the groups of names and what it decided on pairs of them, so that
// only those groups are looked at that have a member that is new or gone. A
// mention is known by its place in memory and must not change.
type Linker struct {
	plain, ruled linking // without rulings, and with them
}

// Link is the function of that name. Identities that are the same as before are
// in the same place, and must not be changed.
func (l *Linker) Link(ms []*Mentioned, rulings []hearsay.Ruling) []*Identity {
	ruled := readRulings(rulings)
	if len(ruled.pairs) == 0 {
		l.ruled = linking{}
		return l.plain.link(ms, ruled)
	}
	if ruled.speaksOfIDs() {
		ruled.namesOf(l.plain.link(ms, rulebook{}))
	}
	return l.ruled.link(ms, ruled)
}

// linking is what a Linker remembers.
type linking struct {
	groups  map[string]*group
	keys    []string // of the groups, sorted
	buckets map[string]*bucket
	alike   map[*bucket]bool // buckets with pairs that are one
	decided pairDecisions
	kept    *kept // of another Linker, until it is used
}

func (l *linking) link(given []*Mentioned, ruled rulebook) []*Identity {
	groups := l.group(given)
	c := newComponents(groups, ruled, &l.decided)
	c.rule()
	c.join(l.edges())
	l.decided.forget()
	return c.identities()
}

// group is the mentions of all reports that bear exactly the same names.
type group struct {
	key     string
	of      Mentioned // the names, with the context of all members together
	members []*Mentioned
	keys    []string // under which it is compared with others
	place   int      // among all groups, by key
	fresh   bool     // it was not there the last time
	gone    bool     // it is not there this time
	content uint64   // its hash, 0 until that is asked for
	was     int32    // one more than its place when it was kept; 0 if it was not, or was another
	held    *held    // of the component that it was the first of
}

// contextLimit bounds the names and roles kept as context of a group.
const contextLimit = 200

// group brings the groups up to date and lists them by key.
func (l *linking) group(given []*Mentioned) []*group {
	ms := given
	if !slices.IsSortedFunc(ms, compareMentioned) {
		ms = slices.Clone(given)
		slices.SortFunc(ms, compareMentioned)
	}
	members := make(map[string][]*Mentioned, len(l.groups))
	var come []string
	several := severalOwners(ms)
	for _, m := range ms {
		key := m.groupKey()
		if m.Known == "" && len(several) > 0 && several[Fold(m.Entity.Name)] {
			key = "s\x00" + m.Report + "\x00" + m.Entity.ID
		}
		if members[key] == nil && l.groups[key] == nil {
			come = append(come, key)
		}
		members[key] = append(members[key], m)
	}
	keys := append(slices.DeleteFunc(l.keys, func(key string) bool { return members[key] == nil }), come...)
	slices.Sort(keys)
	l.keys = keys
	before := l.groups
	l.groups = make(map[string]*group, len(keys))
	groups := make([]*group, len(keys))
	for i, key := range keys {
		g := before[key]
		if g != nil && slices.Equal(g.members, members[key]) {
			g.fresh = false
			delete(before, key)
		} else {
			g = newGroup(key, members[key])
		}
		g.place = i
		l.groups[key], groups[i] = g, g
	}
	l.index(before, groups)
	return groups
}

func newGroup(key string, members []*Mentioned) *group {
	g := &group{key: key, of: *members[0], members: members, fresh: true}
	g.of.Entity.Roles = nil
	g.of.Near = nil
	g.gatherContext()
	if !g.of.Entity.Described {
		g.keys = keysOf(g.of.Entity, g.of.forms())
	}
	if g.of.Known != "" {
		g.keys = append(g.keys, "k:"+g.of.Known)
	}
	return g
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
		if o := m.org(); bareBody(o) {
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
func (m *Mentioned) groupKey() string {
	if m.key != "" {
		return m.key
	}
	e := m.Entity
	switch {
	case e.Described:
		m.key = "d\x00" + m.Report + "\x00" + e.ID
		return m.key
	case m.Known != "":
		m.forms()
		m.key = "k\x00" + m.Known
		return m.key
	}
	var keys []string
	taken := m.forms()
	for i := range taken {
		if e.Type != hearsay.Person {
			keys = append(keys, Fold(taken[i].text))
		} else if p := &taken[i].person; p.full() {
			keys = append(keys, p.fold)
		}
	}
	if len(keys) == 0 {
		m.key = "s\x00" + m.Report + "\x00" + e.ID
		return m.key
	}
	slices.Sort(keys)
	m.key = "n\x00" + strings.Join(slices.Compact(keys), "\x00") + "\x00" + string(e.Type)
	return m.key
}

// org is the name of what is no person, taken apart.
func (m *Mentioned) org() orgName {
	taken := m.forms()
	for i := range taken {
		if taken[i].text == m.Entity.Name {
			return taken[i].org
		}
	}
	return parseOrg(m.Entity.Name)
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

func identityID(key string) string {
	sum := sha256.Sum256([]byte(key))
	return "e" + hex.EncodeToString(sum[:6])
}
