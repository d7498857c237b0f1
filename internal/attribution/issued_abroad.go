package attribution

import (
	"strings"

	"hearsay"
)

// headsOfStatements begin, in other languages, the heading of a statement, and
// the name of whose it is follows: "بيان صادر عن S", "Communiqué de S".
var headsOfStatements = []string{
	"بيان صادر عن", "بيان صحفي صادر عن", "تصريح صادر عن", "تصريح صحفي صادر عن", "بلاغ صادر عن",
	"communiqué de la ", "communiqué de l'", "communiqué de l’", "communiqué du ", "communiqué des ", "communiqué de ", "déclaration de la ", "déclaration du ", "déclaration des ", "déclaration de ",
	"comunicado de la ", "comunicado del ", "comunicado de los ", "comunicado de las ", "comunicado de ", "declaración de la ", "declaración del ", "declaración de ",
	"comunicado da ", "comunicado do ", "erklärung der ", "erklärung des ", "erklärung von ", "mitteilung der ", "mitteilung des ",
	"заявление ",
}

// issuedAbroad finds the statement of a body in another language than English,
// which a channel or a page prints as a whole under its heading: whose it is.
func (s *scanner) issuedAbroad() letterFrame {
	if s.english() {
		return letterFrame{}
	}
	for b := 0; b < min(2, len(s.doc.Blocks)-1); b++ {
		span := s.doc.Blocks[b].Span
		name := headed(span.Of(s.doc.Text))
		if name.IsEmpty() {
			continue
		}
		return letterFrame{from: b + 1, to: s.ownNote(b + 1), medium: "statement",
			signature: hearsay.Span{Start: span.Start + name.Start, End: span.Start + name.End}}
	}
	return letterFrame{}
}

// headed is where in the heading of a statement the name stands of whose it is:
// the rest of the line, which has no verb to go on with.
func headed(line string) hearsay.Span {
	low := strings.ToLower(line)
	if len(low) != len(line) {
		return hearsay.Span{}
	}
	for _, h := range headsOfStatements {
		rest, ok := strings.CutPrefix(low, h)
		if !ok {
			continue
		}
		start := len(line) - len(rest)
		name := strings.Trim(line[start:], " \t:.«»\"")
		if name == "" || !nameLike(name) || forThePress(name) || strings.ContainsAny(name, "،,;\n") {
			return hearsay.Span{}
		}
		start += strings.Index(line[start:], name)
		return hearsay.Span{Start: start, End: start + len(name)}
	}
	return hearsay.Span{}
}

// forThePress tells whether what follows says for whom a statement is, or on what
// matter, and not whose it is: "COMMUNIQUÉ DE PRESSE".
func forThePress(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		switch w {
		case "presse", "prensa", "imprensa", "для", "о", "об", "إلى", "الى", "في", "على", "حول", "بشأن", "بخصوص":
			return true
		}
	}
	return false
}
