package names

import (
	"strings"

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
	if who := d.handle(s); who != nil {
		return who
	}
	return d.ownPage(s)
}

// headed is whom the heading of a statement in another language than English
// names, where no mention is looked for: whoever is called so further down, else
// a body of that name.
func (d *discourse) headed(s sourceAt) *cluster {
	if d.sentence[s.first] >= 0 || d.doc.Lang == "en" || d.doc.Lang == "" {
		return nil
	}
	name := d.textOf(s.first, s.last)
	who := d.byFold[Fold(name)]
	if who == nil {
		who = &cluster{name: name, names: []string{name}, words: strings.Fields(Fold(name)), kind: hearsay.Organization, order: -1}
		d.byFold[Fold(name)] = who
	}
	d.note(who, s.first, s.last)
	return who
}

// nameAfter is where the name may begin in what stands behind a preposition:
// behind what it is called, "the short seller Greyling Research", "its deputy
// secretary, Ada Lund".
func (d *discourse) nameAfter(i, last int) int {
	if m := d.mentionAt(i); m != nil && possessive(d.word(m.last)) && m.last+1 < last && d.mentionAt(m.last+1) != nil {
		return m.last + 1 // Ardel's Tax Office
	}
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

// handle is who goes by a made-up name on a page or in a forum: "the user
// @mossy_hat", "knot77, a member of the forum". It is a name, though no capital
// tells so.
func (d *discourse) handle(s sourceAt) *cluster {
	for i := s.first; i < s.last; i++ {
		words := d.textOf(i, i+1)
		end := i + 1
		if words == "@" && end < s.last {
			end++
			words = d.textOf(i, end)
		}
		if madeUp(words) {
			who := d.byFold[Fold(words)]
			if who == nil {
				who = &cluster{name: words, names: []string{words}, words: []string{Fold(words)}, kind: hearsay.Person, order: -1}
				d.byFold[Fold(words)] = who
			}
			d.note(who, i, end)
			return who
		}
		if t := d.tag(i); t != text.DET && t != text.NOUN && t != text.ADJ && t != text.PROPN {
			return nil
		}
	}
	return nil
}

// madeUp tells a name that somebody gave themselves to write under: it begins
// with "@", or small letters go with figures or a low line in it.
func madeUp(w string) bool {
	if rest, ok := strings.CutPrefix(w, "@"); ok {
		return len(rest) > 1
	}
	letters, others := 0, 0
	for i, r := range w {
		switch {
		case r >= 'a' && r <= 'z':
			letters++
		case i > 0 && (r == '_' || r >= '0' && r <= '9'):
			others++
		default:
			return false
		}
	}
	return letters >= 4 && others > 0
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
	case "report", "audit", "study", "statement", "paper", "memo", "memorandum", "document", "dossier", "briefing", "assessment", "survey", "review", "analysis", "inquiry", "investigation", "notice", "release", "bulletin", "communique", "translation", "rendering", "transcript", "summary":
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
