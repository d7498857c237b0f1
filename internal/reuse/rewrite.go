package reuse

// wording is how much of one text's own words recur in another, apart from
// runs long enough to be an excerpt.
type wording struct {
	words     int // words outside quotations in shared runs
	of        int // words outside quotations
	sentences int // sentences in which such runs stand
	total     int
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
		for k := range r.n {
			if a.Flags[r.a+k]&Quoted == 0 {
				shared[r.b+k] = true
			}
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
