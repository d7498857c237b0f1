package trace

import (
	"regexp"
	"slices"
	"strings"

	"hearsay"
)

// around is how far, in bytes, a phrase reaches before and behind one of its
// stems at most.
const around = 500

// findAround is FindAllStringSubmatchIndex for an expression of phrases, each of
// which holds one of these stems: only where a stem stands is the text searched,
// since an expression takes a hundred times as long. lower is the text in lower
// case.
func findAround(re *regexp.Regexp, text, lower string, stems []string) (found [][]int) {
	for _, w := range windows(lower, stems) {
		for _, m := range re.FindAllStringSubmatchIndex(w.Of(text), -1) {
			for i := range m {
				if m[i] >= 0 {
					m[i] += w.Start
				}
			}
			found = append(found, m)
		}
	}
	return found
}

// windows are the stretches around the stems, cut where no word is cut.
func windows(lower string, stems []string) (list []hearsay.Span) {
	for _, stem := range stems {
		for at := 0; ; at += len(stem) {
			i := strings.Index(lower[at:], stem)
			if i < 0 {
				break
			}
			at += i
			list = append(list, window(lower, at))
		}
	}
	slices.SortFunc(list, func(a, b hearsay.Span) int { return a.Start - b.Start })
	joined := list[:0]
	for _, w := range list {
		if n := len(joined); n > 0 && w.Start <= joined[n-1].End {
			joined[n-1].End = max(joined[n-1].End, w.End)
		} else {
			joined = append(joined, w)
		}
	}
	return joined
}

func window(lower string, at int) hearsay.Span {
	w := hearsay.Span{Start: max(0, at-around), End: min(len(lower), at+around)}
	for w.Start > 0 && lower[w.Start-1] != ' ' && lower[w.Start-1] != '\n' {
		w.Start--
	}
	for w.End < len(lower) && lower[w.End] != ' ' && lower[w.End] != '\n' {
		w.End++
	}
	return w
}

// lowered is a text with its ASCII letters in lower case: each byte stays where
// it is.
func lowered(text string) string {
	b := []byte(text)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
