package intake

import (
	"bytes"
	"cmp"
	"mime"
	netmail "net/mail"
	"strings"
	"time"

	"github.com/jhillyerd/enmime/v2"
	"golang.org/x/net/html/charset"

	"hearsay"
	"hearsay/internal/text"
)

// looksLikeMail tells a mail by its header. A file that is not named like one
// must have a line that only mail programs write: people begin letters with
// "From:" and "Date:" too.
func looksLikeMail(head []byte, named bool) bool {
	people, machines := 0, 0
	for line := range bytes.Lines(head) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || bytes.ContainsAny(name, " \t") {
			break
		}
		switch strings.ToLower(string(name)) {
		case "from", "to", "subject", "date", "cc", "reply-to", "sender":
			people++
		case "received", "message-id", "mime-version", "return-path", "delivered-to", "content-type", "x-mailer",
			"content-transfer-encoding", "list-id", "references", "in-reply-to", "dkim-signature":
			machines++
		}
	}
	return people > 0 && machines > 0 || named && people+machines > 0
}

// readMail reads one message, and its attachments in turn as
// "mail.eml#attachment.pdf".
func (r *Reader) readMail(in Input, yield Yield) {
	msg, err := parseMessage(in.Bytes)
	if err != nil {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the mail cannot be read: %w", err).
			Do("export it again from the mail program"))
		return
	}
	rep, err := msg.report(in)
	if !yield(rep, err) {
		return
	}
	going := true
	var names ids
	for _, part := range msg.attachments {
		if !going {
			return
		}
		if part.ContentType == "application/ms-tnef" {
			going = yield(nil, hearsay.Errorf(hearsay.CodeUnknown, itemPath(in.Path, names.unique(part.Path)),
				"is a package of Outlook (TNEF), which hearsay does not read").Do("save the attachments from Outlook and read the files"))
			continue
		}
		part.Path = itemPath(in.Path, names.unique(part.Path))
		part.ModTime, part.Depth, part.budget = in.ModTime, in.Depth+1, in.budget
		r.Read(part, func(inner *hearsay.Report, err error) bool {
			if inner != nil {
				// A document that names no publisher and no date was published by who sent it, when it was sent.
				inner.Outlet = cmp.Or(inner.Outlet, msg.outlet)
				if inner.Published.IsZero() {
					inner.Published = msg.date()
				}
			}
			going = yield(inner, err)
			return going
		})
	}
}

// message is a parsed mail.
type message struct {
	root        *enmime.Part
	outlet      string
	body        body
	attachments []Input // Path is the name alone
}

func parseMessage(raw []byte) (*message, error) {
	parser := enmime.NewParser(
		enmime.SkipMalformedParts(true),
		enmime.MultipartWOBoundaryAsSinglePart(true),
		enmime.SetReadPartErrorPolicy(enmime.AllowCorruptTextPartErrorPolicy),
		enmime.SetCustomParseMediaType(keepCharset),
	)
	root, err := parser.ReadParts(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	msg := &message{root: root}
	var pieces []body
	msg.collect(root, &pieces)
	b := joinBodies(pieces)
	msg.outlet = msg.publisher(b.text)
	msg.body = markMail(b, msg.outlet, msg.header("Subject"))
	return msg, nil
}

// report is the message itself. A mail of which no text is left is one whose
// parts could not be told apart, or one whose subject says everything.
func (m *message) report(in Input) (*hearsay.Report, error) {
	title := m.header("Subject")
	b := m.body
	if isBlank(b.text) {
		if m.root.FirstChild == nil && strings.HasPrefix(kindOf(m.root), "multipart/") {
			return nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the mail's parts cannot be told apart: the boundary %q does not occur", m.root.Boundary).
				Do("export it again from the mail program, or save its text")
		}
		b = headline(title)
	}
	rep := newReport(in, FormatMail, in.Bytes)
	rep.Channel = hearsay.ChannelMail
	rep.Title = title
	rep.Outlet = m.outlet
	if name, _ := m.sender(); name != m.outlet && isDeskAlone(name) {
		rep.Byline = name
	}
	rep.Published = m.date()
	rep.ForwardedFrom = forwardedFrom(b.text, title)
	if at := strings.Trim(m.header("Archived-At"), "<> "); at != "" {
		rep.URL = at
	}
	b.into(rep)
	rep.Lang = primaryLanguage(m.header("Content-Language"))
	describe(rep)
	return rep, nil
}

// messageID is the first id in the value of a Message-ID or References header.
func messageID(value string) string {
	if _, after, ok := strings.Cut(value, "<"); ok {
		value, _, _ = strings.Cut(after, ">")
	}
	return strings.TrimSpace(value)
}

// header is the value of a header line in UTF-8, encoded words decoded.
func (m *message) header(name string) string {
	raw, _, _ := text.Decode([]byte(m.root.Header.Get(name)), "")
	d := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	s, err := d.DecodeHeader(raw)
	if err != nil {
		s = raw
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}

// date is when the mail was sent or, if it does not say, received.
func (m *message) date() hearsay.Date {
	if d := mailDate(m.root.Header.Get("Date")); !d.IsZero() {
		return d
	}
	received := m.root.Header.Get("Received")
	return mailDate(received[strings.LastIndexByte(received, ';')+1:])
}

func mailDate(s string) hearsay.Date {
	s = strings.TrimSpace(s)
	if t, err := netmail.ParseDate(s); err == nil && !t.Before(time.Unix(0, 0)) {
		return hearsay.Date{Time: t, Precision: hearsay.PrecisionSecond, Zoned: true}
	}
	return parseDate(s)
}

// headline is the body of a report that has a title and no more.
func headline(title string) body {
	if title == "" {
		return body{}
	}
	return body{text: title, blocks: []hearsay.Block{{Span: hearsay.Span{End: len(title)}, Kind: hearsay.BlockHeading}}}
}
