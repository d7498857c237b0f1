package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"hearsay"
	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// ruleOffer is a ruling that a line of the receipt offers, as a button.
type ruleOffer struct {
	Kind  hearsay.RulingKind
	A, B  string
	Words string // on the button
	About string // behind them, for who does not see the line
}

// offers are the rulings by which a person can take a decision back.
func offers(a *trace.Answer, tell *trace.Teller, l standing.Line) (list []ruleOffer) {
	switch l.Rule {
	case "asserts":
		for _, e := range l.Evidence[:min(len(l.Evidence), 1)] {
			one, about := hearsay.StatementID(e.Report, e.Span), "the statement of "+tell.Name(e.Report)
			list = append(list, ruleOffer{hearsay.RuleReject, one, "", "says no such thing", about})
			if other := otherStatement(a, e.Report); other != "" {
				list = append(list, ruleOffer{hearsay.RuleDifferent, one, other, "another claim", about})
			}
		}
	case "derivation":
		list = append(list, ruleOffer{hearsay.RuleReject, l.Joins[1], l.Joins[0], "not so", tell.Name(l.Joins[0]) + " takes nothing from " + tell.Name(l.Joins[1])})
	case "same-origin":
		if one, other := tell.Name(l.Joins[0]), tell.Name(l.Joins[1]); one != "" && other != "" && one != other {
			list = append(list, ruleOffer{hearsay.RuleReject, one, other, "not so", one + " and " + other + " do not speak for each other"})
		}
	}
	return list
}

// otherStatement is one that asserts the claim in another report: a statement
// that makes another claim is not the same as it.
func otherStatement(a *trace.Answer, report string) string {
	for _, s := range a.Asserts {
		if s.Report != report {
			return hearsay.StatementID(s.Report, s.Content)
		}
	}
	return ""
}

// rulingsBack is the page of a claim behind a ruling, which may have given it
// another number: its words find it then.
func rulingsBack(a *trace.Answer) string {
	return fmt.Sprintf("/claim/%s?words=%s#rulings", a.Claim.ID, url.QueryEscape(plain(a.Claim.Text)))
}

// rulingsOn are the rulings that touch the reports and hands of a claim, and
// the newest one, which may have taken a report out of it.
func (d *Desk) rulingsOn(r *http.Request, a *trace.Answer) (list []rulingLine, err error) {
	all, err := d.rulingLines(r)
	touched := map[string]bool{}
	for _, s := range a.Asserts {
		touched[s.Report] = true
		for _, h := range s.Chain {
			touched[h.Name] = true
		}
	}
	for _, one := range slices.Concat(a.Denies, a.Questions, a.Intends) {
		touched[one.Report], touched[one.By] = true, true
	}
	for _, o := range a.Origins {
		for _, name := range o.Also {
			touched[name] = true
		}
	}
	for i, one := range all { // the newest first
		if i == 0 || touched[subject(one.Ruling.A)] || touched[subject(one.Ruling.B)] {
			list = append(list, one)
		}
	}
	return list, err
}
