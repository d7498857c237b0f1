package claims

import (
	_ "embed"
	"strings"
)

// rootLines are the words of the other tables with their roots, a word a line:
// finding so many stems would take a third of the time in which Weights are
// loaded. A word that is not among them has the root that root finds. TestRoots
// writes them.
//
//go:embed roots.txt
var rootLines string

// rootsIn is root, for which words are looked up in lines first.
func rootsIn(lines string) func(word string) string {
	known := make(map[string]string, strings.Count(lines, "\n"))
	for lines != "" {
		var line string
		line, lines, _ = strings.Cut(lines, "\n")
		word, root, _ := strings.Cut(line, " ")
		known[word] = root
	}
	return func(word string) string {
		if r, ok := known[word]; ok {
			return r
		}
		return root(word)
	}
}
