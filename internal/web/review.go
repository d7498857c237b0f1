package web

import (
	"context"
	"fmt"
	"math"
	"net/http"

	"hearsay"
	"hearsay/internal/trace"
)

// reviewPage lists decisions that wait for a person's ruling.
type reviewPage struct{ Doubts []doubtLine }

// doubtLine is a decision as a question, with what its two rulings are about.
type doubtLine struct {
	trace.Doubt
	Question string
	A, B     string  // as rulings keep them
	Places   []place // of reports
	Sure     int     // percent
}

// doubtsShown is how many decisions wait on one page.
const doubtsShown = 20

func (d *Desk) review(_ http.ResponseWriter, r *http.Request) (*view, error) {
	list, err := d.tracer.Review(r.Context(), doubtsShown)
	if err != nil {
		return nil, err
	}
	ids, err := d.reportsIn(r.Context(), list)
	if err != nil {
		return nil, err
	}
	var p reviewPage
	for _, one := range list {
		if line, ok := newDoubtLine(one, ids); ok {
			p.Doubts = append(p.Doubts, line)
		}
	}
	return &view{Page: "review", Under: "names", Title: "Review", Body: p}, nil
}

// reportsIn are the ids of the reports in decisions, by path.
func (d *Desk) reportsIn(ctx context.Context, list []trace.Doubt) (map[string]string, error) {
	var paths []string
	for _, one := range list {
		for _, thing := range []string{one.A, one.B} {
			if path, _, ok := hearsay.ParseStatementID(thing); ok {
				thing = path
			}
			paths = append(paths, thing)
		}
	}
	return d.db.IDsOfPaths(ctx, paths)
}

// newDoubtLine is false where a report is no longer in the case.
func newDoubtLine(one trace.Doubt, ids map[string]string) (doubtLine, bool) {
	l := doubtLine{Doubt: one, A: one.A, B: one.B, Sure: int(math.Round(100 * one.Score))}
	switch one.Kind {
	case trace.DoubtName:
		l.Question = fmt.Sprintf("Are %s and %s one? They were taken for one.", plain(one.A), plain(one.B))
	case trace.DoubtApart:
		l.Question = fmt.Sprintf("Are %s and %s one? They were kept apart.", plain(one.A), plain(one.B))
	case trace.DoubtDerivation:
		l.Question = fmt.Sprintf("Does %s take its text from %s?", fileName(one.B), fileName(one.A))
		l.A, l.B = ids[one.A], ids[one.B]
		l.Places = []place{{fileName(one.B), reportAddress(l.B)}, {fileName(one.A), reportAddress(l.A)}}
	default:
		l.Question = "Do these say the same?"
		for _, thing := range []*string{&l.A, &l.B} {
			path, content, _ := hearsay.ParseStatementID(*thing)
			if ids[path] == "" {
				return l, false
			}
			*thing = hearsay.StatementID(ids[path], content)
			l.Places = append(l.Places, place{fileName(path), passageAddress(ids[path], content)})
		}
	}
	return l, l.A != "" && l.B != ""
}
