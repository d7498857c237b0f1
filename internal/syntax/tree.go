package syntax

import "hearsay/internal/text"

// Trees are the dependency trees of the sentences of a document, by token.
// Each sentence has one root, and no two dependencies cross, so that all that
// hangs on a word, directly or not, is one run of tokens.
type Trees struct {
	// Heads are indexes of tokens, -1 for the root of a sentence and for every
	// token of a document in a language that has no trees.
	Heads     []int32
	Relations []Relation
}

// Below tells whether token i is top or hangs on it, directly or not.
func (t *Trees) Below(i, top int) bool {
	for i >= 0 && i != top {
		i = int(t.Heads[i])
	}
	return i == top
}

// Subtree is the run of tokens [first, last) of top and all that hangs on it;
// s is its sentence.
func (t *Trees) Subtree(s text.Sentence, top int) (first, last int) {
	first, last = top, top+1
	for first > s.First && t.Below(first-1, top) {
		first--
	}
	for last < s.Last && t.Below(last, top) {
		last++
	}
	return first, last
}

// Dependent is the first token of sentence s that hangs on head by one of the
// relations, -1 if there is none.
func (t *Trees) Dependent(s text.Sentence, head int, relations ...Relation) int {
	for i := s.First; i < s.Last; i++ {
		if int(t.Heads[i]) != head {
			continue
		}
		for _, r := range relations {
			if t.Relations[i] == r {
				return i
			}
		}
	}
	return -1
}

// Subject is the subject of verb in sentence s, -1 if it has none. A verb
// without one takes that of the verb it is coordinated with or completes: "Lund
// rose and said", "Lund refused to say".
func (t *Trees) Subject(s text.Sentence, verb int) int {
	for verb >= 0 {
		if i := t.Dependent(s, verb, Nsubj, NsubjPassive, Csubj); i >= 0 {
			return i
		}
		switch t.Relations[verb] {
		case Conj, Xcomp:
			verb = int(t.Heads[verb])
		default:
			return -1
		}
	}
	return -1
}

// Complement is the head of the clause that verb governs or that stands beside
// it as what is said, -1 if there is none: "said that he LIED", "he LIED, she
// said".
func (t *Trees) Complement(s text.Sentence, verb int) int {
	if i := t.Dependent(s, verb, Ccomp); i >= 0 {
		return i
	}
	if t.Relations[verb] == Parataxis {
		return int(t.Heads[verb])
	}
	return t.Dependent(s, verb, Parataxis)
}
