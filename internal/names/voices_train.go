package names

import (
	"fmt"
	"math"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// Voiced is a report of which is known who says what.
type Voiced struct {
	Doc    *text.Document
	Report *hearsay.Report
	Attrs  []hearsay.Attribution
	// Right tells for each attribution whether an entity is its speaker; it is
	// nil where nobody knows.
	Right []func(hearsay.Entity) bool
}

// TrainVoices fits what tells for a speaker to texts: the likelihood of the
// right antecedents among those that a pronoun can mean, and of the right
// speakers among all sequences of them. What a text shows depends on how the
// words before were understood, so it is read anew a few times.
func TrainVoices(texts []Voiced) *voiceWeights {
	const rounds = 3
	w := priorVoices()
	for range rounds {
		var all []voicesShown
		for i := range texts {
			all = append(all, show(&texts[i], w))
		}
		w = fitVoices(all, w)
	}
	return w
}

func priorVoices() *voiceWeights {
	w := &voiceWeights{}
	for s := range signTable {
		w.signs[s] = signTable[s].prior
	}
	w.traits[latest], w.traits[ofGender] = 1, 1
	return w
}

// Tally counts speakers that were to be found and those that were.
type Tally struct{ Right, Of int }

func (t *Tally) add(right bool) {
	t.Of++
	if right {
		t.Right++
	}
}

func (t Tally) String() string {
	return fmt.Sprintf("%d of %d (%.1f %%)", t.Right, t.Of, 100*float64(t.Right)/float64(max(1, t.Of)))
}

// VoicesTally counts the speakers of the attributions whose source is "he" or
// "she", those of quotations that nobody is said to speak, and all others.
type VoicesTally struct{ Pronouns, Untold, Others Tally }

func (t VoicesTally) String() string {
	return fmt.Sprintf("pronouns %v, untold %v, others %v", t.Pronouns, t.Untold, t.Others)
}

// Add counts on texts, read with given weights.
func (t *VoicesTally) Add(texts []Voiced, w *voiceWeights) {
	for i := range texts {
		v := &texts[i]
		d := v.read(w)
		entities, id := d.entities()
		byID := map[string]hearsay.Entity{}
		for _, e := range entities {
			byID[e.ID] = e
		}
		for k, isRight := range v.Right {
			if isRight == nil {
				continue
			}
			e, ok := byID[id[d.speaker[k]]]
			right := ok && isRight(e)
			a := d.attrs[k]
			switch source := strings.ToLower(wholeSource(d.doc.Text, a.Source).Of(d.doc.Text)); {
			case source == "he" || source == "she":
				t.Pronouns.add(right)
			case len(a.Cue) == 0 && a.Kind == hearsay.Direct && a.Parent == "":
				t.Untold.add(right)
			default:
				t.Others.add(right)
			}
		}
	}
}

func (v *Voiced) read(w *voiceWeights) *discourse {
	d := newDiscourse(read(v.Doc, v.Report, NewOutlets(nil)), v.Attrs, w)
	d.run()
	return d
}

// voicesShown is what a text shows: the antecedents of its pronouns, and its
// turns in a row.
type voicesShown struct {
	pronouns []pronounShown
	turns    []turnShown
}

type pronounShown struct {
	list  []antecedent
	right []bool
}

type turnShown struct {
	list  []candidate
	right []bool // nil where it is not known
	x     exchange
}

// show reads a text and marks what is right.
func show(v *Voiced, w *voiceWeights) voicesShown {
	d := v.read(w)
	_, id := d.entities()
	isRight := func(attr int, c *cluster) bool {
		if c == nil {
			return false
		}
		e := c.entity(id)
		if len(e.Mentions) == 0 && c.intro[1] > 0 {
			e.Mentions = []hearsay.Span{d.spanOf(c.intro[0], c.intro[1])}
		}
		return v.Right[attr](e)
	}
	var out voicesShown
	for _, s := range d.sources {
		list := d.ranked[s.first]
		if v.Right[s.attr] == nil || len(list) < 2 {
			continue
		}
		p := pronounShown{list: list}
		for _, a := range list {
			p.right = append(p.right, isRight(s.attr, a.who))
		}
		if oneOf(p.right) {
			out.pronouns = append(out.pronouns, p)
		}
	}
	for i, t := range d.turns {
		shown := turnShown{list: d.lists[i], x: d.exchangeAt(d.turns, i)}
		if v.Right[t.attr] != nil {
			for _, c := range shown.list {
				shown.right = append(shown.right, isRight(t.attr, c.who))
			}
			if !oneOf(shown.right) {
				shown.right = nil
			}
		}
		out.turns = append(out.turns, shown)
	}
	return out
}

func oneOf(right []bool) bool {
	for _, r := range right {
		if r {
			return true
		}
	}
	return false
}

// fitVoices climbs from w to where the likelihood is greatest, each weight by
// steps of its own (Rprop: longer while its slope keeps its sign, shorter when
// it turns).
func fitVoices(all []voicesShown, w *voiceWeights) *voiceWeights {
	const steps, hold = 60, 2.0 // how strongly weights are held to what they were before learning
	prior, at := priorVoices(), *w
	var before voiceWeights
	size := map[*float64]float64{}
	for range steps {
		var slope voiceWeights
		for i := range all {
			all[i].slope(&at, &slope)
		}
		eachWeight(func(values ...*float64) {
			v, prior, slope, before := values[0], *values[1], values[2], values[3]
			*slope -= hold * (*v - prior)
			step, known := size[v]
			if !known {
				step = 0.1
			}
			switch {
			case *slope**before > 0:
				step = min(step*1.2, 0.5)
			case *slope**before < 0:
				step = max(step*0.5, 1e-4)
				*slope = 0
			}
			size[v] = step
			switch {
			case *slope > 0:
				*v += step
			case *slope < 0:
				*v -= step
			}
		}, &at, prior, &slope, &before)
		before = slope
	}
	return &at
}

// eachWeight calls f with each weight of the tables at a time.
func eachWeight(f func(...*float64), tables ...*voiceWeights) {
	row := make([]*float64, len(tables))
	for t := range traits {
		for k := range tables {
			row[k] = &tables[k].traits[t]
		}
		f(row...)
	}
	for s := range signs {
		for k := range tables {
			row[k] = &tables[k].signs[s]
		}
		f(row...)
	}
}

// slope adds where the likelihood of what is right grows.
func (v *voicesShown) slope(w, slope *voiceWeights) {
	for _, p := range v.pronouns {
		p.slope(w, slope)
	}
	if len(v.turns) > 0 {
		turnsSlope(v.turns, w, slope, true, 1)
		turnsSlope(v.turns, w, slope, false, -1)
	}
}

func (p *pronounShown) slope(w, slope *voiceWeights) {
	score := make([]float64, len(p.list))
	all, right := math.Inf(-1), math.Inf(-1)
	for k, a := range p.list {
		for t, v := range a.traits {
			score[k] += v * w.traits[t]
		}
		score[k] -= a.hardly
		all = logSum(all, score[k])
		if p.right[k] {
			right = logSum(right, score[k])
		}
	}
	for k, a := range p.list {
		share := -math.Exp(score[k] - all)
		if p.right[k] {
			share += math.Exp(score[k] - right)
		}
		for t, v := range a.traits {
			slope.traits[t] += share * v
		}
	}
}

func logSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
