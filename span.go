package hearsay

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// Span is a half-open pair of byte offsets [Start, End) into a report's Text.
// It is printed as a JSON array of two numbers.
type Span struct {
	Start, End int
}

// Len is the number of bytes that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// IsEmpty tells whether the span covers nothing.
func (s Span) IsEmpty() bool { return s.End <= s.Start }

// Contains tells whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps tells whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Resembles tells whether s and o share at least half of the bytes that they
// cover together: the same thing, cut otherwise.
func (s Span) Resembles(o Span) bool {
	both := min(s.End, o.End) - max(s.Start, o.Start)
	return both > 0 && 2*both >= max(s.End, o.End)-min(s.Start, o.Start)
}

// Of is the text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Validate reports a span that does not lie inside text on character borders.
func (s Span) Validate(text string) error {
	if s.Start < 0 || s.End > len(text) || s.IsEmpty() {
		return fmt.Errorf("span [%d, %d) is empty or outside a text of %d bytes", s.Start, s.End, len(text))
	}
	if !utf8.RuneStart(text[s.Start]) || (s.End < len(text) && !utf8.RuneStart(text[s.End])) {
		return fmt.Errorf("span [%d, %d) cuts a character", s.Start, s.End)
	}
	return nil
}

// MarshalJSON prints the span as [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	return json.Marshal([2]int{s.Start, s.End})
}

// UnmarshalJSON reads [start, end].
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair [2]int
	if err := json.Unmarshal(b, &pair); err != nil {
		return fmt.Errorf("a span is [start, end]: %w", err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// Cover is the smallest span that contains all spans; the zero Span if there
// are none.
func Cover(spans []Span) Span {
	if len(spans) == 0 {
		return Span{}
	}
	c := spans[0]
	for _, s := range spans[1:] {
		c.Start = min(c.Start, s.Start)
		c.End = max(c.End, s.End)
	}
	return c
}
