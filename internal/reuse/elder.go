package reuse

import "hearsay"

// elder tells whether doc a rather than b is the one that the other could have
// taken its words from: by time; where the time does not tell, by a mark or a
// credit, by what stands unquoted in the one and quoted in the other, by the
// longer text, and at last by path. Exactly one of elder(a, b) and elder(b, a)
// holds for two docs.
func (l *lineage) elder(a, b int) bool {
	da, db := &l.docs[a], &l.docs[b]
	if da.Published.Before(db.Published) {
		return true
	}
	if db.Published.Before(da.Published) {
		return false
	}
	ca, _ := l.creditOf(a, b)
	cb, _ := l.creditOf(b, a)
	if ra, rb := creditRank(ca), creditRank(cb); ra != rb {
		return rb > ra
	}
	if qa, qb := quotedShare(&da.Print), quotedShare(&db.Print); qa+0.5 < qb || qb+0.5 < qa {
		return qa < qb
	}
	if na, nb := len(da.Print.Words), len(db.Print.Words); na != nb {
		return na > nb
	}
	return a < b
}

// couldRead tells whether doc b could have read doc a.
func (l *lineage) couldRead(b, a int) bool {
	return a != b && !l.docs[b].Published.Before(l.docs[a].Published)
}

func quotedShare(p *Print) float64 {
	n := 0
	for _, f := range p.Flags {
		if f&Quoted != 0 {
			n++
		}
	}
	return share(n, int32(len(p.Flags)))
}

// marked adds the links that a mark of the container makes: forwards and
// replies.
func (l *lineage) marked() {
	paths := map[string]int{}
	for i := range l.docs {
		paths[l.docs[i].Path] = i
	}
	for to := range l.docs {
		d := &l.docs[to]
		if d.ReplyTo != "" {
			if from, ok := paths[d.ReplyTo]; ok && from != to {
				l.links[to] = append(l.links[to], link{from: from, to: to, kind: hearsay.Reply, creditAt: -1,
					why: []string{"answers it, by its own mark"}})
			}
		}
		if d.ForwardedFrom != "" {
			l.forwarded(to)
		}
	}
}

// forwarded makes the best link to the outlet that the forward mark names a
// forward. A forward of a text that is not in the case makes none.
func (l *lineage) forwarded(to int) {
	best := -1
	for i, k := range l.links[to] {
		if k.credit == hearsay.CreditForward && (best < 0 || k.explained > l.links[to][best].explained) {
			best = i
		}
	}
	if best >= 0 && 2*l.links[to][best].explained >= len(l.docs[to].Print.Words)-ShingleLen {
		l.links[to][best].kind = hearsay.Forward
	}
}
