package claims

import (
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/text"
)

// Setting is where a statement stands: what its report speaks of besides. A
// text names its people and places once and then goes on about them.
type Setting struct {
	Near   map[string]bool // roots of the title and of the sentences around the statement
	Report map[string]bool // roots of the whole report
}

// Scene is a report as the setting of its statements.
type Scene struct {
	words  []rootAt
	title  map[string]bool
	report map[string]bool
}

type rootAt struct {
	root string
	at   int
}

// NewScene finds the roots of a report's words.
func (w *Weights) NewScene(title, body string) *Scene {
	s := &Scene{title: map[string]bool{}, report: map[string]bool{}}
	for at, word := range words(body) {
		root := w.rootOf(text.Fold(word))
		s.words = append(s.words, rootAt{root, at})
		s.report[root] = true
	}
	for _, word := range words(title) {
		root := w.rootOf(text.Fold(word))
		s.title[root], s.report[root] = true, true
	}
	return s
}

const (
	nearBefore = 400 // bytes before a statement that are near it
	nearAfter  = 100
)

// Around is the setting of a statement at span.
func (s *Scene) Around(span hearsay.Span) Setting {
	near := make(map[string]bool, len(s.title)+80)
	for root := range s.title {
		near[root] = true
	}
	for _, w := range s.words {
		if w.at >= span.Start-nearBefore && w.at < span.End+nearAfter {
			near[w.root] = true
		}
	}
	return Setting{Near: near, Report: s.report}
}

// words lists the words of a text with their offsets.
func words(s string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		start := -1
		for i, c := range s {
			switch inWord := unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c); {
			case inWord && start < 0:
				start = i
			case !inWord && start >= 0:
				if joins(s, i, c) {
					continue
				}
				if !yield(start, s[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(start, s[start:])
		}
	}
}

// joins tells whether the character at i stands inside a word: "O'Hara",
// "air-conditioning".
func joins(s string, i int, c rune) bool {
	if c != '-' && c != '\'' && c != '’' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
	return unicode.IsLetter(next) && next != 's'
}
