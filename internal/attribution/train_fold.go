package attribution

// Documents that share half of their words in a row are kept in one fold, so
// that none is judged by a model that learned from its twin.

const (
	folds        = 5
	shingleWords = 5
)

// setFolds deals the lessons into folds.
func setFolds(lessons []*lesson) {
	twin := twins(lessons)
	next := 0
	for i, l := range lessons {
		if l.guest {
			continue
		}
		if twin[i] < i {
			l.fold = lessons[twin[i]].fold
			continue
		}
		l.fold = next % folds
		next++
	}
}

// twins gives for each lesson the first one that shares its text, or itself.
func twins(lessons []*lesson) []int {
	seen := map[uint32][]int{}
	twin := make([]int, len(lessons))
	for i, l := range lessons {
		twin[i] = i
		shared := map[int]int{}
		own := shingles(l)
		for _, h := range own {
			for _, k := range seen[h] {
				shared[k]++
			}
		}
		for k := range i {
			if 2*shared[k] > len(own) && twin[i] == i {
				twin[i] = twin[k]
			}
		}
		for _, h := range own {
			if len(seen[h]) < 20 {
				seen[h] = append(seen[h], i)
			}
		}
	}
	return twin
}

func shingles(l *lesson) []uint32 {
	had := map[uint32]bool{}
	var out []uint32
	for t := 0; t+shingleWords <= len(l.view.row); t++ {
		h := uint32(2166136261)
		for k := range shingleWords {
			h = (h ^ l.view.row[t+k].word) * 16777619
			h ^= h >> 15
		}
		if !had[h] {
			had[h] = true
			out = append(out, h)
		}
	}
	return out
}
