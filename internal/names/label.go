package names

import (
	"regexp"
	"slices"
	"strings"

	"hearsay"
)

// A transcript calls its speakers by a label, "EKLUND:", "THE CHAIR:". Who that
// is stands in its head, which names "Jonas Eklund, Northern Wire" and "Lucille
// Amaro (chair)" and is no text that says something.

// label is who the label of a turn means; nil if tokens [first, last) are none,
// or nobody is named for it.
func (d *discourse) label(first, last int) *cluster {
	if d.word(last) != ":" || d.same(first-1, first) && !d.opensBlock(first) {
		return nil
	}
	words := d.textOf(first, last)
	if strings.ToUpper(words) != words {
		return nil
	}
	name := d.nameForLabel(strings.Fields(Fold(words)))
	if name == "" {
		return nil
	}
	who := d.byFold[Fold(name)]
	if who == nil {
		who = &cluster{name: name, names: []string{name}, words: strings.Fields(Fold(name)), kind: hearsay.Person, gender: givenGender(name), order: -1}
		d.byFold[Fold(name)] = who
	}
	d.takeOver(who, first, last)
	return who
}

// opensBlock tells whether token i is the first of its block.
func (rd *reading) opensBlock(i int) bool {
	s := rd.sentence[i]
	return s >= 0 && rd.block(rd.doc.Sentences[s].Block).Span.Start == int(rd.doc.Tokens[i].Start)
}

// takeOver gives who the mention that the label is, where it had been taken for
// somebody of its own.
func (d *discourse) takeOver(who *cluster, first, last int) {
	span := d.spanOf(first, last)
	for i := first; i < last; i++ {
		m := d.mentionAt(i)
		if m == nil || m.of == who {
			continue
		}
		m.of.spans = slices.DeleteFunc(m.of.spans, span.Overlaps)
		m.of = who
	}
	d.note(who, first, last)
}

// nameForLabel is the full name that the report has for the words of a label:
// a name that ends in its last word, or of whom its office is told.
func (rd *reading) nameForLabel(words []string) string {
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	if chairs[last] {
		return rd.chairName()
	}
	if last == "court" {
		return rd.judgeName()
	}
	if rd.byLast == nil {
		rd.byLast = fullByLast(rd.doc.Text)
	}
	if name := rd.byLast[last]; name != "" || len(words) > 1 || len(last) < 2 || len(last) > 3 {
		return name
	}
	return rd.byInitials(last)
}

// byInitials is the one full name with these initials: "SB:" of Sela Bright.
func (rd *reading) byInitials(initials string) (found string) {
	for _, name := range rd.byLast {
		words := strings.Fields(name)
		if len(words) < len(initials) {
			continue
		}
		words = words[len(words)-len(initials):] // "Novelist Sela Bright"
		fits := true
		for i, w := range words {
			fits = fits && Fold(w)[0] == initials[i]
		}
		if !fits {
			continue
		}
		if found != "" {
			return ""
		}
		found = strings.Join(words, " ")
	}
	return found
}

// fullByLast has the first full name in a text for each last word.
func fullByLast(body string) map[string]string {
	byLast := make(map[string]string)
	for _, name := range fullNames.FindAllString(body, -1) {
		name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
		f := strings.Fields(Fold(name))
		for len(f) > 1 && isTitle(f[0]) {
			_, name, _ = strings.Cut(name, " ")
			f = f[1:]
		}
		if len(f) < 2 || notNames[f[0]] {
			continue
		}
		if last := f[len(f)-1]; byLast[last] == "" {
			byLast[last] = name
		}
	}
	return byLast
}

// fullNames are names of two or three words in letters of both cases.
var fullNames = regexp.MustCompile(`\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*){1,2}`)

// chairName is who sits in the chair: "Lucille Amaro (chair)", "Hugh Lanigan,
// chairman", "Harriet Denby presiding", "Bernard Hext, in the chair".
func (rd *reading) chairName() string {
	if m := chairman.FindStringSubmatch(rd.doc.Text); m != nil {
		name := m[1]
		if first, rest, _ := strings.Cut(name, " "); isTitle(strings.ToLower(first)) && strings.Contains(rest, " ") {
			return rest
		}
		return name
	}
	return ""
}

// judgeName is who sits in court: "Before the Hon. Ada Lund", "Judge Ada Lund".
func (rd *reading) judgeName() string {
	if m := sitting.FindStringSubmatch(rd.doc.Text); m != nil {
		return m[1]
	}
	return ""
}

var sitting = regexp.MustCompile(`\b(?:(?i:before|presiding:?) (?:(?i:the )?(?i:hon(?:\.|ou?rable)?,? )?)(?:Judge |Justice |Mr Justice |Mrs Justice |Ms Justice )?|(?:Judge|Justice|Hon\.|HON\.) )(` + fullNames.String() + `)`)

var (
	chairs   = wordSet("chair chairman chairwoman chairperson")
	chairman = regexp.MustCompile(`(` + fullNames.String() + `)(?:,? \(|, |,? in )?(?:the )? ?(?:chair(?:man|woman|person)?\b|presiding\b)`)
)
