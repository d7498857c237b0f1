package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// sourceBeforeClause gives "S, who …, said" its source where a cue has none:
// the noun phrase before the relative clause, with that.
func (s *scanner) sourceBeforeClause(f *finding) {
	if len(f.source) > 0 || len(f.cue) != 1 || !saying[s.low[f.cue[0][0]]] {
		return
	}
	end := f.cue[0][0] - 1
	sentence := s.doc.SentenceAt(f.cue[0][0])
	if end < 1 || s.low[end] != "," || s.doc.SentenceAt(end) != sentence {
		return
	}
	clause := end - 1
	for clause > 0 && s.doc.SentenceAt(clause-1) == sentence && (s.low[clause-1] != "," || s.low[clause] != "who" && s.low[clause] != "which" && s.low[clause] != "whose") {
		clause--
	}
	if clause == 0 || s.low[clause-1] != "," || s.doc.SentenceAt(clause-1) != sentence {
		return
	}
	first, named := clause-1, false
	for first > 0 && s.doc.SentenceAt(first-1) == sentence && s.nominal(first-1) {
		first--
		named = named || s.tags[first] == text.NOUN || s.tags[first] == text.PROPN || s.tags[first] == text.PRON
	}
	opens := first == 0 || s.doc.SentenceAt(first-1) != sentence || s.low[first-1] == "but" || s.low[first-1] == "and"
	if !named || !opens || s.claimedBetween(first, clause-1) {
		return
	}
	f.source = [][2]int{{first, end + 1}}
	if f.stance == hearsay.Supposes {
		f.stance, f.hedged = hearsay.Asserts, false // "it is said" was read where nobody says it
	}
}

var saying = setOfWords("said", "says", "told", "added", "adds", "recalled", "recalls", "explained", "insisted", "insists", "argued", "argues", "wrote", "writes")

func setOfWords(list ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range list {
		set[w] = true
	}
	return set
}

// nominal tells whether a token can stand in a noun phrase before its clause.
func (s *scanner) nominal(t int) bool {
	switch s.tags[t] {
	case text.NOUN, text.PROPN, text.PRON, text.ADJ, text.DET, text.NUM, text.ADP, text.PART:
		return true
	}
	return s.low[t] == "and" || s.low[t] == "-"
}

// fromThat begins the content of "warned her superiors in January that C" at
// "that": whom one tells, and when, is no part of what one tells.
func (s *scanner) fromThat(f *finding) {
	if len(f.cue) != 1 || len(f.content) == 0 || f.cue[0][1] != f.content[0][0] || !addressing[s.low[f.cue[0][1]-1]] {
		return
	}
	first := &f.content[0]
	for t := first[0]; t < first[1] && t < first[0]+14; t++ {
		switch {
		case s.low[t] == "that" && t > first[0]:
			if s.tags[t-1] != text.DET && t+2 < first[1] {
				first[0] = t
			}
			return
		case !s.nominal(t) || s.doc.Tokens[t].Quote >= 0:
			return
		}
	}
}

var addressing = setOfWords("told", "tells", "tell", "warned", "warns", "warn", "informed", "informs", "assured", "assures", "reminded", "advised", "notified", "alerted",
	"cautioned", "promised", "convinced", "persuaded")

// withoutSilence drops "asked not to be named": it is about the report, and
// tells nothing.
func (s *scanner) withoutSilence() {
	s.remove(func(f *finding) bool {
		if len(f.cue) == 0 || len(f.content) != 1 || f.content[0][1]-f.content[0][0] > 7 && s.low[f.content[0][0]] != "anonymity" {
			return false
		}
		switch s.low[f.cue[0][0]] {
		case "asked", "asking", "ask", "asks", "requested", "requesting", "requests", "wanted", "wished", "insisted", "insisting", "demanded", "demanding":
		default:
			return false
		}
		for t := f.content[0][0]; t < f.content[0][1]; t++ {
			switch s.low[t] {
			case "named", "identified", "quoted", "anonymous", "anonymity":
				return true
			}
		}
		return false
	})
}

