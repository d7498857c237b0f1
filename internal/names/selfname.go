package names

import "hearsay/internal/text"

// By what name those go whom a report describes: "a group that calls itself
// Rust Heron", "a leader who goes by the name of Captain Copper".

// findSelfName looks for the name that a description ends in.
func (p *phrase) findSelfName(rd *reading, from int) {
	for i := from; i < p.last-1; i++ {
		at := p.nameWords(rd, from, i)
		if at < 0 {
			continue
		}
		if m := rd.calledAt(at, p.last); m != nil {
			p.apposed = m
			p.role = [2]int{p.first, from}
			return
		}
	}
}

// nameWords is where the name begins to which the words at token i lead, -1 if
// they lead to none.
func (p *phrase) nameWords(rd *reading, from, i int) int {
	w, next := rd.word(i), rd.word(i+1)
	switch {
	case namingVerbs[w] && (selves[next] || i == from || wasWords[rd.word(i-1)] || everyone[rd.word(i-1)]):
	case calledWords[w] && rd.doc.Lang != "en":
	case aliasWords[w] && i > from, nameWords[w] && givesName(rd, i):
	case w == "by" && goWords[rd.word(i-1)]:
	case w == "sich" && rd.namesBehind(i+1):
	case w == "nom" && next == "de" && rd.word(i+2) == "guerre":
		i += 2
	default:
		return -1
	}
	for i++; i < p.last && (selves[rd.word(i)] || toName[rd.word(i)] || rd.doc.Tokens[i].Kind == text.OpenQuote); i++ {
	}
	return i
}

// namesBehind tells whether the verb of naming stands behind the name, as in
// German: "der sich Falke nennt".
func (rd *reading) namesBehind(i int) bool {
	m := rd.calledAt(i, len(rd.words))
	return m != nil && (rd.word(m.last) == "nennt" || rd.word(m.last) == "nannte" || rd.word(m.last) == "nennen")
}

// givesName tells whether somebody goes by the "name" at token i: "uses the
// name", "by the name of", "con el nombre de".
func givesName(rd *reading, i int) bool {
	for k := i - 1; k > i-4 && k >= 0; k-- {
		switch rd.word(k) {
		case "by", "under", "uses", "use", "used", "using", "took", "takes", "con", "bajo", "por", "sous":
			return true
		}
	}
	return false
}

// calledAt is the name that begins at token i, behind a rank that is no part of
// it: "comandante Cobre".
func (rd *reading) calledAt(i, last int) *mention {
	if _, rank := foreignNouns[rd.word(i)]; (rank || isTitle(rd.word(i)) || isPersonNoun(rd.word(i))) && rd.mentionAt(i) == nil {
		i++
	}
	if m := rd.mentionAt(i); i < last && m != nil && m.first == i {
		return m
	}
	return nil
}

var (
	wasWords    = wordSet("is was are were also been")
	namingVerbs = wordSet("calls call calling called named names naming known styles styling titled dubbed nicknamed")
	stressing   = wordSet("himself herself itself themselves")
	selves      = wordSet("itself himself herself themselves as the simply only by")
	everyone    = wordSet("everyone everybody people friends comrades neighbours neighbors colleagues they")
	aliasWords  = wordSet("alias aka pseudonym nickname callsign codename seudónimo apodo mote pseudonyme surnom decknamen")
	nameWords   = wordSet("name nombre nom")
	goWords     = wordSet("goes go went going")
	toName      = wordSet("of de como comme как")

	// calledWords lead to a name in other languages.
	calledWords = wordSet(`llamar llamado llamada llamarse conocido conocida apodado apodada alias
		appeler nommé nommée surnommé surnommée connu connue dit dite namens genannt имени прозвищу кличке известный известная`)
)
