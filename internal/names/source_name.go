package names

import (
	"hearsay"
	"hearsay/internal/text"
)

// Whom a source means by what it says of a name inside it.

// namedWithin: "a customer, who gave her name as Mrs Apsley" is Mrs Apsley, "an
// affidavit by Ada Lund" speaks for her, and "a statement from the Water Board"
// for the Board. It is nil where the source holds no such words.
func (d *discourse) namedWithin(s sourceAt) *cluster {
	for i := s.first + 1; i+1 < s.last; i++ {
		m := d.mentionAt(d.nameAfter(i+1, s.last))
		if m == nil {
			continue
		}
		switch w := d.word(i); {
		case w == "as" && m.of.person() && d.callsSelf(s.first, i),
			w == "by" && m.of.person() && d.writtenPaper(s.first, i),
			w == "by" && !m.of.person() && m.of.kind != hearsay.Place && d.reportBy(s.first, i),
			w == "from" && m.of.kind != hearsay.Place && d.sentBy(s.first, i):
			return m.of
		}
	}
	return d.ownPage(s)
}

// nameAfter is where the name may begin in what stands behind a preposition:
// behind what it is called, "the short seller Greyling Research", "its deputy
// secretary, Ada Lund".
func (d *discourse) nameAfter(i, last int) int {
	switch d.word(i) {
	case "the", "its", "their", "his", "her", "our":
	default:
		return i
	}
	start := i + 1
	for i = start; i < last-1 && i < start+4; i++ {
		if t := d.tag(i); d.mentionAt(i) != nil || t != text.NOUN && t != text.ADJ {
			break
		}
	}
	if i > start && d.word(i) == "," {
		i++
	}
	return i
}

// sentBy tells whether the words before the "from" at token i are something that
// goes out in its sender's name: "a statement from the Water Board".
func (d *discourse) sentBy(first, i int) bool {
	return i-1 >= first && (ownWords[d.word(i-1)] || sentWords[d.word(i-1)])
}

var sentWords = wordSet("tweet bulletin newsletter memo text")

// ownPage: "the Water Board's website says" is the Board.
func (d *discourse) ownPage(s sourceAt) *cluster {
	last := s.last - 1
	switch d.word(last) {
	case "website", "site", "page", "account", "feed", "notice", "statement", "bulletin", "tweet", "post", "newsletter":
	default:
		return nil
	}
	if m := d.mentionAt(last - 2); possessive(d.word(last-1)) && m != nil && m.last == last-1 && m.of.kind == hearsay.Organization && !mediaLike(m.of.words) {
		return m.of
	}
	return nil
}

// callsSelf tells whether the words before the "as" at token i say by what name
// somebody goes: "who gave his name as", "who introduced herself as".
func (d *discourse) callsSelf(first, i int) bool {
	for i--; i > first && (d.word(i) == "only" || d.word(i) == "simply"); i-- {
	}
	switch d.word(i) {
	case "name":
		return d.word(i-2) == "gave" || d.word(i-2) == "gives" || d.word(i-2) == "give"
	case "himself", "herself", "themselves":
		w := d.word(i - 1)
		return w == "identified" || w == "introduced" || w == "identify" || w == "introduces" || w == "identifies"
	}
	return false
}

// reportBy tells whether the words before the "by" at token i are what a body
// gives out in its name: "a report by the Court of Audit".
func (d *discourse) reportBy(first, i int) bool {
	k := i - 1
	switch d.word(k) {
	case "issued", "released", "made", "posted", "signed":
		k--
	case "out": // put out by
		k -= 2
	}
	switch d.word(k) {
	case "report", "audit", "study", "statement", "survey", "review", "analysis", "inquiry", "investigation", "notice", "release", "bulletin", "communique":
		return k >= first
	}
	return false
}

// writtenPaper tells whether the words before the "by" at token i are a
// document, and what its author did with it: "a complaint filed by". An article
// is its paper's.
func (d *discourse) writtenPaper(first, i int) bool {
	k := i - 1
	switch d.word(k) {
	case "filed", "written", "signed", "sworn", "made", "sent", "drafted", "lodged", "submitted", "brought", "recorded", "dictated":
		k--
	}
	if k < first {
		return false
	}
	switch d.word(k) {
	case "report", "article", "story", "dispatch", "piece", "editorial", "book", "translation", "review", "study", "post":
		return false
	}
	return documentNouns[d.word(k)] || d.word(k) == "affidavit" || d.word(k) == "petition" || d.word(k) == "diary" || d.word(k) == "testimony" || d.word(k) == "deposition"
}
