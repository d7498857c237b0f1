package standing

import (
	"strings"

	"hearsay"
)

// acts are verbs by which somebody does a thing in saying so. That a judge
// ordered it is an event that the outlet reports in its own voice, beside what
// was ordered, which nobody asserts.
var acts = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`order orders ordered direct directs directed instruct instructs instructed command commands commanded
		ban bans banned bar bars barred forbid forbids forbade forbidden require requires required oblige obliges obliged
		sentence sentences sentenced authorise authorises authorised authorize authorizes authorized permit permits permitted allow allows allowed
		summon summons summoned urge urges urged ask asks asked invite invites invited call calls called demand demands demanded request requests requested
		agree agrees agreed refuse refuses refused decide decides decided vote votes voted approve approves approved
		pledge pledges pledged promise promises promised vow vows vowed offer offers offered threaten threatens threatened`) {
		set[w] = true
	}
	return set
}()

// act is the whole of an attribution by which its source does something, ok if
// it is one and stands in one piece. Who is told to have done it in what another
// says has done it on that one's word.
func (l *local) act(i int) (span hearsay.Span, ok bool) {
	a := &l.analysis.Attributions[i]
	if a.Stance != hearsay.Intends || len(a.Source) == 0 || len(a.Cue) == 0 || len(l.extents[i]) != 1 {
		return span, false
	}
	cue := strings.ToLower(a.Cue[len(a.Cue)-1].Of(l.report.Text))
	for _, w := range strings.Fields(cue) {
		if w == "not" || w == "never" || w == "to" || strings.HasSuffix(w, "n't") {
			return span, false
		}
		ok = ok || acts[w]
	}
	return l.extents[i][0], ok
}
