package standing

import (
	"slices"

	"hearsay"
)

// step is one continuation from a report to another.
type step struct {
	rule     string // ruleDerivation or ruleCitation
	from, to string // report ids, from the reader's side
	kind     hearsay.DerivationKind
	evidence []Evidence
}

// goOn finds the statement of another report that n goes on through: one of
// the report from which its own takes its text, else one of an outlet that it
// cites. Where a chain goes on depends on the statement alone and not on how
// it was reached, so that all chains that meet end alike.
func (g *graph) goOn(n *node) {
	if !g.goOnByDerivation(n) {
		g.goOnByCitation(n)
	}
}

// How well a statement fits one that is taken over from it. A statement in a
// corresponding passage is sure; the rest are weaker and weaker signs.
const (
	fitWhole   = 1 // the text was taken over as a whole
	fitPlace   = 1 // the same place in a corresponding passage
	fitSpeaker = 2
	fitPassage = 4
)

func (g *graph) goOnByDerivation(n *node) bool {
	best := 0
	for _, d := range g.into[n.Report] {
		if d.Kind == hearsay.Reply {
			continue
		}
		for _, t := range g.byReport[d.From] {
			if fit := g.fit(n, t, d); fit > best {
				best = fit
				n.next, n.kept = t, n.ownHands(d.Kind)
				n.step = step{rule: ruleDerivation, from: d.To, to: d.From, kind: d.Kind, evidence: alignedEvidence(d)}
			}
		}
	}
	return n.next != nil
}

// ownHands is how many hops of n stand before those of the report that it goes
// on through: the outlet, and the translator that it credits for rendering it.
func (n *node) ownHands(kind hearsay.DerivationKind) int {
	if kind == hearsay.Translation && len(n.Chain) > 2 && n.Chain[1].Role == hearsay.RoleTranslator {
		return 2
	}
	return 1
}

// fit tells how well n of the taking report corresponds to t of its source, 0
// for not at all. A speaker of its own makes n the report's own reporting.
func (g *graph) fit(n, t *node, d hearsay.Derivation) int {
	fit := 0
	if g.sameSpeaker(n, t) || g.hands(d.From, n.speaker()) {
		fit = fitSpeaker
	}
	if place, ok := corresponds(d.Aligned, hearsay.Cover(t.Content), hearsay.Cover(n.Content)); ok && g.mayBe(n, t) {
		fit += fitPassage
		if place {
			fit += fitPlace
		}
	}
	if fit == 0 && (n.Speaker == "" || d.Kind == hearsay.Translation || d.Kind == hearsay.Copy || d.Kind == hearsay.Forward || redescribes(n, t)) {
		fit = fitWhole
	}
	return fit
}

// hands tells whether a report takes its text from an outlet: who credits that
// outlet in words that he has from the report came by way of the report.
func (g *graph) hands(report, outlet string) bool {
	return outlet != "" && slices.ContainsFunc(g.into[report], func(d hearsay.Derivation) bool {
		return d.Kind != hearsay.Reply && g.report[d.From] != nil && g.report[d.From].Hand == outlet
	})
}

// redescribes tells whether n only describes whom its source names: who takes
// over a story likes to call "an old fisherman" whom it gives by name.
func redescribes(n, t *node) bool {
	return n.End == hearsay.EndDescribed && t.End == hearsay.EndNamed
}

// corresponds tells whether two spans touch corresponding passages, and
// whether they stand at the same place of them.
func corresponds(aligned []hearsay.Aligned, from, to hearsay.Span) (place, ok bool) {
	for _, al := range aligned {
		if !al.To.Overlaps(to) || !al.From.Overlaps(from) {
			continue
		}
		ok = true
		shift := al.From.Start - al.To.Start
		if from.Overlaps(hearsay.Span{Start: to.Start + shift, End: to.End + shift}) {
			return true, true
		}
	}
	return false, ok
}

func alignedEvidence(d hearsay.Derivation) []Evidence {
	if len(d.Aligned) == 0 {
		return nil
	}
	var from, to []hearsay.Span
	for _, al := range d.Aligned {
		from, to = append(from, al.From), append(to, al.To)
	}
	return []Evidence{{Report: d.From, Span: hearsay.Cover(from)}, {Report: d.To, Span: hearsay.Cover(to)}}
}

// mayBe tells whether two statements can come from the same mouth: unless both
// name somebody and these differ.
func (g *graph) mayBe(n, t *node) bool {
	a, b := n.speaker(), t.speaker()
	if a == "" || b == "" || n.End != hearsay.EndNamed || t.End != hearsay.EndNamed {
		return true
	}
	return g.voices.find(a) == g.voices.find(b) || slices.Contains(t.hands, a) || slices.Contains(n.hands, b)
}

func (g *graph) sameSpeaker(n, t *node) bool {
	a, b := n.speaker(), t.speaker()
	return a != "" && b != "" && g.voices.find(a) == g.voices.find(b)
}

// speaker is the hand at the end of the statement's own chain, "" if only the
// outlet speaks.
func (n *node) speaker() string {
	if len(n.hands) < 2 {
		return ""
	}
	return n.hands[len(n.hands)-1]
}

// goOnByCitation goes on through the earliest report of a cited outlet that
// could have been read.
func (g *graph) goOnByCitation(n *node) {
	own := g.report[n.Report]
	for i := 1; i < len(n.hands); i++ {
		if n.hands[i] == n.hands[0] {
			continue
		}
		for _, r := range g.byHand[n.hands[i]] {
			if !g.readable(own, r) {
				continue
			}
			if t := g.cited(n, i, r); t != nil {
				n.next, n.kept = t, i
				n.step = step{rule: ruleCitation, from: own.ID, to: r.ID, evidence: []Evidence{{Report: own.ID, Span: n.Chain[i].Span}}}
				return
			}
		}
	}
}

// readable tells whether the author of own could have read r: it is another
// report, not younger, and does not take its text from own.
func (g *graph) readable(own, r *Report) bool {
	return r != own && r.Published.NotAfter(own.Published) && !g.takesFrom(r.ID, own.ID, map[string]bool{})
}

// takesFrom tells whether a text comes from another, by whatever steps.
func (g *graph) takesFrom(id, source string, seen map[string]bool) bool {
	seen[id] = true
	return slices.ContainsFunc(g.into[id], func(d hearsay.Derivation) bool {
		return d.Kind != hearsay.Reply && (d.From == source || !seen[d.From] && g.takesFrom(d.From, source, seen))
	})
}

// cited chooses the statement of r that n speaks of when it cites r's outlet
// as its hop at. If n names somebody behind that outlet, r must name him too;
// if it only describes him, r may know better.
func (g *graph) cited(n *node, at int, r *Report) *node {
	list := g.byReport[r.ID]
	if at == len(n.hands)-1 {
		return first(list, func(*node) bool { return true })
	}
	speaker := n.speaker()
	if t := first(list, func(t *node) bool { return g.sameSpeaker(n, t) || slices.Contains(t.hands, speaker) }); t != nil {
		return t
	}
	if n.End == hearsay.EndNamed {
		return nil
	}
	if t := first(list, func(t *node) bool { return t.End == n.End }); t != nil {
		return t
	}
	return first(list, func(*node) bool { return true })
}

func first(list []*node, fits func(*node) bool) *node {
	if i := slices.IndexFunc(list, fits); i >= 0 {
		return list[i]
	}
	return nil
}
