package query

import "slices"

// Simplify flattens nested Ands and Ors, drops repeated parts and takes back
// double negations. The result holds for exactly the same things.
func Simplify(n Node) Node {
	switch n := n.(type) {
	case *And:
		parts := flatten(n.Of, func(n Node) []Node {
			if and, ok := n.(*And); ok {
				return and.Of
			}
			return nil
		})
		return join(parts, func(of []Node) Node { return &And{of, n.Span} })
	case *Or:
		parts := flatten(n.Of, func(n Node) []Node {
			if or, ok := n.(*Or); ok {
				return or.Of
			}
			return nil
		})
		return join(parts, func(of []Node) Node { return &Or{of, n.Span} })
	case *Not:
		inner := Simplify(n.Of)
		if not, ok := inner.(*Not); ok {
			return not.Of
		}
		return &Not{inner, n.Span}
	}
	return n
}

// flatten simplifies parts, puts the parts of those of the same sort in their
// place, and keeps the first of equal ones.
func flatten(parts []Node, partsOf func(Node) []Node) []Node {
	var flat []Node
	for _, part := range parts {
		part = Simplify(part)
		inner := partsOf(part)
		if inner == nil {
			inner = []Node{part}
		}
		for _, n := range inner {
			if !slices.ContainsFunc(flat, func(o Node) bool { return Equal(n, o) }) {
				flat = append(flat, n)
			}
		}
	}
	return flat
}

// Rewrite replaces every leaf (word, phrase, field) by what f makes of it.
// negated tells f that the leaf stands under an odd number of negations.
func Rewrite(n Node, f func(leaf Node, negated bool) Node) Node {
	return rewrite(n, false, f)
}

func rewrite(n Node, negated bool, f func(Node, bool) Node) Node {
	all := func(parts []Node) []Node {
		out := make([]Node, len(parts))
		for i, part := range parts {
			out[i] = rewrite(part, negated, f)
		}
		return out
	}
	switch n := n.(type) {
	case *And:
		return &And{all(n.Of), n.Span}
	case *Or:
		return &Or{all(n.Of), n.Span}
	case *Not:
		return &Not{rewrite(n.Of, !negated, f), n.Span}
	}
	return f(n, negated)
}

// Leaves lists the leaves from left to right; negated tells of each whether
// it stands under an odd number of negations.
func Leaves(n Node) (leaves []Node, negated []bool) {
	Rewrite(n, func(leaf Node, not bool) Node {
		leaves, negated = append(leaves, leaf), append(negated, not)
		return leaf
	})
	return leaves, negated
}
