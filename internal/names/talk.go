package names

import "hearsay/internal/text"

// What an exchange tells beyond the words around a turn: who else talks in it,
// who said something last, and how those who talk call each other.

// replying verbs answer somebody.
var replying = wordSet("answered answers replied replies retorted retorts responded responds countered counters")

// ownBlocks is how many paragraphs lie between a place in block from and a turn
// in block to, those that are all talk left out.
func (d *discourse) ownBlocks(from, to int) int {
	if from >= to {
		return 0
	}
	n := 1
	for b := from + 1; b < to; b++ {
		if !d.allTalk[b] {
			n++
		}
	}
	return n
}

// talk counts who is told to speak near turn i in its exchange, and who said
// something last before it.
func (d *discourse) talk(turns []turn, i int, b *ballot) {
	const near = 5
	var seen []*cluster
	heard := func(j int) {
		if who := turns[j].who; turns[j].told && who != nil {
			for _, s := range seen {
				if s == who {
					return
				}
			}
			seen = append(seen, who)
			b.see(who, talksHere, 1)
		}
	}
	for j := i; j > max(0, i-near) && d.junctionOf(turns, j) != apart; j-- {
		heard(j - 1)
	}
	for j := i + 1; j < min(len(turns), i+near) && d.junctionOf(turns, j) != apart; j++ {
		heard(j)
	}
	if d.sentence[turns[i].first] < 0 {
		return
	}
	const late = 3 // sentences
	for k := len(d.sources) - 1; k >= 0; k-- {
		s := d.sources[k]
		if s.first >= turns[i].first || d.speaker[s.attr] == nil || d.sentence[s.first] < 0 || d.doc.Tokens[s.first].Quote >= 0 {
			continue
		}
		if d.sentence[turns[i].first]-d.sentence[s.first] <= late {
			b.see(d.speaker[s.attr], spokeLastly, 1)
		}
		return
	}
}

// calls are words by which people call each other, and whom they suit.
var calls = map[string]gender{
	"sir": male, "mum": female, "mummy": female, "mam": female, "mom": female, "mama": female, "mother": female, "dad": male, "daddy": male,
	"papa": male, "father": male, "miss": female, "madam": female, "madame": female, "ma'am": female, "monsieur": male, "auntie": female,
	"aunt": female, "uncle": male, "gran": female, "grandma": female, "grandad": male, "grandpa": male, "son": male, "mate": male,
	"mr": male, "mrs": female, "ms": female, "lord": male,
}

// callOf is the gender of whom a turn calls by such a word.
func (d *discourse) callOf(t turn) gender {
	for j := t.first; j < t.last; j++ {
		g, ok := calls[d.word(j)]
		if !ok {
			continue
		}
		end := j + 1
		if w := d.word(j); w == "mr" || w == "mrs" || w == "ms" || w == "miss" || w == "lord" {
			for d.doc.Tokens[end].Kind == text.Word && d.capital(end) && end < t.last {
				end++
			}
			if end < t.last && d.word(end) == "." && d.doc.Tokens[end].Kind == text.Word {
				end++
			}
		}
		before, after := d.word(j-1), d.word(end)
		opens := d.doc.Tokens[j-1].Kind == text.OpenQuote
		closes := after == "." || after == "?" || after == "!"
		if after == "," && (opens || before == ",") || before == "," && closes || opens && closes {
			return g
		}
	}
	return unknownGender
}

// calledSo counts for whom the turn before, or the one behind, calls "sir".
func (d *discourse) calledSo(turns []turn, i int, b *ballot) {
	count := func(g gender) {
		if g == unknownGender {
			return
		}
		for k := range b.list {
			switch c := &b.list[k]; c.who.gender {
			case g:
				c.see(calledLikewise, 1, b.weights)
			case opposite(g):
				c.see(calledOtherwise, 1, b.weights)
			}
		}
	}
	if i > 0 && d.junctionOf(turns, i) >= follows {
		count(d.callOf(turns[i-1]))
	}
	if i+1 < len(turns) && d.junctionOf(turns, i+1) == follows {
		count(d.callOf(turns[i+1]))
	}
}
