package text

import (
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

type candidate struct {
	name string
	enc  encoding.Encoding
}

// candidates are the charsets that undeclared text is taken for, the commonest
// first: of two that read equally well the first one wins.
func candidates() []candidate {
	return []candidate{
		{"windows-1252", charmap.Windows1252},
		{"windows-1251", charmap.Windows1251},
		{"windows-1256", charmap.Windows1256},
		{"koi8-r", charmap.KOI8R},
		{"iso-8859-6", charmap.ISO8859_6},
		{"windows-1255", charmap.Windows1255},
		{"windows-1253", charmap.Windows1253},
		{"windows-1254", charmap.Windows1254},
		{"windows-1250", charmap.Windows1250},
		{"ibm866", charmap.CodePage866},
		{"shift_jis", japanese.ShiftJIS},
		{"euc-jp", japanese.EUCJP},
		{"gb18030", simplifiedchinese.GB18030},
		{"big5", traditionalchinese.Big5},
		{"euc-kr", korean.EUCKR},
	}
}

// guessCharset is the charset in which the beginning of b reads most like
// language.
func guessCharset(b []byte) (encoding.Encoding, string) {
	head := b[:min(len(b), 8192)]
	best, most := candidates()[0], -1e9
	for _, c := range candidates() {
		if s := likeness(decodeWith(c.enc, head)); s > most {
			best, most = c, s
		}
	}
	return best.enc, best.name
}

// likeness rates how much a decoded text looks like language, a mean over its
// characters beyond ASCII: letters in words of one script, in the usual case,
// count for it, and symbols, broken characters and mixed words against it.
func likeness(s string) float64 {
	var sum float64
	n := 0
	before := ' '
	for _, r := range s {
		if r >= 0x80 {
			n++
			sum += rateRune(before, r)
		} else if before >= 0x80 && unicode.IsLetter(before) && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, before) {
			sum -= 1 // a word of two scripts
		}
		before = r
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func rateRune(before, r rune) float64 {
	switch {
	case r == unicode.ReplacementChar:
		return -6
	case unicode.IsControl(r), r >= 0xe000 && r < 0xf900:
		return -4
	case unicode.Is(unicode.Han, r), unicode.Is(unicode.Hangul, r), unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return rateWide(r)
	case unicode.IsLetter(r):
		return rateLetter(before, r)
	case r == '’' || r == '‘' || r == '“' || r == '”' || r == '–' || r == '—' || r == '«' || r == '»' || r == '…' || r == '،' || r == '؟' || r == 0xa0 || r == '€' || r == '£' || r == '¿' || r == '¡':
		return 0.8
	case unicode.Is(unicode.Mn, r):
		return 0.3
	case unicode.Is(unicode.Han, before) && unicode.IsPunct(r):
		return 0.8
	}
	return -1.5
}

// rateWide prefers common ideographs: a wrong charset gives rare ones. The
// first ranges of Hangul and the kana are always common.
func rateWide(r rune) float64 {
	switch {
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		if r >= 0xff00 {
			return -0.5 // half-width kana
		}
		return 1.6
	case r >= 0x3130 && r < 0x3190: // lone letters of Hangul
		return -1
	case unicode.Is(unicode.Hangul, r):
		return 1
	case r >= 0x4e00 && r <= 0x9fff:
		return 0.9
	}
	return -1
}

func rateLetter(before, r rune) float64 {
	sameScript := !unicode.IsLetter(before) || unicode.Is(unicode.Latin, before) == unicode.Is(unicode.Latin, r)
	switch {
	case !sameScript:
		return -1.5
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -1.5
	case unicode.Is(unicode.Latin, r):
		if before >= 0x80 && unicode.IsLetter(before) {
			return -0.8 // accented letters seldom stand together
		}
		return 0.7
	case unicode.IsUpper(r):
		return 0.4
	}
	return 1
}
