package pipeline

import (
	"context"
	"net/url"
	"sort"
	"strings"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/names"
)

// settings is what a person said of outlets and reports, ready for use.
type settings struct {
	table   hearsay.OutletTable
	known   names.Outlets
	domains map[string]string // domain → outlet
	suffix  []string          // paths in table.Reports, the longest first
}

func (p *Pipeline) loadSettings(ctx context.Context) (*settings, error) {
	table, err := p.db.OutletTable(ctx)
	if err != nil {
		return nil, err
	}
	s := &settings{table: table, domains: map[string]string{}}
	var outlets []hearsay.Outlet
	for _, name := range sortedKeys(table.Outlets) {
		o := table.Outlets[name]
		outlets = append(outlets, o)
		if o.Domain != "" {
			s.domains[strings.ToLower(o.Domain)] = name
		}
	}
	s.known = names.NewOutlets(outlets)
	s.suffix = sortedKeys(table.Reports)
	sort.SliceStable(s.suffix, func(i, j int) bool { return len(s.suffix[i]) > len(s.suffix[j]) })
	return s, nil
}

// apply sets the report's outlet and date as the person said, and gives the
// outlet the name that the person's table uses.
func (s *settings) apply(r *hearsay.Report) {
	for _, path := range s.suffix {
		if r.Path != path && !strings.HasSuffix(r.Path, "/"+path) {
			continue
		}
		said := s.table.Reports[path]
		if said.Outlet != "" {
			r.Outlet = said.Outlet
		}
		if said.Published != "" {
			if d, ok := intake.ParseDate(said.Published); ok {
				r.Published = d
			}
		}
		break
	}
	if r.Outlet == "" {
		r.Outlet = s.byDomain(r.URL)
	}
	if name, ok := s.known.Lookup(r.Outlet); ok {
		r.Outlet = name
	}
}

// byDomain is the outlet to whose domain the address belongs, "" if none.
func (s *settings) byDomain(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for host != "" {
		if name, ok := s.domains[host]; ok {
			return name
		}
		_, parent, found := strings.Cut(host, ".")
		if !found {
			return ""
		}
		host = parent
	}
	return ""
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
