package corpus

import (
	"fmt"
	"strings"

	"hearsay"
)

// ParseSpans reads an annotation of body that gives spans alone, one
// attribution a line:
//
//	3 | Ada Lund | told | that the bridge .. is safe + "We looked."
//
// The number counts paragraphs from 1; pieces are joined by " + "; ".." stands
// for any words between the first and the last of a piece; "#2" behind a piece
// means its second place in the paragraph. A piece that begins with "^" stands
// in the paragraph after. The content is sought first, then the cue at
// its place nearest to it, then the source nearest to the cue.
func ParseSpans(in, body string) (*Document, error) {
	d := &Document{Text: body}
	paragraphs := strings.Split(body, "\n\n")
	for line := range strings.Lines(in) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		f := strings.Split(line, "|")
		var n int
		if _, err := fmt.Sscan(f[0], &n); err != nil || len(f) != 4 || n < 1 || n > len(paragraphs) {
			return nil, fmt.Errorf("line %q: want paragraph | source | cue | content", line)
		}
		a, err := locate(paragraphs, n-1, f[1:])
		if err != nil {
			return nil, fmt.Errorf("line %q: %w", line, err)
		}
		d.Attributions = append(d.Attributions, a)
	}
	d.order()
	return d, nil
}

func locate(paragraphs []string, n int, parts []string) (Attribution, error) {
	var a Attribution
	base := 0
	for _, p := range paragraphs[:n] {
		base += len(p) + 2
	}
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
