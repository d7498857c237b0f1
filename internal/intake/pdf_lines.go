package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// pdfLine is a line of a page.
type pdfLine struct {
	pdfRun
	page int
}

func (l pdfLine) height() float64 { return max(l.top-l.bottom, 1) }

// pdfParagraphs joins the runs of all pages to paragraphs.
func pdfParagraphs(pages [][]pdfRun) []docPara {
	var lines []pdfLine
	for i, runs := range pages {
		lines = append(lines, pdfLines(runs, i)...)
	}
	lines = withoutRunningHeads(lines, len(pages))
	if len(lines) == 0 {
		return nil
	}
	body := medianHeight(lines)
	leading := medianLeading(lines, body)
	known := compoundWords(lines)
	var paras []docPara
	var cur strings.Builder
	start := 0
	flush := func(end int) {
		if s := strings.TrimSpace(cur.String()); s != "" {
			paras = append(paras, docPara{text: s, kind: pdfKind(lines[start:end], body)})
		}
		cur.Reset()
		start = end
	}
	left, right := columnEdges(lines)
	for i, l := range lines {
		if i > 0 && beginsParagraph(lines[i-1], l, body, leading, left[i], right[i]) {
			flush(i)
		}
		joinLine(&cur, l.text, known)
	}
	flush(len(lines))
	return paras
}

// pdfLines joins the runs that stand side by side.
func pdfLines(runs []pdfRun, page int) []pdfLine {
	var lines []pdfLine
	for _, r := range runs {
		r.text = cleanRun(r.text)
		if strings.TrimSpace(r.text) == "" {
			continue
		}
		if n := len(lines) - 1; n >= 0 && sameLine(lines[n].pdfRun, r) {
			l := &lines[n]
			if r.left-l.right > 0.12*l.height() && !strings.HasSuffix(l.text, " ") {
				l.text += " "
			}
			l.text += r.text
			l.right, l.top, l.bottom = max(l.right, r.right), max(l.top, r.top), min(l.bottom, r.bottom)
			continue
		}
		lines = append(lines, pdfLine{pdfRun: r, page: page})
	}
	return lines
}

