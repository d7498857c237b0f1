package intake

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"hearsay"
	"hearsay/internal/text"
)

// readMarkdown reads Markdown as a reader sees it: Text holds the words without
// the marks, Blocks what the marks made of them, Links where they lead. Front
// matter describes the report and is no part of its text.
func (r *Reader) readMarkdown(in Input, yield Yield) {
	s, _, ok := text.Decode(in.Bytes, in.ContentType)
	if strings.TrimSpace(s) == "" {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the text has no words").Do("check that it was saved completely"))
		return
	}
	rep := newReport(in, FormatMarkdown, in.Bytes)
	lines := linesOf(s)
	front := hearsay.Report{}
	source := s
	if n := frontMatter(&front, lines); n > 0 {
		source = s[lines[n-1].span.End:]
	}
	w := &markdownWriter{source: []byte(source), kinds: map[int]hearsay.BlockKind{}}
	w.write()
	w.describe(rep, &front)
	if yield(rep, nil) && !ok {
		yield(nil, lostCharacters(in.Path))
	}
}

// markdownWriter turns a document tree into the text of a report.
type markdownWriter struct {
	source []byte
	out    strings.Builder
	kinds  map[int]hearsay.BlockKind // by the offset at which a block begins
	links  []hearsay.Link
	headed bool   // it has a heading
	title  string // the first heading
	depth  int
}

// write walks over the blocks of the document.
func (w *markdownWriter) write() {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList))
	root := md.Parser().Parse(gmtext.NewReader(w.source))
	for c := root.FirstChild(); c != nil && !w.headed; c = c.NextSibling() {
		w.headed = c.Kind() == ast.KindHeading
	}
	w.blocks(root, hearsay.BlockParagraph)
}

// blocks writes what n holds; kind is what a paragraph in it is.
func (w *markdownWriter) blocks(n ast.Node, kind hearsay.BlockKind) {
	if w.depth++; w.depth < maxDepth {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.block(c, kind)
		}
	}
	w.depth--
}

func (w *markdownWriter) block(n ast.Node, kind hearsay.BlockKind) {
	switch n := n.(type) {
	case *ast.Heading:
		at := w.leaf(n, hearsay.BlockHeading)
		if w.title == "" {
			w.title = strings.TrimSpace(w.out.String()[at:])
		}
	case *ast.Blockquote:
		w.blocks(n, hearsay.BlockQuote)
	case *ast.ListItem:
		if kind == hearsay.BlockParagraph {
			kind = hearsay.BlockListItem
		}
		w.blocks(n, kind)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.begin(hearsay.BlockFurniture)
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			w.out.Write(line.Value(w.source))
		}
	case *extast.TableRow, *extast.TableHeader:
		w.row(n)
	case *ast.HTMLBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition:
	case *ast.Paragraph, *ast.TextBlock:
		if onlyImages(n) {
			kind = hearsay.BlockCaption
		}
		w.leaf(n, kind)
	default:
		w.blocks(n, kind)
	}
}

// begin opens a block and gives its offset.
func (w *markdownWriter) begin(kind hearsay.BlockKind) int {
	if w.out.Len() > 0 {
		w.out.WriteString("\n\n")
	}
	w.kinds[w.out.Len()] = kind
	return w.out.Len()
}

// leaf writes a block that holds words.
func (w *markdownWriter) leaf(n ast.Node, kind hearsay.BlockKind) int {
	at := w.begin(kind)
	w.inlines(n)
	return at
}

// row writes a row of a table on one line.
func (w *markdownWriter) row(n ast.Node) {
	w.begin(hearsay.BlockListItem)
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		if cell != n.FirstChild() {
			w.out.WriteByte('\t')
		}
		w.inlines(cell)
	}
}

// inlines writes the words inside n, and notes its links.
func (w *markdownWriter) inlines(n ast.Node) {
	if w.depth++; w.depth < maxDepth {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.inline(c)
		}
	}
	w.depth--
}

