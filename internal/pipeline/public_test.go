package pipeline

import (
	"testing"

	"hearsay"
)

// TestPublicOutlets: what a person says of an outlet, by whatever name, keeps
// the public table away from it.
func TestPublicOutlets(t *testing.T) {
	for _, test := range []struct {
		about string
		said  map[string]hearsay.Outlet
		name  string
		owner string
	}{
		{"nothing said", map[string]hearsay.Outlet{}, "New York Post", "News Corp"},
		{"its own name", map[string]hearsay.Outlet{"New York Post": {Owner: "Someone"}}, "New York Post", "Someone"},
		{"its domain", map[string]hearsay.Outlet{"The Post of York": {Domain: "nypost.com"}}, "New York Post", ""},
		{"its alias", map[string]hearsay.Outlet{"York Paper": {Aliases: []string{"the new york post"}}}, "New York Post", ""},
		{"a name that many bear", map[string]hearsay.Outlet{}, "The Times", ""},
	} {
		s := &settings{said: test.said, table: hearsay.OutletTable{Outlets: map[string]hearsay.Outlet{}}}
		for name, o := range test.said {
			s.table.Outlets[name] = o
		}
		s.addPublic()
		if got := s.table.Outlets[test.name].Owner; got != test.owner {
			t.Errorf("%s: %s belongs to %q, want %q", test.about, test.name, got, test.owner)
		}
	}
}
