package trace

import (
	"regexp"
	"strings"
	"unicode"

	"hearsay"
)

// ResponseKind says how somebody answered, or did not.
type ResponseKind string

const (
	Replied   ResponseKind = "replies"     // a report that answers another by its own mark
	Declined  ResponseKind = "declined"    // to comment
	Silent    ResponseKind = "no-response" // did not respond
	Unreached ResponseKind = "unreached"   // could not be reached
)

// silence is a sentence that tells that somebody did not answer.
type silence struct {
	kind ResponseKind
	who  hearsay.Span // the words that name them
	span hearsay.Span // of the whole phrase
}

// silenceForms are the phrases, with the group "who" where these name the
// silent one behind the verb.
var silenceForms = []struct {
	kind  ResponseKind
	stems []string // one of which stands in all that it finds, in lower case
	re    *regexp.Regexp
}{
	{Unreached, []string{"efforts", "attempts", "tries"}, regexp.MustCompile(`(?i)\b(?:efforts|attempts|tries)\s+to\s+(?:reach|contact)\s+(?P<who>[^.;]{2,80}?)\s+(?:were|was|have been|had been)\s+(?:unsuccessful|in vain)|\b(?:efforts|attempts)\s+to\s+(?:reach|contact)\s+(?P<who2>[^.;]{2,80}?)\s+failed`)},
	{Silent, []string{"unanswered"}, regexp.MustCompile(`(?i)\b(?:calls?|e-?mails?|messages?|questions?|requests?|letters?)\s+(?:sent\s+|left\s+|put\s+|addressed\s+)?(?:to|for|with)\s+(?P<who>[^.;]{2,80}?)\s+(?:went|were left|remained|have gone|has gone)\s+unanswered`)},
	{Silent, []string{"returned", "answered"}, regexp.MustCompile(`(?i)\b(?:calls?|e-?mails?|messages?)\s+(?:sent\s+|left\s+)?(?:to|for|with)\s+(?P<who>[^.;]{2,80}?)\s+(?:were|was)(?: not|n[’']t)\s+(?:immediately\s+)?(?:returned|answered)`)},
	{Unreached, []string{"reached", "contacted", "available", "reachable"}, regexp.MustCompile(`(?i)\bcould(?: not|n[’']t)\s+(?:immediately\s+|at once\s+)?be\s+(?:reached|contacted)|\b(?:was|were)(?: not|n[’']t)\s+(?:immediately\s+)?(?:available|reachable)\s+for\s+(?:comment|an interview)|\b(?:was|were)\s+unavailable\s+for\s+comment`)},
	{Declined, []string{"declin", "refus", "comment"}, regexp.MustCompile(`(?i)\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing))\s+(?:repeatedly\s+|again\s+)?to\s+(?:comment|answer|discuss|respond|elaborate|be\s+interviewed|be\s+drawn|speak|talk|confirm\s+or\s+deny|say\s+(?:whether|if|more|anything))|\bwould(?: not|n[’']t)\s+comment|\b(?:had|has|have|offered|made)\s+no\s+comment|\b(?:did|does|do)(?: not|n[’']t)\s+(?:wish|want)\s+to\s+comment|\b(?:has|had|have)(?: not|n[’']t)\s+commented|\b(?:did|does|do)(?: not|n[’']t)\s+comment`)},
	{Silent, []string{"respon", "repl", "answer", "return", "comment"}, regexp.MustCompile(`(?i)\b(?:did|do|does)(?: not|n[’']t)\s+(?:immediately\s+|yet\s+|at once\s+)?(?:(?:respond|reply)(?:\s+to\s+(?:[\w’'-]+\s+){0,4}(?:requests?|questions?|calls?|e-?mails?|messages?|inquir(?:y|ies)|enquir(?:y|ies)|letters?|quer(?:y|ies)|comment)|\s*[.,;]|\s+(?:by|before|on|when|in|yet|immediately)\b)|answer\s+(?:\w+\s+){0,2}(?:calls?|questions?|requests?|e-?mails?|messages?|letters?)|return\s+(?:\w+\s+){0,4}(?:calls?|messages?|e-?mails?))|\b(?:has|had|have)(?: not|n[’']t)\s+(?:yet\s+|so far\s+)?(?:responded|replied|answered|returned\s+(?:\w+\s+){0,3}(?:calls?|messages?|e-?mails?))|\b(?:has|had|have)\s+yet\s+to\s+(?:respond|reply|answer|comment)|\bgave\s+no\s+(?:answer|reply|response)`)},
}

// silences finds them in a text; each stretch of it tells of one.
func silences(text string) (list []silence) {
	lower := lowered(text)
	for _, form := range silenceForms {
		for _, m := range findAround(form.re, text, lower, form.stems) {
			s := silence{kind: form.kind, span: hearsay.Span{Start: m[0], End: m[1]}}
			for g := 2; g+1 < len(m); g += 2 {
				if m[g] >= 0 {
					s.who = hearsay.Span{Start: m[g], End: m[g+1]}
				}
			}
			if s.who.IsEmpty() {
				s.who = subjectBefore(text, m[0])
			}
			if !s.who.IsEmpty() && !overlapsAny(list, s.span) {
				list = append(list, s)
			}
		}
	}
	return list
}

func overlapsAny(list []silence, span hearsay.Span) bool {
	for _, s := range list {
		if s.span.Overlaps(span) {
			return true
		}
	}
	return false
}

// subjectBefore is the stretch of its clause before a verb, without what stands
// between commas right before it ("Lund, who chairs the board, declined").
func subjectBefore(text string, verb int) hearsay.Span {
	start := clauseStart(text, verb)
	words := strings.TrimRightFunc(text[start:verb], unicode.IsSpace)
	if inner, ok := strings.CutSuffix(words, ","); ok {
		if comma := strings.IndexByte(inner, ','); comma > 0 {
			words = inner[:comma]
		}
	}
	lead := len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	return hearsay.Span{Start: start + lead, End: start + len(words)}
}

// clauseStart is where the clause before an offset begins: behind the end of
// the sentence before, a semicolon, or a conjunction behind a comma.
func clauseStart(text string, at int) int {
	before := text[max(0, at-400):at]
	base := at - len(before)
	start := 0
	for _, mark := range []string{". ", "! ", "? ", "; ", "\n", "” ", ", and ", ", but ", ", while ", " but ", "." + "\u00a0"} {
		i := strings.LastIndex(before, mark)
		for i >= 0 && abbreviated(before, i, mark) {
			i = strings.LastIndex(before[:i], mark)
		}
		if i >= 0 {
			start = max(start, i+len(mark))
		}
	}
	return base + start
}

// abbreviated tells whether a full stop stands behind a title or an initial.
func abbreviated(text string, at int, mark string) bool {
	word := text[strings.LastIndexAny(text[:at], " \n")+1 : at]
	return strings.HasPrefix(mark, ".") && (len(word) < 2 || titles[word])
}

var titles = map[string]bool{"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Gen": true, "Col": true, "Sen": true, "Rep": true,
	"Gov": true, "Lt": true, "Capt": true, "Sgt": true, "Prof": true, "Rev": true, "Hon": true, "Maj": true, "St": true}
