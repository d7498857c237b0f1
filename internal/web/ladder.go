package web

import (
	"fmt"
	"math"
	"strings"

	"hearsay"
	"hearsay/internal/trace"
)

// funnel is a ladder as a picture: five steps, each as high as its count, that
// run into one another. Much that comes down to little narrows at a glance; what
// stands on as many origins as reports stays level.
type funnel struct {
	Width, Height float64
	Steps         string // outline of the four counts, an SVG path
	Sure          string // of the origins that there are at least
	Open          string // of those that there are at most
	Says          string // the same in words
}

const (
	funnelWidth  = 132.0
	funnelHeight = 36.0
	funnelGap    = 2.0 // before the origins
)

func newFunnel(l hearsay.Ladder) funnel {
	counts := []int{l.Reports, l.Texts, l.Outlets, l.Families}
	step := funnelWidth / 5
	var over, under []string
	for i, n := range counts {
		h := funnelStep(n) / 2
		x := float64(i) * step
		over = append(over, point(x, funnelHeight/2-h), point(x+step*0.6, funnelHeight/2-h))
		under = append(under, point(x+step*0.6, funnelHeight/2+h), point(x, funnelHeight/2+h))
	}
	// The last step runs on to the origins.
	end := 4*step - funnelGap
	h := funnelStep(l.Origins.High) / 2
	over = append(over, point(end, funnelHeight/2-h))
	path := "M" + strings.Join(over, " L") + " L" + point(end, funnelHeight/2+h)
	for i := len(under) - 2; i >= 0; i -= 2 {
		path += " L" + under[i] + " L" + under[i+1]
	}
	return funnel{Width: funnelWidth, Height: funnelHeight, Steps: path + "Z",
		Sure: bar(4*step, funnelWidth, funnelStep(l.Origins.Low)), Open: bar(4*step, funnelWidth, funnelStep(l.Origins.High)),
		Says: ladderWords(l)}
}

// funnelStep is the height of a count: it grows more slowly than the count, so
// that 1 and 200 fit on one line, and is the same for all claims.
func funnelStep(n int) float64 {
	if n == 0 {
		return 0.5
	}
	return min(funnelHeight, 4.5*math.Pow(float64(n), 0.62))
}

func bar(from, to, height float64) string {
	return fmt.Sprintf("M%s H%.1f V%.1f H%.1fZ", point(from, (funnelHeight-height)/2), to, (funnelHeight+height)/2, from)
}

func point(x, y float64) string { return fmt.Sprintf("%.1f %.1f", x, y) }

func ladderWords(l hearsay.Ladder) string { return enumerate(trace.Rungs(l)) }

// rung is one step of the ladder as the page of a claim shows it.
type rung struct {
	Count, Noun, Tells string
	Origin             bool
	From, To           float64 // heights at its left and right border, of 100
	Low                float64 // of an origin: the height of the sure part
}

// rungs is the ladder in five steps, each running into the next.
func rungs(l hearsay.Ladder) []rung {
	height := func(n int) float64 {
		if n == 0 {
			return 1
		}
		most := max(l.Reports, l.Origins.High, l.Texts)
		return 8 + 92*math.Pow(float64(n)/float64(max(most, 6)), 0.8)
	}
	list := []rung{
		{Count: fmt.Sprint(l.Reports), Noun: noun(l.Reports, "report"), Tells: "that assert it", From: height(l.Reports), To: height(l.Texts)},
		{Count: fmt.Sprint(l.Texts), Noun: noun(l.Texts, "text"), Tells: "copies taken as one", From: height(l.Texts), To: height(l.Outlets)},
		{Count: fmt.Sprint(l.Outlets), Noun: noun(l.Outlets, "outlet"), Tells: "that published them", From: height(l.Outlets), To: height(l.Families)},
		{Count: fmt.Sprint(l.Families), Noun: noun(l.Families, "owner"), Tells: "behind the outlets", From: height(l.Families), To: height(l.Origins.High)},
	}
	o := rung{Count: fmt.Sprint(l.Origins.Low), Noun: noun(l.Origins.High, "origin"), Tells: "on whose word it stands", Origin: true,
		From: height(l.Origins.High), To: height(l.Origins.High), Low: height(l.Origins.Low)}
	if l.Origins.Low != l.Origins.High {
		o.Count = fmt.Sprintf("%d–%d", l.Origins.Low, l.Origins.High)
	}
	return append(list, o)
}

func noun(n int, word string) string {
	_, name, _ := strings.Cut(count(n, word), " ")
	return name
}

// Outline is the step as an SVG path in a square of 100.
func (r rung) Outline() string {
	return fmt.Sprintf("M0 %.1f L60 %.1f L100 %.1f L100 %.1f L60 %.1f L0 %.1fZ",
		50-r.From/2, 50-r.From/2, 50-r.To/2, 50+r.To/2, 50+r.From/2, 50+r.From/2)
}

// Sure is the part of the origins that there are at least.
func (r rung) Sure() string {
	return fmt.Sprintf("M0 %.1f H100 V%.1f H0Z", 50-r.Low/2, 50+r.Low/2)
}
