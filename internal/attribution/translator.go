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
// such note on a short line: "From the Mirrow Weekly. Translated by M."
var translatorPattern = regexp.MustCompile(`(?m)(?:^(?:By [^\n]{2,60}[.,;|·–—] ?)?[\s(\[*_•|–—-]*|[.,;] (?i:as) |[.;|·–—] )` +
	`(?i:(?:as |\p{L}+ )?translat(?:ed|ion)(?: (?:from|into|of) [^\n.:;,]{2,60}?){0,2} by |(?:\p{L}+ )?translat(?:ion|or)(?: from [^\n.:;,]{2,40}?)? ?(?:: *|\()` +
	`|(?:english|german|french|spanish|arabic|russian|polish|persian|turkish) (?:version|text|translation|rendering)(?: by |: *)|translated by: *` +
	`|tradu(?:it|ite|cido|cida|zido|zida)(?: d[^\n.:;,]{2,30}?)? p(?:ar|or) |tradu(?:ction|cción|ção) ?: *` +
	`|übersetzt(?: aus [^\n.:;,]{2,30}?)? von |übersetzung ?: *|перевод ?: *|ترجمة ?: *)` +
	`(?:[Tt]he )?(` + creditedName + `)(?: (?:for|of|and|with) [^\n]{2,60})?[)\]*_ ]*(?:$|[.;|·])`)

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
			at := trimSpan(body, hearsay.Span{Start: m[2], End: m[3]})
			inSentence := m[0] > 0 && body[m[0]-1] != '\n'
			if inSentence && (len(body) > 220 || strings.ContainsAny(body, "“”\"«»")) {
				continue // prose, of which a clause is told
			}
			if !strings.EqualFold(at.Of(body), c.report.Outlet) {
				c.list = append(c.list, hearsay.Credit{Kind: hearsay.CreditTranslation, Name: at.Of(body),
					Span: shift(at, block.Span.Start), Role: hearsay.RoleTranslator})
			}
		}
	}
}

// hasTranslator tells whether a text may credit a translator, at less cost than
// the pattern.
func hasTranslator(body string) bool {
	low := strings.ToLower(body)
	for _, word := range [...]string{"translat", "version", "text", "rendering", "tradu", "übersetz", "перевод", "ترجمة"} {
		if strings.Contains(low, word) {
			return true
		}
	}
	return false
}
