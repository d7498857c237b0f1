package web

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/trace"
)

// driftLine sets a quotation beside what became of it.
type driftLine struct {
	Class   hearsay.DriftClass
	Was, Is excerpt
	Base    place
	To      []place // reports that say it so
	Weighty bool    // it changes the sense
}

// excerpt is a passage with the words before and behind it.
type excerpt struct{ Before, Words, After string }

const (
	heavyClasses = 5  // of trace.Weighty, the first that change the sense
	driftContext = 70 // characters on each side
)

func (d *Desk) driftLines(ctx context.Context, list []hearsay.Drift) ([]driftLine, error) {
	var ids []string
	for _, one := range list {
		ids = append(ids, one.Report, one.Base)
	}
	texts, paths, err := d.db.Passages(ctx, ids)
	if err != nil {
		return nil, err
	}
	list = trace.ByWeight(list)
	weighty := trace.Weighty()[:heavyClasses]
	var lines []driftLine
	at := map[[4]string]int{}
	for _, one := range list {
		key := [4]string{string(one.Class), one.Base, one.Was, one.Is}
		to := place{fileName(one.Path), passageAddress(one.Report, one.Span)}
		if i, met := at[key]; met {
			lines[i].To = append(lines[i].To, to)
			continue
		}
		at[key] = len(lines)
		l := driftLine{Class: one.Class, Weighty: slices.Contains(weighty, one.Class),
			Base: place{fileName(paths[one.Base]), passageAddress(one.Base, one.BaseSpan)},
			To:   []place{to},
			Was:  around(texts[one.Base], one.BaseSpan, one.Was), Is: around(texts[one.Report], one.Span, one.Is)}
		lines = append(lines, l)
	}
	return lines, nil
}

// around is a span with its context. A drift whose words were left out has the
// span of the whole quotation, which then is context and no words.
func around(text string, s hearsay.Span, words string) excerpt {
	if s.Validate(text) != nil {
		return excerpt{Words: words}
	}
	if words == "" {
		return excerpt{Before: short(2*driftContext, s.Of(text))}
	}
	before, after := []rune(spaced(text[:s.Start])), []rune(spaced(text[s.End:]))
	e := excerpt{Before: string(before), Words: plain(s.Of(text)), After: string(after)}
	if n := len(before) - driftContext; n > 0 {
		e.Before = "…" + afterSpace(string(before[n:]))
	}
	if len(after) > driftContext {
		e.After = beforeSpace(string(after[:driftContext])) + "…"
	}
	return e
}

// spaced is plain with a space where s begins or ends with white space.
func spaced(s string) string {
	p := plain(s)
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) {
		p = " " + p
	}
	if last, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(last) {
		p += " "
	}
	return p
}

func afterSpace(s string) string {
	_, rest, found := strings.Cut(s, " ")
	if !found {
		return s
	}
	return rest
}

func beforeSpace(s string) string {
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		return s[:i]
	}
	return s
}
