package standing

import (
	"slices"
	"strings"

	"hearsay"
)

// acts are verbs by which somebody does a thing in saying so. That a judge
// ordered it is an event that the outlet reports in its own voice, beside what
// was ordered, which nobody asserts.
var acts = wordSet(`order orders ordered direct directs directed instruct instructs instructed command commands commanded
		ban bans banned bar bars barred forbid forbids forbade forbidden require requires required oblige obliges obliged
		sentence sentences sentenced authorise authorises authorised authorize authorizes authorized permit permits permitted allow allows allowed
		summon summons summoned urge urges urged ask asks asked invite invites invited call calls called demand demands demanded request requests requested
		agree agrees agreed refuse refuses refused decide decides decided vote votes voted approve approves approved
		pledge pledges pledged promise promises promised vow vows vowed offer offers offered threaten threatens threatened`)

// telling are verbs that do so where somebody is to do what he is told.
var telling = wordSet(`tell tells told`)

// addressed are verbs that say, in the passive, that somebody was told.
var addressed = wordSet(`told warned informed advised notified alerted reminded assured promised asked ordered instructed`)

// act is the whole of an attribution by which its source does something, from
// its first word to its last; empty if it does nothing, or if another speaks
// between ("the board, Lund said, ordered …"). That somebody was warned or told,
// nobody says by whom, is such a thing too; who was stands before it.
func (l *local) act(i int) hearsay.Span {
	a := &l.analysis.Attributions[i]
	if len(a.Cue) == 0 || a.Stance != hearsay.Intends && len(a.Source) > 0 {
		return hearsay.Span{}
	}
	is := false
	for _, w := range strings.Fields(strings.ToLower(a.Cue[len(a.Cue)-1].Of(l.report.Text))) {
		if w == "not" || w == "never" || w == "to" || strings.HasSuffix(w, "n't") {
			return hearsay.Span{}
		}
		is = is || len(a.Source) > 0 && (acts[w] || telling[w]) || addressed[w]
	}
	whole := hearsay.Cover(l.extents[i])
	if !is || len(a.Source) == 0 && !l.hasHearer(a) || len(l.extents[i]) > 1 && l.interrupted(i, whole) {
		return hearsay.Span{}
	}
	return whole
}

// hasHearer tells whether a passive without a source has somebody for its
// subject ("the mill was warned that", not "it was ordered that").
func (l *local) hasHearer(a *hearsay.Attribution) bool {
	words := strings.Fields(strings.ToLower(a.Cue[len(a.Cue)-1].Of(l.report.Text)))
	before := strings.Fields(l.report.Text[:a.Cue[len(a.Cue)-1].Start])
	return len(words) > 1 && len(before) > 0 && !strings.EqualFold(before[len(before)-1], "it")
}

// interrupted tells whether another attribution has its source or its cue
// inside that span.
func (l *local) interrupted(i int, span hearsay.Span) bool {
	for k := range l.analysis.Attributions {
		b := &l.analysis.Attributions[k]
		if k != i && l.parent[k] != i && (slices.ContainsFunc(b.Source, span.Contains) || slices.ContainsFunc(b.Cue, span.Contains)) {
			return true
		}
	}
	return false
}

// insideDenied tells whether attribution i is an act that somebody denies or
// asks about: that it was done is then denied, whole, and not what was ordered.
func (l *local) insideDenied(i int) bool {
	if l.acts[i].IsEmpty() || l.parent[i] < 0 {
		return false
	}
	stance, _ := l.stance(l.lineage(l.parent[i]))
	return stance == hearsay.Denies || stance == hearsay.Questions
}

// deed tells whether attribution i, which the verb makes a denial, is a thing
// done to a thing: a journal that retracts a paper, a court that dismisses an
// appeal and an army that withdraws its troops deny nothing. Such a sentence is
// its teller's, whole. What was told before can be denied so ("rejected the
// allegation"), and whoever takes back that something is so denies it.
func (l *local) deed(i int) bool {
	a := &l.analysis.Attributions[i]
	if a.Stance != hearsay.Denies || len(a.Source) == 0 || len(a.Cue) == 0 || len(a.Content) != 1 || slices.Contains(l.parent, i) {
		return false
	}
	undoes, refuses := false, false
	for _, w := range strings.Fields(strings.ToLower(hearsay.Cover(a.Cue).Of(l.report.Text))) {
		if w == "not" || w == "never" || strings.HasSuffix(w, "n't") {
			return false
		}
		undoes, refuses = undoes || undoing[w], refuses || refusing[w]
	}
	if !undoes && !refuses {
		return false
	}
	for n, w := range strings.Fields(strings.ToLower(a.Content[0].Of(l.report.Text))) {
		w = strings.Trim(w, ".,;:'’\"“”‘()")
		if w == "that" && n > 0 || !undoes && (w == "as" || told[w] || n == 0 && strings.HasSuffix(w, "ing") || pointing(w)) {
			return false
		}
	}
	return true
}

var (
	// undoing are verbs for taking back what one has done or made.
	undoing = wordSet(`retract retracts retracted retracting withdraw withdraws withdrew withdrawn withdrawing renounce renounces renounced renouncing`)
	// refusing are verbs for turning down what somebody asks or proposes.
	refusing = wordSet(`dismiss dismisses dismissed dismissing reject rejects rejected rejecting oppose opposes opposed opposing
		contest contests contested contesting rebuff rebuffs rebuffed disown disowns disowned`)
	// told are the nouns for what somebody told or holds to be so.
	told = wordSet(`report reports claim claims allegation allegations accusation accusations story stories rumour rumours rumor rumors account accounts
		suggestion suggestions assertion assertions statement statements speculation version versions coverage charge charges idea ideas notion notions
		criticism criticisms argument arguments finding findings conclusion conclusions figure figures evidence interpretation theory theories
		complaint complaints comparison insinuation insinuations remark remarks comment comments article articles letter view views any all`)
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
