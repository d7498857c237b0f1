package text

import (
	"strings"
	"sync/atomic"
)

// Memo remembers what was found out about the words that came last: a text says
// the same words again and again. What it holds changes no answer, and it may
// be shared.
type Memo[T any] struct {
	find func(word string) T
	slot [1 << 15]atomic.Pointer[known[T]]
}

type known[T any] struct {
	word string
	is   T
}

// longestKnown is the most bytes of a word that is remembered.
const longestKnown = 64

// NewMemo makes a Memo of what find says, which must say the same of a word
// every time.
func NewMemo[T any](find func(word string) T) *Memo[T] { return &Memo[T]{find: find} }

// Of is what find says of word. It is shared, and so not to be changed.
func (m *Memo[T]) Of(word string) *T {
	at := &m.slot[memoHash(word)%uint32(len(m.slot))]
	if k := at.Load(); k != nil && k.word == word {
		return &k.is
	}
	word = strings.Clone(word) // and not the text that it stands in
	k := &known[T]{word, m.find(word)}
	if len(word) <= longestKnown {
		at.Store(k)
	}
	return &k.is
}

// memoHash is FNV-1a.
func memoHash(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}
