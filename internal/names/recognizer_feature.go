package names

import (
	"strings"
	"sync"
	"unicode/utf8"

	"hearsay/internal/linear"
	"hearsay/internal/text"
)

// nameRow is what the features need to know of a token.
type nameRow struct {
	word, prefix, suffix3, suffix2 uint32 // hashes
	lists                          uint32 // of known words, a bit each
	shape                          uint32
	tag                            uint32
	rule                           uint32 // what the rules made of it
	use                            uint32 // how the report uses the word anywhere, a bit each
	first, last                    int32  // of the run of capital words, first == last for none
	near                           bool   // in such a run, or within two tokens of one
}

// nameFeatures writes the features of the tokens of a report.
type nameFeatures struct {
	rd  *reading
	row []nameRow
	out []linear.Feature
}

// beyond stands for the words before and behind a sentence.
var beyond = nameRow{word: 1, prefix: 1, suffix3: 1, suffix2: 1, lists: 1 << 31, shape: 15, tag: 31, rule: 15}

func newNameFeatures(rd *reading) *nameFeatures {
	f := &nameFeatures{rd: rd, row: make([]nameRow, len(rd.words))}
	for i := range f.row {
		f.row[i] = f.rowOf(i)
	}
	for i := 0; i < len(f.row); i++ {
		if rd.sentence[i] >= 0 && rd.capital(i) {
			i = f.markRun(i) - 1
		}
	}
	f.markUses()
	return f
}

func (f *nameFeatures) rowOf(i int) nameRow {
	rd := f.rd
	w := rd.words[i]
	r := nameRow{word: hashOf(w), shape: shapeOf(rd.doc.Of(i)), tag: uint32(rd.doc.Tokens[i].Tag)}
	if rd.doc.Tokens[i].Kind != text.Word {
		return r
	}
	r.prefix, r.suffix3, r.suffix2 = hashOf(w[:min(len(w), 3)]), hashOf(w[max(0, len(w)-3):]), hashOf(w[max(0, len(w)-2):])
	if m := rd.mentionAt(i); m != nil {
		r.rule = 1 + uint32(kindNumber(m.votes))
		if i == m.bare {
			r.rule += 5
		}
	}
	r.lists = listsOf(w, r.shape != lowerShape)
	return r
}

// kindNumber is the label that the rules would give.
func kindNumber(v votes) int {
	for y, k := range labelKinds {
		if k == v.kind() {
			return y
		}
	}
	return otherLabel
}

// The shapes of tokens.
const (
	lowerShape = iota
	titleShape
	upperShape
	mixedShape
	letterShape
	digitShape
	numberedShape
	otherShape
)

func shapeOf(w string) uint32 {
	lower, upper, digit := 0, 0, 0
	for _, c := range w {
		switch {
		case c >= '0' && c <= '9':
			digit++
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf:
			lower++
		}
	}
	switch first := w[0]; {
	case upper+lower+digit == 0:
		return otherShape
	case upper+lower == 0:
		return digitShape
	case digit > 0:
		return numberedShape
	case upper == 0:
		return lowerShape
	case upper == 1 && lower == 0:
		return letterShape
	case lower == 0:
		return upperShape
	case upper == 1 && first >= 'A' && first <= 'Z':
		return titleShape
	}
	return mixedShape
}

// listsOf tells in which lists of words a word stands.
func listsOf(w string, capital bool) uint32 {
	bits := shortLists()[w]
	if !capital {
		return bits
	}
	bits |= properWords()[w] << 9
	if isFirstName(w) {
		bits |= 1 << 16
	}
	if isTitle(strings.TrimSuffix(w, ".")) {
		bits |= 1 << 17
	}
	if gazetteer[w] {
		bits |= 1 << 18
	}
	return bits
}

// shortLists are the first lists in one, a bit for each that has the word.
var shortLists = sync.OnceValue(func() map[string]uint32 {
	bits := make(map[string]uint32)
	for n, list := range []map[string]bool{orgNouns, placeNouns, mediaNames, legalForms, companyWords, personNouns, demonyms, notNames, nameParticles} {
		for w := range list {
			bits[w] |= 1 << n
		}
	}
	return bits
})

func hashOf(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}

// markRun notes the run of capital words that begins at token i, and gives its
// end.
func (f *nameFeatures) markRun(i int) int {
	rd := f.rd
	end := i + 1
	for rd.same(i, end) {
		switch w := rd.word(end); {
		case rd.capital(end):
			end++
		case (runLinks[w] || nameParticles[w]) && rd.same(i, end+1) && rd.capital(end+1):
			end += 2
		case w == "of" && rd.word(end+1) == "the" && rd.same(i, end+2) && rd.capital(end+2):
			end += 3
		default:
			f.setRun(i, end)
			return end
		}
	}
	f.setRun(i, end)
	return end
}

func (f *nameFeatures) setRun(first, last int) {
	for i := max(first-2, 0); i < min(last+2, len(f.row)); i++ {
		f.row[i].near = true
	}
	for i := first; i < last; i++ {
		f.row[i].first, f.row[i].last = int32(first), int32(last)
	}
}

// runLinks stand between the words of one name, or between two names.
var runLinks = wordSet("of & - . 's '")

