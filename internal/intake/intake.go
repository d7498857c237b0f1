// Package intake turns bytes into Reports: a file, page, message, feed or
// archive goes in, and the reports found in it come out one at a time, each
// with its text, the layout of that text, its outlet, title, date and links.
//
// It is pure: bytes in, reports out, and the same bytes give the same reports.
// Addresses and the clock are the caller's; files and folders too, for which
// Walk, apart from the rest, makes Inputs. What a format is follows from the
// content, not from the name; a name that lies changes nothing. Nothing is
// dropped silently: what cannot be read is yielded as a *hearsay.Error with
// its place and remedy, and reading goes on behind it.
//
// There is one file per format. A plain text keeps every character, and what
// is not said in it (masthead, signature, furniture) is marked by Blocks; from
// a page with markup only what the article itself says becomes Text.
package intake

import (
	"io"
	"time"

	"hearsay"
)

// Input is a thing to read: where it comes from, and its bytes, or how to open
// them. With Open, an archive, mailbox or export of any size is read as a
// stream; everything else is read into memory up to a cap.
type Input struct {
	Path        string // as given by the person; "file#id" below a container
	Bytes       []byte
	Open        func() (io.ReadCloser, error) // used if Bytes is nil; called once
	Size        int64                         // in bytes, of what Open gives; 0 if not known
	ModTime     time.Time                     // zero if not known
	URL         string                        // address it was fetched from, may be empty
	ContentType string                        // from HTTP, WARC or MIME, may be empty
	Depth       int                           // how many containers it is nested in

	stream io.Reader   // the whole input, where Bytes is only its head
	at     io.ReaderAt // the same with random access, if the source has it
	budget *budget     // what the outermost archive may still expand to
}

// MaxDepth is how deep archives and attachments may be nested.
const MaxDepth = 8

// Yield takes one report or one problem; it returns false to stop the reading.
// Exactly one of its arguments is not nil.
type Yield = func(*hearsay.Report, error) bool

// Reader reads inputs of every format. The zero value is ready. It keeps the
// PDF engine, which takes seconds to start, from the first PDF until Close,
// and may be used by several goroutines at once.
type Reader struct {
	// PDFCache is a folder in which the PDF engine keeps its compiled form, so
	// that later runs start it at once; "" keeps nothing.
	PDFCache string

	pdf pdfEngine
}

// Close frees what the Reader keeps.
func (r *Reader) Close() error { return r.pdf.close() }

// Read yields the reports of one input in their order, and a *hearsay.Error
// for each thing in it that cannot be read.
func (r *Reader) Read(in Input, yield Yield) {
	if in.Depth > MaxDepth {
		yield(nil, hearsay.Errorf(hearsay.CodeRefused, in.Path, "lies inside more than %d nested archives", MaxDepth).
			Do("unpack the outer archives and read the inner ones"))
		return
	}
	in, done, err := in.load()
	if err != nil {
		yield(nil, err)
		return
	}
	defer done()
	if len(in.Bytes) == 0 {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the file is empty").
			Do("check that it was saved completely"))
		return
	}
	switch Sniff(in) {
	case FormatText:
		r.readText(in, yield)
	case FormatMarkdown:
		r.readMarkdown(in, yield)
	case FormatHTML:
		r.readHTML(in, yield)
	case FormatPDF:
		r.readPDF(in, yield)
	case FormatDOCX:
		r.readDOCX(in, yield)
	case FormatFeed:
		r.readFeed(in, yield)
	case FormatMail:
		r.readMail(in, yield)
	case FormatMbox:
		r.readMbox(in, yield)
	case FormatTelegram:
		r.readTelegram(in, yield)
	case FormatJSONLines:
		r.readJSONLines(in, yield)
	case FormatWARC:
		r.readWARC(in, yield)
	case FormatGzip:
		r.readGzip(in, yield)
	case FormatZip:
		r.readZip(in, yield)
	default:
		yield(nil, unknownFormat(in))
	}
}

func unknownFormat(in Input) error {
	return hearsay.Errorf(hearsay.CodeUnknown, in.Path, "this is no format that hearsay reads").
		Do("give it a text, web page, mail, feed, chat export, PDF, DOCX, WARC or zip file")
}

// newReport is a report of in with everything set that does not depend on the
// format's content. Raw are the bytes of this report alone.
func newReport(in Input, format Format, raw []byte) *hearsay.Report {
	rep := &hearsay.Report{
		ID:     hearsay.ReportID(raw),
		Path:   in.Path,
		Format: string(format),
		URL:    in.URL,
		Raw:    raw,
	}
	if !in.ModTime.IsZero() {
		rep.Captured = hearsay.Date{Time: in.ModTime.UTC(), Precision: hearsay.PrecisionSecond, Zoned: true}
	}
	return rep
}
