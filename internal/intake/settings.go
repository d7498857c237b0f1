package intake

import "hearsay"

// ParseDate reads a date in any form that reports use; ok is false if s is
// none.
func ParseDate(s string) (d hearsay.Date, ok bool) {
	d = parseDate(s)
	return d, !d.IsZero()
}
