package intake

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"hearsay"
	"hearsay/internal/text"
)

// The export of Telegram Desktop ("JSON", machine-readable): one chat, or all
// of them under "chats" and "left_chats".

// chat is what the export says of a chat before its messages. The fields are
// kept as they stand, for the originals of the messages.
type chat struct {
	Name json.RawMessage
	Type json.RawMessage
	ID   json.RawMessage
}

// chatMessage is one message, with the fields that a report is made of.
type chatMessage struct {
	ID            json.Number     `json:"id"`
	Type          string          `json:"type"`
	Date          string          `json:"date"`
	Unix          json.RawMessage `json:"date_unixtime"`
	From          string          `json:"from"`
	FromID        json.RawMessage `json:"from_id"`
	Author        string          `json:"author"` // who signed in a channel
	ForwardedFrom string          `json:"forwarded_from"`
	ReplyTo       json.Number     `json:"reply_to_message_id"`
	ReplyPeer     json.RawMessage `json:"reply_to_peer_id"`
	Text          chatText        `json:"text"`
}

// chatText is the text of a message: a string, or an array of strings and
// objects, of which some are links.
type chatText []chatPiece

type chatPiece struct {
	Type string `json:"type"` // "" for plain text
	Text string `json:"text"`
	Href string `json:"href"`
}

func (t *chatText) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		piece := chatPiece{}
		err := json.Unmarshal(b, &piece.Text)
		*t = chatText{piece}
		return err
	}
	return json.Unmarshal(b, (*[]chatPiece)(t))
}

func (p *chatPiece) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &p.Text)
	}
	type fields chatPiece
	return json.Unmarshal(b, (*fields)(p))
}

var telegramKeys = regexp.MustCompile(`"(?:messages|chats)"\s*:\s*[\[{]`)

func looksLikeTelegram(head []byte) bool {
	if !bytes.HasPrefix(head, []byte("{")) {
		return false
	}
	oneChat := bytes.Contains(head, []byte(`"type"`)) && bytes.Contains(head, []byte(`"name"`))
	all := bytes.Contains(head, []byte(`"about"`)) || bytes.Contains(head, []byte(`"list"`)) || bytes.Contains(head, []byte(`"personal_information"`))
	if !oneChat && !all {
		return false
	}
	return telegramKeys.Match(head) || all && bytes.Contains(head, []byte(`"personal_information"`))
}

// readTelegram reads each message with a text as "result.json#41" or, in an
// export of several chats, "result.json#1300550021/41".
func (r *Reader) readTelegram(in Input, yield Yield) {
	x := &export{in: in, yield: yield, json: json.NewDecoder(in.reader())}
	if in.stream == nil {
		x.json = json.NewDecoder(bytes.NewReader(decodedBytes(in.Bytes)))
	}
	x.json.UseNumber()
	if err := x.object(x.top); err != nil && err != errStopped {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the export breaks off behind message %d, at byte %d: %s", x.seen, x.json.InputOffset(), jsonReason(err)).
			Do("export the chat again; what stands before the break was read"))
	}
}

var errStopped = fmt.Errorf("stopped")

// export walks through an export without holding more than a message.
type export struct {
	in    Input
	yield Yield
	json  *json.Decoder
	chat  chat
	many  bool // chats, not one
	seen  int  // messages
}

// object calls field for each key of the object that comes next; field takes
// the value.
func (x *export) object(field func(key string) error) error {
	if err := x.delim('{'); err != nil {
		return err
	}
	for x.json.More() {
		key, err := x.json.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		if err := field(name); err != nil {
			return err
		}
	}
	_, err := x.json.Token()
	return err
}

// array calls element for each element of the array that comes next.
func (x *export) array(element func() error) error {
	if err := x.delim('['); err != nil {
		return err
	}
	for x.json.More() {
		if err := element(); err != nil {
			return err
		}
	}
	_, err := x.json.Token()
	return err
}

func (x *export) delim(want json.Delim) error {
	token, err := x.json.Token()
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	if err == nil && token != want {
		return fmt.Errorf("%v where %v should be", token, want)
	}
	return err
}

func (x *export) skip() error {
	var ignored json.RawMessage
	return x.json.Decode(&ignored)
}

func (x *export) top(key string) error {
	switch key {
	case "chats", "left_chats":
		x.many = true
		return x.object(func(key string) error {
			if key != "list" {
				return x.skip()
			}
			return x.array(func() error {
				x.chat = chat{}
				return x.object(x.chatField)
			})
		})
	}
	return x.chatField(key)
}

func (x *export) chatField(key string) error {
	switch key {
	case "name":
		return x.json.Decode(&x.chat.Name)
	case "type":
		return x.json.Decode(&x.chat.Type)
	case "id":
		return x.json.Decode(&x.chat.ID)
	case "messages":
		return x.array(x.message)
	}
	return x.skip()
}

func (x *export) message() error {
	var raw json.RawMessage
	if err := x.json.Decode(&raw); err != nil {
		return err
	}
	x.seen++
	var m chatMessage
	if err := json.Unmarshal(raw, &m); err != nil {
		return x.pass(nil, hearsay.Errorf(hearsay.CodeUnreadable, x.place(cmp.Or(m.ID.String(), "message "+strconv.Itoa(x.seen))),
			"the message is not as Telegram writes it: %s", jsonReason(err)).Do("export the chat again"))
	}
	if m.Type == "service" || isBlank(m.Text.body().text) {
		return nil
	}
	return x.pass(x.report(raw, &m), nil)
}

