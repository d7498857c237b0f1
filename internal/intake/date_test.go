package intake

import (
	"testing"
	"time"

	"hearsay"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2015-03-05":                         "day 2015-03-05T00:00:00Z",
		"2014-03-13T05:00:00Z":               "second 2014-03-13T05:00:00Z zoned",
		"2015-03-03T00:00:00Z":               "day 2015-03-03T00:00:00Z zoned",
		"2014-03-11T06:30:00+00:00":          "second 2014-03-11T06:30:00Z zoned",
		"2019-11-20T03:15:09.123-0500":       "second 2019-11-20T03:15:09-05:00 zoned",
		"2019-11-20T00:00:00+02:00":          "day 2019-11-20T00:00:00Z zoned",
		"Thu, 5 Mar 2015 11:40:00 +0000":     "second 2015-03-05T11:40:00Z zoned",
		"Fri, 14 Mar 2014 09:00:00 GMT":      "second 2014-03-14T09:00:00Z zoned",
		"2014/03/11":                         "day 2014-03-11T00:00:00Z",
		"20140310":                           "day 2014-03-10T00:00:00Z",
		"1425590073":                         "second 2015-03-05T21:14:33Z zoned",
		"10 March 2014 16:05 GMT":            "minute 2014-03-10T16:05:00Z zoned",
		"16:05, 10 March 2014":               "minute 2014-03-10T16:05:00Z",
		"Broadcast 11 March 2014, 07:40.":    "minute 2014-03-11T07:40:00Z",
		"Friday, March 6, 2015":              "day 2015-03-06T00:00:00Z",
		"Tuesday June 4, 2019":               "day 2019-06-04T00:00:00Z",
		"Tuesday June 4th 2019 at 4:05 p.m.": "minute 2019-06-04T16:05:00Z",
		"Updated Nov. 19, 2019 8:21 am ET":   "minute 2019-11-19T08:21:00-05:00 zoned",
		"the 5th of March, 2015":             "day 2015-03-05T00:00:00Z",
		"Issued on 4 May 2029 at 00.52":      "minute 2029-05-04T00:52:00Z",
		"4 May 2029, 3.5 per cent":           "day 2029-05-04T00:00:00Z",
		"le 6 mars 2015 à 18h30":             "minute 2015-03-06T18:30:00Z",
		"6 de marzo de 2015":                 "day 2015-03-06T00:00:00Z",
		"6. März 2015, 14:30 Uhr":            "minute 2015-03-06T14:30:00Z",
		"نُشر في 2015-03-02":                 "day 2015-03-02T00:00:00Z",
		"الاثنين ٢ آذار ٢٠١٥":                "day 2015-03-02T00:00:00Z",
		"2 مارس 2015":                        "day 2015-03-02T00:00:00Z",
		"5 كانون الثاني 2016":                "day 2016-01-05T00:00:00Z",
		"2 марта 2015 г.":                    "day 2015-03-02T00:00:00Z",
		"2015年3月2日":                          "day 2015-03-02T00:00:00Z",
		"05.03.2015":                         "day 2015-03-05T00:00:00Z",
		"3/25/2015":                          "day 2015-03-25T00:00:00Z",
		"March 2014":                         "month 2014-03-01T00:00:00Z",
		"2014":                               "year 2014-01-01T00:00:00Z",
		"31 February 2014":                   "month 2014-02-01T00:00:00Z",
		"nothing of the kind":                "",
		"0000-00-00 00:00:00":                "",
		"":                                   "",
	} {
		if got := showDate(parseDate(in)); got != want {
			t.Errorf("parseDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func showDate(d hearsay.Date) string {
	if d.IsZero() {
		return ""
	}
	s := string(d.Precision) + " " + d.Time.Format(time.RFC3339)
	if d.Zoned {
		s += " zoned"
	}
	return s
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2015-03-05T11:40:00+02:00", "March 5, 2015 4 p.m. ET", "2015年3月2日", "٢ آذار ٢٠١٥", "1425590073"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, span := findDate(s)
		if !span.IsEmpty() {
			if err := span.Validate(s); err != nil || d.IsZero() {
				t.Errorf("findDate(%q) = %v, %v: %v", s, d, span, err)
			}
		}
		parseDate(s)
	})
}
