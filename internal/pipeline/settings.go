package pipeline

import (
	"context"
	"maps"
	"net/url"
	"slices"
	"sort"
	"strings"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/names"
	"hearsay/internal/store"
)

// settings is what a person said of outlets and reports, ready for use.
type settings struct {
	table   hearsay.OutletTable
	said    map[string]hearsay.Outlet // outlets of the table that the person named, without the public ones
	known   names.Outlets
	domains map[string]string // domain → outlet
	ends    []string          // of paths, that settings for every folder name; the longest first
}

func (p *Pipeline) loadSettings(ctx context.Context) (*settings, error) {
	table, err := p.db.OutletTable(ctx)
	if err != nil {
		return nil, err
	}
	s := &settings{table: table, said: maps.Clone(table.Outlets), domains: map[string]string{}}
	s.addPublic()
	var outlets []hearsay.Outlet
	for _, name := range sortedKeys(table.Outlets) {
		o := table.Outlets[name]
		outlets = append(outlets, o)
		if _, said := s.said[name]; said && o.Domain != "" {
			s.domains[strings.ToLower(o.Domain)] = name
		}
	}
	s.known = names.NewOutlets(outlets)
	for _, path := range sortedKeys(table.Reports) {
		if end, ok := strings.CutPrefix(path, store.Anywhere); ok {
			s.ends = append(s.ends, end)
		}
	}
	sort.SliceStable(s.ends, func(i, j int) bool { return len(s.ends[i]) > len(s.ends[j]) })
	return s, nil
}

// apply sets the report's outlet and date as the person said, and gives the
// outlet the name that the person's table uses.
func (s *settings) apply(r *store.Numbered) {
	for _, path := range slices.Backward(r.Paths) {
		s.set(&r.Report, s.byEnd(path))
		s.set(&r.Report, s.table.Reports[path])
	}
	if name, ok := s.known.Lookup(r.Outlet); ok {
		r.Outlet = name
	} else if name := s.byDomain(r.URL); name != "" {
		r.Outlet = name
	} else if name := s.byBeginning(r.Outlet); name != "" {
		r.Outlet = name
	} else if e := publicAt(r.URL); e != nil && (r.Outlet == "" || !e.ByDomainOnly()) {
		r.Outlet = e.PrintedName()
	}
}

// byEnd is what the person said of reports whose path ends like this one.
func (s *settings) byEnd(path string) hearsay.Setting {
	for _, end := range s.ends {
		if path == end || strings.HasSuffix(path, "/"+end) {
			return s.table.Reports[store.Anywhere+end]
		}
	}
	return hearsay.Setting{}
}

func (s *settings) set(r *hearsay.Report, said hearsay.Setting) {
	if said.Outlet != "" {
		r.Outlet = said.Outlet
	}
	if d, ok := intake.ParseDate(said.Published); ok && said.Published != "" {
		r.Published = d
	}
}

// byBeginning is the only outlet of the table whose name the printed one goes
// on from, by whole words: "Consumer Alarm" for "Consumer Alarm Weekly". One
// word is too little to tell.
func (s *settings) byBeginning(printed string) string {
	found := ""
	fold := names.Fold(printed)
	for name := range s.said {
		begin := names.Fold(name)
		if !strings.Contains(begin, " ") || !strings.HasPrefix(fold, begin+" ") {
			continue
		}
		if found != "" {
			return ""
		}
		found = name
	}
	return found
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
