package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// creditPhrase is a phrase before a publisher's name, and what it means. In a
// translation, where the original was posted is what was translated.
type creditPhrase struct {
	words string
	kind  hearsay.CreditKind
}

// creditPhrases are the phrases by their first word.
var creditPhrases = byFirstWord([]creditPhrase{
	{"translated from", hearsay.CreditTranslation},
	{"a translation of", hearsay.CreditTranslation},
	{"taken from", hearsay.CreditWhole},
	{"reprinted from", hearsay.CreditWhole},
	{"republished from", hearsay.CreditWhole},
	{"reproduced from", hearsay.CreditWhole},
	{"adapted from", hearsay.CreditWhole},
	{"excerpted from", hearsay.CreditWhole},
	{"an extract from", hearsay.CreditWhole},
	{"courtesy of", hearsay.CreditWhole},
	{"first appeared in", hearsay.CreditWhole},
	{"first appeared on", hearsay.CreditWhole},
	{"originally appeared in", hearsay.CreditWhole},
	{"originally appeared on", hearsay.CreditWhole},
	{"first published by", hearsay.CreditWhole},
	{"first carried by", hearsay.CreditWhole},
	{"material from", hearsay.CreditWhole},
	{"material supplied by", hearsay.CreditWhole},
	{"material provided by", hearsay.CreditWhole},
	{"provided by", hearsay.CreditPoint},
	{"supplied by", hearsay.CreditPoint},
	{"distributed by", hearsay.CreditPoint},
	{"first published in", hearsay.CreditWhole},
	{"originally published by", hearsay.CreditWhole},
	{"originally published in", hearsay.CreditWhole},
	{"originally published on", hearsay.CreditWhole},
	{"with permission from", hearsay.CreditWhole},
	{"by permission of", hearsay.CreditWhole},
	{"as first reported by", hearsay.CreditPoint},
	{"first reported by", hearsay.CreditPoint},
	{"as reported by", hearsay.CreditPoint},
	{"reported by", hearsay.CreditPoint},
	{"quoted by", hearsay.CreditPoint},
	{"quoted in", hearsay.CreditPoint},
	{"cited by", hearsay.CreditPoint},
	{"published by", hearsay.CreditPoint},
	{"published in", hearsay.CreditPoint},
	{"carried by", hearsay.CreditPoint},
	{"told to", hearsay.CreditPoint},
	{"interview with", hearsay.CreditPoint},
	{"interview to", hearsay.CreditPoint},
	{"citing", hearsay.CreditPoint},
	{"posted on", hearsay.CreditPoint},
	{"posted by", hearsay.CreditPoint},
})

func byFirstWord(list []creditPhrase) map[string][]creditPhrase {
	m := map[string][]creditPhrase{}
	for _, ph := range list {
		first, _, _ := strings.Cut(ph.words, " ")
		m[first] = append(m[first], ph)
	}
	return m
}

// phrases reads the phrases of credit in running text.
func (c *credits) phrases() {
	translated := c.translation()
	for b, block := range c.doc.Blocks {
		if block.Kind == hearsay.BlockFurniture {
			continue
		}
		toks := c.tokensOf(block.Span)
		p := c.passageOf(toks[0], toks[1])
		c.fromLine(b, &p)
		for i := range p.u {
			if translated && p.noted(i) && p.capital(i) {
				if name := p.publisherAfter(i); name.from == i {
					c.add(hearsay.CreditTranslation, p.spanOf(name), "")
				}
			}
			for _, ph := range creditPhrases[p.word(i)] {
				n, ok := p.phraseAt(i, ph.words)
				if !ok {
					continue
				}
				if name := p.publisherAfter(n); !name.empty() && !(ph.kind == hearsay.CreditWhole && p.tag(n) == text.PRON) { // taken from his bed
					kind := ph.kind
					if translated && (strings.HasPrefix(ph.words, "posted") || strings.HasPrefix(ph.words, "published")) {
						kind = hearsay.CreditTranslation
					}
					c.add(kind, p.spanOf(name), "")
				}
				break
			}
		}
	}
}
