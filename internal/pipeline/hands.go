package pipeline

import (
	"maps"
	"strings"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/standing"
	"hearsay/internal/store"
)

// hands gives every outlet and identity of the case one key, the same in all
// reports: an outlet that is also spoken of is one hand.
type hands struct {
	w      *whole
	known  names.Outlets
	outlet map[*names.Identity]string      // of identities that are outlets
	byName map[string]*names.Identity      // named ones, by folded name
	spokes map[string][]standing.SpeaksFor // links, by either hand
	party  map[string]bool                 // outlets that only publish statements of their own
}

func newHands(w *whole, known names.Outlets) *hands {
	h := &hands{w: w, known: known, outlet: map[*names.Identity]string{}, byName: map[string]*names.Identity{},
		party: map[string]bool{}, spokes: map[string][]standing.SpeaksFor{}}
	w.call(h)
	for _, id := range w.identities {
		c := w.called[id]
		if !id.Described && h.byName[c.fold] == nil {
			h.byName[c.fold] = id
		}
		if c.outlet != "" {
			h.outlet[id] = c.outlet
		}
	}
	own, all := map[string]int{}, map[string]int{}
	for _, m := range w.reports {
		all[m.report.Outlet]++
		if m.analysis.Genre.OwnVoice() {
			own[m.report.Outlet]++
		}
	}
	for outlet, n := range all {
		h.party[outlet] = 2*own[outlet] > n || institution(outlet)
	}
	return h
}

// call brings up to date how identities are called.
func (w *whole) call(h *hands) {
	callings := make(map[*names.Identity]calling, len(w.identities))
	same := maps.Equal(w.calledBy, h.known.Names())
	for _, id := range w.identities {
		c, known := w.called[id]
		if !known {
			c.fold = names.Fold(id.Name)
		}
		if !known || !same {
			c.outlet = h.outletOf(id)
		}
		callings[id] = c
	}
	w.called, w.calledBy = callings, h.known.Names()
}

// calling is the folded name of an identity and the outlet that it is, "" if
// none.
type calling struct{ fold, outlet string }

// outletPrefix marks the hand key of an outlet; other keys are identity ids.
const outletPrefix = store.OutletHand

func outletHand(outlet string) string { return outletPrefix + outlet }

// of is the hand key and the name of a local entity, "" if nobody knows it.
func (h *hands) of(m *member, entity string) (key, name string) {
	id := m.identity[entity]
	if id == nil {
		return "", ""
	}
	if outlet := h.outlet[id]; outlet != "" {
		return outletHand(outlet), outlet
	}
	return id.ID, id.Name
}

// storyOf is the outlet whose story a description names: "a report in the
// Courier" and "a Courier story" are the Courier, since a medium is no hand.
func (h *hands) storyOf(id *names.Identity) string {
	if words := strings.Fields(id.Name); len(words) > 2 && articles[strings.ToLower(words[0])] && ownPapers[words[len(words)-1]] {
		if outlet, ok := h.known.Lookup(strings.Join(words[1:len(words)-1], " ")); ok {
			return outlet
		}
	}
	for _, preposition := range []string{" in ", " on ", " by ", " from "} {
		what, where, ok := strings.Cut(id.Name, preposition)
		if !ok || !hasWord(what, storyWords) || preposition == " by " && seenBy(what) {
			continue
		}
		if outlet, ok := h.known.Lookup(where); ok {
			return outlet
		}
		if where = strings.TrimPrefix(where, "the "); soundsLikePress(where) {
			return where
		}
	}
	return ""
}

// seenBy tells the words before "by" that make a reader of whoever follows: "a
// report seen by the Courier" is not the Courier's.
func seenBy(what string) bool {
	for _, end := range []string{" seen", " obtained", " reviewed", " viewed", " read", " examined", " shared", " shown"} {
		if strings.HasSuffix(what, end) {
			return true
		}
	}
	return false
}

