package attribution

import (
	"slices"
	"strings"

	"hearsay"
)

// corrected: what a publication reports that it once said, it denies where it
// takes it back: "On Tuesday we reported that C. That was wrong", "An earlier
// version of this article said that C".
func (s *scanner) corrected() {
	whole := s.isCorrection()
	for i := range s.found {
		f := &s.found[i]
		if f.parent >= 0 || f.stance != hearsay.Asserts || len(f.source) != 1 || len(f.content) == 0 {
			continue
		}
		switch own, earlier := s.ownPaper(f.source[0]); {
		case earlier:
			f.source = nil // no longer a hand: the publication speaks
			f.stance = hearsay.Denies
		case own && (whole || s.takenBack(f)):
			f.stance = hearsay.Denies
		}
	}
}

// ownPaper tells whether a source is the publication itself, or what it
// published; earlier, that this was replaced since.
func (s *scanner) ownPaper(at [2]int) (own, earlier bool) {
	words := s.low[at[0]:at[1]]
	if len(words) == 1 {
		return words[0] == "we", false
	}
	paper, version := false, false
	for _, w := range words {
		paper = paper || s.lex.sets["ownpaper"].has(w)
		version = version || w == "version" || w == "versions"
	}
	switch words[0] {
	case "our", "this":
		return paper, false
	case "an", "a", "the", "earlier", "previous", "original":
		replaced := slices.Contains(words, "earlier") || slices.Contains(words, "previous") || slices.Contains(words, "original") || slices.Contains(words, "first")
		return false, replaced && (version || paper && (slices.Contains(words, "this") || slices.Contains(words, "our")))
	}
	return false, false
}

// isCorrection tells whether a report is one by how one of its short heads
// begins: "Corrections", "Putting it right". "Mayor wants an apology" is none.
func (s *scanner) isCorrection() bool {
	for _, head := range s.heads() {
		if len(head) > 60 {
			continue
		}
		first, _, _ := strings.Cut(head, " ")
		switch strings.Trim(first, ".:,;*_") {
		case "correction", "corrections", "corrigendum", "corrigenda", "erratum", "errata", "clarification", "clarifications", "apology", "retraction":
			return true
		}
		for _, begin := range []string{"putting it right", "setting the record straight", "we were wrong", "we got it wrong", "what we got wrong", "an apology"} {
			if strings.HasPrefix(head, begin) {
				return true
			}
		}
	}
	return false
}

// takenBack tells whether the sentence of a finding, or the one behind it, says
// that what was said is not so.
func (s *scanner) takenBack(f *finding) bool {
	first := s.doc.SentenceAt(f.source[0][0])
	last := s.doc.SentenceAt(f.content[len(f.content)-1][1] - 1)
	for n := first; n >= 0 && n <= last+1 && n < len(s.doc.Sentences); n++ {
		sent := s.doc.Sentences[n]
		for t := sent.First; t < sent.Last; t++ {
			if s.inPieces(t, f.content) {
				continue
			}
			switch s.low[t] {
			case "wrong", "wrongly", "incorrect", "incorrectly", "mistaken", "mistakenly", "erroneous", "erroneously", "error", "untrue", "false", "apologise",
				"apologize", "regret", "withdraw", "withdrawn", "retract":
				return true
			}
		}
		if n > last && sent.Block == s.doc.Sentences[last].Block && s.low[sent.First] == "no" {
			return true // we said that a crane had fallen. No crane fell
		}
	}
	return false
}

// inPieces tells whether token t stands in one of the pieces.
func (s *scanner) inPieces(t int, pieces [][2]int) bool {
	return slices.ContainsFunc(pieces, func(p [2]int) bool { return t >= p[0] && t < p[1] })
}
