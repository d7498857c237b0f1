package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"

	"hearsay"
	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// page sets an answer for people, in at most width columns.
type page struct {
	w       io.Writer
	width   int
	color   bool
	receipt bool // every line of the receipt, not only the first ones
	all     bool // every statement
	files   labels
}

// page is where the commands print what they list; files are named by the
// labels that they have.
func (a *app) page(files labels) page {
	return page{w: a.Out, width: min(a.Width, maxPage), color: a.Color, files: files}
}

const (
	maxPage      = 96 // columns beyond which lines become hard to read
	shownReceipt = 6
	shownDrift   = 6
)

func (p page) trace(a *trace.Answer) {
	p.width = min(p.width, maxPage)
	if a.Claim == nil {
		p.nothing(a)
		return
	}
	p.files = labelsOf(a)
	p.head(a)
	p.origins(a)
	p.bottlenecks(a)
	p.spread(a)
	p.denials("Denied by", "✗", a.Denies)
	p.denials("Questioned by", "?", a.Questions)
	p.denials("Wished or planned by", "…", a.Intends)
	p.responses(a)
	p.fell(a)
	p.leftOut("Published later", a.Later)
	p.leftOut("Perhaps later: the date does not tell", a.Undated)
	p.drift(a)
	p.headlines(a)
	p.receiptLines(a)
	p.others(a)
	p.coverage(a)
}

func (p page) nothing(a *trace.Answer) {
	p.wrap("", fmt.Sprintf("No report of the case makes a claim like “%s”.", a.Query))
	fmt.Fprintln(p.w, "\nTry fewer or other words, or list what is claimed with: hearsay claims")
	p.coverage(a)
}

// head is the claim and its ladder: the whole answer on one line.
func (p page) head(a *trace.Answer) {
	heading := quoted(a.Claim.Text)
	if a.Claim.Opposite {
		heading = "The opposite of " + heading
	}
	p.wrap("", p.bold(heading))
	first := ""
	if a.Claim.FirstSeen != "" {
		first = ", first seen " + a.Claim.FirstSeen
	}
	fmt.Fprintln(p.w, p.dim("claim "+a.Claim.ID+first))
	fmt.Fprintln(p.w)
	p.whatIf(a)
	l := a.Ladder
	if l.Reports == 0 {
		p.wrap("  ", p.bold(a.Verdict()))
		return
	}
	rungs := trace.Rungs(l)
	rungs[len(rungs)-1] = p.bold(rungs[len(rungs)-1])
	p.wrap("  ", ladderLine(rungs))
	p.wrap("  ", p.dim(a.Verdict()))
}

func ladderLine(rungs []string) string { return strings.Join(rungs, " → ") }

// origins draws, for each origin, the tree of hands that carried its word
// outward to the reports.
func (p page) origins(a *trace.Answer) {
	if len(a.Origins) == 0 {
		return
	}
	p.section("Who says so, and who carried it")
	narrow := map[string]bool{}
	for _, b := range a.Bottlenecks {
		narrow[b.Name] = true
	}
	places := endingIn(a)
	for i, o := range a.Origins {
		t := newTree(a, i, places[i], p.files)
		mark := "●"
		if o.Kind != hearsay.EndNamed {
			mark = "○"
		}
		p.noted("  ", mark+" "+p.bold(p.mark(originName(o), narrow)), originNote(o))
		p.branches(t.root.children, "  ", narrow)
	}
}

// originName is the name of an origin; a circle has those of all its outlets.
func originName(o standing.Origin) string {
	if o.Kind != hearsay.EndCircular {
		return oneLine(o.Name)
	}
	names := append([]string{o.Name}, o.Also...)
	slices.Sort(names)
	return oneLine(strings.Join(names, " ⇄ "))
}

func originNote(o standing.Origin) string {
	note := map[hearsay.End]string{
		hearsay.EndNamed:        "",
		hearsay.EndDescribed:    "described, not named",
		hearsay.EndUnattributed: "in its own voice, naming nobody",
		hearsay.EndCircular:     "a circle: it came back to where it began",
	}[o.Kind]
	if len(o.Also) > 0 && o.Kind != hearsay.EndCircular {
		if note != "" {
			note += "; "
		}
		note += "also " + strings.Join(o.Also, ", ")
	}
	return note
}

func (p page) branches(nodes []*node, indent string, narrow map[string]bool) {
	for i, n := range nodes {
		branch, below := "├─ ", "│  "
		if i == len(nodes)-1 {
			branch, below = "└─ ", "   "
		}
		line := indent + branch + p.mark(n.name, narrow)
		note := n.note()
		room := p.width - runewidth.StringWidth(line) - 2
		if runewidth.StringWidth(note) > room {
			note = runewidth.Truncate(note, max(room, 8), "…")
		}
		fmt.Fprintf(p.w, "%s  %s\n", line, p.dim(note))
		p.branches(n.children, indent+below, narrow)
	}
}

// mark flags a bottleneck.
func (p page) mark(name string, narrow map[string]bool) string {
	if narrow[name] {
		return oneLine(name) + " ◆"
	}
	return oneLine(name)
}

