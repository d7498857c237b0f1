package names

import "math"

// focus keeps who is being spoken of: each entity with a weight that halves
// with every sentence. Its length is bounded, so that a long report costs no
// more per pronoun than a short one.
type focus struct {
	entries []salience
}

type salience struct {
	of       *cluster
	weight   float64
	sentence int
}

const focusSize = 20

// Weights of a mention by what it does in its sentence.
const (
	asSource  = 3.0
	asSubject = 2.0
	asObject  = 1.0
	asAside   = 0.5 // inside a quotation, or owner of something

	asSpokenTo = 0.02 // by name, inside a quotation
)

func (s salience) now(sentence int) float64 {
	return s.weight * math.Pow(0.5, float64(max(0, sentence-s.sentence)))
}

func (f *focus) add(of *cluster, weight float64, sentence int) {
	for i := range f.entries {
		if e := &f.entries[i]; e.of == of {
			moved := salience{of, e.now(sentence) + weight, sentence}
			copy(f.entries[i:], f.entries[i+1:])
			f.entries[len(f.entries)-1] = moved
			return
		}
	}
	if len(f.entries) == focusSize {
		copy(f.entries, f.entries[1:])
		f.entries = f.entries[:focusSize-1]
	}
	f.entries = append(f.entries, salience{of, weight, sentence})
}

// Below faint, an entity is too long ago for a pronoun; a runner-up above
// rival times the best makes it unclear who is meant.
const (
	faint = 0.05
	rival = 0.9
)

// pick is the entity that fits best, nil if none does or two fit alike.
// fit returns 0 for who cannot be meant.
func (f *focus) pick(sentence int, fit func(*cluster) float64) *cluster {
	var best *cluster
	var top, second float64
	for _, e := range f.entries {
		w := e.now(sentence) * fit(e.of)
		switch {
		case w > top:
			best, top, second = e.of, w, top
		case w > second:
			second = w
		}
	}
	if top < faint || second > rival*top {
		return nil
	}
	return best
}

// genderFit weighs a person for "he" or "she".
func genderFit(g gender) func(*cluster) float64 {
	return func(c *cluster) float64 {
		switch {
		case !c.person() || c.plural || c.writes || c.gender != unknownGender && c.gender != g:
			return 0
		case c.gender == g:
			return 1.4
		}
		if c.against == g {
			return 0.2
		}
		if c.described && len(c.spans) == 0 {
			return 0.4 // brought in, and has not spoken
		}
		if c.soundsFemale() {
			return map[gender]float64{male: 0.35, female: 1.1}[g]
		}
		return 0.75
	}
}

// soundsFemale: a given name that no list holds and that ends in a.
func (c *cluster) soundsFemale() bool {
	return !c.described && len(c.words) > 1 && ending(c.words[0]) == 'a'
}

func orgFit(c *cluster) float64 {
	if c.kind == "organization" && !c.plural {
		return 1
	}
	return 0
}

// thingFit weighs what "it" can stand for as a source: an organisation, or a
// document that was quoted before.
func thingFit(c *cluster) float64 {
	if c.described && !c.plural && documentNouns[c.head] {
		return 1
	}
	return orgFit(c)
}

func pluralFit(c *cluster) float64 {
	if c.plural {
		return 1
	}
	return 0
}