// markUses notes for each capital word how the report uses it, wherever it
// does: after a title, before an age, after "in".
func (f *nameFeatures) markUses() {
	uses := make(map[string]uint32)
	for i := range f.row {
		if f.row[i].first < f.row[i].last {
			uses[f.rd.words[i]] |= f.useOf(i)
		}
	}
	for i := range f.row {
		if f.row[i].first < f.row[i].last {
			f.row[i].use = uses[f.rd.words[i]]
		}
	}
}

func (f *nameFeatures) useOf(i int) uint32 {
	rd, r := f.rd, &f.row[i]
	first, last := int(r.first), int(r.last)
	prev, next := rd.word(first-1), rd.word(last)
	var bits uint32
	for n, yes := range []bool{
		i > first && f.row[first].lists>>16&1 == 1 && i == last-1,
		i > first && f.row[i-1].lists>>17&1 == 1,
		prev == "in" || prev == "at" || prev == "near",
		prev == "the",
		next == "who" || sayingVerbs[next],
		last-first == 1,
		i < last-1 && f.row[last-1].lists&1 == 1,
		i < last-1 && f.row[last-1].lists>>1&1 == 1,
		personNouns[prev],
		rd.lowered[rd.words[i]],
		rd.proper[rd.words[i]],
	} {
		if yes {
			bits |= 1 << n
		}
	}
	return bits
}

func (f *nameFeatures) hasCapital(first, last int) bool {
	for i := first; i < last; i++ {
		if f.row[i].near {
			return true
		}
	}
	return false
}

// recognizerClasses is the number of classes of tokens for transitions: lower,
// capital, no word.
const recognizerClasses = 3

func (f *nameFeatures) class(i int) uint8 {
	switch {
	case f.rd.doc.Tokens[i].Kind != text.Word:
		return 2
	case f.row[i].shape != lowerShape:
		return 1
	}
	return 0
}

// each gives the features and the class of every token of a sentence.
func (f *nameFeatures) each(first, last int, yield func(i int, features []linear.Feature, class uint8)) {
	for i := first; i < last; i++ {
		f.out = f.out[:0]
		if f.row[i].near {
			f.of(i, first, last)
		} else {
			f.add(0, 0)
		}
		yield(i, f.out, f.class(i))
	}
}

func (f *nameFeatures) add(template, value uint32) {
	f.out = append(f.out, linear.Mix(template, value))
}

func (f *nameFeatures) at(i, first, last int) *nameRow {
	if i < first || i >= last {
		return &beyond
	}
	return &f.row[i]
}

// of writes the features of a token that is or may be near a name.
func (f *nameFeatures) of(i, first, last int) {
	r := &f.row[i]
	p, n := f.at(i-1, first, last), f.at(i+1, first, last)
	pp, nn := f.at(i-2, first, last), f.at(i+2, first, last)
	start := uint32(0)
	if f.rd.starts(i) {
		start = 1
	}
	f.add(1, r.word)
	f.add(2, p.word)
	f.add(3, n.word)
	f.add(4, pp.word)
	f.add(5, nn.word)
	f.add(6, linear.Mix(p.word, r.shape))
	f.add(7, linear.Mix(n.word, r.shape))
	f.add(8, r.suffix3<<1|start)
	f.add(9, r.suffix2)
	f.add(10, r.prefix)
	f.add(11, p.shape<<12|r.shape<<8|n.shape<<4|start)
	f.add(12, r.tag<<12|p.tag<<6|n.tag)
	f.add(13, r.tag<<4|r.shape<<1|start)
	f.add(14, r.lists)
	f.add(15, linear.Mix(p.lists, n.lists))
	f.add(16, r.rule<<16|p.rule<<8|n.rule)
	f.add(17, r.use)
	f.add(18, linear.Mix(r.rule, r.lists))
	f.add(19, linear.Mix(r.rule, r.use))
	f.bits(20, r.lists)
	f.bits(21, p.lists)
	f.bits(22, n.lists)
	f.bits(23, r.use)
	if r.first < r.last {
		f.run(i, first, last)
	}
}

// bits writes a feature for each list.
func (f *nameFeatures) bits(template, lists uint32) {
	for n := uint32(0); lists != 0; n, lists = n+1, lists>>1 {
		if lists&1 == 1 {
			f.add(template, n)
		}
	}
}

// run writes what the run of capital words around a token says.
func (f *nameFeatures) run(i, first, last int) {
	r := &f.row[i]
	head, begin := &f.row[r.last-1], &f.row[r.first]
	before, after := f.at(int(r.first)-1, first, last), f.at(int(r.last), first, last)
	place := uint32(1)
	switch {
	case r.last-r.first == 1:
		place = 0
	case i == int(r.first):
		place = 2
	case i == int(r.last)-1:
		place = 3
	}
	length := uint32(min(r.last-r.first, 5))
	f.add(30, head.word)
	f.add(31, begin.word)
	f.add(32, head.lists<<2|place)
	f.add(33, linear.Mix(begin.lists, head.lists))
	f.add(34, before.word<<2|place)
	f.add(35, after.word<<2|place)
	f.add(36, length<<2|place)
	f.add(37, linear.Mix(before.word, after.word))
	f.add(38, head.suffix3<<1|place&1)
	f.add(39, before.tag<<10|after.tag<<5|length)
	f.add(40, linear.Mix(begin.rule<<4|head.rule, place))
	f.add(41, linear.Mix(head.use, begin.use))
	f.add(42, linear.Mix(f.at(int(r.first)-2, first, last).word, before.word))
}
