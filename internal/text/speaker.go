package text

import "unicode"

// utteranceEnd finds where speech that begins at token first gives way to its
// speaker, in a quotation without a closing mark: after the comma in `“We did
// it, Brede said.` It is 0 if no speaker follows within two sentences.
func (q *quoter) utteranceEnd(first, until int) int {
	stops := 0
	for i := first; i < until && stops < 3; i++ {
		word := q.doc.Of(i)
		if isStop(word) {
			stops++
		}
		if (word == "," || word == "?" || word == "!") && q.saidAfter(i+1, until) {
			return i + 1
		}
	}
	return 0
}

// saidAfter tells whether a speaker and a verb of saying stand at token i:
// "Brede said", "she told him", "said Ada Lund".
func (q *quoter) saidAfter(i, until int) bool {
	if i+1 < until && isSaid(q.doc.Of(i)) && q.namesSpeaker(i+1) {
		return true
	}
	for k := i; k < min(i+5, until); k++ {
		if k > i && isSaid(q.doc.Of(k)) {
			return k+1 >= until || !isObject(q.doc.Of(k+1))
		}
		if !q.namesSpeaker(k) && k == i || q.doc.Tokens[k].Kind != Word {
			return false
		}
	}
	return false
}

// namesSpeaker tells whether the name of a speaker may begin with token i.
func (q *quoter) namesSpeaker(i int) bool {
	switch q.doc.Of(i) {
	case "he", "she", "they", "it", "I", "we", "the", "a", "an", "one", "his", "her", "their", "who", "another":
		return true
	}
	return unicode.IsUpper(q.markRune(i))
}

func isStop(word string) bool { return word == "." || word == "?" || word == "!" }
