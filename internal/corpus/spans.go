package corpus

import (
	"fmt"
	"strconv"
	"strings"

	"hearsay"
)

// ParseSpans reads an annotation of body, one attribution a line:
//
//	3|Ada Lund|told|that the bridge .. is safe + "We looked."|d;m=letter;=Ada Lund
//
// The number counts paragraphs from 1; pieces are joined by " + "; ".." stands
// for any words between the first and the last of a piece; "#2" behind a piece
// means its second place in the paragraph. A piece that begins with "^" stands
// in the paragraph after. The content is sought first, then the cue at
// its place nearest to it, then the source nearest to the cue. What follows the
// content is of the attribution: the flags of a marked text, "=" before its
// speaker ("=?" if he is described), "r=" or "t=" before the words of a relay
// or a translator. Without "=" the source's own words say who speaks.
func ParseSpans(in, body string) (*Document, error) {
	d := &Document{Text: body}
	paragraphs := strings.Split(body, "\n\n")
	people := &cast{}
	for line := range strings.Lines(in) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		f := append(strings.Split(line, "|"), "")
		var n int
		if _, err := fmt.Sscan(f[0], &n); err != nil || len(f) < 5 || n < 1 || n > len(paragraphs) {
			return nil, fmt.Errorf("line %q: want paragraph|source|cue|content|flags", line)
		}
		a, err := locate(paragraphs, n-1, f[1:4])
		if err == nil {
			err = d.flag(&a, f[4], paragraphs, n-1, people)
		}
		if err != nil {
			return nil, fmt.Errorf("line %q: %w", line, err)
		}
		a.ID = strconv.Itoa(len(d.Attributions) + 1)
		d.Attributions = append(d.Attributions, a)
	}
	d.order()
	d.nest()
	d.number()
	return d, nil
}

// flag reads the last field of a line.
func (d *Document) flag(a *Attribution, field string, paragraphs []string, n int, people *cast) error {
	a.Stance = hearsay.Asserts
	var flags []string
	who, known := "", false
	for f := range strings.SplitSeq(field, ";") {
		key, value, _ := strings.Cut(f, "=")
		switch {
		case f == "":
		case key == "":
			who, known = value, true
		case key == "r" || key == "t":
			s, ok := find(paragraphs[n], value, hearsay.Span{})
			if !ok {
				return fmt.Errorf("%q is not in the paragraph", value)
			}
			s.Start, s.End = s.Start+beginning(paragraphs, n), s.End+beginning(paragraphs, n)
			role := map[string]hearsay.Role{"r": hearsay.RoleRelay, "t": hearsay.RoleTranslator}[key]
			a.Via = append(a.Via, hearsay.Via{Role: role, Entity: value, Span: s})
		default:
			flags = append(flags, f)
		}
	}
	if known {
		flags = append(flags, "-")
	}
	err := d.describe(a, flags, people)
	if known {
		a.Speaker, a.Described = strings.CutPrefix(who, "?")
		return nil
	}
	return err
}

// beginning is where a paragraph begins in the text.
func beginning(paragraphs []string, n int) int {
	base := 0
	for _, p := range paragraphs[:n] {
		base += len(p) + 2
	}
	return base
}

func locate(paragraphs []string, n int, parts []string) (Attribution, error) {
	var a Attribution
	base := beginning(paragraphs, n)
	var near hearsay.Span
	for _, part := range []struct {
		text string
		to   *[]hearsay.Span
	}{{parts[2], &a.Content}, {parts[1], &a.Cue}, {parts[0], &a.Source}} {
		field := strings.TrimSpace(part.text)
		if field == "" {
			continue
		}
		first := true
		for piece := range strings.SplitSeq(field, " + ") {
			at, p, offset := n, strings.TrimSpace(piece), base
			for strings.HasPrefix(p, "^") {
				offset += len(paragraphs[at]) + 2
				at, p = at+1, p[1:]
			}
			s, ok := find(paragraphs[at], p, near)
			if !ok {
				return a, fmt.Errorf("%q is not in the paragraph", piece)
			}
			if first {
				near, first = s, false
			}
			*part.to = append(*part.to, hearsay.Span{Start: offset + s.Start, End: offset + s.End})
		}
	}
	return a, nil
}

// find is the place of a piece in a paragraph nearest to another span, and
// outside of it if it can be.
func find(paragraph, piece string, near hearsay.Span) (hearsay.Span, bool) {
	nth := 0
	if i := strings.LastIndex(piece, "#"); i > 0 {
		if _, err := fmt.Sscan(piece[i+1:], &nth); err == nil {
			piece = strings.TrimSpace(piece[:i])
		}
	}
	head, tail, gap := strings.Cut(piece, " .. ")
	var best hearsay.Span
	found := false
	for from, seen := 0, 0; ; {
		i := strings.Index(paragraph[from:], head)
		if i < 0 {
			return best, found
		}
		s := hearsay.Span{Start: from + i, End: from + i + len(head)}
		from = s.Start + 1
		if gap {
			j := strings.Index(paragraph[s.End:], tail)
			if j < 0 {
				return best, found
			}
			s.End += j + len(tail)
		}
		if cutsWord(paragraph, s.Start) || cutsWord(paragraph, s.End) {
			continue
		}
		seen++
		if nth > 0 {
			if seen == nth {
				return s, true
			}
			continue
		}
		if !found || distance(s, near) < distance(best, near) {
			best, found = s, true
		}
	}
}

// distance is how far two spans are apart; an overlap is far.
func distance(s, near hearsay.Span) int {
	switch {
	case s.End <= near.Start:
		return near.Start - s.End
	case s.Start >= near.End:
		return s.Start - near.End
	}
	return 1 << 20
}
