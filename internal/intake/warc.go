package intake

import (
	"bytes"
	"errors"
	"strings"
	"time"

	"hearsay"
)

// readWARC reads a web archive, WARC or its forerunner ARC, plain or
// compressed: each page captured in it is a report, named by its address.
// Pictures, scripts, requests, redirects and error pages are passed over.
func (r *Reader) readWARC(in Input, yield Yield) {
	going := true
	pass := func(rep *hearsay.Report, err error) bool {
		going = going && yield(rep, err)
		return going
	}
	archive := openArchive(in, func(err error) { pass(nil, err) })
	var addresses ids
	for going {
		rec, err := archive.next()
		switch {
		case errors.Is(err, errArchiveEnd):
			return
		case err != nil:
			pass(nil, err)
		case rec.wrong != nil && !rec.isPage():
			pass(nil, rec.wrong)
		case rec.isPage():
			place := itemPath(in.Path, addresses.unique(rec.url))
			r.readCapture(in, place, rec, pass)
		}
	}
}

// readCapture reads the page in one record. Where the record's length is
// wrong, the page is read if it ends as a page ends, and the damage told.
func (r *Reader) readCapture(in Input, place string, rec *record, yield Yield) {
	resp, err := rec.response(place)
	if rec.wrong != nil {
		whole := err == nil && isWholePage(resp.body)
		if whole {
			rec.wrong = rec.wrong.Do("nothing needs to be done: the page ends as it should, and was read")
		}
		if !yield(nil, rec.wrong) || !whole {
			return
		}
	}
	if err != nil {
		yield(nil, err)
		return
	}
	if rec.kind != "conversion" && !resp.isPage() || len(bytes.TrimSpace(resp.body)) == 0 {
		return
	}
	page := Input{
		Path:        place,
		Bytes:       resp.body,
		ModTime:     rec.date,
		URL:         strings.ReplaceAll(rec.url, " ", "%20"),
		ContentType: resp.contentType,
		Depth:       in.Depth + 1,
		budget:      in.budget,
	}
	raw := rec.raw()
	r.Read(page, func(rep *hearsay.Report, err error) bool {
		if rep != nil {
			keep(rep, FormatWARC, raw)
		}
		return yield(rep, err)
	})
}

// record is one record of an archive.
type record struct {
	kind        string // of a WARC record: "response", "resource", …; "response" in ARC
	url         string // address captured, without the angle brackets of some writers
	date        time.Time
	contentType string // of the block: "application/http; msgtype=response", "text/html"
	header      []byte // as it stands in the archive, with the empty line behind it
	block       []byte
	end         string         // what follows the block
	wrong       *hearsay.Error // says that the length given is not the length of the block
}

// isWholePage tells whether a page ends as a page ends.
func isWholePage(page []byte) bool {
	end := bytes.TrimSpace(page[max(0, len(page)-256):])
	return len(end) >= 7 && bytes.EqualFold(end[len(end)-7:], []byte("</html>"))
}

// isPage tells whether the record can hold a page that somebody captured.
func (rec *record) isPage() bool {
	switch rec.kind {
	case "response", "resource":
		return !strings.HasPrefix(rec.url, "metadata:") && !strings.HasPrefix(rec.url, "dns:")
	case "conversion": // the text of a page, as crawls hand it on
		return isPageType(rec.contentType) || mediaType(rec.contentType) == "text/plain"
	}
	return false
}

// raw is an archive of this record alone.
func (rec *record) raw() []byte {
	return bytes.Join([][]byte{rec.header, rec.block, []byte(rec.end)}, nil)
}

// isPageType tells whether a content type is one whose text is worth reading.
// An archive holds far more style sheets, scripts and data than pages.
func isPageType(contentType string) bool {
	switch mediaType(contentType) {
	case "text/html", "application/xhtml+xml", "application/pdf":
		return true
	}
	return false
}

// mediaType is a content type without its parameters, in lower case.
func mediaType(contentType string) string {
	t, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(t))
}
