package names

import "strings"

// firmEnding tells whether a word ends the name of a firm as plurals of what is
// done and made do: Crossings, Solutions, Utilities, Plastics.
func firmEnding(w string) bool {
	for _, end := range []string{"ings", "tions", "sions", "ments", "ities", "ances", "ics"} {
		if strings.HasSuffix(w, end) && len(w) >= len(end)+4 {
			return !surnamesInIngs[w] && !happenings[w]
		}
	}
	return false
}

var (
	surnamesInIngs = wordSet("hastings jennings billings cummings rawlings hutchings stallings hemmings giddings cowlings rowlings")
	happenings     = wordSet("elections celebrations negotiations hearings proceedings olympics paralympics")
)

// severalOf tells whether a word that ends "the NAME" means several, as the
// names of teams and bands do: the Harbour Falcons.
func severalOf(w string) bool {
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && len(w) > 4 &&
		!placeNouns[w] && !placeNouns[w[:len(w)-1]] && !demonyms[w[:len(w)-1]] && !happenings[w] && !shipNouns[w]
}
