package names

import (
	"slices"
	"sort"
)

// protagonist is the person whom a report has named by far the most before a
// token, and spoken of not long ago: whom it may call "the soprano" without
// having said so. suits tells who can be called that. It is nil where two come
// near, or where one of several has not spoken yet.
func (d *discourse) protagonist(token int, g gender, suits func(*cluster) bool) *cluster {
	const (
		far   = 14
		ahead = 1.5
		first = 0.6 // for whom the report names first
	)
	since := d.doc.Sentences[max(0, int(d.sentence[token])-far)].First
	var best *cluster
	var most, second float64
	met := false
	for _, c := range d.people {
		if !c.person() || c.described || c.plural || c.writes || g != unknownGender && c.gender == opposite(g) || !suits(c) {
			continue
		}
		n := d.namedBefore(c, token)
		if n == 0 || d.lastMeant(c, token) < since {
			continue
		}
		weight := float64(n)
		if !met {
			weight += first
			met = true
		}
		switch {
		case weight > most:
			best, most, second = c, weight, most
		case weight > second:
			second = weight
		}
	}
	if most < ahead*second || second > 0 && !slices.Contains(d.speaker, best) {
		return nil
	}
	return best
}

// namedBefore counts the names of somebody before a token, outside of
// quotations.
func (d *discourse) namedBefore(c *cluster, token int) (n int) {
	for _, i := range c.tokens {
		if i < token && d.doc.Tokens[i].Quote < 0 {
			n++
		}
	}
	return n
}

// lastMeant is the last token before one that means somebody, -1 if none.
func (d *discourse) lastMeant(c *cluster, token int) int {
	last := c.mentionedBefore(token)
	for _, s := range c.spans {
		if i := sort.Search(len(d.doc.Tokens), func(i int) bool { return int(d.doc.Tokens[i].Start) >= s.Start }); i < token {
			last = max(last, i)
		}
	}
	return last
}
