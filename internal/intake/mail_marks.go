package intake

import (
	"regexp"
	"strings"
	"unicode"

	"hearsay"
	"hearsay/internal/text"
)

// markMail tells what a mail says from what comes with every mail: the
// signature under "--", unsubscribe lines, notes to editors, a list's footer,
// the armour of a cryptographic signature, a newsletter's name at its head.
// It changes kinds and cuts blocks, never the text.
func markMail(b body, outlet, title string) body {
	if len(b.blocks) == 0 {
		b.blocks = text.Paragraphs(b.text)
	}
	for _, at := range markLines(b.text) {
		b.blocks = cutBlocks(b.blocks, b.text, at)
	}
	sign := signatureStart(b.text)
	footer := footerStart(b.text)
	for i := range b.blocks {
		block := &b.blocks[i]
		words := block.Span.Of(b.text)
		switch {
		case isQuotedReply(words):
			block.Kind = hearsay.BlockQuote
		case footer >= 0 && block.Span.Start >= footer, isArmour(words), isMailFurniture(words, i, len(b.blocks)):
			block.Kind = hearsay.BlockFurniture
		case sign >= 0 && block.Span.Start >= sign:
			block.Kind = hearsay.BlockSignature
		case isForwardHeader(words), i == 0 && isMailMasthead(words, outlet):
			block.Kind = hearsay.BlockMasthead
		}
	}
	b.markHead(outlet, title)
	b.markFoot(outlet)
	return b
}

const maxSignature = 1200

var (
	signatureLine = regexp.MustCompile(`(?m)^--[ \t]?$`)
	footerLine    = regexp.MustCompile(`(?m)^[_=*-]{20,}[ \t]*$`)
	armourLine    = regexp.MustCompile(`(?m)^-----(?:BEGIN|END) PGP [A-Z ]+-----[ \t]*$`)
)

// markLines are the offsets of lines that begin or end a part of a mail
// without an empty line around them.
func markLines(s string) []int {
	var at []int
	if !hasRule(s) {
		return nil
	}
	for _, re := range []*regexp.Regexp{signatureLine, footerLine, armourLine} {
		for _, m := range re.FindAllStringIndex(s, -1) {
			at = append(at, m[0])
		}
	}
	return at
}

// hasRule tells cheaply whether s can have a line that parts a mail: most
// mails have none, and need no search for them.
func hasRule(s string) bool {
	for _, rule := range []string{"--", "____", "====", "****"} {
		if strings.Contains(s, rule) {
			return true
		}
	}
	return false
}

// cutBlocks cuts the block around offset in two, without the white space
// between them.
func cutBlocks(blocks []hearsay.Block, s string, offset int) []hearsay.Block {
	var out []hearsay.Block
	for _, b := range blocks {
		if b.Span.Start >= offset || b.Span.End <= offset {
			out = append(out, b)
			continue
		}
		before, after := s[b.Span.Start:offset], s[offset:b.Span.End]
		first, second := b, b
		first.Span.End = b.Span.Start + len(strings.TrimRightFunc(before, unicode.IsSpace))
		second.Span.Start = b.Span.End - len(strings.TrimLeftFunc(after, unicode.IsSpace))
		for _, part := range []hearsay.Block{first, second} {
			if !part.Span.IsEmpty() {
				out = append(out, part)
			}
		}
	}
	return out
}

// signatureStart is where the signature begins, -1 if there is none. Only the
// last "--" counts, and only a short text behind it: some people part
// sections with it.
func signatureStart(s string) int {
	if !strings.Contains(s, "--") {
		return -1
	}
	all := signatureLine.FindAllStringIndex(s, -1)
	if all == nil {
		return -1
	}
	at := all[len(all)-1][0]
	rest := s[at:]
	if i := footerLine.FindStringIndex(rest); i != nil {
		rest = rest[:i[0]]
	}
	if len(rest) > maxSignature {
		return -1
	}
	return at
}

// footerStart is where the footer of a mailing list begins, -1 if there is
// none: a long line at the end, with an address and little else behind it.
func footerStart(s string) int {
	if !hasRule(s) {
		return -1
	}
	all := footerLine.FindAllStringIndex(s, -1)
	for _, m := range all {
		rest := s[m[1]:]
		if len(rest) < 800 && strings.Count(rest, "\n") < 14 && !signatureLine.MatchString(rest) &&
			(strings.Contains(rest, "://") || strings.Contains(rest, "@")) && !strings.Contains(rest, "\n>") {
			return m[0]
		}
	}
	return -1
}

// isQuotedReply tells whether every line is quoted from another mail.
func isQuotedReply(s string) bool {
	for line := range strings.Lines(s) {
		if t := strings.TrimSpace(line); t != "" && t[0] != '>' {
			return false
		}
	}
	return true
}

func isArmour(s string) bool {
	return strings.HasPrefix(s, "-----BEGIN PGP SIGN") || strings.HasPrefix(s, "-----END PGP") ||
		strings.HasPrefix(s, "-----BEGIN PGP PUBLIC")
}