// press tells whether a hand is an outlet of journalism: one that publishes
// more than statements of its own, or that nothing in the case was published
// by.
func (h *hands) press(hand string) bool {
	outlet, ok := strings.CutPrefix(hand, outletPrefix)
	return ok && !h.party[outlet]
}

// outletOf is the outlet that an identity is, "" if it is none.
func (h *hands) outletOf(id *names.Identity) string {
	if id.Described {
		if outlet, ok := h.known.Lookup(id.Name); ok && (strings.HasPrefix(id.Name, "@") || strings.ToLower(id.Name) != id.Name) {
			return outlet
		}
		return h.storyOf(id)
	}
	if outlet, ok := h.known.Lookup(id.Name); ok {
		return outlet
	}
	for _, s := range id.Spellings {
		if outlet, ok := h.known.Lookup(s); ok {
			return outlet
		}
	}
	if id.Type == hearsay.Organization && soundsLikePress(id.Name) {
		return id.Name
	}
	return ""
}

// named is the hand key of a printed name that no entity stands for, such as
// an agency in a credit line.
func (h *hands) named(name string) (key, printed string) {
	if outlet, ok := h.known.Lookup(name); ok {
		return outletHand(outlet), outlet
	}
	if id := h.byName[names.Fold(name)]; id != nil {
		return id.ID, id.Name
	}
	return "", name
}

// place gives the hops of a local chain their hand keys and common names, and
// takes out hands that repeat: an outlet that publishes its own statement is
// one hop, and an agency that a text credits twice is one.
func (h *hands) place(m *member, st *hearsay.Statement) {
	chain := hearsay.Chain{{Name: m.report.Outlet, Role: hearsay.RolePublisher, Entity: outletHand(m.report.Outlet)}}
	for i, hop := range st.Chain[1:] {
		key, name := "", ""
		if hop.Entity != "" {
			key, name = h.of(m, hop.Entity)
		}
		if key == "" {
			key, name = h.named(hop.Name)
		}
		hop.Entity, hop.Name = key, name
		if hop.Role == hearsay.RoleHearer {
			if !h.carries(key) {
				continue
			}
			hop.Role = hearsay.RoleRelay
		}
		last := i == len(st.Chain)-2
		if h.isPublisher(m, hop) || last && st.End == hearsay.EndDescribed && h.ownPeople(m, hop.Name) || key != "" && holds(chain, key) {
			if last {
				st.End = h.ownEnd(m, chain)
			}
			continue
		}
		if last && st.End == hearsay.EndDescribed && h.press(key) {
			st.End = hearsay.EndUnattributed // "a report in the Courier"
		}
		chain = append(chain, hop)
	}
	if n := len(chain); n > 1 && st.Attr == "" && m.report.ForwardedFrom != "" && h.private(m, chain[n-1]) {
		st.End = hearsay.EndNamed
	}
	if len(chain) == 1 && st.End == hearsay.EndUnattributed && h.party[m.report.Outlet] {
		st.End = hearsay.EndNamed
	}
	st.Chain = chain
}

// carries tells whether whom a thing was told to is an outlet of journalism that
// the case knows.
func (h *hands) carries(hand string) bool {
	outlet, ok := strings.CutPrefix(hand, outletPrefix)
	if !ok || h.party[outlet] {
		return false
	}
	_, known := h.known.Lookup(outlet)
	return known
}

// private tells whether a hand is a person whose mail was passed on: what it
// says is in that person's own voice.
func (h *hands) private(m *member, hop hearsay.Hop) bool {
	if m.report.Channel != hearsay.ChannelMail || h.press(hop.Entity) && soundsLikePress(hop.Name) {
		return false
	}
	first, _, _ := strings.Cut(hop.Name, " ")
	return names.IsFirstName(first)
}

