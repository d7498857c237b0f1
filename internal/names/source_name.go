package names

import "hearsay"

// Whom a source means by what it says of a name inside it.

// namedWithin: "a customer, who gave her name as Mrs Apsley" is Mrs Apsley, and
// "an affidavit by Ada Lund" speaks for her. It is nil where the source holds
// no such words.
func (d *discourse) namedWithin(s sourceAt) *cluster {
	for i := s.first + 1; i+1 < s.last; i++ {
		next := i + 1
		if d.word(next) == "the" {
			next++
		}
		m := d.mentionAt(next)
		if m == nil {
			continue
		}
		if !m.of.person() {
			if d.word(i) == "by" && m.of.kind == hearsay.Organization && d.reportBy(s.first, i) {
				return m.of
			}
			continue
		}
		switch d.word(i) {
		case "as":
			if d.callsSelf(s.first, i) {
				return m.of
			}
		case "by":
			if d.writtenPaper(s.first, i) {
				return m.of
			}
		}
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
	switch d.word(i - 1) {
	case "report", "audit", "study", "statement", "survey", "review", "analysis", "inquiry", "investigation", "notice":
		return i-1 >= first
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
