package intake

import (
	"path"
	"strings"

	"github.com/jhillyerd/enmime/v2"
	"github.com/jhillyerd/enmime/v2/mediatype"

	"hearsay"
	"hearsay/internal/text"
)

// rawText is put before a text type, so that the MIME reader undoes the
// transfer encoding and leaves the charset alone: mails lie about theirs, and
// text.Decode knows how to doubt.
const rawText = "raw-"

func keepCharset(contentType string) (string, map[string]string, []string, error) {
	kind, params, invalid, err := mediatype.Parse(contentType)
	if strings.HasPrefix(kind, "text/") {
		kind = rawText + kind
	}
	return kind, params, invalid, err
}

func kindOf(p *enmime.Part) string {
	return strings.TrimPrefix(strings.ToLower(p.ContentType), rawText)
}

// collect gathers the texts of p in their order, and what is attached.
func (m *message) collect(p *enmime.Part, pieces *[]body) {
	kind := kindOf(p)
	switch {
	case kind == "multipart/alternative":
		m.collectBest(p, pieces)
	case kind == "multipart/report": // the other parts tell machines of a delivery
		if p.FirstChild != nil {
			m.collect(p.FirstChild, pieces)
		}
	case p.FirstChild != nil || strings.HasPrefix(kind, "multipart/"):
		for c := p.FirstChild; c != nil; c = c.NextSibling {
			m.collect(c, pieces)
		}
	case isBodyPart(p):
		*pieces = append(*pieces, partBody(p))
	case isAttachment(p):
		m.attachments = append(m.attachments, Input{
			Path:        attachmentName(p),
			Bytes:       p.Content,
			ContentType: declared(p),
		})
	}
}

// collectBest takes one of several forms of the same text: the plain one,
// unless it is empty. The parts that belong to none of them are kept.
func (m *message) collectBest(p *enmime.Part, pieces *[]body) {
	var best []body
	for c := p.FirstChild; c != nil; c = c.NextSibling {
		var form []body
		m.collect(c, &form)
		if len(form) > 0 && (len(best) == 0 || isBlank(joinBodies(best).text)) {
			best = form
		}
	}
	*pieces = append(*pieces, best...)
}

func isBodyPart(p *enmime.Part) bool {
	if p.Disposition == "attachment" || p.FileName != "" {
		return false
	}
	switch kindOf(p) {
	case "text/plain", "text/html", "text/enriched", "":
		return true
	}
	return false
}

// isAttachment tells whether a part is something that a person attached, and
// no signature, calendar entry or picture of the layout.
func isAttachment(p *enmime.Part) bool {
	kind := kindOf(p)
	if len(p.Content) == 0 {
		return false
	}
	switch kind {
	case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-keys",
		"text/calendar", "text/x-vcard", "text/vcard", "text/directory", "message/delivery-status",
		"text/rfc822-headers", "message/external-body", "application/ics":
		return false
	}
	switch major, _, _ := strings.Cut(kind, "/"); major {
	case "image", "audio", "video", "font":
		return p.Disposition == "attachment" && p.ContentID == ""
	}
	return true
}

func attachmentName(p *enmime.Part) string {
	if name := path.Base(strings.ReplaceAll(p.FileName, `\`, "/")); p.FileName != "" && name != "." && name != "/" {
		return strings.ToValidUTF8(name, "\uFFFD")
	}
	switch kindOf(p) {
	case "message/rfc822":
		return "message.eml"
	case "text/html":
		return "part-" + p.PartID + ".html"
	case "application/pdf":
		return "part-" + p.PartID + ".pdf"
	}
	return "part-" + p.PartID
}

// declared is the content type of a part with its charset.
func declared(p *enmime.Part) string {
	if c := p.ContentTypeParams["charset"]; c != "" {
		return kindOf(p) + "; charset=" + c
	}
	return kindOf(p)
}

func partBody(p *enmime.Part) body {
	s, _, _ := text.Decode(p.Content, p.ContentTypeParams["charset"])
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	switch kindOf(p) {
	case "text/html":
		return fragmentBody(s, "")
	case "text/enriched":
		return textBody(strings.Trim(plainOfEnriched(s), "\n"))
	}
	if strings.EqualFold(p.ContentTypeParams["format"], "flowed") {
		s = unflow(s, strings.EqualFold(p.ContentTypeParams["delsp"], "yes"))
	}
	return textBody(strings.Trim(s, "\n"))
}

// unflow joins the lines that a mail program broke softly (RFC 3676): those
// that end with a space, on the same level of quotation.
func unflow(s string, dropSpace bool) string {
	var out strings.Builder
	soft, depth := false, 0
	for line := range strings.Lines(s) {
		line = strings.TrimSuffix(line, "\n")
		rest := strings.TrimLeft(line, ">")
		d := len(line) - len(rest)
		rest = strings.TrimPrefix(rest, " ")
		if soft && d == depth && rest != "-- " {
			out.WriteString(rest)
		} else {
			if out.Len() > 0 {
				out.WriteByte('\n')
			}
			if d > 0 {
				out.WriteString(strings.Repeat(">", d) + " ")
			}
			out.WriteString(rest)
		}
		soft, depth = strings.HasSuffix(rest, " ") && rest != "-- ", d
		if soft && dropSpace {
			trimmed := strings.TrimSuffix(out.String(), " ")
			out.Reset()
			out.WriteString(trimmed)
		}
	}
	return out.String()
}

// plainOfEnriched drops the commands of text/enriched (RFC 1896), in which
// one line break is a space and n+1 are n.
func plainOfEnriched(s string) string {
	s = strings.ReplaceAll(s, "<<", "\x00")
	var out strings.Builder
	for s != "" {
		before, after, ok := strings.Cut(s, "<")
		out.WriteString(before)
		if !ok {
			break
		}
		command, rest, ok := strings.Cut(after, ">")
		if !ok {
			break
		}
		s = rest
		if strings.EqualFold(command, "param") {
			_, s, _ = strings.Cut(s, "</param>")
		}
	}
	return strings.ReplaceAll(out.String(), "\x00", "<")
}

// joinBodies puts texts one below the other.
func joinBodies(pieces []body) body {
	if len(pieces) == 1 {
		return pieces[0]
	}
	var out strings.Builder
	var joined body
	for _, p := range pieces {
		if isBlank(p.text) {
			continue
		}
		if out.Len() > 0 {
			out.WriteString("\n\n")
		}
		by := out.Len()
		out.WriteString(p.text)
		if len(p.blocks) == 0 {
			p.blocks = text.Paragraphs(p.text)
		}
		for _, b := range p.blocks {
			b.Span = shifted(b.Span, by)
			joined.blocks = append(joined.blocks, b)
		}
		for _, l := range p.links {
			l.Span = shifted(l.Span, by)
			joined.links = append(joined.links, l)
		}
	}
	joined.text = out.String()
	return joined
}

func shifted(s hearsay.Span, by int) hearsay.Span {
	return hearsay.Span{Start: s.Start + by, End: s.End + by}
}
