package trace

import (
	"cmp"
	"context"
	"slices"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/names"
	"hearsay/internal/standing"
	"hearsay/internal/store"
)

// DoubtKind says what a person is asked to decide.
type DoubtKind string

const (
	DoubtName       DoubtKind = "name"       // two names were taken for one
	DoubtApart      DoubtKind = "apart"      // two names were not, and may be one
	DoubtDerivation DoubtKind = "derivation" // a report takes its text from another
	DoubtClaim      DoubtKind = "claim"      // a statement makes a claim
)

// Doubt is an automatic decision that waits for a person's ruling.
type Doubt struct {
	Kind    DoubtKind `json:"kind"`
	A       string    `json:"a"` // names, paths, or statements, as rulings take them
	B       string    `json:"b"`
	Texts   [2]string `json:"texts,omitzero"` // what two statements say
	Score   float64   `json:"score"`          // how sure the decision is, 0 to 1
	Reasons []string  `json:"reasons,omitempty"`
	Weight  int       `json:"weight"` // about how many reports hang on it
	Yes     string    `json:"yes"`    // the ruling that confirms it
	No      string    `json:"no"`     // the ruling that refuses it
}

// Review lists at most limit decisions that wait for a ruling, the most
// consequential first: that on which most reports hang, times the doubt.
func (t *Tracer) Review(ctx context.Context, limit int) ([]Doubt, error) {
	rulings, err := t.db.Rulings(ctx)
	if err != nil {
		return nil, err
	}
	list := []Doubt{}
	for _, find := range []func(context.Context, []hearsay.Ruling) ([]Doubt, error){t.doubtfulNames, t.doubtfulDerivations, t.doubtfulClaims} {
		more, err := find(ctx, rulings)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	slices.SortStableFunc(list, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(b.consequence(), a.consequence()), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return list[:min(len(list), limit)], nil
}

func (d *Doubt) consequence() float64 { return float64(d.Weight) * (1.05 - d.Score) }

// settled tells whether a person has decided on two things.
func settled(rulings []hearsay.Ruling, a, b string) bool {
	return slices.ContainsFunc(rulings, func(r hearsay.Ruling) bool {
		return r.On(a, b) || !r.Undone && (names.Fold(r.A) == names.Fold(a) && names.Fold(r.B) == names.Fold(b) ||
			names.Fold(r.A) == names.Fold(b) && names.Fold(r.B) == names.Fold(a))
	})
}

// doubtfulNames are uncertain joins of names, and names that may be one and
// were not joined.
func (t *Tracer) doubtfulNames(ctx context.Context, rulings []hearsay.Ruling) ([]Doubt, error) {
	identities, err := t.db.Identities(ctx)
	if err != nil {
		return nil, err
	}
	weights, err := t.db.ReportsOfIdentities(ctx)
	if err != nil {
		return nil, err
	}
	var list []Doubt
	byID := map[string]*hearsay.Identity{}
	for i := range identities {
		id := &identities[i]
		byID[id.ID] = id
		for _, j := range id.Doubts {
			if j.A != j.B && !settled(rulings, j.A, j.B) {
				list = append(list, Doubt{Kind: DoubtName, A: j.A, B: j.B, Score: j.Score, Reasons: j.Reasons, Weight: weights[id.ID], Yes: "same", No: "different"})
			}
		}
	}
	pairs, err := t.db.IdentitiesAlike(ctx)
	for _, p := range pairs {
		a, b := byID[p[0]], byID[p[1]]
		if a == nil || b == nil || settled(rulings, a.Name, b.Name) {
			continue
		}
		if d := names.Same(asMentioned(a), asMentioned(b)); d.Same || d.Score >= perhapsAt {
			list = append(list, Doubt{Kind: DoubtApart, A: a.Name, B: b.Name, Score: 1 - d.Score, Reasons: d.Reasons,
				Weight: min(weights[a.ID], weights[b.ID]), Yes: "different", No: "same"})
		}
	}
	return list, err
}

// perhapsAt is the score from which two names that were not joined may be one.
const perhapsAt = 0.3

func asMentioned(id *hearsay.Identity) names.Mentioned {
	return names.Mentioned{Entity: hearsay.Entity{Name: id.Name, Type: id.Type, Names: id.Spellings}}
}

// doubtfulDerivations are those that rest on wording alone, or on less.
func (t *Tracer) doubtfulDerivations(ctx context.Context, rulings []hearsay.Ruling) ([]Doubt, error) {
	all, err := t.db.Derivations(ctx, nil)
	if err != nil {
		return nil, err
	}
	reports, err := t.db.Publications(ctx, nil)
	path := map[string]string{}
	for _, r := range reports {
		path[r.ID] = r.Path
	}
	below := map[string]int{} // how many reports take from each
	for _, d := range all {
		below[d.From]++
	}
	var list []Doubt
	for _, d := range all {
		if score := sureness(d.Derivation); score < 0.8 && !settled(rulings, d.From, d.To) {
			list = append(list, Doubt{Kind: DoubtDerivation, A: path[d.From], B: path[d.To], Score: score, Reasons: slices.Concat([]string{string(d.Kind)}, d.Why),
				Weight: 1 + below[d.To], Yes: "accept", No: "reject"})
		}
	}
	return list, err
}

// sureness is how sure a derivation is: marks and large overlaps are, one sign
// alone is not.
func sureness(d hearsay.Derivation) float64 {
	switch d.Kind {
	case hearsay.Copy, hearsay.Forward, hearsay.Reply:
		return 1
	}
	return min(1, 0.3+0.25*float64(len(d.Why))+d.Overlap/2)
}

// claimsReviewed is how many of the most repeated claims are looked through.
const claimsReviewed = 300

// doubtfulClaims are statements that are not much like the claim that they are
// taken to make: of each claim, the least alike.
func (t *Tracer) doubtfulClaims(ctx context.Context, rulings []hearsay.Ruling) ([]Doubt, error) {
	rows, err := t.db.Claims(ctx, 2, claimsReviewed)
	if err != nil {
		return nil, err
	}
	var list []Doubt
	for _, c := range rows {
		statements, err := t.db.StatementsOfClaims(ctx, []string{c.ID})
		if err != nil {
			return nil, err
		}
		d, err := t.leastAlike(ctx, c, statements, rulings)
		if err != nil {
			return nil, err
		}
		if d != nil {
			list = append(list, *d)
		}
	}
	return list, nil
}

// marginOf is the likeness from which a statement surely makes its claim.
const marginOf = 0.7

func (t *Tracer) leastAlike(ctx context.Context, c store.Claim, statements []store.Statement, rulings []hearsay.Ruling) (*Doubt, error) {
	claim := claims.Parse(c.Terms)
	model := slices.IndexFunc(statements, func(s store.Statement) bool { return s.Terms == c.Terms })
	if model < 0 {
		return nil, nil
	}
	worst, least := -1, marginOf
	for i := range statements {
		side := standing.SideOf(statements[i].Stance, t.weights.Opposite(claim, claims.Parse(statements[i].Terms)))
		like := t.weights.Likeness(claim, claims.Parse(statements[i].Terms))
		if side == standing.For && like < least && !settled(rulings, statementID(&statements[model]), statementID(&statements[i])) {
			worst, least = i, like
		}
	}
	if worst < 0 {
		return nil, nil
	}
	printed, err := t.printed(ctx, []store.Statement{statements[model], statements[worst]})
	if err != nil {
		return nil, err
	}
	return &Doubt{Kind: DoubtClaim, A: hearsay.StatementID(printed[0].Path, printed[0].Content), B: hearsay.StatementID(printed[1].Path, printed[1].Content),
		Texts: [2]string{printed[0].Text, printed[1].Text}, Score: least, Weight: c.Reports, Yes: "same", No: "different"}, nil
}

func statementID(s *store.Statement) string {
	return hearsay.StatementID(s.Statement.Report, hearsay.Cover(s.Content))
}
