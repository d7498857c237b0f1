package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// readTail marks what stands behind the text: who signed, and furniture.
func (t *textLayout) readTail(lines []textLine, paras []paragraph, head int) {
	t.markDelimited(lines, paras)
	for i := len(paras) - 1; i > 0; i-- {
		p := &paras[i]
		if p.kind == hearsay.BlockSignature || p.kind == hearsay.BlockFurniture || p.kind == hearsay.BlockMasthead {
			continue
		}
		switch {
		case isTailFurniture(textOf(lines[p.first:p.last])), isImprint(textOf(lines[p.first:p.last]), t.outlet):
			p.kind = hearsay.BlockFurniture
		case t.signature == "" && t.sign(lines, paras, i):
		default:
			return
		}
	}
}

func textOf(lines []textLine) string {
	parts := make([]string, len(lines))
	for i, l := range lines {
		parts[i] = l.text
	}
	return strings.Join(parts, " ")
}

// markDelimited marks what stands below a line "--", as mails have it.
func (t *textLayout) markDelimited(lines []textLine, paras []paragraph) {
	for i, p := range paras {
		if first := lines[p.first].text; first != "--" && first != "-- " || i == 0 || len(paras)-i > 6 {
			continue
		}
		if p.first+1 < p.last {
			t.signature = lines[p.first+1].text
		} else if i+1 < len(paras) {
			t.signature = lines[paras[i+1].first].text
		}
		for j := i; j < len(paras); j++ {
			paras[j].kind = hearsay.BlockSignature
		}
		return
	}
}

// sign marks paragraph i and those right before it as the signature of a
// letter if that is what they are.
func (t *textLayout) sign(lines []textLine, paras []paragraph, i int) bool {
	p := paras[i]
	block := lines[p.first:p.last]
	name, sure := signer(block)
	if name == "" {
		return false
	}
	if !sure { // a name alone counts below a closing formula only
		if i == 0 || !isClosing(lines[paras[i-1].last-1].text) || paras[i-1].last-paras[i-1].first > 2 {
			return false
		}
	}
	t.signature = withoutOffice(name)
	paras[i].kind = hearsay.BlockSignature
	if i > 1 && !sure || i > 1 && isClosing(lines[paras[i-1].last-1].text) && paras[i-1].last-paras[i-1].first == 1 {
		paras[i-1].kind = hearsay.BlockSignature
	}
	return true
}

// withoutOffice cuts office or address behind a name: "Bertha Klam, number
// nine".
func withoutOffice(name string) string {
	if before, _, ok := strings.Cut(name, ", "); ok && len(strings.Fields(before)) >= 2 {
		return before
	}
	return name
}

// signer is the name in the lines of a signature; sure if the lines themselves
// say that they sign.
func signer(lines []textLine) (name string, sure bool) {
	if len(lines) > 5 {
		return "", false
	}
	for _, l := range lines {
		if l.words > 12 || l.words > 5 && endsSentence(l.text) {
			return "", false
		}
	}
	first := lines[0].text
	if rest, ok := cutDash(first); ok && lines[0].words <= 9 {
		return rest, true
	}
	if rest, ok := cutClosing(first); ok {
		if rest = strings.Trim(rest, " ,،:.-–—"); rest != "" && looksLikeName(rest) {
			return rest, true
		}
		if rest == "" && len(lines) > 1 && looksLikeName(lines[1].text) {
			return strings.Trim(lines[1].text, " ,،."), true
		}
		return "", false
	}
	if len(lines) <= 3 && looksLikeName(first) {
		return strings.Trim(first, " ,،."), false
	}
	return "", false
}

// cutDash cuts the dash before a signing name.
func cutDash(s string) (string, bool) {
	for _, d := range []string{"-- ", "— ", "– ", "—", "―", "~ "} {
		if rest, ok := strings.CutPrefix(s, d); ok && looksLikeName(rest) {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

// looksLikeName tells whether a line is no more than a name, perhaps with an
// office behind a comma.
func looksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 9 || endsSentence(s) && !strings.HasSuffix(s, ".") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“«'‘("))
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r) && len(words) <= 6
}

// isForAnother tells whether the first line of a signature says for whom it is:
// "Signed for the Company", "On behalf of the board".
func isForAnother(s string) bool {
	low := strings.ToLower(s)
	for _, start := range []string{"signed for ", "signed on behalf of ", "for and on behalf of ", "on behalf of ", "by order of "} {
		if strings.HasPrefix(low, start) && len(strings.Fields(s)) <= 9 {
			return true
		}
	}
	return false
}

func isClosing(s string) bool {
	rest, ok := cutClosing(s)
	return ok && strings.Trim(rest, " ,،.!") == ""
}

// cutClosing cuts the formula that closes a letter.
func cutClosing(s string) (string, bool) {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return "", false
	}
	best := -1
	for _, c := range closings {
		if strings.HasPrefix(low, c) && len(c) > best && !isLetterAt(low[len(c):]) {
			best = len(c)
		}
	}
	if best < 0 {
		return "", false
	}
	return s[best:], true
}