func (x *export) pass(rep *hearsay.Report, err error) error {
	if !x.yield(rep, err) {
		return errStopped
	}
	return nil
}

// place is the path of a message.
func (x *export) place(id string) string {
	if x.many {
		id = unquoted(x.chat.ID) + "/" + id
	}
	return itemPath(x.in.Path, id)
}

func (x *export) report(raw json.RawMessage, m *chatMessage) *hearsay.Report {
	in := x.in
	in.Path, in.URL = x.place(m.ID.String()), ""
	rep := newReport(in, FormatTelegram, x.chat.alone(raw))
	rep.Channel = hearsay.ChannelPost
	rep.Outlet = x.chat.outlet(m)
	rep.Byline = m.Author
	rep.Published = m.date()
	rep.ForwardedFrom = m.ForwardedFrom
	if m.ReplyTo != "" && len(m.ReplyPeer) == 0 {
		rep.ReplyTo = x.place(m.ReplyTo.String())
	}
	b := m.Text.body()
	b.markFoot(rep.Outlet)
	b.into(rep)
	describe(rep)
	return rep
}

// alone is an export of this chat with one message.
func (c *chat) alone(message json.RawMessage) []byte {
	var out bytes.Buffer
	out.WriteByte('{')
	for _, f := range []struct {
		name  string
		value json.RawMessage
	}{{"name", c.Name}, {"type", c.Type}, {"id", c.ID}} {
		if f.value == nil {
			f.value = json.RawMessage("null")
		}
		fmt.Fprintf(&out, "%q: %s, ", f.name, f.value)
	}
	fmt.Fprintf(&out, `"messages": [%s]}`, message)
	return out.Bytes()
}

// outlet is the channel, or in a chat of several people the account.
func (c *chat) outlet(m *chatMessage) string {
	switch unquoted(c.Type) {
	case "public_channel", "private_channel":
		return cmp.Or(unquoted(c.Name), m.From)
	}
	return cmp.Or(m.From, unquoted(m.FromID), unquoted(c.Name))
}

func (m *chatMessage) date() hearsay.Date {
	if unix, err := strconv.ParseInt(unquoted(m.Unix), 10, 64); err == nil {
		return hearsay.Date{Time: time.Unix(unix, 0).UTC(), Precision: hearsay.PrecisionSecond, Zoned: true}
	}
	t, err := time.Parse("2006-01-02T15:04:05", m.Date)
	if err != nil {
		return parseDate(m.Date)
	}
	return hearsay.Date{Time: t, Precision: hearsay.PrecisionSecond}
}

// body puts the pieces together, with the links and block quotations among
// them. What stands in a post is said by the account: a line is a heading
// only if it is set in bold and something follows.
func (t chatText) body() body {
	var whole strings.Builder
	var links []hearsay.Link
	var quotes, bold []hearsay.Span
	for _, p := range t {
		at := hearsay.Span{Start: whole.Len(), End: whole.Len() + len(p.Text)}
		whole.WriteString(p.Text)
		if isBlank(p.Text) {
			continue
		}
		switch p.Type {
		case "link":
			links = append(links, hearsay.Link{Span: at, URL: p.Text})
		case "text_link":
			links = append(links, hearsay.Link{Span: at, URL: p.Href})
		case "mention":
			links = append(links, hearsay.Link{Span: at, URL: "https://t.me/" + strings.TrimPrefix(p.Text, "@")})
		case "blockquote":
			quotes = append(quotes, at)
		case "bold":
			bold = append(bold, at)
		}
	}
	b := textBody(whole.String())
	b.addLinks(links)
	for i := range b.blocks {
		block := &b.blocks[i]
		inBold := slices.ContainsFunc(bold, func(s hearsay.Span) bool { return s.Contains(block.Span) })
		if block.Kind == hearsay.BlockHeading && (!inBold || i == len(b.blocks)-1) {
			block.Kind = hearsay.BlockParagraph
		}
	}
	for _, q := range quotes {
		b.quote(q)
	}
	return b
}

// addLinks adds the links that are not there yet, in the order of the text.
func (b *body) addLinks(links []hearsay.Link) {
	for _, l := range links {
		if !slices.ContainsFunc(b.links, func(o hearsay.Link) bool { return o.Span == l.Span }) {
			b.links = append(b.links, l)
		}
	}
	slices.SortStableFunc(b.links, func(x, y hearsay.Link) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
}

// quote marks the blocks that lie in span, cutting those that reach over it.
func (b *body) quote(span hearsay.Span) {
	if len(b.blocks) == 0 {
		b.blocks = text.Paragraphs(b.text)
	}
	b.blocks = cutBlocks(cutBlocks(b.blocks, b.text, span.Start), b.text, span.End)
	for i := range b.blocks {
		if span.Contains(b.blocks[i].Span) {
			b.blocks[i].Kind = hearsay.BlockQuote
		}
	}
}

// unquoted is a JSON string or number as text.
func unquoted(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	if string(raw) == "null" {
		return ""
	}
	return string(raw)
}
