package attribution

import (
	"regexp"
	"strings"

	"hearsay"
)

// Interviews come with labels (transcript.go), or without: a paragraph that
// asks "you" something, and then paragraphs of answer, in the first person. The
// answers are then those of the one person whom the text introduces before the
// first question; where it introduces nobody, or two, nothing is claimed.

// answers are the blocks that are answers in an interview without labels, and
// whose they are.
func (s *scanner) answers() map[int][2]int {
	asked := s.questions()
	if len(asked) < 3 || asked[0] > 12 || s.turnsLabelled() {
		return nil
	}
	who := s.introduced(asked[0])
	if who == [2]int{} {
		return nil
	}
	if perhaps, found := s.introducedIn(asked[0], false, false); found && (perhaps == [2]int{} || s.doc.Of(perhaps[1]-1) != s.doc.Of(who[1]-1)) {
		return nil
	}
	own, all := 0, 0
	of := map[int][2]int{}
	for k, q := range asked {
		to := len(s.doc.Blocks)
		if k+1 < len(asked) {
			to = asked[k+1]
		}
		first := false
		for b := q + 1; b < to; b++ {
			if !s.doc.Blocks[b].Says() {
				continue
			}
			if s.tells(b, who) {
				break
			}
			first = first || s.firstPersonIn(b)
			of[b] = who
		}
		if all++; first {
			own++
		}
	}
	if 2*own < all {
		return nil
	}
	return of
}

// turnsLabelled tells whether paragraphs begin with who speaks, "STAN:", "Q.".
func (s *scanner) turnsLabelled() bool {
	n := 0
	for _, b := range s.doc.Blocks {
		if b.Says() && labelled.MatchString(b.Span.Of(s.doc.Text)) {
			n++
		}
	}
	return n >= 2
}

var labelled = regexp.MustCompile(`^(?:[QA]\.|\p{Lu}[^:.?!,\n]{0,30}:) `)

// questions are the blocks that ask the one whom they call "you", if most of
// those that only ask do.
func (s *scanner) questions() []int {
	const longest = 60
	var asked []int
	you := 0
	for b, block := range s.doc.Blocks {
		if block.Kind != hearsay.BlockParagraph && block.Kind != hearsay.BlockHeading {
			continue
		}
		toks := s.tokensOf(block.Span)
		if toks[1]-toks[0] < 2 || toks[1]-toks[0] > longest || s.low[toks[1]-1] != "?" || s.doc.Tokens[toks[0]].Quote >= 0 {
			continue
		}
		asked = append(asked, b)
		for t := toks[0]; t < toks[1]; t++ {
			if w := s.low[t]; w == "you" || w == "your" || w == "yours" {
				you++
				break
			}
		}
	}
	if 2*you < len(asked) {
		return nil
	}
	return asked
}

// tells tells whether block b speaks of the person by name: it is no answer.
func (s *scanner) tells(b int, who [2]int) bool {
	name := s.low[who[1]-1]
	toks := s.tokensOf(s.doc.Blocks[b].Span)
	for t := toks[0]; t < toks[1]; t++ {
		if s.low[t] == name {
			return true
		}
	}
	return false
}

func (s *scanner) firstPersonIn(b int) bool {
	toks := s.tokensOf(s.doc.Blocks[b].Span)
	for t := toks[0]; t < toks[1]; t++ {
		if firstPerson(s.low[t]) && s.doc.Tokens[t].Quote < 0 {
			return true
		}
	}
	return false
}

// introduced is the person whom the blocks before one introduce: "We spoke to
// S", "S, who …, answered our questions", "an interview with S". It is zero if
// they introduce nobody, or more than one. What the headings say, and words
// that are no sure names, count where nothing else tells.
func (s *scanner) introduced(before int) [2]int {
	for _, heading := range []bool{false, true} {
		for _, sure := range []bool{true, false} {
			if who, found := s.introducedIn(before, heading, sure); found {
				return who
			}
		}
	}
	return [2]int{}
}

// introducedIn looks for that person in headings or in paragraphs alone. found
// tells that somebody was, though who is zero where there are two.
func (s *scanner) introducedIn(before int, heading, sure bool) (who [2]int, found bool) {
	for b := range before {
		block := s.doc.Blocks[b]
		if (block.Kind == hearsay.BlockHeading) != heading || !heading && !block.Says() {
			continue
		}
		toks := s.tokensOf(block.Span)
		p := s.passageOf(toks[0], toks[1])
		for i := 0; i < len(p.u); i++ {
			e := p.fullName(i, sure)
			if e == i {
				continue
			}
			if p.personIntroduced(i, e) {
				at := p.tokens(run{i, e})
				if found && s.doc.Of(who[1]-1) != s.doc.Of(at[1]-1) {
					return [2]int{}, true
				}
				if !found {
					who, found = at, true
				}
			}
			i = e
		}
	}
	return who, found
}

// answer keeps block b as a whole for what who says.
func (s *scanner) answer(b int, toks, who [2]int, parent int) {
	n := len(s.found)
	if s.add(finding{source: [][2]int{who}, content: [][2]int{toks}, stance: hearsay.Asserts, parent: parent, score: scoreCueless, whole: true}) < 0 {
		return
	}
	s.markUsed(toks)
	s.nested(n, 0)
}

// examined reads "Q. C" and "A. C", as the records of courts have them: the
// answers are the witness's, who was asked for the name or is announced.
func (p *passage) examined(parent int) bool {
	label := p.word(0)
	if parent >= 0 || len(p.u) < 2 || label != "q." && label != "a." || !p.opensBlocks("Q. ") || !p.opensBlocks("A. ") {
		return false
	}
	f := finding{cue: p.pieces(run{0, 1}), content: p.pieces(run{1, len(p.u)}), parent: parent, score: scoreClause, stance: hearsay.Asserts, whole: true}
	if label == "q." && p.mark(len(p.u)-1, "?") {
		f.stance = hearsay.Questions
	}
	if who := p.witness(); label == "a." && who != [2]int{} && disjoint([][2]int{who}, f.cue, f.content) {
		f.source = [][2]int{who}
	}
	if p.add(f) < 0 {
		return false
	}
	p.markUsed(f.content[0])
	return true
}

// opensBlocks tells whether two paragraphs begin with a label.
func (s *scanner) opensBlocks(label string) bool {
	n := 0
	for _, b := range s.doc.Blocks {
		if strings.HasPrefix(b.Span.Of(s.doc.Text), label) {
			if n++; n > 1 {
				return true
			}
		}
	}
	return false
}

var (
	witnessCalled = regexp.MustCompile(`(?i:examination of|deposition of|testimony of|evidence of|witness:) ((?:Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})`)
	witnessAsked  = regexp.MustCompile(`(?i)\b(?:state|give|spell)\b[^.?\n]{0,40}\bname\b[^\n]*\n+A\. (?:My name is |I am |It is |It's )?(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})[.,\n]`)
)

// witness is the name of who answers, zero if the record gives none.
func (s *scanner) witness() [2]int {
	for _, pattern := range []*regexp.Regexp{witnessCalled, witnessAsked} {
		if m := pattern.FindStringSubmatchIndex(s.doc.Text); m != nil {
			return s.tokensOf(hearsay.Span{Start: m[2], End: m[3]})
		}
	}
	return [2]int{}
}
