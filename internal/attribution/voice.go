package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// voice reads the report in the voice that its form gives it: a letter's body
// is its signatory's, any other report speaks for itself.
func (s *scanner) voice() {
	frame := s.letterFrame()
	if !frame.ok() && s.english() {
		s.answerOf = s.answers()
	}
	if !frame.ok() || frame.medium == "" && s.release() {
		s.paragraphs(0, len(s.doc.Blocks), -1)
		return
	}
	s.paragraphs(0, frame.from, -1)
	if i := s.addLetter(frame); i >= 0 {
		s.letterBody(frame, i)
	} else {
		s.paragraphs(frame.from, frame.to, -1)
	}
	s.paragraphs(frame.to, len(s.doc.Blocks), -1)
}

// letterFrame is where a letter stands in a report: its blocks [from, to), and
// who signed it. quoted tells a letter that the report prints as a quotation.
type letterFrame struct {
	from, to  int
	signature hearsay.Span
	quoted    bool
	medium    string // "" for a letter
}

func (f letterFrame) ok() bool { return f.to > f.from && !f.signature.IsEmpty() }

func (s *scanner) letterFrame() letterFrame {
	if f := s.reproduced(); f.ok() {
		return f
	}
	if f := s.issuedAbroad(); f.ok() {
		return f
	}
	if f := s.sworn(); f.ok() {
		return f
	}
	if f := s.quotedLetter(); f.ok() {
		return f
	}
	if f := s.quotedPage(); f.ok() {
		return f
	}
	return s.wholeLetter()
}

// addLetter keeps the attribution of the letter to its signatory.
func (s *scanner) addLetter(frame letterFrame) int {
	k := finding{source: [][2]int{s.tokensOf(frame.signature)}, stance: hearsay.Asserts, medium: orLetter(frame.medium), parent: -1, score: scoreClause}
	for b := frame.from; b < frame.to; b++ {
		if block := s.doc.Blocks[b]; block.Says() {
			if t := s.withoutSignature(s.tokensOf(block.Span), frame.signature); t[0] < t[1] {
				k.content = append(k.content, t)
			}
		}
	}
	i := s.add(k)
	if s.frame = i; i >= 0 {
		for _, piece := range s.found[i].content {
			s.markUsed(piece)
		}
	}
	return i
}

// withoutSignature cuts a block that holds the signature before its line.
func (s *scanner) withoutSignature(toks [2]int, sig hearsay.Span) [2]int {
	at := s.tokensOf(sig)
	if at[0] >= toks[1] || at[1] <= toks[0] {
		return toks
	}
	end := at[0]
	for end > toks[0] && s.doc.SentenceAt(end-1) == s.doc.SentenceAt(at[0]) {
		end--
	}
	return [2]int{toks[0], end}
}

// letterBody reads what is nested in the letter, paragraph by paragraph.
func (s *scanner) letterBody(frame letterFrame, parent int) {
	for _, piece := range s.found[parent].content {
		first, last := piece[0], piece[1]
		if frame.quoted {
			s.inside(piece, parent, 1)
			continue
		}
		s.read(first, last, parent, 1)
	}
}

// salutations begin a letter, closings end one, in lower case.
var (
	salutations = []string{
		"dear ", "to the ", "sir,", "sirs,", "madam,", "gentlemen,", "my dear", "peace be upon", "an open letter", "open letter to", "to my ",
		"السلام عليكم", "رسالة مفتوحة", "إلى ", "الى ", "أيها ", "chère ", "cher ", "monsieur", "madame", "sehr geehrte", "liebe ", "lieber ",
		"estimad", "querid", "уважаем", "дорог",
	}
	closings = []string{
		"yours", "your brother", "your sister", "your friend", "your servant", "your comrade", "sincerely", "faithfully", "respectfully,", "respectfully yours", "with respect",
		"regards", "best regards", "kind regards", "warm regards", "best wishes", "with best", "with kind", "with warm", "with regards", "with many thanks", "with thanks", "in solidarity", "signed", "cordially", "fraternally", "love,",
		"أخوك", "أخوكم", "أختك", "أختكم", "المخلص", "والسلام", "التوقيع", "cordialement", "salutations", "hochachtungsvoll", "mit freundlichen",
		"atentamente", "saludos", "с уважением", "ваш ",
	}
	handovers = []string{
		"we received", "we print", "we publish", "we have received", "this letter", "the following letter", "this open letter", "reached us",
		"وصلتنا", "وصلنا", "ننشر", "تلقينا", "nous publions", "nous avons reçu", "wir veröffentlichen", "hemos recibido", "мы получили",
		"we are publishing", "we are printing", "we post this letter", "we share this letter", "nous reproduisons", "publicamos", "reproducimos", "wir drucken",
		"pubblichiamo", "публикуем", "публикую", "нам прислали", "нам передали", "нам пришло", "به دست ما رسید", "منتشر می\u200cکنیم", "این نامه", "نامه زیر",
	}
)

