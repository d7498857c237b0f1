package press

import (
	"slices"
	"strings"
	"testing"
)

// TestTable: every line can be read, and no name or domain stands for two.
func TestTable(t *testing.T) {
	list, err := parse(table)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 300 {
		t.Errorf("%d outlets", len(list))
	}
	kinds := []Kind{"agency", "paper", "magazine", "broadcaster", "site", "translation", "monitor", "service"}
	names, domains := map[string]string{}, map[string]string{}
	for _, e := range list {
		if !slices.Contains(kinds, e.Kind) {
			t.Errorf("%s is of the kind %q", e.Name, e.Kind)
		}
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			fold := strings.ToLower(n)
			if other := names[fold]; other != "" && other != e.Name {
				t.Errorf("%q names %s and %s", n, other, e.Name)
			}
			names[fold] = e.Name
			if len([]rune(n)) < 3 && n != "RT" {
				t.Errorf("%q of %s is too short to tell anybody apart", n, e.Name)
			}
		}
		for _, d := range e.Domains {
			if domains[d] != "" || d != strings.ToLower(d) || !strings.Contains(d, ".") {
				t.Errorf("domain %q of %s and %s", d, e.Name, domains[d])
			}
			domains[d] = e.Name
		}
		if e.ByDomainOnly() && len(e.Domains) == 0 {
			t.Errorf("%s cannot be found by anything", e.Name)
		}
	}
}

func TestAt(t *testing.T) {
	for host, want := range map[string]string{"www.theguardian.com": "The Guardian", "edition.cnn.com": "CNN", "english.alarabiya.net": "Al Arabiya",
		"notcnn.com": "", "": "", "com": ""} {
		e := At(host)
		if got := ""; e != nil {
			got = e.PrintedName()
			if got != want {
				t.Errorf("%s: %s, want %s", host, got, want)
			}
		} else if want != "" {
			t.Errorf("%s: none, want %s", host, want)
		}
	}
}
