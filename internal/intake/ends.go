package intake

import (
	"strings"

	"hearsay"
)

// The ends of a mail or post whose markup does not set them apart: what kind
// of text it is, by whom and when, above; who signs, below.

// headBlocks and footBlocks are how many blocks the ends have at most.
const (
	headBlocks = 4
	footBlocks = 4
)

// markHead marks the blocks before the text that say what it is, by whom and
// when, and the one that repeats its title.
func (b *body) markHead(outlet, title string) {
	for i := range b.blocks[:min(len(b.blocks), headBlocks)] {
		block := &b.blocks[i]
		if block.Kind == hearsay.BlockMasthead || block.Kind == hearsay.BlockHeading || block.Kind == hearsay.BlockFurniture {
			continue
		}
		switch s := block.Span.Of(b.text); {
		case sameWords(s, title):
			block.Kind = hearsay.BlockHeading
		case isHeadBlock(s, outlet):
			block.Kind = hearsay.BlockMasthead
		default:
			return
		}
	}
}

// isHeadBlock tells whether every line of a block belongs above a text.
func isHeadBlock(s, outlet string) bool {
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line != "" && !releaseLine.MatchString(line) && !sameWords(line, outlet) && !isMetaLine(line) && !(startsWithDay(line) && isPublicationKind(line)) {
			return false
		}
	}
	return true
}

// startsWithDay tells whether a line begins with a date: "Friday 28 May 2021.
// A letter about science for people on trains."
func startsWithDay(s string) bool {
	_, span := findDate(s)
	return !span.IsEmpty() && len(strings.Fields(s[:span.Start])) <= 1
}

// markFoot marks the blocks behind the text in which the publisher signs or
// tells about itself.
func (b *body) markFoot(outlet string) {
	for i := len(b.blocks) - 1; i > 0 && i >= len(b.blocks)-footBlocks; i-- {
		block := &b.blocks[i]
		s := block.Span.Of(b.text)
		switch {
		case block.Kind == hearsay.BlockFurniture || block.Kind == hearsay.BlockMasthead || isQuotedReply(s):
		case block.Kind == hearsay.BlockSignature:
			return
		case isAbout(s, outlet):
			block.Kind = hearsay.BlockFurniture
		case isSignature(s, outlet):
			block.Kind = hearsay.BlockSignature
			return
		default:
			return
		}
	}
}

// isAbout tells whether a last block describes the publisher: "About Nant Moor
// Quarries: we break stones."
func isAbout(s, outlet string) bool {
	rest, ok := strings.CutPrefix(s, "About ")
	return ok && outlet != "" && len(strings.Fields(s)) <= 80 && strings.HasPrefix(foldLetters(rest), foldLetters(outlet))
}

// isSignature tells whether a last block is who signs: a few short lines that
// are no sentences and begin with capitals, of which one is the publisher's
// name, a desk, or a person with an office.
func isSignature(s, outlet string) bool {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	if len(lines) > 4 {
		return false
	}
	own := false
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if n := len(strings.Fields(line)); n == 0 || n > 8 || endsSentence(line) || strings.ContainsAny(line, "“”\"«»") {
			return false
		}
		own = own || sameWords(line, outlet) || isDesk(line) || isSigner(line, outlet) || looksLikePerson(outlet) && strings.HasPrefix(outlet, line+" ")
	}
	return own
}

// isSigner tells whether a line is a person's name with the publisher's, or
// with an office at it: "Alda Prenning, spokeswoman, Lonn Water & Power", "For
// the Office: O. Ferring".
func isSigner(line, outlet string) bool {
	rest, forOther := strings.CutPrefix(line, "For the ")
	if before, name, ok := strings.Cut(rest, ": "); forOther && ok && looksLikePerson(name) {
		return len(strings.Fields(before)) <= 6
	}
	name, office, ok := strings.Cut(line, ", ")
	return ok && outlet != "" && strings.Contains(foldLetters(office), foldLetters(outlet)) && (looksLikePerson(name) || isOffice(name))
}

// isDesk tells whether a name is that of a desk which every institution has,
// and so of nobody by itself.
func isDesk(s string) bool {
	low := strings.ToLower(s)
	return len(strings.Fields(s)) <= 9 && containsAny(low, "press office", "press desk", "press service", "press directorate", "press department", "press team", "media office",
		"media desk", "media team", "media relations", "communications", "public affairs", "public relations", "newsroom", "information office", "press and public",
		"المكتب الإعلامي", "المكتب الصحفي", "service de presse", "pressestelle", "oficina de prensa", "пресс-служба")
}

// isOffice tells whether s names what somebody is at an institution.
func isOffice(s string) bool {
	return containsAny(strings.ToLower(s), "spokes", "director", "secretary", "chair", "editor", "officer", "head of", "manager", "partner", "president", "founder")
}
