package web

import (
	"fmt"
	"strings"

	"hearsay"
	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// receiptLine is a decision in words, with the places that are its evidence.
type receiptLine struct {
	Rule, Says string
	Evidence   []place
	Offers     []ruleOffer
}

// place is a passage of a report, as a link.
type place struct{ Name, Address string }

// receiptShown is how many lines of a receipt a page shows if not all are asked
// for: a claim of two hundred reports has thousands.
const receiptShown = 300

// decisions are the lines of a receipt, each once: two joins of one name can
// have one reason.
func decisions(a *trace.Answer) (list []standing.Line) {
	told := map[string]bool{}
	for _, l := range a.Receipt {
		if key := fmt.Sprint(l); !told[key] {
			told[key] = true
			list = append(list, l)
		}
	}
	return list
}

// receiptLines tells decisions in words.
func receiptLines(a *trace.Answer, lines []standing.Line) (list []receiptLine) {
	tell := a.Teller(fileName)
	for _, l := range lines {
		line := receiptLine{Rule: l.Rule, Says: tell.Sentence(l), Offers: offers(a, tell, l)}
		for _, e := range l.Evidence {
			line.Evidence = append(line.Evidence, place{or(tell.Name(e.Report), "report"), passageAddress(e.Report, e.Span)})
		}
		line.Evidence = append(line.Evidence, beyondText(l)...)
		list = append(list, line)
	}
	return list
}

// beyondText is the page that shows what a decision rests on that stands in no
// report: who owns an outlet, and why spellings are one name.
func beyondText(l standing.Line) []place {
	switch {
	case l.Rule == "owner" && len(l.Joins) > 0:
		outlet := strings.TrimPrefix(l.Joins[0], "outlet:")
		return []place{{outlet, sourceAddress(outlet)}}
	case l.Rule == "same-name" && len(l.Joins) > 1:
		return []place{{l.Joins[1], "/name/" + l.Joins[0]}}
	}
	return nil
}

// passageAddress is a passage in the page of its report.
func passageAddress(report string, s hearsay.Span) string {
	if s.IsEmpty() {
		return reportAddress(report)
	}
	return fmt.Sprintf("%s?at=%d-%d#here", reportAddress(report), s.Start, s.End)
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
