package attribution

import (
	"regexp"
	"strings"

	"hearsay"
)

// translatorPattern is a line that says who translated the text: "Translated
// from Arabic by Dana Rooth.", "Translation: Dana Rooth". The name ends the
// sentence or the line, or is followed by whom it was done for; behind a comma
// the sentence would go on, as prose does. It may follow another
// such note on a short line: "From the Mirrow Weekly. Translated by M.", "From the
// Mirrow Weekly of 3 May, translated by M".
var translatorPattern = regexp.MustCompile(`(?m)(?:^(?:(?:By|From|In|Source:|Original:|Von|Par|Por|Quelle:|Fuente:) [^\n]{2,90}[.,;|·–—] ?)?[\s(\[*_•|–—-]*|[.,;] (?i:as) |[.;|·–—] |, and (?:is|was|has been) )` +
	`(?i:(?:as |\p{L}+ )?translat(?:ed|ion)(?: (?:from|into|of|for) [^\n.:;,]{2,60}?){0,2} by (?:(?:Mrs?|Miss|Ms|Dr)\.? )?|(?:\p{L}+ )?translat(?:ion|or)(?: from [^\n.:;,]{2,40}?)? ?(?:: *|\()` +
	`|(?:english|german|french|spanish|arabic|russian|polish|persian|turkish) (?:(?:version|text|translation|rendering)(?: by |: *)|by )|translated by: *` +
	`|tradu(?:it|ite|cido|cida|zido|zida)(?: d[^\n.:;,]{2,30}?)? p(?:ar|or) |tradu(?:ction|cción|ção) ?: *` +
	`|(?:aus dem \p{L}+ (?:ins Deutsche )?)?übersetzt(?: aus [^\n.:;,]{2,30}?)? von |übersetzung ?: *|перевод ?: *|ترجمة ?: *)` +
	`(?:[Tt]he )?(` + creditedName + `)(?: (?:for|of|and|with) [^\n]{2,60})?[)\]*_ ]*(?:$|[.;|·:])`)

// creditedName is one to five capitalised words, with initials and particles,
// or words of a script without capitals.
const creditedName = `[\p{Lu}\p{Lo}](?:\.|[\p{L}\p{M}'’-]*)(?: (?:\p{Ll}{1,3} ){0,2}[\p{Lu}\p{Lo}](?:\.|[\p{L}\p{M}'’-]*)){0,4}`

// translators reads the lines that credit a translator. An outlet that
// translates for itself is no other hand.
func (c *credits) translators() {
	for _, block := range c.doc.Blocks {
		body := block.Span.Of(c.doc.Text)
		if !hasTranslator(body) {
			continue
		}
		for _, m := range translatorPattern.FindAllStringSubmatchIndex(body, 2) {
			at := forWhom(body, trimSpan(body, hearsay.Span{Start: m[2], End: m[3]}))
			inSentence := m[0] > 0 && body[m[0]-1] != '\n'
			if inSentence && (len(body) > 220 || strings.ContainsAny(body, "“”\"«»")) {
				continue // prose, of which a clause is told
			}
			c.original(block.Span.Start, block.Span.Start+m[2])
			if !strings.EqualFold(at.Of(body), c.report.Outlet) {
				c.list = append(c.list, hearsay.Credit{Kind: hearsay.CreditTranslation, Name: at.Of(body),
					Span: shift(at, block.Span.Start), Role: hearsay.RoleTranslator})
			}
		}
	}
}

// original credits the publication that a line names before its translator, from
// which the whole text is then: "By P in N, 3 May. English by M."
func (c *credits) original(start, end int) {
	toks := c.tokensOf(hearsay.Span{Start: start, End: end})
	p := c.passageOf(toks[0], toks[1])
	for i := range p.u {
		name := p.published(i)
		if name.empty() || c.isOwn(p.spanOf(name).Of(c.doc.Text)) {
			continue
		}
		for _, old := range c.list {
			if old.Span.Overlaps(p.spanOf(name)) || strings.EqualFold(old.Name, p.spanOf(name).Of(c.doc.Text)) {
				return
			}
		}
		c.add(hearsay.CreditWhole, p.spanOf(name), "")
		return
	}
}

// forWhom cuts a name before the words that tell whom the work was done for: "M
// for N".
func forWhom(body string, at hearsay.Span) hearsay.Span {
	for _, word := range [...]string{" for ", " and ", " with "} {
		if i := strings.Index(at.Of(body), word); i > 0 {
			at.End = at.Start + i
		}
	}
	return at
}

// hasTranslator tells whether a text may credit a translator, at less cost than
// the pattern.
func hasTranslator(body string) bool {
	low := strings.ToLower(body)
	for _, word := range [...]string{"translat", "version", "text", "rendering", "tradu", "übersetz", "перевод", "ترجمة", "english by"} {
		if strings.Contains(low, word) {
			return true
		}
	}
	return false
}
