// Package annotation writes what was found in a report in the forms that other
// programs annotate texts in: brat stand-off, as corpus/ has it, and the Web
// Annotation Data Model of the W3C.
//
// Offsets in both count Unicode code points of Report.Text, end not included.
// An attribution in pieces stays in pieces, a nested one names its parent. What
// is not among the words of the text, such as a go-between whom only metadata
// name, is left out, since there is nothing to annotate.
package annotation

import (
	"strings"

	"hearsay"
)

// name is what an entity of the report is called, on one line; "" if there is
// none with this id. Described tells that it is no name but a description.
func name(found *hearsay.Analysis, id string) (called string, described bool) {
	e := found.Entity(id)
	if e == nil {
		return "", false
	}
	called = strings.Join(strings.Fields(e.Name), " ")
	return called, e.Described && called != ""
}
