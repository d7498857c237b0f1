package names

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// publicBodies are bodies of which a place has one of a kind, so that "the fire
// brigade" or "the environment ministry" names it. Of "the firm" there are many.
var publicBodies = wordSet(`police government army navy military parliament senate ministry cabinet treasury brigade council court
	department authority agency office bureau service commission board constabulary coastguard inspectorate directorate
	registry tribunal embassy consulate assembly watchdog ombudsman guard force`)

// housesOfName are bodies that the name of their patron or place makes known:
// "St Birgit's hospital".
var housesOfName = wordSet("hospital school college university clinic church museum theatre orchestra library bank laboratory institute")

// institutions are named well enough by what they are.
var institutions = wordSet("police government army navy military parliament senate ministry cabinet treasury brigade council coastguard constabulary")

// officesOf are those whose office is a body: "the public prosecutor's office".
var officesOf = wordSet("prosecutor coroner mayor governor president chancellor ombudsman registrar sheriff attorney comptroller auditor premier")

// namesBody tells whether a definite description names a public body.
func (d *discourse) namesBody(p phrase) bool {
	if p.plural || p.head < 0 || p.target >= 0 || p.det == "a" || p.det == "an" || p.det == "one" || p.det == "another" {
		return false
	}
	if p.owner[1] > 0 && p.noun == "office" {
		return p.det == "'s" && officesOf[d.word(p.owner[1]-1)]
	}
	if p.owner[1] > 0 {
		return housesOfName[p.noun] && d.mentionAt(p.owner[0]) != nil && p.det == "'s"
	}
	return institutions[p.noun] || publicBodies[p.noun] && d.kindOfBody(p.head)
}

// kindOfBody tells whether the word before an institution's noun says of what
// kind it is: "fire" brigade, "town" council, but not "new" council.
func (d *discourse) kindOfBody(head int) bool {
	w := d.word(head - 1)
	return head > 0 && d.same(head-1, head) && d.doc.Tokens[head-1].Kind == text.Word && !determiners[w] && !nounLinks[w] && !barriers[w] &&
		(d.tag(head-1) == text.NOUN || kindsOfBody[w])
}

var kindsOfBody = wordSet(`town city county district national regional municipal federal state provincial local central public fire health
	coast police roads water weather environmental environment interior foreign defence defense finance transport civil tax customs
	housing harbour port forest education labour justice agriculture culture energy`)

// bodyAt is the public body whose description has its noun at token head,
// made if the report has not spoken of it: "a spokesman for the fire brigade".
func (d *discourse) bodyAt(noun string, head int) *cluster {
	first := head
	for d.kindOfBody(first) && first > head-3 {
		first--
	}
	if !publicBodies[noun] || first == head && !institutions[noun] {
		return nil
	}
	if first > 0 && (d.word(first-1) == "a" || d.word(first-1) == "an") && d.tag(head+1) != text.NOUN && !possessive(d.word(head+1)) {
		return nil
	}
	name := strings.ToLower(d.textOf(first, head+1))
	if d.doc.Lang == "en" {
		name = "the " + name
	}
	if old := d.byFold[Fold(name)]; old != nil {
		return old
	}
	for _, c := range d.nouned[noun] {
		if holdsAll(strings.Fields(Fold(c.name)), strings.Fields(Fold(name))) && !c.described {
			return c
		}
	}
	c := d.derive(name, d.spanOf(first, head+1))
	d.nouned[noun] = append(d.nouned[noun], c)
	return c
}

// heads speak for the body that they head, wherever they are quoted.
var heads = wordSet("chair president director leader head chief founder owner executive principal rector commander commissioner superintendent headteacher headmaster headmistress")

func isHead(r role) bool {
	switch r.head {
	case "secretary":
		return strings.Contains(Fold(r.text), "general")
	case "teacher":
		return strings.Contains(Fold(r.text), "head ")
	}
	return heads[r.head]
}

// headOf is the body for which the holder of a leading office speaks, nil if
// the office is none or the body is not known.
func (d *discourse) headOf(r role) *cluster {
	if t := r.target; t != nil && t.kind == hearsay.Organization && !mediaLike(t.words) && isHead(r) {
		return t
	}
	if r.target != nil {
		return nil
	}
	for noun := range strings.FieldsSeq(d.seatOf(r)) {
		if c := d.onlyBody(noun); c != nil {
			return c
		}
	}
	return nil
}

// seatOf are the words for the body that goes with an office without saying so.
func (d *discourse) seatOf(r role) string {
	words := strings.Fields(Fold(r.text))
	has := func(w string) bool { return slices.Contains(words, w) }
	switch {
	case r.head == "headteacher" || r.head == "headmaster" || r.head == "headmistress" || r.head == "principal" || r.head == "teacher" && isHead(r):
		return "school college academy"
	case r.head == "chief" && has("fire"):
		return "brigade fire"
	case r.head == "chief" && has("police"):
		return "police constabulary"
	case r.head == "prosecutor":
		return "prosecutors prosecutor"
	case r.head == "rector":
		return "university"
	}
	return ""
}

// onlyBody is the one organisation of the report that has the word in its
// name, nil if there are none or several.
func (d *discourse) onlyBody(word string) *cluster {
	var found *cluster
	for _, c := range append(slices.Clone(d.byNoun[word]), d.nouned[word]...) {
		if c.kind != hearsay.Organization || c.described || c == found {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	return found
}
