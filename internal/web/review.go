package web

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"

	"hearsay"
	"hearsay/internal/trace"
)

// reviewPage lists decisions that wait for a person's ruling.
type reviewPage struct {
	Doubts []doubtLine
	Stale  bool // the case has changed since they were found, or they were not found yet
}

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

// doubtsKept is how many are found at once, so that some are left to show while
// a person rules on them and the case is looked through anew.
const doubtsKept = 3 * doubtsShown

// reviewedMost is how many reports are looked through for decisions while the
// page waits. A larger case is looked through in the background.
const reviewedMost = 2000

func (d *Desk) review(_ http.ResponseWriter, r *http.Request) (*view, error) {
	list, stale, err := d.waiting(r.Context())
	if err != nil {
		return nil, err
	}
	rulings, err := d.db.Rulings(r.Context())
	if err != nil {
		return nil, err
	}
	ids, err := d.reportsIn(r.Context(), list)
	if err != nil {
		return nil, err
	}
	p := reviewPage{Stale: stale}
	for _, one := range list {
		line, ok := newDoubtLine(one, ids)
		ruled := slices.ContainsFunc(rulings, func(r hearsay.Ruling) bool { return r.On(line.A, line.B) })
		if ok && !ruled && len(p.Doubts) < doubtsShown {
			p.Doubts = append(p.Doubts, line)
		}
	}
	return &view{Page: "review", Under: "names", Title: "Review", Body: p}, nil
}

// waiting are the decisions that wait, the most consequential first. stale tells
// that they are those of the case as it was, because a large one is still looked
// through.
func (d *Desk) waiting(ctx context.Context) (list []trace.Doubt, stale bool, err error) {
	if v, ok := d.doubts.get(d.stamp(), "all"); ok {
		return v.([]trace.Doubt), false, nil
	}
	c, err := d.coverage(ctx)
	if err != nil {
		return nil, false, err
	}
	if c.Reports <= d.reviewedMost {
		list, err = d.findDoubts(ctx)
		return list, false, err
	}
	if last := d.doubtsBefore.Load(); last != nil {
		list = *last
	}
	return list, true, nil
}

// findDoubts looks through the case for decisions that wait.
func (d *Desk) findDoubts(ctx context.Context) ([]trace.Doubt, error) {
	return rememberIn(d, &d.doubts, "all", func() ([]trace.Doubt, error) {
		list, err := d.tracer.Review(ctx, doubtsKept)
		if err == nil {
			d.doubtsBefore.Store(&list)
		}
		return list, err
	})
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