// cleanRun drops control characters; the library marks a word that a line end
// cuts by one, which becomes a soft hyphen here.
func cleanRun(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 2 || r == 0xfffe:
			return 0xad
		case r == '\r' || r == '\n' || r == '\t' || r == 0xa0:
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

// sameLine tells whether b goes on on the line of a: beside it, not a column
// away.
func sameLine(a, b pdfRun) bool {
	overlap := min(a.top, b.top) - max(a.bottom, b.bottom)
	height := min(a.top-a.bottom, b.top-b.bottom)
	return overlap > 0.5*height && b.left > a.left && b.left-a.right < 3*max(height, 1)
}

// withoutRunningHeads drops page numbers, and the lines at the top and bottom
// of pages that come again on other pages.
func withoutRunningHeads(lines []pdfLine, pages int) []pdfLine {
	edge := map[int]bool{}
	count := map[string]int{}
	for i := range lines {
		if isEdge(lines, i) {
			edge[i] = true
			count[maskDigits(lines[i].text)]++
		}
	}
	return slices.Collect(func(yield func(pdfLine) bool) {
		for i, l := range lines {
			again := pages > 1 && count[maskDigits(l.text)] >= max(2, pages/3)
			if edge[i] && (again || isPageNumber(l.text)) {
				continue
			}
			if !yield(l) {
				return
			}
		}
	})
}

// isEdge tells whether line i is one of the two at the top or bottom of a page.
func isEdge(lines []pdfLine, i int) bool {
	page := lines[i].page
	return i < 2 || lines[i-2].page != page || i+2 >= len(lines) || lines[i+2].page != page
}

func maskDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return -1
		case unicode.IsSpace(r):
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// isPageNumber tells whether a line is only that: "3", "- 3 -", "Page 3 of 9".
func isPageNumber(s string) bool {
	if !strings.ContainsAny(s, "0123456789") || len(s) > 24 {
		return false
	}
	switch strings.Trim(maskDigits(s), "-–—|/.[]()") {
	case "", "page", "pageof", "of", "p", "seite", "seitevon", "página", "páginade", "pagesur", "صفحة", "стр":
		return true
	}
	return false
}

func medianHeight(lines []pdfLine) float64 {
	var all []float64
	for _, l := range lines {
		for range 1 + len(l.text)/20 { // long lines count more: they are the body
			all = append(all, l.height())
		}
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// medianLeading is the usual distance from line to line.
func medianLeading(lines []pdfLine, body float64) float64 {
	var all []float64
	for i := 1; i < len(lines); i++ {
		if d := lines[i-1].bottom - lines[i].bottom; lines[i].page == lines[i-1].page && d > 0 && d < 4*body {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return 1.3 * body
	}
	slices.Sort(all)
	return all[len(all)/3]
}

// columnEdges are, for each line, the outermost left and right edges among the
// lines around it that overlap it sideways: those of its column.
func columnEdges(lines []pdfLine) (left, right []float64) {
	left, right = make([]float64, len(lines)), make([]float64, len(lines))
	for i, l := range lines {
		left[i], right[i] = l.left, l.right
		for j := max(0, i-6); j < min(len(lines), i+7); j++ {
			if o := lines[j]; o.left < l.right && l.left < o.right {
				left[i], right[i] = min(left[i], o.left), max(right[i], o.right)
			}
		}
	}
	return left, right
}

// beginsParagraph tells whether b begins a paragraph after line a. left and
// right are the edges of b's column.
func beginsParagraph(a, b pdfLine, body, leading, left, right float64) bool {
	if d := a.height() - b.height(); d > 0.25*body || d < -0.25*body {
		return true
	}
	unfinished := !endsSentence(a.text)
	moved := b.page != a.page || b.bottom > a.bottom+0.5*body // next page or column
	if moved {
		return !unfinished || !startsLower(b.text) && !isUncased(b.text)
	}
	if a.bottom-b.bottom > 1.3*leading {
		return true
	}
	if isListStart(b.text) {
		return true
	}
	if b.left-left > 0.8*body && a.left-left < 0.8*body && !unfinished {
		return true // indented
	}
	return !unfinished && a.right < right-0.2*(right-left) && !isRTL(a.text)
}

func isRTL(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Arabic, unicode.Hebrew) {
			return true
		}
	}
	return false
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// joinLine appends a line, joining a word that the line end before it cut.
func joinLine(b *strings.Builder, line string, known map[string]bool) {
	line = strings.Join(strings.Fields(line), " ")
	text := b.String()
	if text == "" {
		b.WriteString(line)
		return
	}
	stem, soft := strings.CutSuffix(text, "\u00ad")
	if !soft {
		stem, soft = cutHyphen(text)
	}
	if !soft || !startsLower(line) {
		b.WriteByte(' ')
		b.WriteString(line)
		return
	}
	last := stem[strings.LastIndexByte(stem, ' ')+1:]
	next, _, _ := strings.Cut(line, " ")
	b.Reset()
	b.WriteString(stem)
	if known[strings.ToLower(last+"-"+strings.TrimRight(next, ".,;:!?”’\""))] {
		b.WriteByte('-')
	}
	b.WriteString(line)
}

// cutHyphen cuts a hyphen at the end that stands behind a letter.
func cutHyphen(s string) (string, bool) {
	for _, h := range []string{"-", "‐"} {
		if stem, ok := strings.CutSuffix(s, h); ok {
			r, _ := utf8.DecodeLastRuneInString(stem)
			return stem, unicode.IsLetter(r)
		}
	}
	return s, false
}

// compoundWords are the words that the document writes with a hyphen inside a
// line; they keep it where a line end cuts them.
func compoundWords(lines []pdfLine) map[string]bool {
	known := map[string]bool{}
	for _, l := range lines {
		for w := range strings.FieldsSeq(l.text) {
			if i := strings.IndexByte(w, '-'); i > 0 && i < len(w)-1 {
				known[strings.ToLower(strings.Trim(w, ".,;:!?()“”‘’\""))] = true
			}
		}
	}
	return known
}

// pdfKind is a heading for short lines in letters larger than the body's.
func pdfKind(lines []pdfLine, body float64) hearsay.BlockKind {
	words := 0
	for _, l := range lines {
		if l.height() < 1.15*body {
			return hearsay.BlockParagraph
		}
		words += len(strings.Fields(l.text))
	}
	if words > 30 {
		return hearsay.BlockParagraph
	}
	return hearsay.BlockHeading
}
