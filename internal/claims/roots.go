package claims

import "sync/atomic"

// roots remembers the roots of the words that came last: a text says the same
// words again and again, and finding a stem takes longer than all else that is
// done with one. What it holds changes no answer, and it may be shared.
type roots struct {
	slot [1 << 13]atomic.Pointer[rooted]
}

type rooted struct{ word, root string }

func (r *roots) of(word string) string {
	at := &r.slot[wordHash(word)%uint32(len(r.slot))]
	if known := at.Load(); known != nil && known.word == word {
		return known.root
	}
	found := &rooted{word, root(word)}
	at.Store(found)
	return found.root
}

// wordHash is FNV-1a.
func wordHash(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}