// forAnother begin the signature of an officer whose house speaks.
var forAnother = []string{
	"signed for ", "signed on behalf of", "for and on behalf of", "on behalf of", "for the board", "for the company", "by order of", "pour le ", "pour la ", "im auftrag", "i. a.", "i.a.", "por orden de", "от имени",
}

// subscribers are greeted by a publication's own newsletter.
var subscribers = []string{"dear subscriber", "dear reader", "dear patron", "dear all", "dear followers", "dear listener", "dear viewer", "dear supporter"}

func beginsWith(s string, starts []string) bool {
	s = strings.ToLower(strings.TrimLeft(s, "“\"«‘„' \n"))
	for _, p := range starts {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// wholeLetter finds a letter that is the report itself: a salutation before,
// and a signature behind.
func (s *scanner) wholeLetter() letterFrame {
	end, signature, closed := s.signatureBlock()
	if signature.IsEmpty() {
		end, signature = s.bareSignature()
	}
	if signature.IsEmpty() {
		return letterFrame{}
	}
	from, greeted := -1, false
	for b := 0; b < end; b++ {
		body := s.doc.Blocks[b].Span.Of(s.doc.Text)
		if beginsWith(body, salutations) && len(body) < 400 {
			if s.report.Outlet != "" && beginsWith(body, subscribers) {
				return letterFrame{}
			}
			from, greeted = b, true
			if s.doc.Blocks[b].Span.Len() < 160 && !strings.HasSuffix(strings.TrimSpace(body), ".") {
				from = b + 1
			}
			break
		}
	}
	if !greeted && !closed && !s.handedOver(end) {
		return letterFrame{}
	}
	for b := max(from, 0); b < end && s.handsOver(b); b++ {
		from = b + 1
	}
	return letterFrame{from: max(from, 0), to: end, signature: signature}
}

// handedOver tells whether the publisher says before the blocks up to end that
// somebody else's letter follows.
func (s *scanner) handedOver(end int) bool {
	for b := 0; b < min(end, 3); b++ {
		if s.doc.Blocks[b].Says() {
			return s.handsOver(b)
		}
	}
	return false
}

// handsOver tells whether block b is the publisher's line that introduces a
// letter.
func (s *scanner) handsOver(b int) bool {
	body := strings.ToLower(s.doc.Blocks[b].Span.Of(s.doc.Text))
	for _, h := range handovers {
		if i := strings.Index(body, h); i >= 0 && i < 60 {
			return true
		}
	}
	return !s.doc.Blocks[b].Says()
}

// signatureBlock finds who signed the report: the block that it is in, the
// name, and whether a closing formula stands before the name.
func (s *scanner) signatureBlock() (block int, name hearsay.Span, closed bool) {
	blocks := s.doc.Blocks
	for b := len(blocks) - 1; b >= 0 && b >= len(blocks)-6; b-- {
		if blocks[b].Kind != hearsay.BlockSignature && !(blocks[b].Says() && s.closingBlock(b)) {
			continue
		}
		first := b
		for first > 0 && (blocks[first-1].Kind == hearsay.BlockSignature || beginsWith(blocks[first-1].Span.Of(s.doc.Text), closings) && blocks[first-1].Span.Len() < 60) {
			first--
		}
		name, closed = s.signedName(hearsay.Span{Start: blocks[first].Span.Start, End: blocks[b].Span.End})
		return first, name, closed
	}
	return len(blocks), hearsay.Span{}, false
}

// bareSignature finds who signed a text that ends with a name, and perhaps a
// place, and nothing before them.
func (s *scanner) bareSignature() (block int, name hearsay.Span) {
	last := len(s.doc.Blocks) - 1
	if last < 1 || s.doc.Blocks[last].Span.Len() > 80 {
		return len(s.doc.Blocks), hearsay.Span{}
	}
	span := s.doc.Blocks[last].Span
	line, _, _ := strings.Cut(span.Of(s.doc.Text), "\n")
	first, _, _ := strings.Cut(line, ",")
	if words := strings.Fields(first); len(words) < 2 || len(words) > 4 || strings.ContainsAny(span.Of(s.doc.Text), "?!:;\"“”") || strings.HasSuffix(line, ".") {
		return len(s.doc.Blocks), hearsay.Span{}
	}
	for _, w := range strings.Fields(first) {
		if !nameLike(w) {
			return len(s.doc.Blocks), hearsay.Span{}
		}
	}
	return last, hearsay.Span{Start: span.Start, End: span.Start + len(first)}
}

// closingBlock tells whether block b is short and begins with a closing
// formula, or follows a block that is nothing else.
func (s *scanner) closingBlock(b int) bool {
	span := s.doc.Blocks[b].Span
	if span.Len() > 200 {
		return false
	}
	if beginsWith(span.Of(s.doc.Text), closings) {
		return true
	}
	if b == 0 || span.Len() > 80 {
		return false
	}
	prev := s.doc.Blocks[b-1].Span
	return prev.Len() < 60 && beginsWith(prev.Of(s.doc.Text), closings)
}

// signedName is the first line of a signature that is a name, and not a
// closing formula.
func (s *scanner) signedName(span hearsay.Span) (hearsay.Span, bool) {
	closed := false
	at := span.Start
	for line := range strings.Lines(span.Of(s.doc.Text)) {
		start := at
		at += len(line)
		body := line
		if beginsWith(body, forAnother) { // who signs for a house does not speak for himself
			return hearsay.Span{}, false
		}
		if beginsWith(body, closings) {
			closed = true
			_, after, ok := strings.Cut(body, ",")
			if !ok {
				continue
			}
			start += len(body) - len(after)
			body = after
		}
		name := strings.TrimFunc(body, func(r rune) bool {
			return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '.' && r != ')'
		})
		if name == "" || !nameLike(name) {
			continue
		}
		start += strings.Index(body, name)
		return hearsay.Span{Start: start, End: start + len(name)}, closed
	}
	return hearsay.Span{}, closed
}

// nameLike tells whether a line can be a name: at most seven words, the first
// with a capital where the script has capitals.
func nameLike(s string) bool {
	if len(strings.Fields(s)) > 7 || strings.ContainsAny(s, "@/|") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) && (unicode.IsUpper(r) || !unicode.IsLower(r))
}

// quotedLetter finds a letter printed as a quotation of three paragraphs or
// more, or with a greeting, whose last paragraph is its signature.
func (s *scanner) quotedLetter() letterFrame {
	blocks := s.doc.Blocks
	for b := len(blocks) - 1; b >= 0; b-- {
		if !s.whollyQuoted(b) {
			continue
		}
		first := b
		for first > 0 && s.whollyQuoted(first-1) {
			first--
		}
		if b-first >= 2 {
			if sig := s.quotedSignature(first, b); !sig.IsEmpty() {
				return letterFrame{from: first, to: b + 1, signature: sig, quoted: true}
			}
		}
		b = first
	}
	return letterFrame{}
}

// whollyQuoted tells whether block b is a block quotation or stands between
// quotation marks from end to end.
func (s *scanner) whollyQuoted(b int) bool {
	block := s.doc.Blocks[b]
	if block.Kind == hearsay.BlockQuote {
		return true
	}
	if block.Kind != hearsay.BlockParagraph {
		return false
	}
	t := s.tokensOf(block.Span)
	return t[0] < t[1] && s.doc.Tokens[t[0]].Quote >= 0 && s.doc.Tokens[t[1]-1].Quote >= 0 && s.doc.Tokens[t[0]].Quote == s.doc.Tokens[t[1]-1].Quote
}

// quotedSignature is the name in the closing of the quoted blocks [first, last].
func (s *scanner) quotedSignature(first, last int) hearsay.Span {
	span := s.doc.Blocks[last].Span
	if body := span.Of(s.doc.Text); len(body) < 120 && beginsWith(body, closings) {
		name, _ := s.signedName(span)
		return name
	}
	return hearsay.Span{}
}
