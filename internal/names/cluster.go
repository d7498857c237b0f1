package names

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"hearsay"
)

// cluster is one entity of the report: the mentions that name it, and what is
// learned of it on the way.
type cluster struct {
	name      string         // fullest form, without titles
	words     []string       // its folded words
	names     []string       // distinct forms as printed, in order
	fulls     map[string]int // how often each form of two words and more is used, titles apart
	spans     []hearsay.Span
	tokens    []int // first tokens of its names, ascending
	votes     votes
	kind      hearsay.EntityType
	gender    gender
	given     gender // what the given name tells, weaker than gender
	against   gender // what it hardly is: it told "her" something
	known     string
	described bool
	plural    bool
	writes    bool // "I" or "you" in the report's own voice, and so no "he"
	roles     []role
	speaksFor *cluster
	why       hearsay.Span
	head      string // of a described one: the noun, in even form
	order     int    // place of its first mention
	intro     [2]int // of a described one: tokens that brought it in before it spoke
}

// role is a description bound to a person.
type role struct {
	text   string
	head   string
	span   hearsay.Span
	target *cluster // whose spokeswoman, which union's leader; nil if not named
}

func (c *cluster) person() bool { return c.kind == hearsay.Person }

// mentionedBefore is the last place before token i where the cluster is
// named, -1 if none.
func (c *cluster) mentionedBefore(i int) int {
	n := sort.SearchInts(c.tokens, i)
	if n == 0 {
		return -1
	}
	return c.tokens[n-1]
}

// clusterer groups the names of a report: the longer ones first, so that the
// short ones find what they shorten.
type clusterer struct {
	rd     *reading
	byFold map[string]*cluster
	byWord map[string][]*cluster // by each word of the name
	byInit map[string]*cluster   // by initials
	folds  map[string]string     // of names met before
	long   []*cluster            // whose names have several words
	given  []*cluster            // who are called by a given name alone
}

func (c *clusterer) fold(name string) string {
	f, ok := c.folds[name]
	if !ok {
		f = Fold(name)
		c.folds[name] = f
	}
	return f
}

func (rd *reading) cluster() {
	rd.byFold = make(map[string]*cluster)
	c := clusterer{rd, rd.byFold, make(map[string][]*cluster), make(map[string]*cluster), make(map[string]string), nil, nil}
	order := make([]int, len(rd.mentions))
	length := make([]int, len(rd.mentions))
	for i := range order {
		order[i] = i
		length[i] = min(rd.mentions[i].last-rd.mentions[i].bare, 6)
	}
	c.indexHouse()
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(length[b], length[a]) })
	for _, i := range order {
		c.place(&rd.mentions[i])
	}
	for i := range rd.mentions {
		m := &rd.mentions[i]
		m.of.spans = append(m.of.spans, rd.spanOf(m.first, m.last))
		m.of.tokens = append(m.of.tokens, m.first)
		m.of.addName(m.name)
		if m.last-m.bare > 1 && m.known == "" {
			m.of.countFull(rd.textOf(m.bare, m.last))
		}
		if m.of.order < 0 {
			m.of.order = m.first
			rd.people = append(rd.people, m.of)
		}
	}
	for _, p := range rd.people {
		p.settle()
	}
	if rd.house != nil && rd.house.order < 0 {
		rd.house.settle()
	}
}

func (c *cluster) countFull(form string) {
	if c.fulls == nil {
		c.fulls = make(map[string]int, 1)
	}
	c.fulls[form]++
}

// usual is the full form used most: "Hillary Moss", where one place has
// "Plucky Hillary Moss". Of forms used alike the longest.
func (c *cluster) usual() string {
	best, uses := c.name, 0
	for form, n := range c.fulls {
		if !parsePerson(form).full() {
			continue // Al Rasifi is a surname alone
		}
		if n > uses || n == uses && (len(form) > len(best) || len(form) == len(best) && form < best) {
			best, uses = form, n
		}
	}
	return best
}

// indexHouse lets the publisher be found by its short name: "the Herald".
func (c *clusterer) indexHouse() {
	rd := c.rd
	if rd.r.Outlet == "" {
		return
	}
	name := rd.r.Outlet
	canonical, _ := rd.known.Lookup(name)
	name = cmp.Or(canonical, name)
	rd.house = &cluster{name: name, words: strings.Fields(Fold(name)), known: canonical, kind: hearsay.Organization, votes: votes{org: 3}, order: -1}
	if looksPersonal(name) {
		rd.house.kind, rd.house.votes = hearsay.Person, votes{person: 3}
	}
	c.index(rd.house, Fold(name))
}

func (c *cluster) addName(name string) {
	if !slices.Contains(c.names, name) {
		c.names = append(c.names, name)
	}
}

