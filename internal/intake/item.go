package intake

import (
	"cmp"
	"strconv"

	"hearsay"
	"hearsay/internal/text"
)

// ids makes the ids of a container's items unique, in the order of their
// coming: a second "a" is "a~2". The zero value is ready.
type ids map[string]int

func (s *ids) unique(id string) string {
	if *s == nil {
		*s = ids{}
	}
	(*s)[id]++
	if n := (*s)[id]; n > 1 {
		return id + "~" + strconv.Itoa(n)
	}
	return id
}

// itemPath is the path of the item id inside container.
func itemPath(container, id string) string { return container + "#" + id }

// describe sets what a report's text tells of itself, where its container did
// not tell it.
func describe(rep *hearsay.Report) {
	rep.Dateline = cmp.Or(rep.Dateline, findDateline(rep.Text, rep.Blocks))
	rep.Lang = cmp.Or(rep.Lang, text.Language(said(rep)))
}

// keep makes raw what a report read from inside a container is known by.
func keep(rep *hearsay.Report, format Format, raw []byte) {
	rep.Raw, rep.ID, rep.Format = raw, hearsay.ReportID(raw), string(format)
}
