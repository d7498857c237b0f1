package standing

import "hearsay"

// Resolved is a statement's chain as far as the case allows.
type Resolved struct {
	Chain hearsay.Chain `json:"chain"`
	End   hearsay.End   `json:"end"`
}

// Chains follows every statement of the input through the case, those that
// take part in no count too; the result is in the order of in.Statements.
func Chains(in Input) []Resolved {
	list := make([]Resolved, len(in.Statements))
	for i, st := range in.Statements {
		list[i] = Resolved{st.Chain, st.End}
	}
	for _, n := range newGraph(in).resolved() {
		list[n.given] = n.Resolved
	}
	return list
}

type resolved struct {
	Resolved
	given int
}

func (g *graph) resolved() []resolved {
	list := make([]resolved, len(g.nodes))
	for i, n := range g.nodes {
		rt := g.walk(n)
		list[i] = resolved{Resolved{rt.hops, rt.end}, n.given}
	}
	return list
}
