package syntax

import "hearsay/internal/text"

// Parse builds the trees of doc, whose tokens Tag has tagged. Its cost is
// linear in the length of the text, in that of its longest sentence too.
func (m *Model) Parse(doc *text.Document) Trees {
	t := Trees{Heads: make([]int32, len(doc.Tokens)), Relations: make([]Relation, len(doc.Tokens))}
	if foreign(doc.Lang) {
		for i := range t.Heads {
			t.Heads[i] = -1
		}
		return t
	}
	var p Parser
	p.model = m
	for _, span := range doc.Sentences {
		p.parseTokens(doc, span)
		p.put(t.Heads[span.First:span.Last], t.Relations[span.First:span.Last], int32(span.First))
	}
	return t
}

// Parser parses one sentence after the other without allocating anew. It must
// not be shared between goroutines; the Model may.
type Parser struct {
	model *Model
	words sentence
	tags  []text.Tag
	state state
	steps int // taken for the last sentence
}

// Parser gives a parser with a workspace of its own.
func (m *Model) Parser() *Parser { return &Parser{model: m} }

// Parse builds the tree of a sentence of tagged words in heads, by index into
// words and -1 for the root, and relations. All four have the same length.
func (p *Parser) Parse(words []string, tags []text.Tag, heads []int32, relations []Relation) {
	p.words.read(&p.model.lexicon, len(words), func(i int) string { return words[i] })
	p.state.reset(p.words.words, tags)
	p.run()
	p.put(heads, relations, 0)
}

func (p *Parser) parseTokens(doc *text.Document, span text.Sentence) {
	tokens := doc.Tokens[span.First:span.Last]
	p.words.read(&p.model.lexicon, len(tokens), func(i int) string { return doc.Of(span.First + i) })
	p.tags = p.tags[:0]
	for _, t := range tokens {
		p.tags = append(p.tags, t.Tag)
	}
	p.state.reset(p.words.words, p.tags)
	p.run()
}

// run takes the best step until every word has a head.
func (p *Parser) run() {
	var f stepFeatures
	s := &p.state
	for p.steps = 0; !s.done(); p.steps++ {
		a := s.only()
		if a == actionCount {
			f.from(s)
			left, right := p.model.steps.score(&f)
			a = s.best(0, left, right)
		}
		if a == shift {
			s.shift()
			continue
		}
		head, dependent := s.arc(a)
		s.attach(head, p.relation(head, dependent))
	}
	s.lift()
}

// lift hangs what hangs on a punctuation mark where the mark hangs, and makes
// the first word below a mark that is the root the root in its place.
func (s *state) lift() {
	words := s.nodes[:s.n]
	for i := range words {
		w := &words[i]
		for w.head != s.n && words[w.head].tag == uint32(text.PUNCT) {
			mark := &words[w.head]
			if mark.head == s.n && w.tag != uint32(text.PUNCT) {
				mark.head, mark.relation = int32(i), Punct
				w.head, w.relation = s.n, Root
				break
			}
			if mark.head == s.n {
				break // nothing but marks so far; a word may follow
			}
			w.head = mark.head
		}
	}
}

// only is the step that is left where there is one alone, actionCount else.
func (s *state) only() action {
	switch {
	case len(s.stack) == 0:
		return shift
	case s.next < s.n:
		return actionCount
	case len(s.stack) == 1:
		return leftward
	}
	return rightward
}

// best is the possible step with the highest score.
func (s *state) best(scores ...int32) action {
	best := actionCount
	for a := shift; a < actionCount; a++ {
		if s.may(a) && (best == actionCount || scores[a] > scores[best]) {
			best = a
		}
	}
	return best
}

// relation is how dependent hangs on head.
func (p *Parser) relation(head, dependent int32) Relation {
	if head == p.state.n {
		return Root
	}
	var f relationFeatures
	f.from(&p.state, head, dependent)
	return Relation(p.model.relations.best(f[:]) + 1)
}

func (p *Parser) put(heads []int32, relations []Relation, offset int32) {
	for i := range heads {
		w := &p.state.nodes[i]
		relations[i] = w.relation
		if heads[i] = w.head + offset; w.head == p.state.n {
			heads[i] = -1
		}
	}
}
