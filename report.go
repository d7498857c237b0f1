package hearsay

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
	"unicode/utf8"
)

// Report is one captured text, published by one outlet at one time. It is
// immutable; its ID is the SHA-256 of its Raw bytes.
type Report struct {
	ID     string `json:"id"`     // "sha256:" and 64 hexadecimal digits
	Path   string `json:"path"`   // as given; "file#id" for a report inside a file
	Format string `json:"format"` // one of the Format constants of intake: "html", "text", …

	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`   // who published it; empty if the text does not say
	Byline    string `json:"byline,omitempty"`   // as printed, without "By"
	Dateline  string `json:"dateline,omitempty"` // as printed: "ALDERVANE, March 10 (Corvane Press)"
	URL       string `json:"url,omitempty"`      // canonical address if it names one
	Published Date   `json:"published,omitzero"`
	Captured  Date   `json:"captured,omitzero"`
	Lang      string `json:"lang,omitempty"` // BCP 47 primary subtag: "en", "ar"

	// Text is what was said, without furniture. Offsets into it never move.
	// For a plain-text file it is the file's own text.
	Text string `json:"text"`

	// Blocks lays Text out: sorted, disjoint, each of one kind. What no block
	// covers is white space.
	Blocks []Block `json:"blocks,omitempty"`
	Links  []Link  `json:"links,omitempty"`

	// ForwardedFrom is the name that a forward carries, "" if it is none.
	ForwardedFrom string `json:"forwarded_from,omitempty"`
	// ReplyTo is the Path of the report that this one answers, "" if none.
	ReplyTo string `json:"reply_to,omitempty"`
	// Credit is a publisher named by the container as the real source (RSS
	// <source>, a syndication field), "" if none.
	Credit string `json:"credit,omitempty"`
	// Channel tells what kind of account or container published it.
	Channel Channel `json:"channel,omitempty"`

	Raw []byte `json:"-"` // the original bytes of this report alone
}

// Channel tells how a report reached its readers; it decides in whose voice
// unattributed sentences are.
type Channel string

const (
	ChannelUnknown Channel = ""
	ChannelPage    Channel = "page"   // a web page, a feed item, a plain text
	ChannelMail    Channel = "mail"   // a mail: press release or newsletter
	ChannelPost    Channel = "post"   // a chat channel's or account's message
	ChannelScan    Channel = "upload" // PDF, DOCX: a document without a masthead
)

// BlockKind says what part of a report a block of text is.
type BlockKind string

const (
	BlockParagraph BlockKind = "paragraph"
	BlockQuote     BlockKind = "quote"     // a block quotation
	BlockHeading   BlockKind = "heading"   // headline, subheading: asserts nothing
	BlockListItem  BlockKind = "item"      // list item or table row
	BlockCaption   BlockKind = "caption"   // figure caption
	BlockMasthead  BlockKind = "masthead"  // publication name, address, date, byline lines
	BlockSignature BlockKind = "signature" // who signed: a letter's or mail's closing name
	BlockFurniture BlockKind = "furniture" // promotion, unsubscribe lines, disclaimers
)

// Block is a stretch of Text of one kind.
type Block struct {
	Span Span      `json:"span"`
	Kind BlockKind `json:"kind"`
}

// Says tells whether sentences of the block can assert something.
func (b Block) Says() bool {
	switch b.Kind {
	case BlockParagraph, BlockQuote, BlockListItem:
		return true
	}
	return false
}

// Link is an anchor in the text.
type Link struct {
	Span Span   `json:"span"` // the anchor's words; may be empty for a link in furniture
	URL  string `json:"url"`
}

// Precision says down to which unit a Date is known.
type Precision string

const (
	PrecisionNone   Precision = ""
	PrecisionYear   Precision = "year"
	PrecisionMonth  Precision = "month"
	PrecisionDay    Precision = "day"
	PrecisionMinute Precision = "minute"
	PrecisionSecond Precision = "second"
)

// Date is a point in time as far as it is known.
type Date struct {
	Time      time.Time // UTC if no zone was given
	Precision Precision
	Zoned     bool // the source named a zone
}

// IsZero tells whether nothing is known.
func (d Date) IsZero() bool { return d.Precision == PrecisionNone }

// Day is the calendar day, "2016-03-01", or "" if not known to the day.
func (d Date) Day() string {
	switch d.Precision {
	case PrecisionNone:
		return ""
	case PrecisionYear:
		return d.Time.Format("2006")
	case PrecisionMonth:
		return d.Time.Format("2006-01")
	}
	return d.Time.Format("2006-01-02")
}

// String prints as much of the date as is known, in its own zone: "2016",
// "2016-03", "2016-03-01", or RFC 3339 where a clock was read; "" if nothing
// is known.
func (d Date) String() string {
	if d.coarse() {
		return d.Day()
	}
	return d.Time.Format(time.RFC3339)
}

// MarshalJSON prints String, or null. A clock time whose zone the source does
// not name is taken to be UTC.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// NotAfter tells whether d may be at or before o, to the coarser precision of
// the two. An unknown date may be anything.
func (d Date) NotAfter(o Date) bool {
	if d.IsZero() || o.IsZero() {
		return true
	}
	if d.coarse() || o.coarse() {
		unit := d.Day()
		other := o.Day()
		n := min(len(unit), len(other))
		return unit[:n] <= other[:n]
	}
	return !d.Time.After(o.Time)
}

// Before tells whether d is surely before o.
func (d Date) Before(o Date) bool {
	return !d.IsZero() && !o.IsZero() && d.NotAfter(o) && !o.NotAfter(d)
}

// AsPreciseAs tells whether d is known at least down to the unit of o.
func (d Date) AsPreciseAs(o Date) bool {
	return d.Precision.rank() >= o.Precision.rank()
}

// rank orders precisions; a clock reading is one, with seconds or without.
func (p Precision) rank() int {
	switch p {
	case PrecisionYear:
		return 1
	case PrecisionMonth:
		return 2
	case PrecisionDay:
		return 3
	case PrecisionMinute, PrecisionSecond:
		return 4
	}
	return 0
}

// coarse: a midnight without a clock reading is a day, whatever its format.
func (d Date) coarse() bool {
	switch d.Precision {
	case PrecisionMinute, PrecisionSecond:
		return false
	}
	return true
}

// ReportID is the id of a report with these bytes.
func ReportID(raw []byte) string {
	sum := sha256.Sum256(raw)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// Validate reports a report that breaks an invariant of this package.
func (r *Report) Validate() error {
	if r.ID != ReportID(r.Raw) {
		return fmt.Errorf("report %s: id is not the hash of its bytes", r.Path)
	}
	if !utf8.ValidString(r.Text) {
		return fmt.Errorf("report %s: text is not UTF-8", r.Path)
	}
	end := 0
	for i, b := range r.Blocks {
		if err := b.Span.Validate(r.Text); err != nil {
			return fmt.Errorf("report %s: block %d: %w", r.Path, i, err)
		}
		if b.Span.Start < end {
			return fmt.Errorf("report %s: block %d overlaps the one before", r.Path, i)
		}
		end = b.Span.End
	}
	return nil
}
