package names

import (
	"strings"

	"hearsay"
)

// Outlets are the publishers that a case knows, by every name they go by.
// The zero value knows none.
type Outlets struct {
	byFold  map[string]string
	starts  map[string]bool     // first words of the names, in lower case
	aliases map[string][]string // of each canonical name, as they are written
}

// NewOutlets indexes outlets by their names, aliases and domains. Where two
// outlets claim one alias, the name that is first in the alphabet keeps it.
func NewOutlets(outlets []hearsay.Outlet) Outlets {
	known := Outlets{byFold: make(map[string]string, 2*len(outlets)), aliases: make(map[string][]string)}
	for _, o := range outlets {
		if len(o.Aliases) > 0 {
			known.aliases[o.Name] = o.Aliases
		}
		for _, alias := range o.Aliases {
			known.add(alias, o.Name)
		}
		known.add(o.Domain, o.Name)
	}
	for _, o := range outlets {
		known.byFold[Fold(o.Name)] = o.Name
	}
	delete(known.byFold, "")
	known.starts = make(map[string]bool, len(known.byFold))
	for key := range known.byFold {
		first, _, _ := strings.Cut(key, " ")
		known.starts[first] = true
	}
	for _, o := range outlets {
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			if owner, _, ok := strings.Cut(strings.ReplaceAll(name, "’", "'"), "'"); ok && !strings.Contains(owner, " ") {
				known.starts[Fold(owner)] = true // Plotter's Table
			}
		}
	}
	return known
}

// Names are all folded names, with the outlet that each means.
func (o Outlets) Names() map[string]string { return o.byFold }

// mayStart tells whether a name of an outlet may begin with the word, in
// lower case.
func (o Outlets) mayStart(word string) bool {
	return len(o.starts) > 0 && o.starts[Fold(word)]
}

func (o Outlets) add(alias, name string) {
	key := Fold(alias)
	if old, ok := o.byFold[key]; !ok || name < old {
		o.byFold[key] = name
	}
}

// Lookup is the canonical name of the outlet that goes by name.
func (o Outlets) Lookup(name string) (string, bool) {
	return o.lookup(Fold(name))
}

func (o Outlets) lookup(key string) (string, bool) {
	if canonical, ok := o.byFold[key]; ok {
		return canonical, true
	}
	rest := withoutKind(key)
	if rest == key {
		return "", false
	}
	canonical, ok := o.byFold[rest]
	return canonical, ok
}

// withoutKind is a folded name without the article and the word for what it
// names: "the podcast Grupetto" and "the Grupetto podcast" are Grupetto.
func withoutKind(key string) string {
	key = strings.TrimPrefix(key, "the ")
	if last := strings.LastIndexByte(key, ' '); last > 0 && outletKinds[key[last+1:]] {
		return key[:last]
	}
	if first, rest, more := strings.Cut(key, " "); more && outletKinds[first] {
		return rest
	}
	return key
}

var outletKinds = wordSet("podcast newspaper magazine website newsletter broadcaster blog daily weekly channel agency paper tabloid programme")
