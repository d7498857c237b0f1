package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"hearsay"
)

const (
	// maxRecord is the largest record that is read; a page has no more.
	maxRecord = 64 << 20
	// maxRecordHeader bounds the search for the end of a record's header.
	maxRecordHeader = 256 << 10
)

var errArchiveEnd = errors.New("end of the archive")

// archive reads the records of a WARC or ARC. Lengths in archives lie, and
// archives are cut: where a record does not end before another one, the
// reader goes back to the first header it can find behind the bad one.
type archive struct {
	path   string
	from   *bufio.Reader
	record int // number of the current one, from 1
	lost   bool
}

// WARC names its version in the first line; ARC puts address, IP, date, type
// and length into one line, in version 2 with five more fields between.
var (
	warcLine = regexp.MustCompile(`WARC/\d+\.\d+\r?\n[A-Za-z][A-Za-z-]*:`)
	arcLine  = regexp.MustCompile(`^((?:https?|ftps?|file|filedesc|dns|gopher|news|nntp|mailto|urn|data|metadata):.*) (\S+) (\d{8,18}) (\S+)(?: \S+ \S+ \S+ \S+ \S+)? (\S+)\r?\n$`)
	arcSeek  = regexp.MustCompile(`(?m)^(?:https?|filedesc|dns|ftp)://?\S.* \S+ \d{8,18} \S+(?: \S+ \S+ \S+ \S+ \S+)? \d+\r?$`)
)

func looksLikeWARC(b []byte) bool {
	if isGzip(b) {
		b = gunzipHead(b)
	}
	return bytes.HasPrefix(b, []byte("filedesc:")) || beginsRecord(b[:min(len(b), sniffLength)])
}

// openArchive reads in from its beginning; what is damaged below the records
// is told to damaged.
func openArchive(in Input, damaged func(error)) *archive {
	from := in.reader()
	if isGzip(in.Bytes) {
		from = newMembers(from, func(err error) { damaged(damagedGzip(in.Path, err)) })
	}
	return &archive{path: in.Path, from: bufio.NewReaderSize(from, 256<<10)}
}

// next gives the next record, an error that tells of a bad one, or
// errArchiveEnd. It always gets ahead.
func (a *archive) next() (*record, error) {
	if err := a.skipBlank(); err != nil {
		return nil, err
	}
	line, err := a.from.Peek(5)
	if len(line) == 0 {
		return nil, a.ended(err)
	}
	a.record++
	if string(line) == "WARC/" {
		return a.nextWARC()
	}
	return a.nextARC()
}

// skipBlank skips the empty lines between records, and garbage after a bad one.
func (a *archive) skipBlank() error {
	for {
		b, err := a.from.Peek(1)
		if len(b) == 0 {
			return a.ended(err)
		}
		if b[0] != '\r' && b[0] != '\n' {
			return nil
		}
		a.from.Discard(1)
	}
}

func (a *archive) ended(err error) error {
	if err == nil || err == io.EOF {
		return errArchiveEnd
	}
	if a.lost {
		return errArchiveEnd // the source fails again and again; it was told once
	}
	a.lost = true
	return unreadable(a.path, err)
}

func (a *archive) nextWARC() (*record, error) {
	header, err := a.header()
	if err != nil {
		return nil, err
	}
	field := headerFields(header)
	rec := &record{
		kind:        strings.ToLower(field["warc-type"]),
		url:         strings.Trim(field["warc-target-uri"], "<> "),
		contentType: field["content-type"],
		header:      header,
		end:         "\r\n\r\n",
	}
	rec.date, _ = time.Parse(time.RFC3339Nano, field["warc-date"])
	return a.block(rec, field["content-length"], warcLine)
}

// header reads up to and including the empty line after a WARC header.
func (a *archive) header() ([]byte, error) {
	var header []byte
	for len(header) < maxRecordHeader {
		line, err := a.from.ReadSlice('\n')
		header = append(header, line...)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, a.bad("", "breaks off in its header")
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			return header, nil
		}
	}
	a.seek()
	return nil, a.bad("", "has a header without end")
}

func (a *archive) nextARC() (*record, error) {
	slice, _ := a.from.ReadSlice('\n')
	line := bytes.Clone(slice)
	m := arcLine.FindSubmatch(line)
	if m == nil {
		skipped := len(line) + a.seek()
		return nil, a.bad("", "is no record of an archive, but %d bytes of something else", skipped)
	}
	rec := &record{kind: "response", url: string(m[1]), contentType: string(m[4]), header: line, end: "\n"}
	if strings.HasPrefix(rec.url, "filedesc:") {
		rec.kind = "filedesc"
	}
	if stamp := string(m[3]); len(stamp) >= 14 {
		rec.date, _ = time.Parse("20060102150405", stamp[:14])
	}
	return a.block(rec, string(m[5]), arcSeek)
}

