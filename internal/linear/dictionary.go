package linear

import "slices"

// dictionary numbers the features that are worth learning.
type dictionary struct {
	features []Feature // by number, the most frequent first
	counts   []int32   // how often each occurs
	number   map[Feature]int32
}

// newDictionary keeps the features that occur least times or more, at most
// most of them.
func newDictionary(all func(func([]Feature)), least, most int) *dictionary {
	counts := map[Feature]int32{}
	all(func(fs []Feature) {
		for _, f := range fs {
			counts[f]++
		}
	})
	d := &dictionary{}
	for f, n := range counts {
		if int(n) >= least {
			d.features = append(d.features, f)
		}
	}
	slices.SortFunc(d.features, func(a, b Feature) int {
		if d := counts[b] - counts[a]; d != 0 {
			return int(d)
		}
		return int(int64(a) - int64(b))
	})
	if len(d.features) > most {
		d.features = d.features[:most]
	}
	d.number = make(map[Feature]int32, len(d.features))
	for i, f := range d.features {
		d.number[f] = int32(i)
		d.counts = append(d.counts, counts[f])
	}
	return d
}

// encode gives the numbers of the features that the dictionary has.
func (d *dictionary) encode(fs []Feature, out []int32) []int32 {
	for _, f := range fs {
		if n, ok := d.number[f]; ok {
			out = append(out, n)
		}
	}
	return out
}
