package claims

// pointers are the nouns by which a text points at what it told before.
var pointers = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range []string{"report", "reports", "claim", "claims", "allegation", "allegations", "accusation", "accusations", "story",
		"stories", "rumour", "rumours", "rumor", "rumors", "account", "suggestion", "suggestions", "article", "letter", "charge", "charges",
		"assertion", "statement", "speculation", "version", "matter", "coverage", "this", "that"} {
		set[root(w)] = true
	}
	return set
}()

// Pointing tells whether a proposition only points at another one: "the
// report", "these allegations", "it".
func Pointing(p Proposition) bool {
	for _, t := range p.Terms {
		if t.Kind == Number || t.Kind == Word && !pointers[t.Text] && t.Weight > lightWeight {
			return false
		}
	}
	return true
}
