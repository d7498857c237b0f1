package web

import (
	"fmt"

	"hearsay"
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

func receiptLines(a *trace.Answer) (list []receiptLine) {
	tell := a.Teller(fileName)
	for _, l := range a.Receipt {
		line := receiptLine{Rule: l.Rule, Says: tell.Sentence(l), Offers: offers(a, tell, l)}
		for _, e := range l.Evidence {
			line.Evidence = append(line.Evidence, place{or(tell.Name(e.Report), "report"), passageAddress(e.Report, e.Span)})
		}
		list = append(list, line)
	}
	return list
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
