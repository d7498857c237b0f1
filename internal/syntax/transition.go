package syntax

import "hearsay/internal/text"

// node is a word of the sentence as the parser sees it: what it is, and what
// hangs on it so far.
type node struct {
	word uint32 // hash of the word
	form uint32 // of the word with its tag
	fine uint32 // of the tag with the last two letters, for the form of verbs
	tag  uint32
	has  uint64 // relations of its dependents, a bit for each

	head        int32 // -1 as long as it has none
	left, left2 int32 // outermost dependent on the left, and the one before
	right       int32 // outermost on the right
	right2      int32
	lefts       uint8 // how many, up to most
	rights      uint8
	relation    Relation
}

const most = 7 // dependents of a side that are counted

// action is a step of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and
// Satta 2011). The root of the sentence stands behind its last word.
type action uint8

const (
	shift     action = iota // the next word goes on the stack
	leftward                // the top of the stack is a dependent of the next word
	rightward               // the top of the stack is a dependent of the one below
	actionCount
)

// state is where the parser is in a sentence of n words. nodes has n words,
// the root, and one that stands for every place where there is none.
type state struct {
	nodes []node
	stack []int32
	next  int32 // first word of the buffer
	n     int32 // number of words, and place of the root
}

// reset takes in a sentence: n words behind the padding of s, and their tags.
func (s *state) reset(words []word, tags []text.Tag) {
	n := len(tags)
	if cap(s.nodes) < n+2 {
		s.nodes = make([]node, n+2, 2*n+2)
		s.stack = make([]int32, 0, 2*n+2)
	}
	s.nodes, s.stack = s.nodes[:n+2], s.stack[:0]
	s.next, s.n = 0, int32(n)
	for i, tag := range tags {
		s.nodes[i] = s.bare(words[padding+i].lower, words[padding+i].end[1], uint32(tag))
	}
	const root, nobody = 40, 41 // behind the tags
	s.nodes[n] = s.bare(0x3c6ef372, root, root)
	s.nodes[n+1] = s.bare(outside, nobody, nobody)
}

func (s *state) bare(lower, end, tag uint32) node {
	none := s.n + 1
	return node{word: lower, form: mix2(51, lower, tag), fine: mix2(52, end, tag), tag: tag,
		head: -1, left: none, left2: none, right: none, right2: none}
}

// at is the node k places below the top of the stack.
func (s *state) at(k int) int32 {
	if k < len(s.stack) {
		return s.stack[len(s.stack)-1-k]
	}
	return s.n + 1
}

// ahead is the node k places behind the next word.
func (s *state) ahead(k int32) int32 {
	if s.next+k <= s.n {
		return s.next + k
	}
	return s.n + 1
}

// done tells whether every word has a head.
func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

// may tells whether a is possible: one word alone hangs on the root, and that
// at the end.
func (s *state) may(a action) bool {
	switch a {
	case shift:
		return s.next < s.n
	case leftward:
		return len(s.stack) == 1 || len(s.stack) > 1 && s.next < s.n
	}
	return len(s.stack) > 1
}

// arc is the dependency that a makes.
func (s *state) arc(a action) (head, dependent int32) {
	if a == leftward {
		return s.next, s.at(0)
	}
	return s.at(1), s.at(0)
}

func (s *state) shift() {
	s.stack = append(s.stack, s.next)
	s.next++
}

// attach takes the top off the stack and hangs it on head.
func (s *state) attach(head int32, r Relation) {
	dependent := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	d, h := &s.nodes[dependent], &s.nodes[head]
	d.head, d.relation = head, r
	h.has |= 1 << r
	if dependent < head {
		h.left2, h.left = h.left, dependent
		h.lefts = min(h.lefts+1, most)
		return
	}
	h.right2, h.right = h.right, dependent
	h.rights = min(h.rights+1, most)
}
