package names

import (
	"slices"
	"strings"

	"hearsay"
)

// Which body a description means: "the authority", "the club", "the paper".

// orgByNoun is the organisation that "the authority" means at a token: one
// whose name has the noun, or the publisher in its own statement, or the last
// club for "the club".
func (d *discourse) orgByNoun(noun string, modifiers []string, token int) *cluster {
	var best *cluster
	bestAt := -2
	for _, c := range d.byNoun[noun] {
		if !holdsAll(c.words, modifiers) && len(modifiers) > 0 {
			continue
		}
		if at := c.mentionedBefore(token); at > bestAt {
			best, bestAt = c, at
		}
	}
	if best == nil {
		best = d.describedBody(noun, modifiers)
	}
	if best != nil || len(modifiers) > 0 {
		return best
	}
	if !orgNouns[noun] && !mediaNouns[noun] && !genericOrgs[noun] {
		return nil
	}
	if d.own != nil && genericOrgs[noun] {
		return d.own
	}
	if !genericOrgs[noun] || mediaNouns[noun] {
		return nil
	}
	return d.focus.pick(max(0, int(d.sentence[max(0, token)])), func(c *cluster) float64 {
		if orgFit(c) == 0 || c == d.house || len(c.words) == 0 || d.calledOutlet(c) || !suits(noun, c) {
			return 0
		}
		return 1
	})
}

func holdsAll(words, wanted []string) bool {
	for _, w := range wanted {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

// describedBody is the public body described with the noun before.
func (d *discourse) describedBody(noun string, modifiers []string) *cluster {
	for _, c := range slices.Backward(d.nouned[noun]) {
		if !c.described && !c.plural && c.kind == hearsay.Organization && holdsAll(strings.Fields(Fold(c.name)), modifiers) {
			return c
		}
	}
	return nil
}

// genericOrgs can stand for an organisation whose name does not hold them.
var genericOrgs = wordSet(`club company firm group organisation organization association body side team charity business corporation
	outfit union party agency ministry league utility operator carrier manufacturer maker supplier brewer airline dairy developer
	retailer chain caterer force militia movement`)

// armedWords stand in the names of armed bodies.
var armedWords = wordSet("brigade brigades guard guards battalion battalions regiment corps militia militias army police constabulary gendarmerie patrol navy coastguard forces front legion")

// suits: "the club" is Tolmere Athletic, and no ministry.
func suits(noun string, c *cluster) bool {
	last := c.words[len(c.words)-1]
	switch noun {
	case "club", "side", "team":
		return c.known == "" && (clubWords[last] || !orgNouns[last])
	case "company", "firm", "business", "corporation", "utility", "operator", "carrier", "manufacturer", "maker", "supplier", "brewer", "airline", "dairy",
		"developer", "retailer", "chain", "caterer":
		return companyLike(c)
	case "movement":
		return !clubWords[last] && !legalForms[last] && !publicBodies[last] && !companyWords[last] && !mediaLike(c.words)
	case "group", "organisation", "organization", "body", "charity":
		return c.known == "" && !clubWords[last]
	case "force", "militia":
		return holdsAny(c.words, armedWords)
	}
	return false
}

// companyLike: a name that a firm can have. An outlet of the case has to show
// it, since most are papers.
func companyLike(c *cluster) bool {
	last := c.words[len(c.words)-1]
	trade := legalForms[last] || companyWords[last] || strings.Contains(c.name, "&")
	if c.known != "" || mediaLike(c.words) {
		return trade && !mediaNames[last]
	}
	return trade || !slices.ContainsFunc(c.words, func(w string) bool { return orgNouns[w] || lowerOrgNouns[w] })
}

// companyWords end the names of firms.
var companyWords = wordSet(`group holdings works mine mines minerals metals water light power energy gas electric ferries lines line shipping
	air airlines airways jet rail railways buses motors dairies farms hotels fisheries mills mill foods dairy brewery breweries industries systems technologies pharmaceuticals insurance
	capital partners associates enterprises company corporation firm bank factory shipyard builders construction engineering chemicals
	copper iron coal tin zinc nickel lithium uranium aluminium aluminum potash phosphate phosphates salt sugar coffee cocoa rubber glass ceramics brick
	bricks concrete gravel aggregates paint paints tobacco distillery distillers brewing brewers vineyards wines beverages bottling poultry seafood
	seeds fertilizers fertilisers petroleum fuel fuels solar hydro renewables telecom telecoms broadband wireless software digital robotics
	networks analytics biotech pharma labs diagnostics therapeutics healthcare homes properties estates realty developments contractors
	scaffolding roofing recycling demolition salvage towage tankers cruises tours coaches cycles tyres aviation aerospace helicopters armaments
	munitions cosmetics garments footwear leather furniture studios pictures entertainment casinos bookmakers supermarkets grocers bakeries
	confectionery pharmacies assurance mutual savings finance financial securities ventures brokers consulting consultants auctioneers
	plastics tablets textiles foundry quarry quarries logistics freight haulage catering caterers stores slate timber oil steel cement`)

// citedOutlet is the outlet named last before the token that is not the
// publisher: one that is called a paper or sounds like one before others.
func (d *discourse) citedOutlet(token int) *cluster {
	var best *cluster
	bestAt, bestSounds := -1, false
	for _, c := range d.people {
		if c == d.house || c.kind != hearsay.Organization || len(c.words) == 0 || publicBodies[c.words[len(c.words)-1]] || companyWords[c.words[len(c.words)-1]] {
			continue
		}
		sounds := mediaLike(c.words) || d.calledOutlet(c)
		if c.known == "" && !sounds {
			continue
		}
		if at := c.mentionedBefore(token); at >= 0 && (sounds && !bestSounds || sounds == bestSounds && at > bestAt) {
			best, bestAt, bestSounds = c, at, sounds
		}
	}
	return best
}

// calledOutlet: the trade magazine Aero Weekly.
func (d *discourse) calledOutlet(c *cluster) bool {
	return slices.ContainsFunc(c.tokens, func(i int) bool { return mediaNouns[d.word(i-1)] })
}
