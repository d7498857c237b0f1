package attribution

import (
	"math"
	"slices"
)

// wholes are the attributions that would be printed of the lessons, with the
// chances of models that did not see them: for each span, how sure its
// attribution is, and whether it is right as a whole. What is not the model's to
// judge is left out.
func (t *trainer) wholes(j *judge) (seen []outcome) {
	e := &engine{judge: j, pick: Balanced.limits()}
	model := map[*lesson][]modelled{}
	t.each(func(l *lesson, f *spanFeatures) {
		if !l.raw {
			e.f = *f
			model[l] = e.decide(model[l])
		}
	})
	for _, l := range t.lessons {
		if !l.raw {
			seen = append(seen, l.printed(j, model[l])...)
			l.view.belief = nil
		}
	}
	return seen
}

// printed are the outcomes of one lesson in which the model found something.
func (l *lesson) printed(j *judge, model []modelled) (seen []outcome) {
	s, v := *l.view.scanner, *l.view
	s.found, s.used, v.scanner = slices.Clone(s.found), slices.Clone(s.used), &s
	v.revise(&j.sure, Balanced.limits(), model)
	r := revision{scanner: &s}
	for i := range s.found {
		f := &s.found[i]
		if !s.outermost(i) || len(f.cue) == 0 || r.turn(f) {
			continue
		}
		for part, pieces := range [parts][][2]int{f.source, f.cue, f.content} {
			if len(pieces) > 0 {
				seen = append(seen, outcome{f.score, l.gold.has(Part(part), pieces)})
			}
		}
	}
	return seen
}

// has tells whether an annotated attribution has the pieces for a part.
func (g *goldSpans) has(part Part, pieces [][2]int) bool {
	return slices.ContainsFunc(g.triples, func(t goldTriple) bool {
		return slices.Equal([parts][][2]int{t.source, t.cue, t.content}[part], pieces)
	})
}

// platt fits the row of whole attributions to outcomes: the log odds of being
// right are taken to be linear in those that the spans have on the mean, which
// a few thousand outcomes settle.
func (c *calibration) platt(seen []outcome) {
	a, b := 0.0, 1.0
	for range 20 {
		var ga, gb, haa, hab, hbb float64
		for _, o := range seen {
			x := logOdds(o.chance)
			p := 1 / (1 + math.Exp(-a-b*x))
			d := -p
			if o.right {
				d += 1
			}
			w := p * (1 - p)
			ga, gb = ga+d, gb+d*x
			haa, hab, hbb = haa+w, hab+w*x, hbb+w*x*x
		}
		haa, hbb = haa+1, hbb+1
		det := haa*hbb - hab*hab
		a, b = a+(hbb*ga-hab*gb)/det, b+(haa*gb-hab*ga)/det
	}
	row := &c[wholeAttribution]
	for i := range row {
		row[i] = moreRegular(1/(1+math.Exp(-a-b*logOdds(float64(i)/sureSteps))), regularWhole)
	}
}

func logOdds(p float64) float64 {
	p = min(max(p, 0.005), 0.995)
	return math.Log(p / (1 - p))
}