func (p page) bottlenecks(a *trace.Answer) {
	if a.Ladder.Reports == 0 {
		return
	}
	if len(a.Bottlenecks) == 0 {
		p.section("Bottlenecks")
		p.wrap("  ", "None: no single hand stands on every chain.")
		return
	}
	p.section("Bottlenecks ◆")
	var hands []string
	for _, b := range a.Bottlenecks {
		hands = append(hands, oneLine(b.Name))
	}
	p.wrap("  ", strings.Join(hands, ", "))
	p.wrap("  ", p.dim("On every chain: distrust one of them, and nothing is left to stand on."))
}

func (p page) denials(title, mark string, list []standing.Denial) {
	if len(list) == 0 {
		return
	}
	p.section(title)
	for _, d := range list {
		p.noted("  ", mark+" "+oneLine(d.By), p.files.of(d.Path))
	}
}

func (p page) drift(a *trace.Answer) {
	if len(a.Drift) == 0 {
		return
	}
	p.section("How the words changed")
	drift := trace.ByWeight(a.Drift)
	for i, d := range drift {
		if i == shownDrift {
			p.wrap("  ", p.dim(fmt.Sprintf("and %d more: hearsay drift", len(drift)-i)))
			break
		}
		p.drifted(d, string(d.Class)+", "+p.files.of(d.Path))
	}
}

// drifted prints one change of words, where it stands as a note.
func (p page) drifted(d hearsay.Drift, note string) {
	is := "“" + oneLine(d.Is) + "”"
	if d.Is == "" {
		is = "left out"
	}
	was := "“" + oneLine(d.Was) + "”"
	if d.Was == "" {
		was = "nothing"
	}
	p.noted("  ", was+" → "+is, note)
}

// headlines lists those that say more than their bodies.
func (p page) headlines(a *trace.Answer) {
	if len(a.Headlines) == 0 {
		return
	}
	p.section("Headlines that say more than their text")
	for i, h := range a.Headlines {
		if i == shownDrift {
			p.wrap("  ", p.dim(fmt.Sprintf("and %d more", len(a.Headlines)-i)))
			break
		}
		p.noted("  ", "! "+quoted(h.Headline), strings.Join(h.Why(), ", ")+"; "+p.files.of(h.Path))
	}
}

func (p page) others(a *trace.Answer) {
	if len(a.Others) == 0 {
		return
	}
	p.section("Did you mean")
	for _, c := range a.Others {
		fmt.Fprintf(p.w, "  %s  %s\n", p.dim(c.ID), runewidth.Truncate(quoted(c.Text), p.width-18, "…”"))
	}
}

func (p page) coverage(a *trace.Answer) {
	c := a.Coverage
	p.section("Read")
	line := count(c.Reports, "report")
	if len(c.Languages) > 0 {
		line += " in " + strings.Join(c.Languages, ", ")
	}
	if len(c.Unread) == 0 {
		fmt.Fprintf(p.w, "  %s; nothing was left unread.\n", line)
	} else {
		fmt.Fprintf(p.w, "  %s; not read:\n", line)
		for _, u := range c.Unread {
			p.wrap("    ", oneLine(u.Path+": "+u.Reason))
		}
	}
	p.wrap("  ", p.dim("This says who vouches for the claim, not whether it is true."))
}

func (p page) section(title string) {
	fmt.Fprintf(p.w, "\n%s\n", p.bold(title))
}

// noted prints a thing with a note behind it, or below it where the line is
// too short for both.
func (p page) noted(indent, thing, note string) {
	note = oneLine(note)
	switch {
	case note == "":
		p.wrap(indent, thing)
	case runewidth.StringWidth(indent+plain(thing))+2+runewidth.StringWidth(note) <= p.width:
		fmt.Fprintf(p.w, "%s%s  %s\n", indent, thing, p.dim(note))
	default:
		p.wrap(indent, thing)
		p.wrap(indent+"    ", p.dim(note))
	}
}

// wrap prints text in lines of at most width columns.
func (p page) wrap(indent, text string) { p.hang(indent, indent, text) }

// hang wraps text behind a mark; the lines after the first stand under it.
func (p page) hang(mark, indent, text string) {
	line, used := mark, runewidth.StringWidth(mark)
	empty := true
	for _, word := range strings.Fields(text) {
		n := runewidth.StringWidth(plain(word))
		if !empty && used+1+n > p.width {
			fmt.Fprintln(p.w, line)
			line, used, empty = indent, runewidth.StringWidth(indent), true
		}
		if !empty {
			line, used = line+" ", used+1
		}
		line, used, empty = line+word, used+n, false
	}
	if !empty {
		fmt.Fprintln(p.w, line)
	}
}

func (p page) bold(s string) string { return p.paint("\x1b[1m", s) }
func (p page) dim(s string) string  { return p.paint("\x1b[2m", s) }

func (p page) paint(code, s string) string {
	if !p.color || s == "" {
		return s
	}
	return code + s + "\x1b[0m"
}

// plain is s without colour codes, for its width.
func plain(s string) string {
	return strings.NewReplacer("\x1b[1m", "", "\x1b[2m", "", "\x1b[0m", "").Replace(s)
}

func quoted(s string) string { return trace.Quoted(s) }

func oneLine(s string) string { return trace.Plain(s) }