// place gives the mention its cluster.
func (c *clusterer) place(m *mention) {
	bareName := c.rd.textOf(m.bare, m.last)
	fold := c.fold(bareName)
	if m.known != "" {
		fold = Fold(m.known)
	}
	of := c.byFold[fold]
	if of == nil || of.gender != unknownGender && m.gender != unknownGender && of.gender != m.gender {
		of = c.fitting(m, fold)
	}
	if of == nil {
		of = &cluster{name: bareName, words: strings.Fields(fold), known: m.known, order: -1}
		if m.known != "" {
			of.name = m.known
		}
		if len(of.words) > 1 {
			of.given = givenGender(bareName)
		}
		c.index(of, fold)
	} else if c.byFold[fold] == nil && len(strings.Fields(fold)) > 1 {
		c.byFold[fold] = of
		c.spellOut(of, bareName, fold)
	}
	m.of = of
	of.votes.add(m.votes)
	of.kind = of.votes.kind()
	of.gender = cmp.Or(of.gender, m.gender)
}

// spellOut gives a cluster that is known by an initial the name that it stands
// for: "D. Fry" is Desmond Fry, whom others call Desmond.
func (c *clusterer) spellOut(of *cluster, name, fold string) {
	words := strings.Fields(fold)
	if len(words) != len(of.words) || len(of.words[0]) != 1 || len(words[0]) == 1 || words[0][0] != of.words[0][0] {
		return
	}
	of.name, of.words = name, words
	of.given = cmp.Or(of.given, givenGender(name))
	c.byWord[words[0]] = append(c.byWord[words[0]], of)
}

func (c *clusterer) index(of *cluster, fold string) {
	if _, taken := c.byFold[fold]; !taken {
		c.byFold[fold] = of
	}
	switch {
	case len(of.words) > 1:
		c.long = append(c.long, of)
	case len(of.words) == 1 && isFirstName(of.words[0]):
		c.given = append(c.given, of)
	}
	for _, w := range of.words {
		if !orgLinks[w] {
			c.byWord[w] = append(c.byWord[w], of)
		}
	}
	for _, links := range []bool{false, true} {
		if s := acronymOf(fold, links); len(s) > 2 && c.byInit[s] == nil {
			c.byInit[s] = of
		}
	}
}

// fitting is the cluster that a shorter name shortens: of several, the one
// named last before it.
func (c *clusterer) fitting(m *mention, fold string) *cluster {
	words := strings.Fields(fold)
	if len(words) == 0 {
		return nil
	}
	if isAcronym(c.rd.textOf(m.bare, m.last)) {
		if of := c.byInit[strings.ReplaceAll(fold, " ", "")]; of != nil {
			return of
		}
	}
	candidates := c.byWord[words[len(words)-1]]
	var best *cluster
	bestRank := -1 << 30
	for _, of := range candidates[:min(len(candidates), 64)] {
		fit := c.fit(m, words, of)
		if fit == 0 {
			continue
		}
		if rank := fit*1_000_000 + c.nearness(of, m.first); rank > bestRank {
			best, bestRank = of, rank
		}
	}
	if best == nil && len(words) == 1 && len(c.long) < 64 {
		return c.calledShort(m, words[0])
	}
	return best
}

// nearness prefers the cluster whose first name comes last before the token.
func (c *clusterer) nearness(of *cluster, token int) int {
	if before := c.lastBefore(of, token); before >= 0 {
		return before
	}
	return -500_000
}

// lastBefore: tokens are not collected yet while names are placed, so the
// mentions already placed are asked.
func (c *clusterer) lastBefore(of *cluster, token int) int {
	n := sort.Search(len(c.rd.mentions), func(i int) bool { return c.rd.mentions[i].first >= token })
	for i := n - 1; i >= max(0, n-40); i-- {
		if c.rd.mentions[i].of == of {
			return c.rd.mentions[i].first
		}
	}
	return -1
}

// fit tells how well the words of a shorter name fit a cluster: 0 not at all.
func (c *clusterer) fit(m *mention, words []string, of *cluster) int {
	if g := cmp.Or(of.gender, of.given); g != unknownGender && m.gender != unknownGender && g != m.gender {
		return 0
	}
	n, all := len(words), len(of.words)
	switch {
	case n > all:
		return 0
	case n == all:
		return c.fitEqual(m, of)
	case slices.Equal(of.words[all-n:], words):
		return c.fitEnd(m, words, of)
	case slices.Equal(of.words[:n], words):
		return c.fitBeginning(m, of, n)
	case of.person() && n > 1 && m.votes.kind() == hearsay.Person:
		return c.fitPerson(m, of)
	}
	return 0
}

// fitEqual: as many words, other letters: Tomas Brede, Thomas Brede.
func (c *clusterer) fitEqual(m *mention, of *cluster) int {
	if !of.person() || len(of.words) < 2 {
		return 0
	}
	if c.initialOf(m, of) {
		return 2
	}
	return c.fitPerson(m, of)
}

