package claims

// kinds are words of which one excludes the others: what happened in May did
// not happen in June, and the east wall is not the west wall.
var kinds = func() map[string]int {
	kindOf := map[string]int{}
	for kind, words := range [][]string{
		monthNames, dayNames, dayParts,
		{"north", "south", "east", "west"},
		{"northern", "southern", "eastern", "western"},
		{"spring", "summer", "autumn", "winter"},
		{"first", "second", "third", "fourth", "fifth", "last"},
		{"left", "right"},
		{"highest", "lowest"}, {"upper", "lower"}, {"old", "new"}, {"before", "after"},
	} {
		for _, word := range words {
			kindOf[root(word)] = kind + 1
		}
	}
	return kindOf
}()

// otherOfKind tells whether the query has a word of a kind of which the
// statement has only others.
func otherOfKind(asked, said Proposition) bool {
	for _, a := range asked.Terms {
		kind := kinds[a.Text]
		if kind == 0 {
			continue
		}
		other, same := false, false
		for _, s := range said.Terms {
			same = same || s.Text == a.Text
			other = other || kinds[s.Text] == kind
		}
		if other && !same {
			return true
		}
	}
	return false
}
