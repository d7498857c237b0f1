package trace

import "hearsay"

// Moment is one line of a timeline: the reports that carried a claim on a day,
// in a month or in a year.
type Moment struct {
	When    string // "2016-03-02", "2016-03", "2016", or "no date"
	Reports []Carried
}

// momentsMost is how many lines a timeline has at most; where there are more
// days, it goes by months, then by years.
const momentsMost = 14

// Moments groups reports by day, or by the coarser unit that leaves few enough
// lines.
func Moments(list []Carried) (moments []Moment) {
	for _, digits := range []int{len("2016-03-02"), len("2016-03"), len("2016")} {
		if moments = grouped(list, digits); len(moments) <= momentsMost {
			break
		}
	}
	return moments
}

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
		return "no date"
	}
	return day[:min(len(day), digits)]
}
