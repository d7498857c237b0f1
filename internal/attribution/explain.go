package attribution

import (
	"fmt"
	"strings"

	"hearsay"
)

// explaining tells whether somebody asks why an attribution is as it is.
func (s *scanner) explaining() bool { return s.how.Explain != nil }

// because notes a reason of a finding, if somebody asks.
func (s *scanner) because(f *finding, format string, args ...any) {
	if s.explaining() {
		f.why = append(f.why[:len(f.why):len(f.why)], fmt.Sprintf(format, args...))
	}
}

// byRule notes by which pattern the rules found it; its score is still theirs.
func (s *scanner) byRule(f *finding) { s.because(f, "the rules found %s", pattern(f)) }

// pattern names what the rules saw, by the score that they gave it.
func pattern(f *finding) string {
	switch {
	case f.whole:
		return "a text or a turn that is one speaker's as a whole"
	case f.score == scoreQuote:
		return "a quotation beside a verb of saying with its subject"
	case f.score == scoreClause:
		return "a verb of saying with a clause"
	case f.score == scoreLoose:
		return "a cue of another kind with something that can be so"
	case f.score == scoreCueless:
		return "a quotation whose speaker stands nearby"
	case f.score == scoreObject:
		return "a noun phrase that is said, denied or wanted"
	}
	return "a form in which something is attributed"
}

// byModel notes how sure the model is of the spans that it gave a finding.
func (s *scanner) byModel(f *finding, x *modelled) {
	if !s.explaining() {
		return
	}
	s.because(f, "how sure the model is of its spans: %s", x.sureness())
	if x.rival.chance >= leastRival {
		at := s.spans([][2]int{x.rival.at})
		s.because(f, "next best content, %.2f: “%s”", x.rival.chance, oneLine(at[0].Of(s.doc.Text)))
	}
}

// sureness prints how sure the model is of each part that there is.
func (x *modelled) sureness() string {
	var list []string
	for part, pieces := range [parts][][2]int{PartSource: x.source, PartCue: x.cue, PartContent: x.content} {
		if len(pieces) > 0 {
			list = append(list, fmt.Sprintf("%s %.2f", Part(part), x.sure[part]))
		}
	}
	return strings.Join(list, ", ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// rival is another span that may have been taken for a content, and the share
// of such spans that are right.
type rival struct {
	at     [2]int
	chance float64
}

// leastRival is the least chance of a rival that is worth telling.
const leastRival = 0.02

// rivalOf is the likeliest candidate that content k of the block kept out.
func (e *engine) rivalOf(k int) (best rival) {
	for i := range e.f.cs {
		c := &e.f.cs[i]
		if i == k || c.part != PartContent || c.to <= e.f.cs[k].from || c.from >= e.f.cs[k].to {
			continue
		}
		if sure := e.judge.sure.of(PartContent, c.chance); sure > best.chance {
			best = rival{[2]int{c.from, c.to}, sure}
		}
	}
	return best
}

// explain tells who asked the reasons of finding f, which became a.
func (s *scanner) explain(f *finding, a *hearsay.Attribution) {
	if !s.explaining() {
		return
	}
	if len(f.why) == 0 {
		s.byRule(f)
	}
	cue := make([]string, 0, len(a.Cue))
	for _, span := range a.Cue {
		cue = append(cue, oneLine(span.Of(s.doc.Text)))
	}
	if a.Stance != hearsay.Asserts && len(cue) > 0 {
		s.because(f, "it %s what is said, by “%s”", a.Stance, strings.Join(cue, " … "))
	}
	if a.Hedged {
		s.because(f, "it is hedged, by its cue or by words of its content")
	}
	for _, v := range a.Via {
		s.because(f, "it came through “%s” (%s)", oneLine(v.Span.Of(s.doc.Text)), v.Role)
	}
	if a.Parent != "" {
		s.because(f, "it stands inside what %s says", a.Parent)
	}
	s.how.Explain(a.ID, f.why)
}
