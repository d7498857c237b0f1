package claims

// Likeness compares two propositions: 1 for the same terms, 0 for nothing in
// common. Polarity plays no part: a denial speaks of the claim that it denies.
//
// Most of it is how much of the smaller one the other holds, since reports
// add place, time and manner at will; the rest is how much they share
// altogether. The words besides names must agree too, and a clash of numbers
// counts against.
func Likeness(p, q Proposition) float64 {
	o := compare(p, q)
	if o.smallContent == 0 || o.sharedContent < 0.4*o.smallContent || o.sharedContent < 0.5 {
		return 0
	}
	score := 0.6*o.shared/min(o.p, o.q) + 0.4*2*o.shared/(o.p+o.q)
	if o.numbersClash {
		score *= 0.6
	}
	return score
}

// overlap is what two propositions have in common, in weights.
type overlap struct {
	p, q, shared  float64
	smallContent  float64 // the smaller of the two weights of words and numbers
	sharedContent float64
	numbersClash  bool
}

func compare(p, q Proposition) overlap {
	var o overlap
	var contentP, contentQ float64
	var numbersP, numbersQ, numbersShared int
	i, j := 0, 0
	for i < len(p.Terms) || j < len(q.Terms) {
		switch {
		case j == len(q.Terms) || i < len(p.Terms) && p.Terms[i].Text < q.Terms[j].Text:
			count(p.Terms[i], &o.p, &contentP, &numbersP)
			i++
		case i == len(p.Terms) || q.Terms[j].Text < p.Terms[i].Text:
			count(q.Terms[j], &o.q, &contentQ, &numbersQ)
			j++
		default:
			count(p.Terms[i], &o.p, &contentP, &numbersP)
			count(q.Terms[j], &o.q, &contentQ, &numbersQ)
			weight := min(p.Terms[i].Weight, q.Terms[j].Weight)
			o.shared += weight
			switch {
			case p.Terms[i].Kind == Number:
				numbersShared++
				o.sharedContent += weight
			case p.Terms[i].Kind == Word || q.Terms[j].Kind == Word:
				o.sharedContent += weight
			}
			i++
			j++
		}
	}
	o.smallContent = min(contentP, contentQ)
	o.numbersClash = numbersP > 0 && numbersQ > 0 && numbersShared == 0
	return o
}

func count(t Term, all, content *float64, numbers *int) {
	*all += t.Weight
	if t.Kind != Name {
		*content += t.Weight
	}
	if t.Kind == Number {
		*numbers++
	}
}

// Answers tells how well a statement answers a query: how much of what the
// user typed it holds, less a little for what it says besides.
func Answers(query, p Proposition) float64 {
	o := compare(query, p)
	if o.p == 0 {
		return 0
	}
	score := 0.85*o.shared/o.p + 0.15*o.shared/max(o.q, o.p)
	if o.numbersClash {
		score *= 0.6
	}
	return score
}
