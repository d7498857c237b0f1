package intake

import "time"

// clock is a reading beside a date: tokens first to last.
type clock struct {
	found                bool
	first, last          int
	hour, minute, second int // second is -1 if it is not given
	zone                 *time.Location
}

// clockAfter reads a clock reading within a few tokens from i on.
func clockAfter(t []dateToken, i int) clock {
	for j := i; j < len(t) && j <= i+3; j++ {
		if c := clockAt(t, j); c.found {
			return c
		}
		if t[j].num >= 0 {
			break
		}
	}
	return clock{}
}

// clockBefore reads a clock reading that ends within a few tokens before i.
func clockBefore(t []dateToken, i int) clock {
	for j := max(0, i-8); j < i; j++ {
		if c := clockAt(t, j); c.found && c.last < i && i-c.last <= 4 {
			return c
		}
	}
	return clock{}
}

// clockAt reads 16:05, 16:05:09.123Z, 16.05 GMT, 4:05 pm, 4 p.m., 16h05, with
// the zone behind it.
func clockAt(t []dateToken, i int) clock {
	if t[i].num < 0 || t[i].num > 24 || t[i].width > 2 {
		return clock{}
	}
	c := clock{found: true, first: i, last: i, hour: t[i].num, second: -1}
	n := i + 1
	if n+1 < len(t) && isClockSign(t[n].word) && t[n+1].width == 2 && t[n+1].num < 60 && t[n].span.End == t[n+1].span.Start {
		c.minute, c.last = t[n+1].num, n+1
		n += 2
		if n+1 < len(t) && t[n].word == ":" && t[n+1].width == 2 && t[n+1].num < 61 {
			c.second, c.last = min(t[n+1].num, 59), n+1
			n += 2
		}
		if n+1 < len(t) && (t[n].word == "." || t[n].word == ",") && t[n+1].num >= 0 && t[n].span.End == t[n+1].span.Start && c.second >= 0 {
			c.last = n + 1
			n += 2
		}
	}
	half, used := halfDay(t, n)
	if c.last == i && half == "" || c.last == i+2 && t[i+1].word == "." && half == "" && zoneAt(t, n).zone == nil && !isAt(t, i-1) {
		return clock{} // a bare number, or one with a fraction
	}
	if half != "" {
		if c.hour > 12 {
			half = ""
		}
		c.hour %= 24
		if half == "pm" && c.hour < 12 {
			c.hour += 12
		} else if half == "am" && c.hour == 12 {
			c.hour = 0
		}
		n += used
		c.last = n - 1
	}
	if z := zoneAt(t, n); z.zone != nil {
		c.zone, c.last = z.zone, z.last
	}
	return c
}

// isAt tells whether token i is a word that only clock readings follow when a
// date stands beside them: "15 October 2018 at 00.52".
func isAt(t []dateToken, i int) bool {
	if i < 0 {
		return false
	}
	switch t[i].word {
	case "at", "um", "kl", "klo", "alle", "à", "الساعة":
		return true
	}
	return false
}

func isClockSign(w string) bool { return w == ":" || w == "." || w == "h" || w == "u" || w == "時" }

// halfDay reads am, pm, a.m. and p.m. at token i.
func halfDay(t []dateToken, i int) (string, int) {
	if i >= len(t) {
		return "", 0
	}
	switch t[i].word {
	case "am", "pm":
		return t[i].word, 1
	case "م", "مساء":
		return "pm", 1
	case "ص", "صباحا":
		return "am", 1
	case "a", "p":
		if i+2 < len(t) && t[i+1].word == "." && t[i+2].word == "m" {
			if i+3 < len(t) && t[i+3].word == "." {
				return t[i].word + "m", 4
			}
			return t[i].word + "m", 3
		}
	}
	return "", 0
}

// zoneAt reads Z, GMT, CEST, +02:00 and -0500.
func zoneAt(t []dateToken, i int) clock {
	if i >= len(t) {
		return clock{}
	}
	if offset, ok := zoneOffsets[t[i].word]; ok {
		if o := offsetAt(t, i+1); o.zone != nil && offset == 0 { // GMT+2
			return o
		}
		return clock{zone: fixedZone(offset), last: i}
	}
	return offsetAt(t, i)
}

func offsetAt(t []dateToken, i int) clock {
	if i+1 >= len(t) || t[i].word != "+" && t[i].word != "-" && t[i].word != "−" || t[i+1].num < 0 || t[i].span.End != t[i+1].span.Start {
		return clock{}
	}
	minutes, last := 0, i+1
	switch h := t[i+1]; {
	case h.width == 4:
		minutes = h.num/100*60 + h.num%100
	case h.width <= 2 && i+3 < len(t) && t[i+2].word == ":" && t[i+3].width == 2:
		minutes, last = h.num*60+t[i+3].num, i+3
	case h.width <= 2:
		minutes = h.num * 60
	default:
		return clock{}
	}
	if minutes > 15*60 {
		return clock{}
	}
	if t[i].word != "+" {
		minutes = -minutes
	}
	return clock{zone: fixedZone(minutes), last: last}
}

func fixedZone(minutes int) *time.Location {
	if minutes == 0 {
		return time.UTC
	}
	return time.FixedZone("", minutes*60)
}

// zoneOffsets are the zones that news writes by their letters, in minutes.
// Of those that several places use, it is the one most news means.
var zoneOffsets = map[string]int{
	"z": 0, "gmt": 0, "utc": 0, "ut": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "wat": 60, "cest": 120, "mesz": 120, "eet": 120,
	"cat": 120, "sast": 120, "eest": 180, "msk": 180, "eat": 180, "trt": 180, "gst": 240, "pkt": 300, "ist": 330, "wib": 420, "sgt": 480,
	"hkt": 480, "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
	"ast": -240, "edt": -240, "est": -300, "et": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480,
}
