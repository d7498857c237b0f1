// Package press holds a starter table of public outlets, news agencies and
// translation services: under which names and domains they go, and who owns
// them. It is facts collected for hearsay, as of the date AsOf, and what a
// person says of an outlet overrides it.
//
// It knows outlets by their exact names and domains only. A name that many
// papers bear, or that is a word or a person's name as well, is not in it.
package press

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"hearsay"
)

// AsOf is the month in which the facts were true, to our knowledge.
const AsOf = "2024-06"

// Kind says what an outlet does.
type Kind string

// Entry is one outlet of the table.
type Entry struct {
	hearsay.Outlet
	Kind    Kind     // agency, paper, magazine, broadcaster, site, translation, monitor or service
	Domains []string // all of them; Domain is the first
}

//go:embed outlets.txt
var table string

var entries = sync.OnceValue(func() []Entry {
	list, err := parse(table)
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return list
})

// Outlets is the table, in its order. It must not be changed.
func Outlets() []Entry { return entries() }

var byDomain = sync.OnceValue(func() map[string]*Entry {
	index := map[string]*Entry{}
	list := Outlets()
	for i := range list {
		for _, domain := range list[i].Domains {
			index[domain] = &list[i]
		}
	}
	return index
})

// At is the outlet to whose domain a host belongs, nil if none.
func At(host string) *Entry {
	for host = strings.ToLower(host); host != ""; _, host, _ = strings.Cut(host, ".") {
		if e := byDomain()[host]; e != nil {
			return e
		}
	}
	return nil
}

// ByDomainOnly tells whether the outlet's bare name says too little.
func (e *Entry) ByDomainOnly() bool { return strings.HasSuffix(e.Name, ")") }

// PrintedName is the name as the outlet prints it.
func (e *Entry) PrintedName() string {
	name, _, _ := strings.Cut(e.Name, " (")
	return name
}

func parse(table string) (list []Entry, err error) {
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "|")
		if len(fields) != 5 {
			return nil, fmt.Errorf("outlets.txt:%d: %d fields, not 5", n, len(fields))
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		e := Entry{Outlet: hearsay.Outlet{Name: fields[0], Owner: fields[2], Aliases: words(fields[4])},
			Kind: Kind(fields[1]), Domains: words(fields[3])}
		if len(e.Domains) > 0 {
			e.Domain = e.Domains[0]
		}
		list = append(list, e)
	}
	return list, nil
}

func words(s string) []string {
	var list []string
	for word := range strings.SplitSeq(s, ",") {
		if word = strings.TrimSpace(word); word != "" {
			list = append(list, word)
		}
	}
	return list
}
