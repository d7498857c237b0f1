package standing

import (
	"fmt"
	"slices"

	"hearsay"
)

// Receipt lists every decision that took part in a count.
type Receipt []Line

// Line is one decision: the rule, what it joined or counted, and the spans
// that are its evidence. Joins holds report ids, hand keys, and keys of
// unknowns.
type Line struct {
	Rule     string     `json:"rule"`
	Joins    []string   `json:"joins"`
	Note     string     `json:"note,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Evidence is a span of a report.
type Evidence struct {
	Report string       `json:"report"`
	Span   hearsay.Span `json:"span"`
}

// The rules by which Replay counts.
const (
	ruleReport      = "asserts"      // report, outlet
	ruleFamily      = "owner"        // outlet, family
	ruleText        = "copy"         // two reports that are one text
	ruleNamed       = "end"          // report, hand at the end of its chain
	ruleUnknown     = "unknown"      // report, unknown at the end of its chain
	ruleSameNamed   = "same-origin"  // two hands that are one origin
	ruleSameUnknown = "same-unknown" // two unknowns that may be one
)

// The rules by which a chain goes from report to report, and by which a
// statement or a report is left out. They explain ends, and take no part in Replay.
const (
	ruleDerivation = "derivation"
	ruleCitation   = "citation"
	ruleOwnVoice   = "own-voice"  // report, outlet: left out, since the report attributes the claim
	ruleDistrusted = "distrusted" // report, hand: left out under a condition
	ruleLater      = "later"      // report, day: left out, as it is younger than the day asked for
	ruleUndated    = "undated"    // report, date as far as it is known: left out, as it may be
)

// ledger is a receipt while it is written: each decision once.
type ledger struct {
	lines Receipt
	seen  map[[3]string]bool // by rule and what it joins
}

func (w *ledger) add(l Line) {
	if key := [3]string{l.Rule, l.Joins[0], l.Joins[1]}; !w.seen[key] {
		w.seen[key] = true
		w.lines = append(w.lines, l)
	}
}

// Replay counts the ladder from the receipt alone. Lines that join nothing are
// left out.
func (r Receipt) Replay() hearsay.Ladder {
	r = slices.DeleteFunc(slices.Clone(r), func(l Line) bool { return len(l.Joins) != 2 })
	reports, outlets, families := map[string]bool{}, map[string]bool{}, map[string]bool{}
	named, unknown := map[string]bool{}, map[string]bool{}
	texts, origins := unionFind{}, unionFind{}
	for _, l := range r {
		switch l.Rule {
		case ruleText:
			texts.join(l.Joins[0], l.Joins[1])
		case ruleSameNamed, ruleSameUnknown:
			origins.join(l.Joins[0], l.Joins[1])
		}
	}
	for _, l := range r {
		switch l.Rule {
		case ruleReport:
			reports[texts.find(l.Joins[0])] = true
			outlets[l.Joins[1]] = true
		case ruleFamily:
			families[l.Joins[1]] = true
		case ruleNamed:
			named[origins.find(l.Joins[1])] = true
		case ruleUnknown:
			unknown[origins.find(l.Joins[1])] = true
		}
	}
	ladder := hearsay.Ladder{Reports: r.count(ruleReport), Texts: len(reports), Outlets: len(outlets), Families: len(families)}
	if ladder.Reports > 0 {
		ladder.Origins = hearsay.Interval{Low: max(len(named), 1), High: max(len(named)+len(unknown), 1)}
	}
	return ladder
}

func (r Receipt) count(rule string) (n int) {
	for _, l := range r {
		if l.Rule == rule {
			n++
		}
	}
	return n
}

func percent(x float64) string { return fmt.Sprintf("%.0f %%", 100*x) }