// block reads the content of rec, length bytes of it. Where another record's
// header stands inside, the length was wrong, and the archive is taken back
// to that header.
func (a *archive) block(rec *record, length string, seek *regexp.Regexp) (*record, error) {
	n, err := strconv.ParseInt(strings.TrimSpace(length), 10, 64)
	if err != nil || n < 0 {
		a.seek()
		return nil, a.bad(rec.url, "gives its length as %q", length)
	}
	if n > maxRecord {
		return a.skip(rec, n)
	}
	block := make([]byte, 0, min(n, 1<<20))
	buf := bytes.NewBuffer(block)
	got, err := io.CopyN(buf, a.from, n)
	rec.block = buf.Bytes()
	if err != nil && err != io.EOF {
		return nil, a.ended(err)
	}
	if got == n && a.atBorder() {
		return rec, nil
	}
	if at := seek.FindIndex(rec.block); at != nil {
		a.from = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(rec.block[at[0]:]), a.from), 256<<10)
		rec.block = rec.block[:at[0]:at[0]]
		rec.wrong = a.bad(rec.url, "is cut short: %d of %d bytes", at[0], n)
		return rec, nil
	}
	if got < n {
		rec.wrong = a.bad(rec.url, "is cut short: %d of %d bytes", got, n)
		return rec, nil
	}
	more := a.untilRecord()
	rec.block = append(rec.block, more...)
	rec.wrong = a.bad(rec.url, "gives its length as %d bytes, and goes on for %d", n, len(more))
	return rec, nil
}

// untilRecord takes what stands before the next record.
func (a *archive) untilRecord() []byte {
	var taken []byte
	for {
		b, _ := a.from.Peek(8 << 10)
		if len(b) == 0 || beginsRecord(b) || len(taken) > maxRecord {
			return bytes.TrimRight(taken, "\r\n")
		}
		line, _, _ := bytes.Cut(b, []byte("\n"))
		taken = append(taken, b[:min(len(line)+1, len(b))]...)
		a.skipLine(b)
	}
}

// atBorder tells whether nothing, or another record, follows.
func (a *archive) atBorder() bool {
	b, _ := a.from.Peek(8 << 10)
	b = bytes.TrimLeft(b, "\r\n")
	return len(b) == 0 || beginsRecord(b)
}

func beginsRecord(b []byte) bool {
	line, _, _ := bytes.Cut(b, []byte("\n"))
	return bytes.HasPrefix(b, []byte("WARC/")) || arcLine.Match(append(bytes.Clone(line), '\n'))
}

// skip passes over a record that is too large to be a page.
func (a *archive) skip(rec *record, n int64) (*record, error) {
	if _, err := io.CopyN(io.Discard, a.from, n); err != nil {
		return nil, a.bad(rec.url, "is cut short or gives a wrong length, %d bytes", n)
	}
	if !rec.isPage() {
		return &record{}, nil
	}
	e := a.bad(rec.url, "is larger than %d MiB", maxRecord>>20)
	e.Code = hearsay.CodeTooLarge
	return nil, e.Do("take the page out of the archive and read it as a file")
}

// seek moves to the next line that begins a record, and tells how many bytes
// it passed.
func (a *archive) seek() int {
	passed := 0
	for {
		b, _ := a.from.Peek(8 << 10)
		if len(b) == 0 || beginsRecord(b) {
			return passed
		}
		passed += a.skipLine(b)
	}
}

func (a *archive) skipLine(peeked []byte) int {
	line, _, _ := bytes.Cut(peeked, []byte("\n"))
	n, _ := a.from.Discard(min(len(line)+1, len(peeked)))
	return n
}

func (a *archive) bad(url, format string, args ...any) *hearsay.Error {
	place := a.path
	if url != "" {
		place = itemPath(a.path, url)
	}
	return hearsay.Errorf(hearsay.CodeUnreadable, place, "record %d of the archive "+format, append([]any{a.record}, args...)...).
		Do("get the archive again if this page matters; the other records were read")
}

// headerFields reads "Name: value" lines into lower-case names; a line that
// begins with white space continues the one before.
func headerFields(header []byte) map[string]string {
	fields := map[string]string{}
	last := ""
	for line := range bytes.Lines(header) {
		s := strings.TrimRight(string(line), "\r\n")
		if s != "" && (s[0] == ' ' || s[0] == '\t') && last != "" {
			fields[last] += " " + strings.TrimSpace(s)
			continue
		}
		name, value, ok := strings.Cut(s, ":")
		if !ok {
			continue
		}
		last = strings.ToLower(strings.TrimSpace(name))
		if _, again := fields[last]; !again {
			fields[last] = strings.TrimSpace(value)
		}
	}
	return fields
}
