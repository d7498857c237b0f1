package names

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"hearsay"
)

// The record of a court has "Q." and "A." in place of names: whoever examines
// asks, whoever was sworn answers. "BY MR. LUND:" and the labelled turn before
// the first answer tell who examines, "Jo Brand, sworn" who answers.

// examinations gives those turns their speakers.
func (d *discourse) examinations() {
	turns := d.examined()
	if len(turns) == 0 {
		return
	}
	e := examination{discourse: d, marks: examinationMarks.FindAllStringSubmatchIndex(d.doc.Text, -1)}
	for k, i := range turns {
		a := d.attrs[i]
		e.reach(hearsay.Cover(slices.Concat(a.Source, a.Cue, a.Content)).Start)
		letter := d.letterOf(a)
		if letter == 0 {
			e.labelled(i, k+1 < len(turns) && d.letterOf(d.attrs[turns[k+1]]) == 'a')
			continue
		}
		if d.speaker[i] != nil {
			continue
		}
		if letter == 'q' {
			d.speaker[i] = e.asks
		} else {
			d.speaker[i] = e.answers
		}
	}
}

// examined are the turns of the record by their place, if it has any with a
// letter for a name.
func (d *discourse) examined() []int {
	var turns []int
	letters := false
	for i, a := range d.attrs {
		if a.Parent != "" || len(a.Cue) != 1 || len(a.Content) == 0 {
			continue
		}
		letter := d.letterOf(a) != 0
		if letters = letters || letter; letter || a.Cue[0].Of(d.doc.Text) == ":" {
			turns = append(turns, i)
		}
	}
	if !letters {
		return nil
	}
	slices.SortStableFunc(turns, func(i, j int) int { return cmp.Compare(d.attrs[i].Cue[0].Start, d.attrs[j].Cue[0].Start) })
	return turns
}

// letterOf is 'q' or 'a' where that stands for the name of who speaks, else 0.
func (d *discourse) letterOf(a hearsay.Attribution) byte {
	if len(a.Cue) != 1 {
		return 0
	}
	switch strings.TrimRight(strings.ToLower(a.Cue[0].Of(d.doc.Text)), ".: ") {
	case "q":
		return 'q'
	case "a":
		return 'a'
	}
	return 0
}

// examination is who asks and who answers at a place in the record.
type examination struct {
	*discourse
	marks         [][]int // places that tell, not yet reached
	asks, answers *cluster
	told          bool // who asks was told by a mark
}

var examinationMarks = regexp.MustCompile(`(?m)^(?i:by) ((?i:(?:mr|mrs|ms|miss|dr)\.? )?\p{Lu}[\p{L}'’. -]*):|` +
	`(` + fullNames.String() + `),? (?:(?i:having been|being|is|was) )?(?:(?i:first|duly|previously) )*(?i:sworn|affirmed|recalled)\b|` +
	`\b(?i:calls) (?:(?i:to the stand|as a witness) )?(` + fullNames.String() + `)`)

// reach takes in the marks that stand before an offset.
func (e *examination) reach(offset int) {
	for len(e.marks) > 0 && e.marks[0][0] < offset {
		m := e.marks[0]
		e.marks = e.marks[1:]
		for k := 2; k < len(m); k += 2 {
			if m[k] < 0 {
				continue
			}
			span := hearsay.Span{Start: m[k], End: m[k+1]}
			if k > 2 {
				e.answers = cmp.Or(e.called(span), e.answers)
			} else if who := e.called(span); who != nil {
				e.asks, e.told = who, true
			}
		}
	}
}

// called is the person of a full name, or of the label that a span is.
func (e *examination) called(span hearsay.Span) *cluster {
	name := span.Of(e.doc.Text)
	if full := e.nameForLabel(strings.Fields(Fold(name))); full != "" {
		name = full
	}
	return e.authorLike(name, span)
}

// authorLike is the person of a name, new if no mention has it.
func (e *examination) authorLike(name string, span hearsay.Span) *cluster {
	fold := Fold(name)
	who := e.byFold[fold]
	if who == nil {
		who = &cluster{name: name, names: []string{name}, words: strings.Fields(fold), kind: hearsay.Person, gender: givenGender(name), order: -1}
		e.byFold[fold] = who
	}
	first, last := e.doc.TokensIn(span)
	e.note(who, first, last)
	return who
}

// labelled takes in a turn with a name: whoever asks before the first answer
// examines, and "THE WITNESS" is who answers.
func (e *examination) labelled(i int, answered bool) {
	words := strings.Fields(Fold(hearsay.Cover(e.attrs[i].Source).Of(e.doc.Text)))
	if len(words) == 0 || e.speaker[i] == nil {
		return
	}
	switch last := words[len(words)-1]; {
	case last == "witness" && e.answers != nil && e.speaker[i] != e.answers:
		was := e.speaker[i]
		e.speaker[i] = e.answers
		was.spans = slices.DeleteFunc(was.spans, e.attrs[i].Source[0].Overlaps)
		e.answers.spans = append(e.answers.spans, e.attrs[i].Source[0])
	case answered && !e.told && !presiding[last] && !presiding[words[0]]:
		e.asks = e.speaker[i]
	}
}

// presiding are those who put in a question and do not examine.
var presiding = wordSet("court judge justice chair chairman chairwoman coroner sir lord lady magistrate recorder sheriff")
