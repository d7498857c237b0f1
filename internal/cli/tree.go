package cli

import (
	"strings"

	"hearsay"
	"hearsay/internal/trace"
)

// tree is the way of one origin's word outward: the origin is the root, and
// the reports hang where they took the word from.
type tree struct {
	root node
}

// node is one hand, with the reports that it published.
type node struct {
	name     string
	role     hearsay.Role
	medium   string
	reports  []string // notes on its reports
	children []*node
}

// endingIn lists, for each origin, the places in Asserts that end in it.
func endingIn(a *trace.Answer) map[int][]int {
	places := map[int][]int{}
	for k, s := range a.Asserts {
		places[s.Origin] = append(places[s.Origin], k)
	}
	return places
}

// newTree draws the chains of a that end in origin i, those at these places.
func newTree(a *trace.Answer, i int, places []int, files labels) *tree {
	t := &tree{}
	for _, place := range places {
		s := &a.Asserts[place]
		at := &t.root
		// The last hop is the origin itself, unless the outlet speaks in its
		// own voice.
		outward := s.Chain
		if len(outward) > 1 && s.End != hearsay.EndUnattributed {
			last := outward[len(outward)-1]
			outward = outward[:len(outward)-1]
			if last.Name != a.Origins[i].Name {
				at = at.child(last)
			}
		} else if len(outward) > 1 {
			outward = outward[:len(outward)-1]
		}
		for k := len(outward) - 1; k >= 0; k-- {
			at = at.child(outward[k])
		}
		note := files.of(s.Path)
		if day := s.Published.Day(); day != "" {
			note = day + "  " + note
		}
		if s.How != "" {
			note += "  (" + s.How + ")"
		}
		at.reports = append(at.reports, note)
	}
	return t
}

func (n *node) child(h hearsay.Hop) *node {
	for _, c := range n.children {
		if c.name == h.Name {
			if h.Role == hearsay.RoleTranslator {
				c.role = h.Role
			}
			return c
		}
	}
	c := &node{name: h.Name, role: h.Role, medium: h.Medium}
	n.children = append(n.children, c)
	return c
}

// note says what a hand published, or what it did.
func (n *node) note() string {
	var parts []string
	if n.role == hearsay.RoleTranslator {
		parts = append(parts, "translator")
	}
	if n.medium != "" {
		parts = append(parts, oneLine(n.medium))
	}
	parts = append(parts, n.reports...)
	if len(n.reports) == 0 && len(parts) == 0 {
		parts = append(parts, "not in the case")
	}
	return strings.Join(parts, ", ")
}
