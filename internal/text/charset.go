package text

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// Decode turns bytes of any charset into valid UTF-8 without byte order mark.
// declared is a charset label ("windows-1256"), a whole Content-Type, or "".
// It returns the text and the name of the charset it took; ok is false if
// bytes were met that mean nothing in it, each of which became U+FFFD.
//
// A byte order mark wins, then UTF-8 if the bytes are that (declarations are
// often wrong, and other charsets are hardly ever UTF-8 by accident), then
// what was declared outside or inside the text, then the likeliest charset.
func Decode(b []byte, declared string) (s, name string, ok bool) {
	if s, name, ok := decodeUnicode(b); name != "" {
		return s, name, ok
	}
	label := charsetLabel(declared)
	if label == "" {
		label = charsetInside(b)
	}
	enc, name := charset.Lookup(label)
	if isEscaped(name) || !utf8.Valid(b) {
		if enc == nil || name == "utf-8" && !utf8.Valid(b) {
			if mostlyUTF8(b) {
				return strings.ToValidUTF8(string(b), "\uFFFD"), "utf-8", false
			}
			enc, name = guessCharset(b)
		}
		s := decodeWith(enc, b)
		return s, name, !strings.ContainsRune(s, utf8.RuneError)
	}
	return string(b), "utf-8", true
}

// decodeUnicode decodes bytes that say themselves that they are Unicode; name
// is "" if they do not.
func decodeUnicode(b []byte) (s, name string, ok bool) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		s, name = strings.ToValidUTF8(string(b[3:]), "\uFFFD"), "utf-8"
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		s, name = decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), b), "utf-16le"
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		s, name = decodeWith(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), b), "utf-16be"
	default:
		order, found := utf16Without(b)
		if !found {
			return "", "", false
		}
		s, name = decodeWith(unicode.UTF16(order, unicode.IgnoreBOM), b), "utf-16"
	}
	return s, name, !strings.ContainsRune(s, utf8.RuneError)
}

// utf16Without finds UTF-16 without byte order mark by the zeros that every
// ASCII character brings with it.
func utf16Without(b []byte) (unicode.Endianness, bool) {
	head := b[:min(len(b), 2048)&^1]
	var even, odd int
	for i := 0; i+1 < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs < 4:
	case odd*5 > pairs*2 && even*20 < pairs:
		return unicode.LittleEndian, true
	case even*5 > pairs*2 && odd*20 < pairs:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// decodeWith decodes b; no error stops it, what means nothing becomes U+FFFD.
func decodeWith(enc encoding.Encoding, b []byte) string {
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(out), "\uFFFD")
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// isEscaped tells whether a charset writes everything in ASCII bytes, so that
// its text looks like UTF-8.
func isEscaped(name string) bool { return name == "iso-2022-jp" || name == "hz-gb-2312" }

// mostlyUTF8 tells whether b is UTF-8 but for a few broken bytes.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return good > 4*bad
}

// charsetLabel is the charset of a Content-Type, or s itself if it is a label.
func charsetLabel(s string) string {
	if !strings.Contains(s, "/") {
		return strings.Trim(strings.TrimSpace(s), `"'`)
	}
	if _, params, err := mime.ParseMediaType(s); err == nil {
		return params["charset"]
	}
	return labelAfter(strings.ToLower(s), "charset=")
}

// charsetInside is the charset that an HTML or XML text declares near its
// beginning, "" if it declares none.
func charsetInside(b []byte) string {
	head := strings.ToLower(string(b[:min(len(b), 4096)]))
	if strings.HasPrefix(strings.TrimSpace(head), "<?xml") {
		declaration, _, _ := strings.Cut(head, "?>")
		if l := labelAfter(declaration, "encoding="); l != "" {
			return l
		}
	}
	for rest := head; ; {
		_, after, found := strings.Cut(rest, "<meta")
		if !found {
			return ""
		}
		tag, _, _ := strings.Cut(after, ">")
		if l := labelAfter(tag, "charset="); l != "" {
			return l
		}
		rest = after
	}
}

// labelAfter is the charset label behind key in s.
func labelAfter(s, key string) string {
	_, s, found := strings.Cut(s, key)
	if !found {
		return ""
	}
	s = strings.TrimLeft(s, " \"'")
	end := strings.IndexFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && r != ':' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end >= 0 {
		s = s[:end]
	}
	return s
}
