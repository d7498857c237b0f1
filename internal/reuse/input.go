package reuse

import (
	"hearsay"
	"hearsay/internal/text"
)

// Doc is what Derive and Drift have to know of a report.
type Doc struct {
	ID, Path      string
	Outlet        string   // key of the outlet, the same for all its reports
	OutletNames   []string // its names, aliases and domain, in any script
	Published     hearsay.Date
	Lang          string
	URL           string
	ReplyTo       string // Path of the report that it answers
	ForwardedFrom string
	Credits       []hearsay.Credit
	Links         []hearsay.Link
	Names         []NameKey // in the order of mention
	Print         Print

	Text     *text.Document // its text and quotations, read by Drift alone
	Speakers []string       // identity of who speaks, by place in Text.Quotes; "" if not known
}

// NameKey is a mention of a person, organisation or place: its identity across
// the reports of the case and its byte offset in the report.
type NameKey struct {
	ID string
	At int
}

// NewDoc is the Doc of a report, without the names that only the whole case
// can tell.
func NewDoc(r *hearsay.Report, doc *text.Document) Doc {
	d := Doc{
		ID: r.ID, Path: r.Path, Outlet: text.Fold(r.Outlet), Published: r.Published, Lang: r.Lang, URL: r.URL,
		ReplyTo: r.ReplyTo, ForwardedFrom: r.ForwardedFrom, Links: r.Links, Print: Digest(doc, r),
		Text: &text.Document{Text: doc.Text, Quotes: doc.Quotes}, // without the words, which take more room than all else
	}
	if d.Lang == "" {
		d.Lang = text.Language(r.Text)
	}
	if r.Outlet != "" {
		d.OutletNames = []string{r.Outlet}
	}
	return d
}
