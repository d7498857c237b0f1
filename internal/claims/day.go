package claims

import (
	"strings"

	"hearsay/internal/text"
)

// ordinals are the days of a month in words.
var ordinals = func() map[string]float64 {
	days := map[string]float64{}
	for i, word := range strings.Fields(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
		fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth
		twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`) {
		days[word] = float64(i + 1)
	}
	return days
}()

// dayOfMonth is the number of a day that token i tells by its place in a month:
// "the eleventh of June", "11th June", "June the 11th". Others write "11 June".
func dayOfMonth(doc *text.Document, i, last int) (number string, ok bool) {
	word := text.Fold(doc.Of(i))
	day, ok := ordinals[word]
	if !ok {
		digits := strings.TrimRight(word, "sthndr")
		if digits == word || digits == "" || len(digits) > 2 {
			return "", false
		}
		if day, ok = text.NumberValue(digits); !ok || day < 1 || day > 31 {
			return "", false
		}
	}
	isMonth := func(k int) bool { // "may" in small letters is the verb
		return k >= 0 && k < last && months[root(text.Fold(doc.Of(k)))] && doc.Of(k) != "may"
	}
	is := func(k int, word string) bool { return k >= 0 && k < last && text.Fold(doc.Of(k)) == word }
	if isMonth(i+1) || is(i+1, "of") && isMonth(i+2) || isMonth(i-1) || is(i-1, "the") && isMonth(i-2) {
		return printed(day), true
	}
	return "", false
}
