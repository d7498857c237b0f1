package corpus

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// Check holds the invariants of a document and names every place that breaks one.
func (d *Document) Check() error {
	var errs []error
	for i := range d.Attributions {
		a := &d.Attributions[i]
		for _, err := range []error{d.checkParts(a), d.checkSpans(a), d.checkParent(a), d.checkSpeaker(a)} {
			if err != nil {
				errs = append(errs, fmt.Errorf("%s: %s at %q: %w", d.Name, a.ID, d.beginning(a), err))
			}
		}
	}
	errs = append(errs, d.checkCrossings())
	return errors.Join(errs...)
}

func (d *Document) checkParts(a *Attribution) error {
	switch {
	case len(a.Content) == 0:
		return errors.New("it has no content")
	case len(a.Cue) == 0 && len(a.Source) == 0 && a.Speaker == "":
		return errors.New("it has neither cue nor source nor speaker")
	case strings.Contains(d.between(slices.Concat(a.Source, a.Cue)), "\n\n"):
		return errors.New("its source and its cue stand in two paragraphs: is its number used twice?")
	case a.Stance == hearsay.Supposes && !a.Hedged:
		return errors.New("what is supposed is hedged")
	}
	return nil
}

// beginning is the words with which an attribution begins.
func (d *Document) beginning(a *Attribution) string {
	at := start(*a)
	return d.Text[at:min(len(d.Text), at+50)]
}

// between is the text from the first of spans to the last.
func (d *Document) between(spans []hearsay.Span) string {
	if len(spans) == 0 {
		return ""
	}
	all := spans[0]
	for _, s := range spans {
		all.Start, all.End = min(all.Start, s.Start), max(all.End, s.End)
	}
	return all.Of(d.Text)
}

func (d *Document) checkSpans(a *Attribution) error {
	all := a.Spans()
	for i, s := range all {
		if err := d.checkSpan(s); err != nil {
			return err
		}
		for _, o := range all[i+1:] {
			if s.Start < o.End && o.Start < s.End {
				return fmt.Errorf("%q and %q overlap", s.Of(d.Text), o.Of(d.Text))
			}
		}
	}
	return nil
}

// checkSpan: no blank at its ends, no word cut, one paragraph.
func (d *Document) checkSpan(s hearsay.Span) error {
	if err := s.Validate(d.Text); err != nil {
		return err
	}
	words := s.Of(d.Text)
	switch {
	case words == "" || strings.TrimSpace(words) != words:
		return fmt.Errorf("%q begins or ends with a blank", words)
	case strings.Contains(words, "\n\n"):
		return fmt.Errorf("%q runs over paragraphs: mark a piece in each", words)
	case cutsWord(d.Text, s.Start) || cutsWord(d.Text, s.End):
		return fmt.Errorf("%q cuts a word", words)
	}
	return nil
}

func cutsWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// checkParent: all of a nested attribution lies in the contents of its parent.
func (d *Document) checkParent(a *Attribution) error {
	p := d.Find(a.Parent)
	if p == nil {
		return nil
	}
	for _, s := range a.Spans() {
		if !inside(s, p.Content) {
			return fmt.Errorf("%q stands outside the content of its parent %q", s.Of(d.Text), join(p.Cue, d.Text))
		}
	}
	return nil
}

func inside(s hearsay.Span, outer []hearsay.Span) bool {
	for _, o := range outer {
		if holds(o, s) {
			return true
		}
	}
	return false
}

func (d *Document) checkSpeaker(a *Attribution) error {
	if len(a.Source) > 0 && a.Speaker == "" {
		return fmt.Errorf("source %q has no speaker", join(a.Source, d.Text))
	}
	if strings.ContainsAny(a.Speaker, "\n\t,") {
		return fmt.Errorf("speaker %q is no name", a.Speaker)
	}
	return nil
}

// checkCrossings: of two spans of the document one holds the other, or they
// are apart.
func (d *Document) checkCrossings() error {
	var all []hearsay.Span
	for _, a := range d.Attributions {
		all = append(all, a.Spans()...)
	}
	for i, s := range all {
		for _, o := range all[i+1:] {
			if s.Start < o.End && o.Start < s.End && !holds(s, o) && !holds(o, s) {
				return fmt.Errorf("%s: %q and %q cross", d.Name, s.Of(d.Text), o.Of(d.Text))
			}
		}
	}
	return nil
}
