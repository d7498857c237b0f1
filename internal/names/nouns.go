package names

import (
	_ "embed"
	"strings"
	"sync"
)

// morePersonNouns are the nouns whose first sense in WordNet 3.1 is a person
// (lexicographer file noun.person), in lower case, without those of
// personNouns. WordNet is Princeton University's, under its own licence.
//
//go:embed personnouns.txt
var morePersonNouns string

var wordnetPersons = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool, 8000)
	for w := range strings.FieldsSeq(morePersonNouns) {
		set[w] = true
	}
	return set
})

// isPersonNoun tells whether a singular noun can head the description of a
// person.
func isPersonNoun(w string) bool {
	return personNouns[w] || !orgNouns[w] && !documentNouns[w] && !mediaNouns[w] && wordnetPersons()[w]
}