var closings = []string{
	"yours", "yours sincerely", "yours faithfully", "yours truly", "yours in solidarity", "yours ever", "yours etc", "sincerely", "sincerely yours",
	"faithfully", "respectfully", "respectfully yours", "regards", "best regards", "kind regards", "warm regards", "with regards", "best wishes", "best", "with best wishes",
	"in solidarity", "in friendship", "your brother", "your sister", "your friend", "your comrade", "your servant", "cordially", "signed", "(signed)", "fraternally", "in peace",
	"thank you", "thanks", "cheers", "with respect", "with thanks", "gratefully",
	"أخوك", "أخوكم", "اخوك", "اخوكم", "أختكم", "أختك", "المخلص", "المخلص لكم", "مع التحية", "مع تحياتي", "مع خالص التحية", "تحياتي", "والسلام", "والسلام عليكم", "التوقيع", "توقيع", "ابنكم", "صديقكم", "رفيقكم",
	"cordialement", "bien à vous", "salutations", "votre frère", "ton frère", "saludos", "atentamente", "su hermano", "tu hermano", "cordialmente", "mit freundlichen grüßen", "hochachtungsvoll",
	"ihr", "euer", "dein bruder", "euer bruder", "с уважением", "ваш", "ваш брат", "искренне ваш", "з повагою", "atenciosamente", "seu irmão", "distinti saluti", "cordiali saluti", "saygılarımla", "با احترام", "ارادتمند", "بكل احترام",
}

// isTailFurniture tells whether a last paragraph serves the publication and
// not the story.
func isTailFurniture(s string) bool {
	words := len(strings.Fields(s))
	low := strings.ToLower(s)
	switch {
	case words > 60:
		return false
	case isRule(s), strings.HasPrefix(s, "©"), strings.HasPrefix(low, "copyright"), strings.HasPrefix(low, "(c)"):
		return true
	case isPromotion(s, words), words <= 3 && isEndMark(s), strings.HasPrefix(low, "contact: "), strings.HasPrefix(low, "media contact"), strings.HasPrefix(low, "press contact"):
		return true
	}
	return words <= 40 && containsAny(low, "unsubscribe", "to leave this list", "to leave the list", "you are receiving this", "you received this",
		"view this email", "view in your browser", "view in browser", "reply with the word", "all rights reserved", "no part of this",
		"printed and published by", "printed by", "se désabonner", "darse de baja", "abmelden", "إلغاء الاشتراك", "جميع الحقوق محفوظة", "отписаться") ||
		words <= 20 && isPagePointer(low)
}

// isEndMark tells whether a line only says that the text is over.
func isEndMark(s string) bool {
	switch strings.ToLower(strings.Trim(s, " -–—*#./")) {
	case "ends", "end", "fin", "ende", "30", "انتهى", "конец":
		return true
	}
	return false
}

// isPagePointer tells whether a line sends the reader to another page of the
// paper: "... are on page 4.", "Weather, page 9."
func isPagePointer(low string) bool {
	for _, sign := range []string{"on page ", "on pages ", ", page ", "see page "} {
		if i := strings.LastIndex(low, sign); i >= 0 {
			after := low[i+len(sign):]
			return len(after) <= 12 && strings.ContainsAny(after, "0123456789")
		}
	}
	return false
}

// isImprint tells whether a last line says whose the publication is: "Northgate
// News is a title of Lower Ellard Press."
func isImprint(s, outlet string) bool {
	if outlet == "" || len(strings.Fields(s)) > 30 {
		return false
	}
	if len(strings.Fields(s)) <= 12 && strings.HasPrefix(s, outlet+",") && !strings.Contains(s, " said") { // its address
		return true
	}
	return strings.HasPrefix(foldLetters(s), foldLetters(outlet)) && containsAny(strings.ToLower(s), " title of ", " part of ", " printed ", " published ",
		" owned by ", " run by ", " member of ", " service of ", " paid for by ", " registered ")
}
