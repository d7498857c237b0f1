package standing_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hearsay"
	. "hearsay/internal/standing"
)

// A case in the notation of testdata/*.txtar, one line each:
//
//	report ID OUTLET DAY [owner=FAMILY] [party]   DAY 0 is an unknown date
//	says ID: HOP > HOP = END                      the hops behind the outlet; also denies, asks, wants
//	copy FROM TO [aligned]                        any derivation kind; aligned: the texts correspond
//	text A B                                      two reports are one text
//	voice WHO WHOM                                WHO speaks for WHOM
//	press OUTLET                                  an outlet without a report of the claim
//
// A hop "?words" is known by its words only; "HOP/role" gives it a role, relay
// and origin being the usual ones.
type notation struct {
	in     Input
	placed map[string]int // statements of a report so far
}

func parseCase(t *testing.T, text string) Input {
	t.Helper()
	c := &notation{placed: map[string]int{}}
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			if err := c.line(line); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
		}
	}
	return c.in
}

func (c *notation) line(line string) error {
	f := strings.Fields(line)
	switch f[0] {
	case "report":
		return c.report(f[1:])
	case "says":
		return c.says(line, For, hearsay.Asserts)
	case "denies":
		return c.says(line, Against, hearsay.Denies)
	case "asks":
		return c.says(line, Question, hearsay.Questions)
	case "wants":
		return c.says(line, Intent, hearsay.Intends)
	case "text":
		c.in.SameTexts = append(c.in.SameTexts, Pair{A: f[1], B: f[2], Overlap: 0.9})
	case "voice":
		c.in.SpeaksFor = append(c.in.SpeaksFor, SpeaksFor{Who: f[1], Whom: f[2]})
	case "press":
		c.in.Press = append(c.in.Press, f[1])
	case "copy", "excerpt", "rewrite", "translation", "forward", "reply":
		c.derivation(f)
	default:
		return fmt.Errorf("unknown word")
	}
	return nil
}

func (c *notation) report(f []string) error {
	day, err := strconv.Atoi(f[2])
	if err != nil {
		return err
	}
	r := Report{ID: f[0], Path: f[0], Outlet: f[1], Hand: f[1], Family: f[1], Published: dayOf(day)}
	for _, word := range f[3:] {
		if owner, ok := strings.CutPrefix(word, "owner="); ok {
			r.Family = owner
		}
		r.Party = r.Party || word == "party"
	}
	c.in.Reports = append(c.in.Reports, r)
	return nil
}

// dayOf is a day of one month; 0 is an unknown date.
func dayOf(day int) hearsay.Date {
	if day == 0 {
		return hearsay.Date{}
	}
	return hearsay.Date{Time: time.Date(2031, time.May, day, 0, 0, 0, 0, time.UTC), Precision: hearsay.PrecisionDay}
}

func (c *notation) says(line string, side Side, stance hearsay.Stance) error {
	_, line, _ = strings.Cut(line, " ")
	id, line, ok := strings.Cut(line, ":")
	hops, end, ok2 := strings.Cut(line, "=")
	at := slices.IndexFunc(c.in.Reports, func(r Report) bool { return r.ID == id })
	if !ok || !ok2 || at < 0 {
		return fmt.Errorf("no such statement")
	}
	st := statementOf(&c.in.Reports[at], c.placed[id], hearsay.End(strings.TrimSpace(end)))
	c.placed[id]++
	st.Side, st.Stance = side, stance
	for _, name := range strings.Split(hops, ">") {
		if name = strings.TrimSpace(name); name != "" {
			st.Chain = append(st.Chain, hopOf(name))
			st.Speaker = name
		}
	}
	c.in.Statements = append(c.in.Statements, st)
	return nil
}

// statementOf is statement seq of a report, with the publisher alone on its
// chain. Statement n stands at the same place in all reports.
func statementOf(r *Report, seq int, end hearsay.End) Statement {
	return Statement{Statement: hearsay.Statement{Report: r.ID, Seq: seq, Stance: hearsay.Asserts, End: end,
		Content: []hearsay.Span{{Start: 100 * seq, End: 100*seq + 50}},
		Chain:   hearsay.Chain{{Name: r.Outlet, Entity: r.Hand, Role: hearsay.RolePublisher}}}}
}

func hopOf(name string) hearsay.Hop {
	name, role, given := strings.Cut(name, "/")
	hop := hearsay.Hop{Name: strings.ReplaceAll(name, "_", " "), Entity: name, Role: hearsay.RoleOrigin}
	if words, ok := strings.CutPrefix(name, "?"); ok {
		hop.Name, hop.Entity = words, ""
	}
	if given {
		hop.Role = hearsay.Role(role)
	}
	return hop
}

func (c *notation) derivation(f []string) {
	d := hearsay.Derivation{Kind: hearsay.DerivationKind(f[0]), From: f[1], To: f[2]}
	if slices.Contains(f, "aligned") {
		d.Aligned = wholeText
	}
	c.in.Derivations = append(c.in.Derivations, d)
}

// wholeText aligns two reports from their first statement to their last.
var wholeText = []hearsay.Aligned{{From: hearsay.Span{End: 1000}, To: hearsay.Span{End: 1000}}}

// printCase prints a standing in the order of its ladder.
func printCase(s *Standing) string {
	var b strings.Builder
	l := s.Ladder
	fmt.Fprintf(&b, "reports %d texts %d outlets %d families %d origins %d-%d\n", l.Reports, l.Texts, l.Outlets, l.Families, l.Origins.Low, l.Origins.High)
	for _, o := range s.Origins {
		fmt.Fprintf(&b, "origin %s %s%s: %s\n", o.Kind, o.Name, alsoOf(o), strings.Join(o.Reports, " "))
	}
	for _, n := range s.Bottlenecks {
		fmt.Fprintf(&b, "bottleneck %s (%s)\n", n.Name, n.Role)
	}
	for _, a := range s.Asserts {
		fmt.Fprintf(&b, "%s: %s = %s\n", a.Report, String(a.Chain), a.End)
	}
	printOthers(&b, "denied", s.Denies)
	printOthers(&b, "asked", s.Questions)
	printOthers(&b, "wanted", s.Intends)
	if s.Circular {
		b.WriteString("circular\n")
	}
	return b.String()
}

func alsoOf(o Origin) string {
	if len(o.Also) == 0 {
		return ""
	}
	return " (" + strings.Join(o.Also, ", ") + ")"
}

func printOthers(b *strings.Builder, word string, list []Denial) {
	for _, d := range list {
		fmt.Fprintf(b, "%s in %s by %s\n", word, d.Report, d.By)
	}
}
