package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// endsSentence tells whether s ends as a sentence does, in any script, closing
// quotation marks and brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pf, unicode.Pi, unicode.Pe) || r == '"' || r == '\''
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;؟۔。！？।", r)
}

// sameWords tells whether a and b have the same letters and digits.
func sameWords(a, b string) bool { return a != "" && foldLetters(a) == foldLetters(b) }

// foldLetters keeps the letters and digits of s, in lower case.
func foldLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// isPromotion tells whether a block asks the reader to do something for the
// publisher, or points to other texts.
func isPromotion(s string, words int) bool {
	if words > 60 {
		return false
	}
	low := strings.ToLower(strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }))
	for _, p := range promotionOpenings {
		if rest, ok := strings.CutPrefix(low, p); ok && (rest == "" || !isLetterAt(rest)) {
			return words <= 30 || strings.HasPrefix(p, "subscribe") || strings.HasPrefix(p, "sign up")
		}
	}
	return words <= 35 && containsAny(low, "tell us in the comments", "sound off in the comments", "follow us on", "subscribe to our",
		"sign up for our", "like us on facebook", "all rights reserved", "join the conversation in", "our newsletter", "send tips to",
		"turn on desktop notifications", "contributed to this report", "click here to", "download our app", "share your thoughts", "calls cost", "vote below")
}

func isLetterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

var promotionOpenings = []string{
	"subscribe to", "subscribe now", "subscribe for", "subscribe", "sign up for", "sign up to", "sign up", "follow us", "follow @", "follow him on", "follow her on",
	"click here", "read more", "read also", "also read", "read next", "see also", "related", "related articles", "related stories", "more on this story",
	"advertisement", "story continues below", "continue reading", "share this", "share on", "tags", "tagged", "filed under",
	"most read", "you may also like", "you might also like", "recommended", "don't miss", "have a tip", "got a tip",
	"get the latest", "download the", "image caption", "photo", "watch", "watch now", "listen live", "listen again",
	"skip to", "back to top", "leave a comment", "post a comment", "comments", "cookie notice",
	"lire aussi", "à lire aussi", "lesen sie auch", "mehr zum thema", "lea también", "te puede interesar", "leia também", "leia mais",
	"leggi anche", "читайте также", "lees ook", "ayrıca okuyun", "اقرأ أيضا", "اقرأ أيضًا",
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“\"'‘«("))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// isUncased tells whether s begins with a letter of a script without capitals.
func isUncased(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsLower(r)
}
