package text

import (
	"math"
	"strconv"
	"strings"
)

// NumberValue reads a cardinal number: digits of any script with separators
// ("22,000", "3.5", "٢٢"), with an amount ("2bn", "10k"), or in words
// ("fourteen", "twenty-two thousand", "two dozen", "half a million"). Times,
// dates, scores, ordinals and ranges are no numbers here.
func NumberValue(word string) (float64, bool) {
	fields := strings.FieldsFunc(Fold(word), func(r rune) bool { return r == ' ' || r == '-' })
	if len(fields) == 0 || len(fields) > 12 || strings.Contains(word, "-") && isDigitASCII(fields[0][0]) {
		return 0, false
	}
	var n numeral
	for _, f := range fields {
		if !n.take(f) {
			return 0, false
		}
	}
	return n.value()
}

// NumberAt reads the longest number that starts at token i, such as "3.5
// million" or "two dozen", and tells how many tokens it takes; 0 if none.
func (d *Document) NumberAt(i int) (value float64, tokens int) {
	var n numeral
	for k := i; k < len(d.Tokens) && k < i+8; k++ {
		word := Fold(d.Of(k))
		if !n.takeHyphenated(word) {
			break
		}
		if v, ok := n.value(); ok && !isArticle(word) && word != "and" {
			value, tokens = v, k+1-i
		}
	}
	return value, tokens
}

// numeral adds up a number word by word: total of the closed groups, the open
// group, and whether anything was read that is a number by itself.
type numeral struct {
	total, group float64
	scale        float64 // of the last multiplier
	unit         float64 // size of the last plain number: 1, 10 or 100
	real, digits bool
	half         bool
}

func (n *numeral) value() (float64, bool) {
	return n.total + n.group, n.real
}

func (n *numeral) takeHyphenated(word string) bool {
	if word == "" || isDigitASCII(word[0]) && strings.Contains(word, "-") {
		return false
	}
	for part := range strings.SplitSeq(word, "-") {
		if !n.take(part) {
			return false
		}
	}
	return true
}

// take reads one more word, and tells whether the number goes on with it.
func (n *numeral) take(word string) bool {
	if word == "" {
		return false
	}
	if isArticle(word) {
		return n.article()
	}
	if word == "and" {
		return n.real && n.scale >= 100
	}
	if word == "half" {
		return n.halve()
	}
	if m := multiplier(word); m > 0 {
		return n.multiply(m)
	}
	if v, ok := smallNumber(word); ok {
		return n.add(v)
	}
	v, ok := digitsValue(word)
	if !ok || n.real {
		return false
	}
	n.group, n.real, n.digits = v, true, true
	return true
}

func isArticle(word string) bool { return word == "a" || word == "an" }

// article counts "a" as one where a multiplier follows.
func (n *numeral) article() bool {
	if n.half {
		return true
	}
	if n.real || n.group != 0 {
		return false
	}
	n.group = 1
	return true
}

func (n *numeral) halve() bool {
	if n.real || n.half {
		return false
	}
	n.group, n.half = 0.5, true
	return true
}

func (n *numeral) multiply(m float64) bool {
	if n.scale != 0 && m >= n.scale && m < 1000 || n.group == 0 && n.total == 0 && m < 12 {
		return false
	}
	if n.group == 0 {
		if n.real {
			return false
		}
		n.group = 1
	}
	n.group *= m
	n.real, n.scale, n.unit = true, m, 0
	if m >= 1000 {
		n.total += n.group
		n.group = 0
	}
	return true
}

// add takes a word below a hundred: "twenty" may be followed by "two" only.
func (n *numeral) add(v float64) bool {
	if n.digits || n.half || n.group == 1 && !n.real {
		return false
	}
	switch {
	case n.unit == 10 && v < 10 && v > 0:
		n.unit = 1
	case n.unit != 0:
		return false
	case v >= 20:
		n.unit = 10
	default:
		n.unit = 1
	}
	n.group += v
	n.real = true
	return true
}

func multiplier(word string) float64 {
	switch word {
	case "dozen":
		return 12
	case "hundred":
		return 100
	case "thousand", "k", "الف":
		return 1e3
	case "million", "mn", "m", "مليون":
		return 1e6
	case "billion", "bn", "مليار":
		return 1e9
	case "trillion", "tn":
		return 1e12
	}
	return 0
}

// smallNumbers are the words of numbers below a hundred.
var smallNumbers = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
	"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
	"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

func smallNumber(word string) (float64, bool) {
	if len(word) < len("one") || len(word) > len("seventeen") {
		return 0, false
	}
	v, ok := smallNumbers[word]
	return v, ok
}

// digitsValue reads folded digits, with an amount stuck to them.
func digitsValue(word string) (float64, bool) {
	if !isDigitASCII(word[0]) {
		return 0, false
	}
	end := strings.LastIndexAny(word, "0123456789") + 1
	scale := 1.0
	if suffix := word[end:]; suffix != "" {
		if scale = multiplier(suffix); scale < 1000 {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(plainDigits(word[:end]), 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, false
	}
	return v * scale, true
}

// separators are those of Arabic digits.
var separators = strings.NewReplacer("٬", ",", "٫", ".")

// plainDigits drops the separators of thousands. A single comma with other
// than three digits behind it is a decimal one, "3,5".
func plainDigits(s string) string {
	s = separators.Replace(s)
	last := strings.LastIndexByte(s, ',')
	if last >= 0 && strings.Count(s, ",") == 1 && len(s)-last-1 != 3 && !strings.Contains(s, ".") {
		return s[:last] + "." + s[last+1:]
	}
	if strings.Count(s, ".") > 1 { // 1.500.000; a date stays malformed
		for part := range strings.SplitSeq(s[strings.IndexByte(s, '.')+1:], ".") {
			if len(part) != 3 {
				return s
			}
		}
		return strings.ReplaceAll(s, ".", "")
	}
	return strings.ReplaceAll(s, ",", "")
}
