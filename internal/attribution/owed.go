package attribution

// owed tells a group of knowing at unit v that is only called for: "travellers
// should know that C" tells C, and nothing of who knows it.
func (p *passage) owed(g group, v int) bool {
	if g.modal == "should" || g.modal == "must" || p.word(g.from) == "ought" {
		return true
	}
	for i := g.from; i < v; i++ {
		switch p.word(i) {
		case "need", "needs", "have", "has":
			if p.word(i+1) == "to" {
				return true
			}
		}
	}
	return false
}

// knows tells the verbs of knowing.
func (f verbForm) knows() bool {
	switch f.lemma {
	case "know", "understand", "realize", "realise", "remember", "recognize", "recognise", "recall", "learn", "note":
		return true
	}
	return false
}
