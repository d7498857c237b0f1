package reuse

// wording is how much of one text's own words recur in another, apart from
// runs long enough to be an excerpt.
type wording struct {
	words     int // words outside quotations in shared runs
	of        int // words outside quotations
	sentences int // sentences in which such runs stand
	total     int
	ofFrom    int // words outside quotations in the elder
	longest   int // words of the longest shared run outside quotations
}

// telling tells whether the shared wording can be no accident. Two reports of
// one event share the sentence that says what happened, so one such sentence
// is never enough.
func (w wording) telling(credited bool) bool {
	if w.of == 0 {
		return false
	}
	part := float64(w.words) / float64(w.of)
	return w.sentences >= 3 && w.words >= 24 && part >= rewrittenShare ||
		credited && w.sentences >= 3 && part >= 0.9*rewrittenShare
}

// takesUp tells whether so much of a short elder text recurs, one long run of
// words among it, that the younger took it up: a post in an article.
func (w wording) takesUp() bool {
	return w.sentences >= 2 && w.words >= 24 && w.longest >= longRun && float64(w.words) >= takenShare*float64(min(w.of, w.ofFrom))
}

const (
	// longRun is a run of words that two writers do not find by themselves.
	longRun = 12
	// takenShare is the share of the shorter text's own words from which on
	// the other one took it up.
	takenShare = 0.3
)

// rewrittenShare is the share of a text's own words in shared runs from which
// on it is a rewrite. Independent reports of one event stay below a fifth.
const rewrittenShare = 0.25

// wording measures what of the words of doc to outside quotations stands
// outside quotations in from.
func (l *lineage) wording(from, to int, rs []run) wording {
	a, b := &l.docs[from].Print, &l.docs[to].Print
	var w wording
	shared := make([]bool, len(b.Words))
	for _, r := range rs {
		own := 0
		for k := range r.n {
			if a.Flags[r.a+k]&Quoted == 0 {
				shared[r.b+k] = true
				if b.Flags[r.b+k]&Quoted == 0 {
					own++
				}
			}
		}
		w.longest = max(w.longest, own)
	}
	for _, f := range a.Flags {
		if f&Quoted == 0 {
			w.ofFrom++
		}
	}
	inSentence := 0
	for i, f := range b.Flags {
		if f&Sentence != 0 {
			w.total++
			inSentence = 0
		}
		if f&Quoted != 0 {
			continue
		}
		w.of++
		if shared[i] {
			w.words++
			if inSentence++; inSentence == minRun {
				w.sentences++
			}
		}
	}
	return w
}