// remove takes findings out; what was inside one is then inside what that was.
func (s *scanner) remove(bad func(*finding) bool) {
	at := make([]int, len(s.found))
	kept := s.found[:0:0]
	for i := range s.found {
		at[i] = len(kept)
		if bad(&s.found[i]) {
			at[i] = -1
			continue
		}
		kept = append(kept, s.found[i])
	}
	if len(kept) == len(s.found) {
		return
	}
	for i := range kept {
		p := kept[i].parent
		for p >= 0 && at[p] < 0 {
			p = s.found[p].parent
		}
		if p >= 0 {
			p = at[p]
		}
		kept[i].parent = p
	}
	s.found = kept
}

// reportsBehind finds "C, the Valley Wire agency reports.": a publication and a
// verb that end a sentence.
func (s *scanner) reportsBehind() {
	for last := 3; last < len(s.low); last++ {
		if !reporting[s.low[last]] || last+1 < len(s.low) && s.doc.SentenceAt(last+1) == s.doc.SentenceAt(last) && s.low[last+1] != "." {
			continue
		}
		s.reportEnds(last)
	}
}

var reporting = setOfWords("reports", "reported", "says", "writes", "wrote")

// reportEnds reads the sentence that ends with the verb at token v.
func (s *scanner) reportEnds(v int) {
	sentence := s.doc.SentenceAt(v)
	comma, publication := v-1, false
	for ; comma > v-8 && comma > 0 && s.low[comma] != ","; comma-- {
		if s.doc.SentenceAt(comma) != sentence || !s.nominal(comma) || s.doc.Tokens[comma].Quote >= 0 {
			return
		}
		publication = publication || publicationNouns[s.low[comma]]
	}
	if comma <= 0 || comma == v-1 || s.low[comma] != "," || s.doc.SentenceAt(comma) != sentence {
		return
	}
	source := [][2]int{{comma + 1, v}}
	first, verb := comma, false
	for first > 0 && s.doc.SentenceAt(first-1) == sentence {
		first--
		verb = verb || s.tags[first] == text.VERB || s.tags[first] == text.AUX
		if s.doc.Tokens[first].Quote >= 0 {
			return
		}
	}
	if !verb || !publication && !s.publishes(source) || s.claimedBetween(comma+1, v+1) || s.enclosed(first, v) {
		return
	}
	i := len(s.found)
	for k := range s.found {
		if f := &s.found[k]; f.parent < 0 && within(f, first, comma) {
			f.parent = i
		}
	}
	s.found = append(s.found, finding{source: source, cue: [][2]int{{v, v + 1}}, content: [][2]int{{first, comma}},
		stance: hearsay.Asserts, parent: -1, score: scoreClause, model: -1})
}

var publicationNouns = setOfWords("agency", "newspaper", "paper", "daily", "weekly", "broadcaster", "station", "channel", "website", "magazine", "network")

// citedBehind takes "citing S" or "quoting S" out of the end of the content of
// the finding i: S is who said it to whom is reported.
func (s *scanner) citedBehind(i int) {
	f := &s.found[i]
	if len(f.content) != 1 || len(f.source) == 0 {
		return
	}
	first, end := f.content[0][0], f.content[0][1]
	for t := end - 2; t > first+2; t-- {
		if s.low[t] == "citing" || s.low[t] == "quoting" {
			if s.low[t-1] != "," || s.claimedBetween(t, end) {
				return
			}
			f.content = [][2]int{{first, t - 1}, {t, end}} // the outlet tells of both
			s.found = append(s.found, finding{source: [][2]int{{t + 1, end}}, cue: [][2]int{{t, t + 1}}, content: [][2]int{{first, t - 1}},
				stance: hearsay.Asserts, parent: i, score: scoreLoose, model: -1})
			return
		}
		if s.tags[t] == text.VERB || s.tags[t] == text.AUX || s.doc.Tokens[t].Quote >= 0 {
			return
		}
	}
}

// within tells whether all of a finding lies in the tokens [from, to).
func within(f *finding, from, to int) bool {
	for _, pieces := range [][][2]int{f.source, f.cue, f.content} {
		for _, p := range pieces {
			if p[0] < from || p[1] > to {
				return false
			}
		}
	}
	return true
}

// enclosed tells whether the tokens [from, to] touch the content of a finding
// that reaches beyond them.
func (s *scanner) enclosed(from, to int) bool {
	for i := range s.found {
		for _, p := range s.found[i].content {
			if p[0] <= to && p[1] > from && (p[0] < from || p[1] > to) {
				return true
			}
		}
	}
	return false
}