// initialOf: within a report "Mrs A. Nance" and "Audrey Nance" are one, unless
// somebody else has the surname too.
func (c *clusterer) initialOf(m *mention, of *cluster) bool {
	words := strings.Fields(c.fold(c.rd.textOf(m.bare, m.last)))
	n := len(words)
	if n != 2 || words[1] != of.words[1] || words[0][0] != of.words[0][0] || (len(words[0]) == 1) == (len(of.words[0]) == 1) {
		return false
	}
	for _, other := range c.byWord[words[1]] {
		if other != of && other.person() && len(other.words) > 1 {
			return false
		}
	}
	return true
}

func (c *clusterer) fitPerson(m *mention, of *cluster) int {
	d := samePerson(c.rd.textOf(m.bare, m.last), of.name, Mentioned{}, Mentioned{})
	if d.Same && d.Score >= 0.9 {
		return 3
	}
	return 0
}

// fitEnd: the surname, "the League", "the Herald".
func (c *clusterer) fitEnd(m *mention, words []string, of *cluster) int {
	kind := m.votes.kind()
	titled := m.bare > m.first
	switch of.kind {
	case hearsay.Person:
		if m.votes.place >= 2 && !titled || m.votes.org >= 3 {
			return 0
		}
		return 3
	case hearsay.Organization:
		if titled || m.votes.place >= 4 {
			return 0
		}
		return 3
	case hearsay.Place:
		if titled || kind == hearsay.Person && m.votes.person > 1 || !placeNouns[words[len(words)-1]] {
			return 0
		}
		return 2
	}
	return 1
}

// fitBeginning: the given name, or a club by its town.
func (c *clusterer) fitBeginning(m *mention, of *cluster, n int) int {
	titled := m.bare > m.first
	switch {
	case of.person() && n == 2 && kunyas[of.words[0]] != "":
		return 3 // Abu Qasim (al-Bahri)
	case of.person() && n == 1 && !titled && m.votes.place < 2 && m.votes.org < 2:
		return 2
	case of.person() && n == 1 && c.rd.givenTitle(m):
		return 2 // Father Anselm (Reiter)
	case of.kind == hearsay.Organization && !titled && n == 1 && orgNouns[of.words[0]] && orgLinks[of.words[1]]:
		return 3 // the Ministry (of Public Records)
	case of.kind == hearsay.Organization && !titled && (of.known == "" && clubLike(of.words) || of.known != "" && tradeLike(of.words)):
		return 1
	}
	return 0
}

// givenTitle tells whether a name has a title that stands before given names.
func (rd *reading) givenTitle(m *mention) bool {
	return m.bare > m.first && givenTitles[Fold(strings.TrimSuffix(rd.word(m.bare-1), "."))]
}

// clubLike: names that are shortened to their beginning, as clubs and
// companies are; "Aldervane" is not short for the Aldervane Council.
func clubLike(words []string) bool {
	last := words[len(words)-1]
	return legalForms[last] || clubWords[last] || !orgNouns[last] && !lowerOrgNouns[last]
}

// tradeLike: names that say that they are a club's or a firm's: an outlet of
// that name is shortened as they are, and no paper is.
func tradeLike(words []string) bool {
	last := words[len(words)-1]
	return len(words) > 1 && (legalForms[last] || clubWords[last] || companyWords[last]) && !mediaNames[last]
}

var clubWords = wordSet("athletic united rovers wanderers albion hotspur town city fc afc cf sc county villa forest rangers celtic group holdings")

// animate: who says something and is nothing else is a person.
func (c *cluster) animate() {
	if c.kind == hearsay.Other && !c.described && c.known == "" {
		c.kind = hearsay.Person
		c.gender = cmp.Or(c.gender, givenGender(c.name))
	}
}

// settle decides what the cluster is once all its mentions are known.
func (c *cluster) settle() {
	c.kind = c.votes.kind()
	if c.person() && c.known == "" {
		c.name = c.usual()
	}
	c.name = calmCase(c.name, c.names)
	if c.known != "" && !(c.person() && looksPersonal(c.known)) {
		c.kind = hearsay.Organization
	}
	if c.person() && c.gender == unknownGender {
		c.gender = givenGender(c.name)
	}
}

// calmCase prefers a name that is not shouted, as datelines are.
func calmCase(name string, names []string) string {
	if strings.ToUpper(name) != name || isAcronym(name) {
		return name
	}
	for _, n := range names {
		if strings.EqualFold(n, name) && n != name {
			return n
		}
	}
	return name
}

// givenGender is the gender that a full name tells by its given name.
func givenGender(name string) gender {
	p := parsePerson(name)
	if len(p.parts) == 0 {
		return unknownGender
	}
	given := p.parts[0]
	switch given.kind {
	case ummPart:
		return female
	case abuPart, servantPart:
		return male
	}
	first := strings.Fields(p.fold)[0]
	if g, ok := firstNames()[latin(first)]; ok {
		return g
	}
	return unknownGender
}