// isPublisher tells whether a hop is the outlet itself, or the institution
// whose own press office the outlet is.
func (h *hands) isPublisher(m *member, hop hearsay.Hop) bool {
	outlet := m.report.Outlet
	if hop.Entity == outletHand(outlet) {
		return true
	}
	if !h.party[outlet] {
		return false
	}
	name := names.Fold(hop.Name)
	owner := names.Fold(h.w.table.Outlets[outlet].Owner)
	return name != "" && (name == owner || strings.HasPrefix(names.Fold(outlet), name+" "))
}

// ownPeople tells whether a description in a party's own statement is of its
// own people, whom it does not name: "our engineers", "inspectors of the
// Department". What they found, it says itself.
func (h *hands) ownPeople(m *member, described string) bool {
	outlet := m.report.Outlet
	if !h.party[outlet] {
		return false
	}
	fold := names.Fold(described)
	if strings.HasPrefix(fold, "our ") {
		return true
	}
	body := " " + names.Fold(outlet) + " "
	for _, of := range []string{" of the ", " from the ", " for the "} {
		if _, tail, ok := strings.Cut(fold, of); ok && partyWords[tail] && strings.Contains(body, " "+tail+" ") {
			return true
		}
	}
	owner, _, ok := strings.Cut(fold, "'s ")
	owner = strings.TrimPrefix(owner, "the ")
	return ok && partyWords[owner] && strings.Contains(body, " "+owner+" ")
}

// ownEnd is the end of a chain whose speaker turned out to stand on it
// already. Whoever publishes a letter of their own has signed it.
func (h *hands) ownEnd(m *member, chain hearsay.Chain) hearsay.End {
	if n := len(chain); n > 1 && h.press(chain[n-1].Entity) {
		return hearsay.EndUnattributed // "I read in the Courier": its own voice
	} else if n == 1 && !h.party[m.report.Outlet] && m.analysis.Genre != hearsay.GenreLetter {
		return hearsay.EndUnattributed
	}
	return hearsay.EndNamed
}

func holds(chain hearsay.Chain, key string) bool {
	for _, hop := range chain {
		if hop.Entity == key {
			return true
		}
	}
	return false
}

// publish records who published each report, and who speaks for whom.
func (h *hands) publish() {
	for _, m := range h.w.reports {
		outlet := h.w.table.Outlets[m.report.Outlet]
		outlet.Name = m.report.Outlet
		h.w.out.Publications = append(h.w.out.Publications, store.Publication{Report: m.num, Outlet: m.report.Outlet,
			Family: outlet.Family(), Party: h.party[m.report.Outlet], Published: m.report.Published})
		if outlet.Owner != "" && h.party[m.report.Outlet] {
			h.speaks(m, outletHand(m.report.Outlet), outlet.Owner, hearsay.Span{})
		}
		if body := bodyOf(m.report.Outlet); body != "" {
			h.speaks(m, outletHand(m.report.Outlet), body, hearsay.Span{})
		}
		for _, e := range m.analysis.Entities {
			if e.SpeaksFor == "" {
				continue
			}
			who, _ := h.of(m, e.ID)
			whom, _ := h.of(m, e.SpeaksFor)
			h.link(m, who, whom, e.SpeaksForWhy)
		}
	}
}

func (h *hands) speaks(m *member, who, whom string, why hearsay.Span) {
	key, _ := h.named(whom)
	h.link(m, who, key, why)
}

func (h *hands) link(m *member, who, whom string, why hearsay.Span) {
	if who == "" || whom == "" || who == whom {
		return
	}
	if h.refused(who, whom) {
		return
	}
	// Who signs what a paper prints does not speak for the paper.
	if whom == outletHand(m.report.Outlet) && !h.party[m.report.Outlet] {
		return
	}
	link := standing.SpeaksFor{Who: who, Whom: whom, Evidence: evidence(&m.report, why)}
	h.spokes[who] = append(h.spokes[who], link)
	h.spokes[whom] = append(h.spokes[whom], link)
	h.w.out.SpeaksFor = append(h.w.out.SpeaksFor, store.SpeaksFor{Who: who, Whom: whom, Report: m.num, Span: why})
}
