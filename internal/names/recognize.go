package names

import (
	"slices"
	"strings"

	"hearsay/internal/linear"
	"hearsay/internal/text"
)

// How sure the recognizer must be to overrule the rules, and what its word
// weighs in the votes for a kind: measured on texts that it was not trained on.
const (
	sureNone      = 0.75 // a name is none
	sureEnd       = 0.65 // a name ends elsewhere
	sureName      = 0.5  // there is a name that no rule saw
	trainedWeight = 4
)

// recognize lets the trained recognizer speak on the names that the rules
// found: it adds its votes to theirs, takes off what is surely none, moves
// ends where it is sure, and adds names that the rules did not see.
func (rd *reading) recognize() {
	m := defaultRecognizer()
	if m == nil || rd.doc.Lang != "en" && rd.doc.Lang != "" || !rd.tagged() {
		return
	}
	l := m.label(rd)
	longer := rd.endsOfLonger()
	var kept []mention
	end := 0 // of the name before
	for _, m := range rd.mentions {
		if m.first < end {
			continue
		}
		if m.known == "" && rd.trained(&m) {
			if l.none(&m) && rd.lone(&m, longer) {
				continue
			}
			l.move(rd, &m, end)
			if !rd.attributive(&m) {
				m.votes.add(l.votes(&m))
			}
		}
		end = m.last
		kept = append(kept, m)
	}
	rd.replace(kept)
	for _, m := range l.more(rd) {
		rd.put(m)
	}
	slices.SortFunc(rd.mentions, func(a, b mention) int { return a.first - b.first })
	rd.replace(rd.mentions)
}

// tagged tells whether the text has tags, which the recognizer was trained
// with.
func (rd *reading) tagged() bool {
	return slices.ContainsFunc(rd.doc.Tokens, func(t text.Token) bool { return t.Tag != text.TagNone })
}

// trained tells whether the name is in letters that the recognizer has seen.
func (rd *reading) trained(m *mention) bool {
	return !isArabic(rd.word(m.bare))
}

// replace makes a list of names, in the order of the text, those of the report.
func (rd *reading) replace(list []mention) {
	for i := range rd.at {
		rd.at[i] = -1
	}
	rd.mentions = nil
	for _, m := range list {
		rd.put(m)
	}
}

// mean is the mean probability of each label over the words of a name.
func (l labelled) mean(first, last int) linear.Row {
	var sum linear.Row
	for i := first; i < last; i++ {
		for y := range nameLabels {
			sum[y] += l[i][y] / float64(last-first)
		}
	}
	return sum
}

// none tells whether what the rules took for a name is none.
func (l labelled) none(m *mention) bool {
	return m.bare == m.first && l.mean(m.first, m.last)[outsideLabel] > sureNone
}

// endsOfLonger are the words that names of several words begin or end with.
func (rd *reading) endsOfLonger() map[string]bool {
	ends := make(map[string]bool)
	for _, m := range rd.mentions {
		if m.last-m.first > 1 {
			ends[rd.word(m.first)], ends[rd.word(m.last-1)] = true, true
		}
	}
	return ends
}

// lone tells whether the name is one word that no longer name of the report
// holds, and that is no first name.
func (rd *reading) lone(m *mention, longer map[string]bool) bool {
	return m.last-m.first == 1 && !longer[rd.word(m.first)] && !isFirstName(rd.word(m.first))
}

// attributive tells whether one word says of what nation or kind the noun
// behind it is, as in "Orvani soldiers": what it names is not spoken of.
func (rd *reading) attributive(m *mention) bool {
	if m.last-m.first > 1 || !rd.same(m.first, m.last) || rd.tag(m.last) != text.NOUN && rd.tag(m.last) != text.ADJ {
		return false
	}
	return rd.word(m.first-1) == "the" || rd.tag(m.first) == text.ADJ || ofNation(rd.word(m.first))
}

