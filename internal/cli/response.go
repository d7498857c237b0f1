package cli

import (
	"fmt"
	"slices"

	"hearsay/internal/trace"
)

// answered says what a response was, for people.
var answered = map[trace.ResponseKind]string{
	trace.Declined:  "declined to comment",
	trace.Silent:    "did not respond",
	trace.Unreached: "could not be reached",
	trace.Replied:   "answers",
}

// response is one with the number of further reports that tell the same.
type response struct {
	trace.Response
	others int
}

// together folds what several reports tell of one; the first of them tells it.
func together(list []trace.Response) (folded []*response) {
	for _, r := range list {
		i := slices.IndexFunc(folded, func(x *response) bool { return x.By == r.By && x.Kind == r.Kind && r.Kind != trace.Replied })
		switch {
		case i < 0:
			folded = append(folded, &response{Response: r})
		case folded[i].Report != r.Report:
			folded[i].others++
		}
	}
	return folded
}

// responses lists who answered and who did not, with who reports it and when.
func (p page) responses(a *trace.Answer) {
	if len(a.Responses)+len(a.Unanswered) == 0 {
		return
	}
	p.section("Answers and silence")
	for _, r := range together(a.Responses) {
		what := oneLine(r.By) + " " + answered[r.Kind]
		if r.Kind == trace.Replied {
			what += " " + p.files.of(r.To[0])
		}
		note := p.files.of(r.Path)
		if day := r.Published.Day(); day != "" {
			note = day + ", " + note
		}
		if r.others > 0 {
			note += fmt.Sprintf(" and %d more", r.others)
		}
		if r.Outlet != r.By {
			note = oneLine(r.Outlet) + ", " + note
		}
		p.noted("  ", "– "+what, note)
	}
	for _, u := range a.Unanswered {
		until := ""
		if u.Until != "" {
			until = fmt.Sprintf(" up to %s, the date of the last one", u.Until)
		}
		if u.Path != "" {
			p.wrap("  ", fmt.Sprintf("– Nobody answers %s in any report here%s.", p.files.of(u.Path), until))
			continue
		}
		p.wrap("  ", fmt.Sprintf("– %s, of whom it speaks, does not speak of it in any report here%s.", oneLine(u.Name), until))
	}
}
