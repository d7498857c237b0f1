package trace

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/internal/standing"
)

// Carried is one report that carried the claim, in the order of publication.
type Carried struct {
	Report    string       `json:"report"`
	Path      string       `json:"path"`
	Outlet    string       `json:"outlet"`
	Published hearsay.Date `json:"published"`
	How       string       `json:"how,omitempty"`   // a derivation kind or "citation"; empty where it comes from no report of the case
	From      string       `json:"from,omitempty"`  // the report that it has the claim from
	First     bool         `json:"first,omitempty"` // the first that is not derived from another
}

// spread lists who carried the claim when, first to last, those without a date
// at the end.
func spread(s *standing.Standing) []Carried {
	from := map[string]string{}
	for _, l := range s.Receipt {
		if l.Rule == "derivation" || l.Rule == "citation" {
			if from[l.Joins[0]] == "" {
				from[l.Joins[0]] = l.Joins[1]
			}
		}
	}
	list := []Carried{}
	at := map[string]int{}
	for _, a := range s.Asserts {
		i, met := at[a.Report]
		if !met {
			i = len(list)
			at[a.Report] = i
			list = append(list, Carried{Report: a.Report, Path: a.Path, Outlet: a.Outlet, Published: a.Published, How: a.How})
		}
		if a.How == "" { // one statement of its own is enough
			list[i].How = ""
		}
	}
	for i := range list {
		if list[i].How != "" {
			list[i].From = from[list[i].Report]
		}
	}
	slices.SortStableFunc(list, func(a, b Carried) int {
		x, y := a.Published, b.Published
		return cmp.Or(known(y)-known(x), x.Time.Compare(y.Time), cmp.Compare(a.Path, b.Path))
	})
	if i := slices.IndexFunc(list, func(c Carried) bool { return c.How == "" && !c.Published.IsZero() }); i >= 0 {
		list[i].First = true
	}
	return list
}

func known(d hearsay.Date) int {
	if d.IsZero() {
		return 0
	}
	return 1
}
