package reuse

import (
	"strings"
	"unicode/utf8"

	"hearsay/internal/text"
)

// numeralOf is the value of a number in digits or in one word, given with its
// hash, and of an Arabic ordinal, by which Arabic tells days. One counts as no
// number: in most languages it is an article.
func numeralOf(word string, hash uint32) (float64, bool) {
	if c := word[0]; c >= '0' && c <= '9' || strings.IndexByte(word, '-') > 0 {
		return text.NumberValue(word)
	}
	if v, ok := numeralWords[hash]; ok {
		return v, true
	}
	if r, _ := utf8.DecodeRuneInString(word); r >= utf8.RuneSelf && isCaseless(r) {
		return cliticNumeral(text.Fold(word))
	}
	return 0, false
}

// cliticNumeral reads an Arabic number word behind and, the, by or for.
func cliticNumeral(folded string) (float64, bool) {
	for _, clitic := range [...]string{"وال", "و", "ال", "ب", "ل"} {
		if rest, ok := strings.CutPrefix(folded, clitic); ok {
			if v, ok := numeralWords[wordHash(rest)]; ok {
				return v, true
			}
		}
	}
	return text.NumberValue(folded)
}

// numeralWords are number words of several languages, by their hash.
var numeralWords = numeralLexicon(map[float64]string{
	2:   "two اثنان اثنين اثنتان اثنتين الثاني ثاني مرتين deux dos zwei два две",
	3:   "three ثلاث ثلاثه ثالث trois tres drei три",
	4:   "four اربع اربعه رابع quatre cuatro vier четыре",
	5:   "five خمس خمسه خامس cinq cinco funf пять",
	6:   "six ست سته سادس seis sechs шесть",
	7:   "seven سبع سبعه سابع sept siete sieben семь",
	8:   "eight ثماني ثمانيه ثمان ثامن huit ocho acht восемь",
	9:   "nine تسع تسعه تاسع neuf nueve neun девять",
	10:  "ten عشره عشر عاشر dix diez zehn десять",
	11:  "eleven onze once elf одиннадцать",
	12:  "twelve dozen douze doce zwolf двенадцать",
	13:  "thirteen treize trece dreizehn тринадцать",
	14:  "fourteen quatorze catorce vierzehn четырнадцать",
	15:  "fifteen quinze quince funfzehn пятнадцать",
	16:  "sixteen seize dieciseis sechzehn шестнадцать",
	17:  "seventeen diecisiete siebzehn семнадцать",
	18:  "eighteen dieciocho achtzehn восемнадцать",
	19:  "nineteen diecinueve neunzehn девятнадцать",
	20:  "twenty عشرون عشرين vingt veinte zwanzig двадцать",
	30:  "thirty ثلاثون ثلاثين trente treinta dreissig тридцать",
	40:  "forty اربعون اربعين quarante cuarenta vierzig сорок",
	50:  "fifty خمسون خمسين cinquante cincuenta funfzig пятьдесят",
	60:  "sixty ستون ستين soixante sesenta sechzig шестьдесят",
	70:  "seventy سبعون سبعين setenta siebzig семьдесят",
	80:  "eighty ثمانون ثمانين ochenta achtzig восемьдесят",
	90:  "ninety تسعون تسعين noventa neunzig девяносто",
	100: "مئه مائه cent cien ciento hundert сто",
	200: "مئتان مئتين مائتين doscientos двести",
	1e3: "thousand الاف mille mil tausend тысяча тысяч",
})

func numeralLexicon(words map[float64]string) map[uint32]float64 {
	lexicon := map[uint32]float64{}
	for v, list := range words {
		for w := range strings.FieldsSeq(list) {
			lexicon[wordHash(w)] = v
		}
	}
	return lexicon
}

// joinNumerals is the value of two numerals in a row, if together they are
// one: four-ten in Arabic, twenty two, two hundred, six and twenty.
func joinNumerals(a, b float64) (float64, bool) {
	switch {
	case a > 2 && a < 10 && b == 10, a >= 20 && a < 100 && b < 10, a < 10 && b >= 20 && b < 100,
		a >= 100 && b < 100:
		return a + b, true
	case a < 100 && (b == 100 || b == 1000):
		return a * b, true
	}
	return 0, false
}
