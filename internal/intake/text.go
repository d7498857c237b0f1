package intake

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// readText reads a plain text, of which every character is kept. What is not
// said in it is marked by Blocks, and tells its outlet, title and date.
func (r *Reader) readText(in Input, yield Yield) {
	s, _, ok := text.Decode(in.Bytes, in.ContentType)
	if strings.TrimSpace(s) == "" {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the text has no words").Do("check that it was saved completely"))
		return
	}
	rep := newReport(in, FormatText, in.Bytes)
	describeText(rep, s)
	if !yield(rep, nil) {
		return
	}
	if !ok {
		yield(nil, lostCharacters(in.Path))
	}
}

func lostCharacters(path string) error {
	return hearsay.Errorf(hearsay.CodeUnreadable, path, "some characters could not be decoded and are shown as \uFFFD").
		Do("save the file as UTF-8 and read it again")
}

// describeText sets what a plain text tells of itself.
func describeText(rep *hearsay.Report, s string) {
	t := layOutText(s)
	rep.Text, rep.Blocks, rep.Links = s, t.blocks, findLinks(s)
	rep.Title = t.title
	rep.Byline = orFirst(t.byline, t.signature)
	rep.Outlet = orFirst(t.outlet, orFirst(t.signature, t.writer))
	rep.URL = orFirst(t.url, rep.URL)
	rep.Published = parseDate(t.dateLine)
	rep.Dateline = findDateline(s, t.blocks)
	rep.Lang = text.Language(said(rep))
	rep.Channel = hearsay.ChannelPage
}

// said is the text of the blocks that say something, as far as is needed to
// tell the language.
func said(rep *hearsay.Report) string {
	var b strings.Builder
	for _, bl := range rep.Blocks {
		if bl.Says() && b.Len() < 4000 {
			b.WriteString(bl.Span.Of(rep.Text))
			b.WriteByte('\n')
		}
	}
	if b.Len() == 0 {
		return rep.Text
	}
	return b.String()
}