func (w *markdownWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.out.Write(plainMarkdown(n.Segment.Value(w.source)))
		switch {
		case n.HardLineBreak():
			w.out.WriteByte('\n')
		case n.SoftLineBreak() && w.headed && w.title == "":
			w.out.WriteByte('\n') // lines above the title are a masthead's
		case n.SoftLineBreak():
			w.out.WriteByte(' ')
		}
	case *ast.String:
		w.out.Write(n.Value)
	case *ast.AutoLink:
		w.link(string(n.URL(w.source)), func() { w.out.Write(n.Label(w.source)) })
	case *ast.Link:
		w.link(string(n.Destination), func() { w.inlines(n) })
	case *ast.RawHTML:
	default:
		w.inlines(n)
	}
}

func (w *markdownWriter) link(url string, words func()) {
	at := w.out.Len()
	words()
	if w.out.Len() > at && strings.Contains(url, ":") {
		w.links = append(w.links, hearsay.Link{Span: hearsay.Span{Start: at, End: w.out.Len()}, URL: url})
	}
}

// plainMarkdown is a piece of text without backslashes before marks, its entities
// resolved.
func plainMarkdown(b []byte) []byte {
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\\') < 0 {
		return b
	}
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(b)))
}

// onlyImages tells a paragraph that is a picture: its text is a caption.
func onlyImages(n ast.Node) bool {
	images := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, is := c.(*ast.Image); !is {
			return false
		}
		images++
	}
	return images > 0
}

// describe reads masthead, byline, date and signature from the words as from a
// plain text. What the marks say of a block wins over what its words look
// like, and the front matter over both.
func (w *markdownWriter) describe(rep, front *hearsay.Report) {
	describeText(rep, w.out.String())
	rep.Links = w.links
	for i := range rep.Blocks {
		b := &rep.Blocks[i]
		switch kind := w.kinds[b.Span.Start]; {
		case kind == hearsay.BlockParagraph && (b.Kind == hearsay.BlockHeading || b.Kind == hearsay.BlockListItem || b.Kind == hearsay.BlockQuote):
			b.Kind = kind // a heading would say that it is one
		case kind != "" && kind != hearsay.BlockParagraph && b.Kind != hearsay.BlockMasthead:
			b.Kind = kind
		}
	}
	if w.title != "" && (rep.Title == "" || !strings.EqualFold(rep.Title, w.title)) && rep.Outlet != w.title {
		rep.Title = w.title
	}
	rep.Title, rep.Byline = orFirst(front.Title, rep.Title), orFirst(front.Byline, rep.Byline)
	rep.Outlet, rep.URL = orFirst(front.Outlet, rep.Outlet), orFirst(front.URL, rep.URL)
	if !front.Published.IsZero() {
		rep.Published = front.Published
	}
	w.nameAbove(rep)
	markMasthead(rep)
}

// nameAbove takes the line above the title for the publication's name, where
// the next one says when it came out: "The Quarry Post", "Sunday, 4 May 2031".
func (w *markdownWriter) nameAbove(rep *hearsay.Report) {
	above, _, ok := strings.Cut(rep.Text, w.title)
	lines := strings.Split(strings.TrimSpace(above), "\n")
	if !ok || w.title == "" || rep.Outlet != "" || len(lines) < 2 || len(lines) > 4 {
		return
	}
	dated := false
	for i, l := range lines {
		dated = dated || i > 0 && hasDate(l)
		if longSentences(l) > 0 || len(strings.Fields(l)) > 16 {
			return
		}
	}
	if name := strings.TrimSpace(lines[0]); dated && startsUpper(name) && len(strings.Fields(name)) <= 6 && !hasDate(name) && !isByline(name) {
		rep.Outlet = name
		for i := range rep.Blocks {
			if rep.Blocks[i].Span.End <= len(above) {
				rep.Blocks[i].Kind = hearsay.BlockMasthead
			}
		}
	}
}

