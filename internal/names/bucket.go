package names

import (
	"cmp"
	"slices"
)

// edge is a decision to join two groups.
type edge struct {
	a, b int
	d    Decision
}

// window bounds the comparisons within one key, so that linking stays linear
// in a case where thousands share a surname.
const window = 48

// bucket is the groups that share a key, and those pairs of them that are one.
type bucket struct {
	groups []*group // by key
	pairs  []joinable
}

type joinable struct {
	a, b *group // in the order of their keys
	d    Decision
}

// index puts new groups where the ones that are gone were, and compares them.
func (l *linking) index(gone map[string]*group, groups []*group) {
	if l.buckets == nil {
		l.buckets, l.alike = map[string]*bucket{}, map[*bucket]bool{}
	}
	k := l.kept
	sameIn := func(string) func(a, b *group) Decision { return same }
	if k != nil {
		k.meet(groups)
		l.kept, l.decided.last, sameIn = nil, k.decided(), k.sameIn
	}
	if k != nil && !k.again {
		l.indexNew(k, groups)
		return
	}
	var touched []string
	for _, g := range gone {
		g.gone = true
		touched = append(touched, g.keys...)
	}
	come := map[string][]*group{}
	for _, g := range groups {
		if g.fresh {
			for _, key := range g.keys {
				come[key] = append(come[key], g)
			}
			touched = append(touched, g.keys...)
		}
	}
	slices.Sort(touched)
	for _, key := range slices.Compact(touched) {
		b := l.buckets[key]
		if b == nil {
			b = &bucket{}
			l.buckets[key] = b
		}
		b.change(come[key], sameIn(key))
		if len(b.pairs) > 0 {
			l.alike[b] = true
		} else {
			delete(l.alike, b)
		}
		if len(b.groups) == 0 {
			delete(l.buckets, key)
		}
	}
}

// change takes out the groups that are gone, puts in those that come, and
// compares these with their neighbours. Where one goes for which none of its key
// comes, others become neighbours, and all are compared.
func (b *bucket) change(come []*group, same func(a, b *group) Decision) {
	moved := false
	for _, g := range b.groups {
		if g.gone {
			_, replaced := slices.BinarySearchFunc(come, g.key, func(g *group, key string) int { return cmp.Compare(g.key, key) })
			moved = moved || !replaced
		}
	}
	b.groups = slices.DeleteFunc(b.groups, func(g *group) bool { return g.gone })
	b.groups = append(b.groups, come...)
	slices.SortFunc(b.groups, func(x, y *group) int { return cmp.Compare(x.key, y.key) })
	if moved {
		b.pairs = nil
	} else {
		b.pairs = slices.DeleteFunc(b.pairs, func(p joinable) bool {
			return p.a.gone || p.b.gone || b.at(p.b)-b.at(p.a) > window
		})
	}
	for x, g := range b.groups {
		for _, h := range b.groups[x+1 : min(x+1+window, len(b.groups))] {
			if !moved && !g.fresh && !h.fresh {
				continue
			}
			if d := same(g, h); d.Same {
				b.pairs = append(b.pairs, joinable{g, h, d})
			}
		}
	}
}

func (b *bucket) at(g *group) int {
	at, _ := slices.BinarySearchFunc(b.groups, g.key, func(g *group, key string) int { return cmp.Compare(g.key, key) })
	return at
}

// edges lists the pairs of groups that are one, the surest first.
func (l *linking) edges() []edge {
	var found []edge
	for b := range l.alike {
		for _, p := range b.pairs {
			found = append(found, edge{p.a.place, p.b.place, p.d})
		}
	}
	slices.SortFunc(found, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.d.Score, x.d.Score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return slices.CompactFunc(found, func(x, y edge) bool { return x.a == y.a && x.b == y.b })
}

// pairDecisions remembers what was decided on pairs of groups outside of their
// buckets, as long as it is asked for.
type pairDecisions struct {
	last, now map[[2]*group]Decision
}

func (p *pairDecisions) of(a, b *group) Decision {
	pair := [2]*group{a, b}
	if d, known := p.now[pair]; known {
		return d
	}
	d, known := p.last[pair]
	if !known {
		d = same(a, b)
	}
	if p.now == nil {
		p.now = map[[2]*group]Decision{}
	}
	p.now[pair] = d
	return d
}

// forget forgets what was not asked for this time.
func (p *pairDecisions) forget() { p.last, p.now = p.now, nil }
