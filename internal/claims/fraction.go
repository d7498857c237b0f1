package claims

import (
	"math"
	"strconv"
	"strings"

	"hearsay/internal/text"
)

// partsOfWhole name a part of a whole by how many of them make it up.
var partsOfWhole = map[string]float64{"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10}

// multiples say how many times as much.
var multiples = map[string]float64{"twice": 2, "twofold": 2, "thrice": 3, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "tenfold": 10}

// proportion is the number that the words from token i on tell as a part of a
// whole, in hundredths ("a fifth", "two thirds", "half of"), or as a multiple
// ("twice", "three times", "double the"), and how many tokens tell it.
func proportion(doc *text.Document, i, last int) (number string, used int) {
	word := text.Fold(doc.Of(i))
	if n, ok := multiples[word]; ok {
		return printed(n), 1
	}
	if n := doubles(doc, i, last, word); n > 0 {
		return printed(n), 1
	}
	count, used := doc.NumberAt(i)
	next := i + used
	switch {
	case used == 0 && (word == "a" || word == "one"):
		count, next = 1, i+1
	case used == 0 && word == "half":
		count, next = 1, i
	case used == 0 || count > 9:
		return "", 0
	}
	if next >= last {
		return "", 0
	}
	part := text.Fold(doc.Of(next))
	if part == "times" && count > 1 && !clockwise(doc, next+1, last) {
		return printed(count), next + 1 - i
	}
	of, ok := partsOfWhole[part]
	if !ok {
		of, ok = partsOfWhole[strings.TrimSuffix(part, "s")]
	}
	if !ok || count >= of || !partitive(doc, next+1, last) {
		return "", 0
	}
	return printed(math.Round(100 * count / of)), next + 1 - i
}

// doubles is the multiple that an adjective tells before what it multiplies:
// "double the limit".
func doubles(doc *text.Document, i, last int, word string) float64 {
	if i+1 >= last || doc.Tokens[i+1].Tag != text.DET {
		return 0
	}
	switch word {
	case "double":
		return 2
	case "treble", "triple":
		return 3
	}
	return 0
}

// partitive tells whether what stands at token i leaves the words before it a
// part of a whole: "a third of", "by a third", "a third less"; not "a third man".
func partitive(doc *text.Document, i, last int) bool {
	if i >= last {
		return true
	}
	switch doc.Tokens[i].Tag {
	case text.NOUN, text.PROPN, text.NUM:
		return false
	case text.ADJ:
		word := text.Fold(doc.Of(i))
		return word == "less" || word == "more" || strings.HasSuffix(word, "er")
	}
	return true
}

// clockwise tells whether "times" before token i only counts how often: "three
// times a week".
func clockwise(doc *text.Document, i, last int) bool {
	return i+1 < last && text.Fold(doc.Of(i)) == "a" && circumstance[text.Fold(doc.Of(i+1))]
}

func printed(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
