package text

// Language is the BCP 47 primary subtag of the language that most of s is in,
// "" if it cannot be told.
func Language(s string) string { return "" }
