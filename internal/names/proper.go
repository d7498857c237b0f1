package names

import (
	_ "embed"
	"strings"
	"sync"
)

// properFile is made from WordNet 3.1 by proper.py, which says what it holds.
//
//go:embed proper.txt
var properFile string

// properLetters are the kinds of names in proper.txt, a bit each by place.
const properLetters = "pPsgGo"

// properWords tells of a word in lower case the kinds of names in which it is
// known to stand.
var properWords = sync.OnceValue(func() map[string]uint32 {
	list := make(map[string]uint32, 10000)
	for line := range strings.Lines(properFile) {
		word, letters, _ := strings.Cut(strings.TrimSpace(line), " ")
		for _, c := range letters {
			list[word] |= 1 << max(strings.IndexRune(properLetters, c), 0)
		}
	}
	return list
})
