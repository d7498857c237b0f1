package pipeline

import (
	"net/url"
	"strings"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/press"
)

// addPublic adds the public outlets to the person's table, but for those of
// which the person says something: by any name, or by a domain.
func (s *settings) addPublic() {
	taken := map[string]bool{}
	for name, o := range s.said {
		for _, n := range append([]string{name, o.Domain}, o.Aliases...) {
			taken[names.Fold(n)] = true
		}
	}
	delete(taken, "")
	for _, e := range press.Outlets() {
		if !e.ByDomainOnly() && !anyTaken(taken, e) {
			s.table.Outlets[e.Name] = e.Outlet
		}
	}
}

func anyTaken(taken map[string]bool, e press.Entry) bool {
	if taken[names.Fold(e.Name)] {
		return true
	}
	for _, list := range [][]string{e.Aliases, e.Domains} {
		for _, n := range list {
			if taken[names.Fold(n)] {
				return true
			}
		}
	}
	return false
}

// publicAt is the public outlet at whose domain an address lies, nil if none.
func publicAt(address string) *press.Entry {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	return press.At(strings.ToLower(u.Hostname()))
}

// ownedBy gives an outlet that is known by its domain alone the owner of that
// domain, unless the person says something of the outlet.
func (w *whole) ownedBy(m *member) {
	outlet := m.report.Outlet
	if _, known := w.table.Outlets[outlet]; known {
		return
	}
	e := publicAt(m.report.URL)
	if e != nil && e.ByDomainOnly() && e.Owner != "" && names.Fold(outlet) == names.Fold(e.PrintedName()) {
		w.table.Outlets[outlet] = hearsay.Outlet{Name: outlet, Owner: e.Owner}
	}
}
