package reuse

import (
	"net/url"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// naming is a place where a report names the outlet of another one.
type naming struct {
	outlet string
	at     int // word of the print; -1 in the frame, a field or a link
	kind   hearsay.CreditKind
}

// namings finds in every doc the outlets of the other docs: by the credits
// that were found in it, by its links, and by their names in its words.
func namings(docs []Doc) [][]naming {
	outlets := newOutletNames(docs)
	all := make([][]naming, len(docs))
	for i := range docs {
		ns := outlets.in(&docs[i])
		slices.SortFunc(ns, func(a, b naming) int {
			if c := strings.Compare(a.outlet, b.outlet); c != 0 {
				return c
			}
			return a.at - b.at
		})
		all[i] = ns
	}
	return all
}

// outletNames looks outlets up by the words of their names and by their hosts.
type outletNames struct {
	byFirst map[uint32][]outletName
	byName  map[string]string // folded name -> outlet
	byHost  map[string]string
}

type outletName struct {
	outlet string
	words  []uint32
}

func newOutletNames(docs []Doc) *outletNames {
	o := &outletNames{byFirst: map[uint32][]outletName{}, byName: map[string]string{}, byHost: map[string]string{}}
	for i := range docs {
		for _, name := range docs[i].OutletNames {
			o.add(docs[i].Outlet, name)
		}
		if h := host(docs[i].URL); h != "" {
			o.byHost[h] = docs[i].Outlet
		}
	}
	return o
}

func (o *outletNames) add(outlet, name string) {
	key := plainName(name)
	if _, known := o.byName[key]; known || key == "" {
		return
	}
	o.byName[key] = outlet
	if strings.Contains(key, ".") && !strings.Contains(key, " ") {
		o.byHost[key] = outlet
	}
	if ws := nameWords(key); len(ws) > 0 {
		o.byFirst[ws[0]] = append(o.byFirst[ws[0]], outletName{outlet, ws})
	}
}

// plainName is a name without its case and its article.
func plainName(name string) string {
	return strings.TrimPrefix(strings.TrimSpace(text.Fold(name)), "the ")
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// in finds the outlets that d names, its own left out.
func (o *outletNames) in(d *Doc) []naming {
	var ns []naming
	add := func(outlet string, at int, kind hearsay.CreditKind) {
		if outlet != "" && outlet != d.Outlet {
			ns = append(ns, naming{outlet, at, kind})
		}
	}
	add(o.byName[plainName(d.ForwardedFrom)], -1, hearsay.CreditForward)
	for _, c := range d.Credits {
		outlet := o.byName[plainName(c.Name)]
		if outlet == "" {
			outlet = o.byHost[host(c.URL)]
		}
		add(outlet, d.Print.wordAt(c.Span), c.Kind)
	}
	for _, l := range d.Links {
		add(o.byHost[host(l.URL)], -1, hearsay.CreditLink)
	}
	for i := range d.Print.Words {
		if m := o.match(d.Print.Words[i:]); m != nil && (d.Print.named(i) || len(m.words) > 1 && d.Print.named(i+1)) { // "8th" is no word in capitals
			add(m.outlet, i, d.Print.creditAt(i))
		}
	}
	for i := range d.Print.Frame {
		if m := o.match(d.Print.Frame[i:]); m != nil {
			add(m.outlet, -1, hearsay.CreditWire)
		}
	}
	return ns
}

// match is the longest outlet name with which words begin, nil if none.
func (o *outletNames) match(words []uint32) *outletName {
	var best *outletName
	names := o.byFirst[words[0]]
	for i := range names {
		n := &names[i]
		if len(words) >= len(n.words) && slices.Equal(words[:len(n.words)], n.words) &&
			(best == nil || len(n.words) > len(best.words)) {
			best = n
		}
	}
	return best
}

// named tells whether the word is written like a name. Scripts without
// capitals write everything like one.
func (p *Print) named(i int) bool {
	return p.Flags[i]&(Capital|Numeral) != 0 || p.Lens[i] > 0 && p.caseless()
}

// caseless tells whether the print has no capitals at all.
func (p *Print) caseless() bool {
	for _, f := range p.Flags {
		if f&Capital != 0 {
			return false
		}
	}
	return true
}

// wordAt is the word at the start of span, -1 if it is none of the print's.
func (p *Print) wordAt(s hearsay.Span) int {
	if s.IsEmpty() {
		return -1
	}
	if i, ok := slices.BinarySearch(p.Starts, uint32(s.Start)); ok {
		return i
	}
	return -1
}
