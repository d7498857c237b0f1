package web

import (
	"fmt"
	"math"
	"strings"

	"hearsay"
	"hearsay/internal/layered"
	"hearsay/internal/trace"
)

// diagram is the chains of a claim as a picture.
type diagram struct {
	Width, Height float64
	Edges         []edgeMark
	Knots         []knotMark
	Rows          []rowMark
	Branches      []branch // the same as nested lists
	Folded        bool
	Copies        int // that are folded, or can be
	Shapes        []string
	Kinds         []string
}

// edgeMark is a way from hand to hand, or the dots that lead to a report.
type edgeMark struct {
	Path, Kind, Title string
}

type knotMark struct {
	X, Y              float64
	Shape             string
	Bottleneck        bool
	Name, Label, Note string
	Address           string
}

type rowMark struct {
	X, Y    float64
	Day     string
	File    string
	Label   string // File as far as there is room for it
	How     string
	Copies  int
	Address string
	Denies  bool
}

// The measures of the picture, in pixels.
const (
	pitch       = 32.0 // between two reports
	margin      = 18.0
	columnMost  = 190.0
	columnLeast = 112.0
	treeWidth   = 720.0 // that the hands share
	rowWidth    = 380.0
	perLetter   = 6.6
	rowLetters  = 40 // behind the day
)

// foldingOf tells whether copies are folded: as asked, else where there are
// more reports than fit on a screen.
func foldingOf(asked string, reports int) bool {
	switch asked {
	case "folded":
		return true
	case "open":
		return false
	}
	return reports > 24
}

func newDiagram(a *trace.Answer, folded bool) *diagram {
	c := newChart(a)
	if len(c.nodes) == 0 {
		return nil
	}
	d := &diagram{Folded: folded, Copies: copiesIn(a)}
	if folded {
		c.fold(a)
	}
	g, leaders := c.graph()
	lay := layered.Draw(g)
	column := treeWidth / float64(max(lay.Layers-1, 1))
	column = min(max(column, columnLeast), columnMost)
	d.Width = margin + column*float64(lay.Layers-1) + rowWidth
	d.Height = lay.Height*pitch + 14
	put := func(p layered.Point) (x, y float64) { return margin + float64(p.Layer)*column, p.Y*pitch + 8 }
	for e, w := range c.ways {
		d.addEdge(w, lay.Routes[e], lay.Back[e], put)
	}
	for i, k := range c.nodes {
		if k.name != "" {
			room := column * float64(layersFree(lay, c.nodes, i))
			d.addKnot(k, lay.Nodes[i], int((room-10)/perLetter), put)
		}
	}
	for e, k := range leaders {
		at := lay.Nodes[k.at]
		if route := lay.Routes[len(c.ways)+e]; len(route) > 0 {
			d.Edges = append(d.Edges, edgeMark{Path: curve(route, put), Kind: "leader"})
			at = route[len(route)-1]
		}
		d.addRow(k, at, put)
	}
	d.Branches = c.branches()
	return d
}

// layersFree is how many layers to the right of a node no other has its name in
// the way.
func layersFree(lay layered.Drawing, nodes []*knot, at int) int {
	here, free := lay.Nodes[at], max(lay.Layers-1, 1)
	for i, p := range lay.Nodes[:len(nodes)] {
		if nodes[i].name != "" && p.Layer > here.Layer && math.Abs(p.Y-here.Y) < 0.9 {
			free = min(free, p.Layer)
		}
	}
	return max(min(free-here.Layer, 2), 1)
}

// copiesIn counts the reports that are copies of another.
func copiesIn(a *trace.Answer) int { return a.Ladder.Reports - a.Ladder.Texts }

// graph is what is laid out: the hands and their ways, then for each report a
// node at the right border and the line that leads to it.
func (c *chart) graph() (g layered.Graph, leaders []*knot) {
	for i, k := range c.nodes {
		k.at = i
		g.Nodes = append(g.Nodes, layered.Node{Last: k.report != nil && k.name == "", Room: 1})
	}
	for _, w := range c.ways {
		g.Edges = append(g.Edges, layered.Edge{From: w.from.at, To: w.to.at, Straight: w.to.name == ""})
	}
	for _, k := range c.nodes {
		switch {
		case k.report == nil:
			continue
		case k.name == "": // of a denial: the row is the node
			g.Edges = append(g.Edges, layered.Edge{From: k.at, To: k.at})
		default:
			g.Edges = append(g.Edges, layered.Edge{From: k.at, To: len(g.Nodes), Straight: true})
			g.Nodes = append(g.Nodes, layered.Node{Last: true, Room: 1})
		}
		leaders = append(leaders, k)
	}
	return g, leaders
}

func (d *diagram) addEdge(w *way, route []layered.Point, back bool, put func(layered.Point) (float64, float64)) {
	kind := w.how
	if back {
		kind = "circle"
	}
	if kind == "" {
		kind = "said"
	}
	d.Edges = append(d.Edges, edgeMark{Path: curve(route, put), Kind: kind, Title: wayWords(w, kind)})
	d.Kinds = unique(append(d.Kinds, kind))
}

