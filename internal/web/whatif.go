package web

import (
	"net/url"
	"slices"
	"time"

	"hearsay"
	"hearsay/internal/trace"
)

// whatIf is what a person asks of a claim on its page: the chains without some
// hands, and as they stood on a day.
type whatIf struct {
	Without []string
	Until   string   // "2018-11-07", "" for all
	Days    []string // on which a report asserts it, in their order
	Copies  string
	Whole   bool   // the whole of a long receipt
	Query   string // in the person's words, "" where the claim was asked for by its number
	id      string
}

func askedOf(form url.Values, base *trace.Answer) whatIf {
	w := whatIf{Without: unique(form["without"]), Until: form.Get("until"), Copies: form.Get("copies"), Whole: form.Get("receipt") == "all", Query: form.Get("q"), id: base.Claim.ID}
	for _, s := range base.Asserts {
		if d := s.Published.Day(); len(d) == len("2018-11-07") {
			w.Days = append(w.Days, d)
		}
	}
	slices.Sort(w.Days)
	w.Days = slices.Compact(w.Days)
	if len(w.Days) > 0 && w.Until >= w.Days[len(w.Days)-1] {
		w.Until = "" // the last day is all of it
	}
	return w
}

func (w whatIf) asks() bool { return len(w.Without) > 0 || w.Until != "" }

// options are those of trace; a day that is none is no condition.
func (w whatIf) options() trace.Options {
	opts := trace.Options{Distrust: w.Without}
	if t, err := time.Parse("2006-01-02", w.Until); err == nil {
		opts.Until = hearsay.Date{Time: t, Precision: hearsay.PrecisionDay}
	}
	return opts
}

// address is the page of the claim with one thing changed.
func (w whatIf) address(change func(url.Values)) string {
	v := url.Values{"without": w.Without}
	if w.Until != "" {
		v.Set("until", w.Until)
	}
	if w.Copies != "" {
		v.Set("copies", w.Copies)
	}
	if w.Whole {
		v.Set("receipt", "all")
	}
	change(v)
	if len(v["without"]) == 0 {
		v.Del("without")
	}
	page := "/claim/" + w.id
	if w.Query != "" {
		page = "/trace"
		v.Set("q", w.Query)
	}
	if len(v) == 0 {
		return page
	}
	return page + "?" + v.Encode()
}

// Copied is the page with copies folded or not.
func (w whatIf) Copied(how string) string {
	return w.address(func(v url.Values) { v.Set("copies", how) })
}

// WholeReceipt is the page with every line of the receipt.
func (w whatIf) WholeReceipt() string {
	return w.address(func(v url.Values) { v.Set("receipt", "all") }) + "#receipt"
}

// Plain is the page as the claim stands, nothing asked.
func (w whatIf) Plain() string {
	return w.address(func(v url.Values) {
		v.Del("without")
		v.Del("until")
	})
}

// Last is the day that the slider stands at where none was asked for.
func (w whatIf) Last() string {
	if w.Until != "" || len(w.Days) == 0 {
		return w.Until
	}
	return w.Days[len(w.Days)-1]
}

// Distrusts tells whether a hand is left out.
func (w whatIf) Distrusts(name string) bool { return slices.Contains(w.Without, name) }
