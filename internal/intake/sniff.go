package intake

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"
)

// Format is what the bytes of an input are.
type Format string

const (
	FormatUnknown   Format = ""
	FormatText      Format = "text"
	FormatMarkdown  Format = "markdown"
	FormatHTML      Format = "html"
	FormatPDF       Format = "pdf"
	FormatDOCX      Format = "docx"
	FormatFeed      Format = "feed"
	FormatMail      Format = "mail"
	FormatMbox      Format = "mbox"
	FormatTelegram  Format = "telegram"
	FormatJSONLines Format = "jsonl"
	FormatWARC      Format = "warc"
	FormatGzip      Format = "gzip"
	FormatZip       Format = "zip"
)

// sniffLength is how much of an input is looked at to tell its format.
const sniffLength = 8 << 10

// Sniff tells the format by content first, and by content type and extension
// where the content leaves it open: between plain text and its relatives.
func Sniff(in Input) Format {
	if f := sniffBinary(in.Bytes); f != FormatUnknown {
		return f
	}
	head := sniffHead(in.Bytes)
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(in.Path, "\\", "/")))
	switch {
	case isBinary(head):
		return FormatUnknown
	case looksLikeMbox(head):
		return FormatMbox
	case looksLikeFeed(head):
		return FormatFeed
	case looksLikeTelegram(head):
		return FormatTelegram
	case looksLikeJSONLines(head):
		return FormatJSONLines
	case looksLikeMail(head, ext == ".eml"):
		return FormatMail
	case looksLikeHTML(head): // after what may hold a page
		return FormatHTML
	case ext == ".md" || ext == ".markdown":
		return FormatMarkdown
	}
	return FormatText
}

func sniffBinary(b []byte) Format {
	switch {
	case bytes.HasPrefix(bytes.TrimLeft(b[:min(len(b), 1024)], "\x00\t\r\n \xef\xbb\xbf"), []byte("%PDF-")):
		return FormatPDF
	case looksLikeWARC(b):
		return FormatWARC
	case isGzip(b):
		return FormatGzip
	case bytes.HasPrefix(b, []byte("PK\x03\x04")), bytes.HasPrefix(b, []byte("PK\x05\x06")):
		if isDOCX(b) {
			return FormatDOCX
		}
		return FormatZip
	}
	return FormatUnknown
}

// sniffHead is the beginning of b as far as formats tell themselves there,
// without byte order mark and leading white space, UTF-16 reduced to bytes.
func sniffHead(b []byte) []byte {
	head := b[:min(len(b), sniffLength)]
	if utf16Order(head) != 0 {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	return bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
}

// utf16Order is 'b' or 'l' for text with a UTF-16 byte order mark, else 0.
func utf16Order(b []byte) byte {
	switch {
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return 'b'
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return 'l'
	}
	return 0
}

// isBinary tells whether head has control characters that no text has.
func isBinary(head []byte) bool {
	control := 0
	for _, c := range head {
		if c == 0 {
			return true
		}
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b && c != 0x1a {
			control++
		}
	}
	return control > 0 && control*50 > len(head) && !utf8.Valid(head) || control*10 > len(head)
}
