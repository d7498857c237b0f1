package intake

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// readMarkdown reads Markdown as the plain text that it also is: every
// character is kept, and headings, quotations, list items, code and front
// matter are marked by Blocks.
func (r *Reader) readMarkdown(in Input, yield Yield) {
	s, _, ok := text.Decode(in.Bytes, in.ContentType)
	if strings.TrimSpace(s) == "" {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the text has no words").Do("check that it was saved completely"))
		return
	}
	rep := newReport(in, FormatMarkdown, in.Bytes)
	describeText(rep, s)
	markMarkdown(rep)
	rep.Lang = text.Language(said(rep))
	if yield(rep, nil) && !ok {
		yield(nil, lostCharacters(in.Path))
	}
}

// markMarkdown corrects the blocks by Markdown's own marks, and reads the
// front matter's title, author, date and so on.
func markMarkdown(rep *hearsay.Report) {
	lines := linesOf(rep.Text)
	matter := frontMatter(rep, lines)
	paras := paragraphsOf(lines, matter)
	plain := rep.Blocks
	rep.Blocks = nil
	for _, l := range lines[:matter] {
		rep.Blocks = append(rep.Blocks, hearsay.Block{Span: l.span, Kind: hearsay.BlockMasthead})
	}
	title, fenced := "", false
	for _, p := range splitMarkdown(lines, paras) {
		first := lines[p.first].text
		kind := markdownKind(lines[p.first:p.last])
		if strings.HasPrefix(first, "```") || strings.HasPrefix(first, "~~~") {
			fenced = !fenced
			kind = hearsay.BlockFurniture
		} else if fenced {
			kind = hearsay.BlockFurniture
		}
		if kind == hearsay.BlockHeading && title == "" {
			title = strings.TrimSpace(strings.Trim(first, "# "))
		}
		span := hearsay.Span{Start: lines[p.first].span.Start, End: lines[p.last-1].span.End}
		if kind == hearsay.BlockParagraph {
			kind = kindAt(plain, span, kind)
		}
		rep.Blocks = append(rep.Blocks, hearsay.Block{Span: span, Kind: kind})
	}
	if title != "" && (rep.Title == "" || strings.HasPrefix(rep.Title, "#")) {
		rep.Title = title
	}
	markMasthead(rep)
}

// markMasthead takes the first heading for the publication's name where an
// address near it confirms that: "# Osterwen Notes", "*osterwennotes.example*".
func markMasthead(rep *hearsay.Report) {
	if rep.Outlet != "" {
		return
	}
	var headings []int
	for i := range rep.Blocks {
		if rep.Blocks[i].Kind == hearsay.BlockHeading {
			headings = append(headings, i)
		}
	}
	if len(headings) == 0 || headings[0] > 2 {
		return
	}
	heading := func(i int) string { return strings.Trim(rep.Blocks[headings[i]].Span.Of(rep.Text), "# ") }
	for i := headings[0] + 1; i < min(headings[0]+4, len(rep.Blocks)); i++ {
		b := &rep.Blocks[i]
		line := b.Span.Of(rep.Text)
		for w := range strings.FieldsSeq(strings.ToLower(line)) {
			if w = strings.Trim(w, "*_<>()[],;."); len(line) < 300 && isDomain(w) && inHost(heading(0), w) {
				rep.Outlet, rep.URL = heading(0), orFirst(rep.URL, "https://"+w)
				rep.Blocks[headings[0]].Kind, b.Kind = hearsay.BlockMasthead, hearsay.BlockMasthead
				rep.Byline = orFirst(rep.Byline, bylineIn(line))
				if len(headings) > 1 && rep.Title == rep.Outlet {
					rep.Title = heading(1)
				}
				return
			}
		}
	}
}

// bylineIn is the byline in one of the sentences of a line.
func bylineIn(line string) string {
	for s := range strings.SplitSeq(strings.Trim(line, "*_"), ". ") {
		if b := bylineOf(s); b != "" {
			return b
		}
	}
	return ""
}

// splitMarkdown parts headings from the lines right below them.
func splitMarkdown(lines []textLine, paras []paragraph) []paragraph {
	var out []paragraph
	for _, p := range paras {
		start := p.first
		for i := p.first; i < p.last; i++ {
			if i > start && (isMarkdownHeading(lines[i].text) || isMarkdownHeading(lines[i-1].text) || isFence(lines[i].text) || isFence(lines[i-1].text)) {
				out = append(out, paragraph{first: start, last: i})
				start = i
			}
		}
		out = append(out, paragraph{first: start, last: p.last})
	}
	return out
}

func isMarkdownHeading(s string) bool {
	rest := strings.TrimLeft(s, "#")
	return len(rest) < len(s) && len(s)-len(rest) <= 6 && strings.HasPrefix(rest, " ")
}

func isFence(s string) bool { return strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~") }

func markdownKind(lines []textLine) hearsay.BlockKind {
	first := lines[0].text
	last := lines[len(lines)-1].text
	switch {
	case isMarkdownHeading(first), len(lines) == 2 && strings.Trim(last, "=-") == "" && len(last) >= 3:
		return hearsay.BlockHeading
	case strings.HasPrefix(first, "!["):
		return hearsay.BlockCaption
	case strings.HasPrefix(first, "[^") || strings.HasPrefix(first, "[") && strings.Contains(first, "]: "):
		return hearsay.BlockFurniture
	}
	kind := kindOfLines(lines)
	if kind == hearsay.BlockHeading { // in Markdown a heading says that it is one
		return hearsay.BlockParagraph
	}
	return kind
}

// kindAt is the kind that the plain text's layout gave the block at span, if
// it is one that Markdown has no mark for.
func kindAt(blocks []hearsay.Block, span hearsay.Span, otherwise hearsay.BlockKind) hearsay.BlockKind {
	for _, b := range blocks {
		if b.Span.Overlaps(span) {
			switch b.Kind {
			case hearsay.BlockMasthead, hearsay.BlockSignature, hearsay.BlockFurniture:
				if b.Span.Contains(span) || span.Contains(b.Span) && b.Kind != hearsay.BlockMasthead {
					return b.Kind
				}
			}
		}
	}
	return otherwise
}

// frontMatter reads the "key: value" lines between --- and --- at the
// beginning, and returns how many lines they are.
func frontMatter(rep *hearsay.Report, lines []textLine) int {
	if len(lines) < 3 || lines[0].text != "---" && lines[0].text != "+++" {
		return 0
	}
	end := 0
	for i := 1; i < min(len(lines), 60) && end == 0; i++ {
		if lines[i].text == lines[0].text || lines[i].text == "..." {
			end = i + 1
		}
	}
	for i := 1; i+1 < end; i++ {
		key, value, ok := strings.Cut(lines[i].text, ":")
		if !ok {
			key, value, ok = strings.Cut(lines[i].text, "=")
		}
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if !ok || value == "" {
			continue
		}
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title":
			rep.Title = value
		case "author", "byline", "authors":
			rep.Byline = strings.Trim(value, "[]")
		case "outlet", "publication", "publisher", "source", "site":
			rep.Outlet = value
		case "date", "published", "publishdate", "pubdate":
			rep.Published = parseDate(value)
		case "url", "link", "canonical":
			rep.URL = value
		}
	}
	return end
}
