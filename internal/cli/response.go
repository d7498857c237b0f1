package cli

import (
	"fmt"

	"hearsay/internal/trace"
)

// responses lists who answered and who did not, with who reports it and when.
func (p page) responses(a *trace.Answer) {
	if len(a.Responses)+len(a.Unanswered) == 0 {
		return
	}
	p.section("Answers and silence")
	for _, r := range a.Heard() {
		what := oneLine(r.By) + " " + r.Kind.Words()
		if r.Kind == trace.Replied {
			what += " " + p.files.of(r.To[0])
		}
		note := p.files.of(r.Path)
		if day := r.Published.Day(); day != "" {
			note = day + ", " + note
		}
		if r.Others > 0 {
			note += fmt.Sprintf(" and %d more", r.Others)
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
