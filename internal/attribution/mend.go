package attribution

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// mend sets right what the model gets wrong though the form leaves no doubt: a
// source that ends with what its head did, that stands before a relative
// clause or behind the verb that follows a quotation, whom something is told, a publication or one who is cited behind what
// is told, and "according to".
func (s *scanner) mend() {
	if !s.english() {
		return
	}
	s.withoutSilence()
	s.reportsBehind()
	s.soSays()
	s.corrected()
	for i := 0; i < len(s.found); i++ {
		s.citedNext(i)
	}
	for i := range s.found {
		s.withoutDeed(&s.found[i])
		s.withoutIt(&s.found[i])
		s.sourceBeforeClause(&s.found[i])
		s.sayerBehind(&s.found[i])
		s.fromThat(&s.found[i])
		s.citedBehind(i)
		s.onWordOf(i)
		if f := &s.found[i]; len(f.cue) == 1 && s.low[f.cue[0][0]] == "according" {
			s.cutSource(f)
			s.withRelative(f)
			s.fromTheComma(f)
			s.turnInside(i)
		}
	}
}

// withoutDeed ends the source "Councillor Ada Farr rose," at the name.
func (s *scanner) withoutDeed(f *finding) {
	if len(f.source) != 1 {
		return
	}
	first, last := f.source[0][0], f.source[0][1]-1
	if s.low[last] == "," {
		last--
	}
	if last > first && s.tags[last] == text.VERB && s.tags[last-1] == text.PROPN && !strings.HasSuffix(s.low[last], "ing") {
		f.source[0][1] = last
	}
}

// withoutIt takes out of a content the "it" that only stands for the rest of
// it: "C, it was reported by S".
func (s *scanner) withoutIt(f *finding) {
	if len(f.content) < 2 || len(f.cue) == 0 {
		return
	}
	cue := f.cue[0][0]
	f.content = slices.DeleteFunc(f.content, func(p [2]int) bool {
		return p[0] > f.content[0][0] && p == [2]int{cue - 1, cue} && s.low[p[0]] == "it"
	})
}

// cutSource ends the source of "according to S, C" at the comma where C has got
// into it: a noun phrase has no verb but in a clause of its own.
func (s *scanner) cutSource(f *finding) {
	if len(f.source) != 1 || f.source[0][0] != f.cue[0][1] || len(f.content) == 0 {
		return
	}
	comma, end := -1, f.source[0][1]
	for t := f.source[0][0]; t < end; t++ {
		switch w := s.low[t]; {
		case relativeWord(w):
			return
		case w == "," && comma < 0:
			comma = t
		case comma >= 0 && (s.tags[t] == text.AUX || s.tags[t] == text.VERB) && t > comma+1:
			f.source[0][1] = comma
			f.content = joined(f.content, [2]int{comma + 1, end})
			return
		}
	}
}

// withRelative gives the source of "according to S, who …, C" its clause where
// that has got into C.
func (s *scanner) withRelative(f *finding) {
	if len(f.source) != 1 || f.source[0][0] != f.cue[0][1] || len(f.content) == 0 {
		return
	}
	first := &f.content[0]
	who := first[0]
	if s.tags[who] == text.ADP {
		who++
	}
	if w := s.low[who]; w != "who" && w != "which" && w != "whose" && w != "whom" || first[0] != f.source[0][1]+1 || s.low[first[0]-1] != "," {
		return
	}
	verb := false
	for t := who + 1; t+1 < first[1]; t++ {
		verb = verb || s.tags[t] == text.VERB || s.tags[t] == text.AUX
		if verb && s.low[t] == "," {
			f.source[0][1], first[0] = t, t+1
			return
		}
	}
}

func relativeWord(w string) bool {
	switch w {
	case "who", "which", "whose", "that", "whom", "where", "when":
		return true
	}
	return false
}

// joined adds a piece to a content, with the one that begins where it ends or
// a comma behind.
func joined(content [][2]int, piece [2]int) [][2]int {
	if next := &content[0]; next[0] >= piece[1] && next[0] <= piece[1]+1 {
		next[0] = piece[0]
		return content
	}
	content = append(content, piece)
	sortPieces(content)
	return content
}

// fromTheComma reads a sentence that opens with "According to S, C": S ends at
// its comma, and C begins there.
func (s *scanner) fromTheComma(f *finding) {
	cue := f.cue[0][0]
	opens := cue == 0 || s.doc.SentenceAt(cue-1) != s.doc.SentenceAt(cue)
	if !opens || len(f.source) != 1 || len(f.content) == 0 || f.source[0][0] != f.cue[0][1] || f.content[0][0] < f.source[0][1] {
		return
	}
	comma, first := f.source[0][1], &f.content[0][0]
	for s.low[comma] != "," {
		if comma++; comma >= f.content[0][1] || s.tags[comma] == text.VERB || s.tags[comma] == text.AUX || s.doc.Tokens[comma].Quote >= 0 || s.doc.SentenceAt(comma) != s.doc.SentenceAt(cue) {
			return
		}
	}
	if *first == comma+1 || comma+1 >= f.content[0][1] || s.doc.SentenceAt(*first) != s.doc.SentenceAt(cue) || s.claimedBetween(comma+1, *first) {
		return
	}
	f.source[0][1], *first = comma, comma+1
}

// claimedBetween tells whether a source or cue stands in the tokens [from, to).
func (s *scanner) claimedBetween(from, to int) bool {
	for i := range s.found {
		for _, piece := range append(s.found[i].source[:len(s.found[i].source):len(s.found[i].source)], s.found[i].cue...) {
			if piece[0] < to && piece[1] > from {
				return true
			}
		}
	}
	return false
}

// turnInside reads "the Mirror reported that C, according to people at the
// bank" as what the people said to the Mirror, not as what they say of it.
func (s *scanner) turnInside(i int) {
	j := s.reportedWithin(i)
	if j < 0 {
		return
	}
	outer, inner := &s.found[i], &s.found[j]
	said := inner.content
	*outer, *inner = *inner, *outer
	outer.parent, inner.parent = inner.parent, i
	outer.model, inner.model = inner.model, -1
	outer.content = [][2]int{{said[0][0], inner.source[len(inner.source)-1][1]}}
	inner.content = said
}

// reportedWithin is the finding nested in i, a publication's report with which
// the content of i begins and ends, that should hold i instead; -1 if none.
func (s *scanner) reportedWithin(i int) int {
	f := &s.found[i]
	if len(f.content) != 1 || len(f.source) == 0 || f.content[0][1] > f.cue[0][0] || s.publishes(f.source) {
		return -1
	}
	for j := i + 1; j < len(s.found); j++ {
		n := &s.found[j]
		if n.parent == i && n.stance == hearsay.Asserts && len(n.source) == 1 && n.source[0][0] == f.content[0][0] &&
			len(n.content) == 1 && n.content[0][1] == f.content[0][1] && s.publishes(n.source) {
			return j
		}
	}
	return -1
}

// publishes tells whether a source is a publication by its name.
func (s *scanner) publishes(source [][2]int) bool {
	p := s.passageOf(source[0][0], source[len(source)-1][1])
	all := run{0, len(p.u)}
	named := strings.ToLower(s.doc.Of(source[0][1]-1)) != s.doc.Of(source[0][1]-1)
	return named && (p.outletName(all) || p.publicationAt(all))
}