var (
	leaveList = regexp.MustCompile(`(?i)^\W*unsubscribe\b|\b(?:to|can|may|please|also|click|or)\W+(?:\w+\W+){0,3}unsubscribe\b|` +
		`\bunsubscribe (?:here|at|by|from (?:this|these|our|all)|link|using|now|instantly)\b|//\S*unsub|` +
		`\bremoved? (?:you(?:rself)? )?from (?:this|our|the) (?:mailing )?list\b|\b(?:leave|quit) (?:this|the|our) (?:mailing )?list\b|` +
		`\bopt(?:ing)?[ -]out\b.{0,40}\b(?:mail|list|click|here)|\b(?:manage|update|change) your (?:e-?mail )?(?:subscription|preferences)|` +
		`\byou (?:get|have) this because|\bview (?:this|it) (?:e-?mail |message |newsletter )?(?:in|online)|\byou (?:are|were) (?:receiving|sent|subscribed)|` +
		`\byou(?:'|’)re receiving|\byou received this (?:e-?mail|message|newsletter)|\bto stop receiving|\bsubscribe (?:here|at|to this)|^\W*to subscribe\b|` +
		`\b(?:désabonner|désinscrire|abmelden|abbestellen)\b|darse de baja|cancelar (?:la |tu |su )?su(?:b)?scripci|\bdisiscriver|отписаться|إلغاء الاشتراك`)
	toEditors = regexp.MustCompile(`(?i)^\W*(?:(?:a )?notes? (?:to|for) (?:the )?(?:news )?(?:editors?|media|journalists|desks?)|(?:attention )?(?:news )?editors(?:'|’)?(?: notes?| please note)?|` +
		`editor(?:'|’)s notes?|(?:for )?(?:further|more) information|(?:press|media|news)(?: office)? (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))|contacts?(?: for (?:press|media|journalists))?|` +
		`photo(?:graph)?s?(?: opportunity| call)?|press|media|embargo(?:ed)?(?: until)?|not for publication)\W*(?::|\n)`)
	releaseLine = regexp.MustCompile(`(?i)^\W*(?:(?:press|news|media) (?:release|statement|notice)|(?:statement |press release )?for immediate (?:release|use|publication)|ends?|###|-30-|\* ?\* ?\*)\W*$`)
)

// isMailFurniture tells whether block i of n speaks to the reader of the mail
// about the mail. It is asked of short blocks only, and of unsubscribe lines
// near an end: a report may be about a mailing list.
func isMailFurniture(s string, i, n int) bool {
	words := len(strings.Fields(s))
	switch {
	case words > 60:
		return false
	case releaseLine.MatchString(s), toEditors.MatchString(s):
		return true
	}
	nearEnd := i < 2 || i*3 >= n*2 || n-i <= 4
	return nearEnd && leaveList.MatchString(s) && !strings.ContainsAny(s, "“\"«")
}

// isMailMasthead tells whether a short opening block is the newsletter's name.
func isMailMasthead(s, outlet string) bool {
	if len(strings.Fields(s)) > 25 {
		return false
	}
	first, _, _ := strings.Cut(s, "\n")
	return sameWords(first, outlet)
}

var (
	forwardMark   = regexp.MustCompile(`(?im)^[ \t>]*(?:-{2,} ?(?:forwarded message|original message|forwarded by .*|message transf[ée]r[ée]|weitergeleitete nachricht|mensaje reenviado) ?-{0,}|begin forwarded message:)`)
	forwardSender = regexp.MustCompile(`(?im)^[ \t>*]*(?:from|de|von|da|от|من)[ \t*]*:[ \t*]*(.+)$`)
	forwardTitle  = regexp.MustCompile(`(?i)^\s*(?:fwd?|wg|tr|rv|enc)\s*:`)
)

// isForwardHeader tells whether a block is the head of a forwarded message.
func isForwardHeader(s string) bool {
	if len(s) > 1000 {
		return false
	}
	if forwardMark.MatchString(s) {
		return true
	}
	lines, fields := 0, 0
	for line := range strings.Lines(s) {
		lines++
		name, _, ok := strings.Cut(strings.Trim(line, " \t*>\n"), ":")
		switch strings.ToLower(name) {
		case "from", "to", "cc", "date", "sent", "subject", "reply-to":
			if ok {
				fields++
			}
		}
	}
	return fields >= 2 && fields*2 > lines
}

// forwardedFrom is the sender that a forwarded mail names, "" if the mail is
// no forward.
func forwardedFrom(s, title string) string {
	if !forwardTitle.MatchString(title) {
		return ""
	}
	mark := forwardMark.FindStringIndex(s)
	if mark == nil {
		return ""
	}
	rest := s[mark[1]:]
	m := forwardSender.FindStringSubmatch(rest[:min(len(rest), 1000)])
	if m == nil {
		return ""
	}
	name, address, _ := strings.Cut(m[1], "<")
	name = strings.Trim(strings.TrimSpace(name), `"'*`)
	if name == "" {
		name, _, _ = strings.Cut(address, ">")
	}
	if i := strings.Index(name, "[mailto:"); i > 0 {
		name = name[:i]
	}
	return strings.TrimSpace(name)
}