// ofNation tells whether a word ends as adjectives of nations do.
func ofNation(w string) bool {
	for _, ending := range []string{"ian", "ese", "ish", "i", "ean"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// votes weigh the kind as the recognizer sees it.
func (l labelled) votes(m *mention) votes {
	p := l.mean(m.bare, m.last)
	return votes{
		person: float32(trainedWeight * p[personLabel]), org: float32(trainedWeight * p[orgLabel]),
		place: float32(trainedWeight * p[placeLabel]), other: float32(trainedWeight * p[otherLabel]),
	}
}

// move takes the ends of a name from the recognizer where it is sure, also
// beyond a name that the rules took for another: Hall of Fame. A name begins
// and ends with words that can, and from token from on.
func (l labelled) move(rd *reading, m *mention, from int) {
	best := l.surest(m)
	if best == outsideLabel {
		return
	}
	m.last = l.lastOf(rd, m, best)
	if m.bare == m.first {
		m.first = l.firstOf(rd, m, best, from)
		m.bare = m.first
	}
	m.name = rd.textOf(m.first, m.last)
}

func (l labelled) lastOf(rd *reading, m *mention, label int) int {
	last := m.last
	for rd.same(m.bare, last) && l[last][label] > sureEnd && (rd.mentionAt(last) == nil || l.swallows(rd, last, label)) {
		last++
	}
	for last-1 > m.bare && !rd.numbered(last-1) && (l[last-1][outsideLabel] > sureEnd || last > m.last && !rd.capital(last-1)) {
		last--
	}
	return last
}

// numbered tells whether the number at token i is part of a name: Dockers Local
// 318, Platform No. 4.
func (rd *reading) numbered(i int) bool {
	if rd.doc.Tokens[i].Kind != text.Number {
		return false
	}
	switch rd.word(i - 1) {
	case "local", "lodge", "branch", "no", "no.", "number", "unit", "section":
		return true
	}
	return false
}

// swallows tells whether all of the name at a token belongs to the one before.
func (l labelled) swallows(rd *reading, i, label int) bool {
	m := rd.mentionAt(i)
	if m.known != "" || rd.capital(m.first-1) && m.first == i {
		return false
	}
	for j := m.first; j < m.last; j++ {
		if l[j][label] < sureEnd {
			return false
		}
	}
	return true
}

func (l labelled) firstOf(rd *reading, m *mention, label, from int) int {
	first := m.first
	for first > from && rd.same(first-1, first) && rd.mentionAt(first-1) == nil && l[first-1][label] > sureEnd {
		first--
	}
	for first+1 < m.last && (l[first][outsideLabel] > sureEnd || first < m.first && !rd.begins(first)) {
		first++
	}
	return first
}

// begins tells whether a name can begin with a token: 6PR, 139th.
func (rd *reading) begins(i int) bool {
	return rd.capital(i) || rd.doc.Tokens[i].Kind == text.Number || rd.doc.Of(i)[0] >= '0' && rd.doc.Of(i)[0] <= '9'
}

// surest is the label of a name that one of its words surely has.
func (l labelled) surest(m *mention) int {
	best, most := outsideLabel, float64(sureEnd)
	for i := m.bare; i < m.last; i++ {
		if y := l.best(i); y != outsideLabel && l[i][y] > most {
			best, most = y, l[i][y]
		}
	}
	return best
}

// more are the names that the rules did not see.
func (l labelled) more(rd *reading) []mention {
	var out []mention
	for i := 0; i < len(l); {
		y := l.best(i)
		if y == outsideLabel || rd.mentionAt(i) != nil || rd.sentence[i] < 0 {
			i++
			continue
		}
		last := i + 1
		for rd.same(i, last) && l.best(last) == y && rd.mentionAt(last) == nil {
			last++
		}
		if l.mean(i, last)[y] > sureName && rd.alone(i, last) && (y != otherLabel || last-i > 1) {
			m := mention{first: i, bare: i, last: last, name: rd.textOf(i, last)}
			m.votes = rd.votesFor(&m)
			m.votes.add(l.votes(&m))
			out = append(out, m)
		}
		i = last
	}
	return out
}

// alone tells whether the tokens begin and end as a name can, and touch none.
func (rd *reading) alone(first, last int) bool {
	return rd.begins(first) && rd.begins(last-1) && (!rd.same(first-1, first) || rd.mentionAt(first-1) == nil) && rd.mentionAt(last) == nil
}
