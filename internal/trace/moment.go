package trace

import "hearsay"

// Moment is one line of a timeline: the reports that carried a claim on a day,
// in a month or in a year.
type Moment struct {
	When    string // "2016-03-02", "2016-03", "2016", or "no date"
	Reports []Carried
}

// momentsMost is how many lines a timeline has at most; where there are more
// days, it goes by months, then by years. It keeps the days of a claim that
// spread within one month, for a single line is no timeline.
const momentsMost = 14

// Moments groups reports by day, or by the coarser unit that leaves few enough
// lines.
func Moments(list []Carried) (moments []Moment) {
	for _, digits := range []int{len("2016-03-02"), len("2016-03"), len("2016")} {
		coarser := grouped(list, digits)
		if moments != nil && len(coarser) < 2+undated(coarser) {
			break
		}
		if moments = coarser; len(moments) <= momentsMost {
			break
		}
	}
	return moments
}

// undated is how many lines have no date: the last or none.
func undated(moments []Moment) int {
	if n := len(moments); n > 0 && moments[n-1].When == noDate {
		return 1
	}
	return 0
}

const noDate = "no date"

func grouped(list []Carried, digits int) (moments []Moment) {
	for _, c := range list {
		when := whenOf(c.Published, digits)
		if len(moments) == 0 || moments[len(moments)-1].When != when {
			moments = append(moments, Moment{When: when})
		}
		last := &moments[len(moments)-1]
		last.Reports = append(last.Reports, c)
	}
	return moments
}

func whenOf(d hearsay.Date, digits int) string {
	day := d.Day()
	if day == "" {
		return noDate
	}
	return day[:min(len(day), digits)]
}