// markMasthead takes the first heading for the publication's name where an
// address near it confirms that: "# Osterwen Notes", "*osterwennotes.example*"; or
// the line below the text, which begins with the same name.
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
	heading := func(i int) string { return rep.Blocks[headings[i]].Span.Of(rep.Text) }
	name, _, _ := strings.Cut(heading(0), ": ") // "Ada Lund: notes"
	for i := headings[0] + 1; i < min(headings[0]+4, len(rep.Blocks)); i++ {
		b := &rep.Blocks[i]
		line := b.Span.Of(rep.Text)
		for w := range strings.FieldsSeq(strings.ToLower(line)) {
			w = addressHost(strings.Trim(w, "<>()[],;."))
			for _, outlet := range []string{heading(0), name, lastWord(name)} {
				if len(line) > 300 || !isDomain(w) || !inHost(outlet, w) {
					continue
				}
				if outlet != heading(0) {
					outlet = name
				}
				rep.Outlet, rep.URL = outlet, orFirst(rep.URL, "https://"+w)
				rep.Blocks[headings[0]].Kind, b.Kind = hearsay.BlockMasthead, hearsay.BlockMasthead
				rep.Byline = orFirst(rep.Byline, bylineIn(line))
				if len(headings) > 1 && (rep.Title == rep.Outlet || rep.Title == heading(0)) {
					rep.Title = heading(1)
				}
				return
			}
		}
	}
	if next := headings[0] + 1; next < len(rep.Blocks) && isIssuer(heading(0), rep.Blocks[next].Span.Of(rep.Text), rep.Text[rep.Blocks[next].Span.End:]) {
		rep.Outlet = heading(0)
		rep.Blocks[headings[0]].Kind, rep.Blocks[next].Kind = hearsay.BlockMasthead, hearsay.BlockMasthead
		if len(headings) > 1 && rep.Title == heading(0) {
			rep.Title = heading(1)
		}
		return
	}
	if last := len(rep.Blocks) - 1; last > headings[0] && signedAs(rep.Blocks[last].Span.Of(rep.Text), heading(0)) {
		rep.Outlet = heading(0)
		rep.Blocks[headings[0]].Kind = hearsay.BlockMasthead
		rep.Blocks[last].Kind = hearsay.BlockSignature
	}
}

// issued begin the dated line below the name of the body that issues a text.
var issued = []string{
	"statement", "press statement", "public statement", "press release", "news release", "media release", "notice", "public notice", "communiqué", "communique",
	"declaration", "announcement", "circular", "bulletin", "open letter", "to our members", "to our customers", "to the press",
	"communiqué de presse", "déclaration", "avis", "pressemitteilung", "mitteilung", "erklärung", "comunicado", "nota de prensa", "declaración", "заявление", "сообщение", "بيان",
}

// isIssuer tells whether a first heading names the body that issues what stands
// below: the next line says what kind of notice it is and of which day, and the
// text goes on to speak of that body by the first words of its name.
func isIssuer(name, next, body string) bool {
	words := strings.Fields(name)
	if len(next) > 120 || !hasDate(next) || !startsWithAny(strings.ToLower(next), issued) || len(words) < 2 || len(words) > 9 || !startsUpper(name) || endsSentence(name) {
		return false
	}
	return strings.Contains(body, strings.Join(words[:2], " "))
}

func startsWithAny(s string, starts []string) bool {
	for _, p := range starts {
		if strings.HasPrefix(s, p) && !isLetterAt(s[len(p):]) {
			return true
		}
	}
	return false
}

// signedAs tells whether the line below a text is the name above it, and perhaps
// where that one is to be found: "Tarn Coopers' Guild, 3 Hoop Lane".
func signedAs(line, name string) bool {
	rest, ok := strings.CutPrefix(line, name)
	return ok && strings.Contains(name, " ") && len(line) < 120 && !strings.ContainsAny(rest, "!?;") && (rest == "" || rest == "." || strings.HasPrefix(rest, ","))
}

// addressHost is the host of an address, or the word itself.
func addressHost(w string) string {
	if _, rest, ok := strings.Cut(w, "://"); ok {
		w, _, _ = strings.Cut(rest, "/")
	}
	return w
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// bylineIn is the byline in one of the sentences of a line.
func bylineIn(line string) string {
	for s := range strings.SplitSeq(line, ". ") {
		if b := bylineOf(s); b != "" {
			return b
		}
	}
	return ""
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