func wayWords(w *way, kind string) string {
	from, to := plain(w.from.name), plain(w.to.name)
	switch kind {
	case "said":
		return fmt.Sprintf("%s names %s", to, from)
	case "citation":
		return fmt.Sprintf("%s cites %s", to, from)
	case "denies":
		return from + " denies it"
	case "circle":
		return fmt.Sprintf("%s leads back to %s: a circle", from, to)
	}
	return fmt.Sprintf("%s is a %s of %s", to, kind, from)
}

// curve runs through the points of a route, level at each of them.
func curve(route []layered.Point, put func(layered.Point) (float64, float64)) string {
	var b strings.Builder
	for i, p := range route {
		x, y := put(p)
		if i == 0 {
			fmt.Fprintf(&b, "M%.1f %.1f", x, y)
			continue
		}
		px, py := put(route[i-1])
		half := (x - px) * 0.55
		fmt.Fprintf(&b, " C%.1f %.1f %.1f %.1f %.1f %.1f", px+half, py, x-half, y, x, y)
	}
	return b.String()
}

func (d *diagram) addKnot(k *knot, at layered.Point, letters int, put func(layered.Point) (float64, float64)) {
	x, y := put(at)
	m := knotMark{X: x, Y: y, Shape: k.shape(), Bottleneck: k.bottleneck, Name: plain(k.name), Label: short(letters, k.name), Note: k.note()}
	d.Shapes = unique(append(d.Shapes, m.Shape))
	if m.Bottleneck {
		d.Shapes = unique(append(d.Shapes, "bottleneck"))
	}
	d.Knots = append(d.Knots, m)
}

func (d *diagram) addRow(k *knot, at layered.Point, put func(layered.Point) (float64, float64)) {
	m := k.row()
	m.X, m.Y = put(at)
	d.Rows = append(d.Rows, m)
}

// row is the report of k as the picture and the list show it.
func (k *knot) row() rowMark {
	r := k.report
	return rowMark{Day: day(r.published), File: fileName(r.path), Label: rowLabel(r), How: r.how, Copies: len(r.copies),
		Address: passageAddress(r.id, r.content), Denies: k.denial}
}

// rowLabel leaves room for what stands behind the name of the file.
func rowLabel(r *leaf) string {
	room := rowLetters
	if r.how != "" {
		room -= len(r.how) + 1
	}
	if n := len(r.copies); n > 0 {
		room -= len(count(n, "copy")) + 2
	}
	return short(room, fileName(r.path))
}

// shape tells the kinds of hands apart without colour.
func (k *knot) shape() string {
	switch {
	case k.denial:
		return "denial"
	case k.origin == hearsay.EndNamed:
		return "origin"
	case k.origin == hearsay.EndCircular:
		return "circle"
	case k.origin != "":
		return "unknown"
	case k.role == hearsay.RoleTranslator:
		return "translator"
	case k.report == nil:
		return "absent"
	}
	return "hand"
}

func (k *knot) note() string {
	var parts []string
	switch {
	case k.origin == hearsay.EndDescribed:
		parts = append(parts, "described, not named")
	case k.origin == hearsay.EndUnattributed:
		parts = append(parts, "in its own voice, naming nobody")
	case k.origin == hearsay.EndCircular:
		parts = append(parts, "a circle: it came back to where it began")
	case k.role == hearsay.RoleTranslator:
		parts = append(parts, "translator")
	}
	if k.medium != "" {
		parts = append(parts, plain(k.medium))
	}
	if k.bottleneck {
		parts = append(parts, "on every chain")
	}
	return strings.Join(parts, ", ")
}

// branch is a hand in the nested list of the chains.
type branch struct {
	Name, Shape, Note string
	Bottleneck        bool
	Again             bool // what hangs behind it is listed above
	Row               *rowMark
	Branches          []branch
}

// branches lists the chains from each origin outward, for readers who do not
// see the picture and for windows that are too narrow for it. What hangs behind
// a hand that stands in several chains is listed once.
func (c *chart) branches() []branch {
	after, entered, drawn := map[*knot][]*knot{}, map[*knot]bool{}, map[*knot]bool{}
	for _, w := range c.ways {
		after[w.from] = append(after[w.from], w.to)
		entered[w.to] = true
	}
	var draw func(k *knot) branch
	draw = func(k *knot) branch {
		b := branch{Name: k.name, Shape: k.shape(), Note: k.note(), Bottleneck: k.bottleneck}
		if drawn[k] {
			b.Again = len(after[k]) > 0
			return b
		}
		drawn[k] = true
		if k.report != nil {
			row := k.row()
			b.Row = &row
		}
		for _, next := range after[k] {
			b.Branches = append(b.Branches, draw(next))
		}
		return b
	}
	var list []branch
	for _, first := range []bool{true, false} { // those of a circle have no first
		for _, k := range c.nodes {
			if !drawn[k] && (!first || !entered[k]) {
				list = append(list, draw(k))
			}
		}
	}
	return list
}

// shapeWords and kindWords explain the picture.
func shapeWords(shape string) string {
	switch shape {
	case "origin":
		return "origin, named"
	case "unknown":
		return "origin, not named"
	case "circle":
		return "a circle"
	case "translator":
		return "translator"
	case "denial":
		return "denies it"
	case "absent":
		return "a hand without a report here"
	case "bottleneck":
		return "on every chain"
	}
	return "a hand with its report"
}

func kindWords(kind string) string {
	switch kind {
	case "said":
		return "names as its source"
	case "citation":
		return "cites"
	case "circle":
		return "leads back"
	}
	return kind
}
