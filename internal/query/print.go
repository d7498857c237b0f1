package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Print writes a query that Parse reads back to an equal tree, for trees that
// Parse or Simplify made.
func Print(n Node) string {
	var b strings.Builder
	write(&b, n)
	return b.String()
}

func write(b *strings.Builder, n Node) {
	switch n := n.(type) {
	case *And:
		for i, part := range n.Of {
			if i > 0 {
				b.WriteByte(' ')
			}
			switch part.(type) {
			case *And, *Or:
				writeGroup(b, part)
			default:
				write(b, part)
			}
		}
	case *Or:
		for i, part := range n.Of {
			if i > 0 {
				b.WriteString(" OR ")
			}
			if _, or := part.(*Or); or {
				writeGroup(b, part)
			} else {
				write(b, part)
			}
		}
	case *Not:
		writeNot(b, n.Of)
	case *Word:
		b.WriteString(n.Text)
	case *Phrase:
		b.WriteString(`"` + n.Text + `"`)
	case *Field:
		b.WriteString(string(n.Name) + ":" + quoteIfNeeded(n.Value))
	}
}

// writeNot writes NOT where a hyphen would not bind.
func writeNot(b *strings.Builder, n Node) {
	switch n := n.(type) {
	case *And, *Or:
		b.WriteByte('-')
		writeGroup(b, n)
		return
	case *Word:
		if r, _ := utf8.DecodeRuneInString(n.Text); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			b.WriteString("NOT ")
			break
		}
		b.WriteByte('-')
	default:
		b.WriteByte('-')
	}
	write(b, n)
}

func writeGroup(b *strings.Builder, n Node) {
	b.WriteByte('(')
	write(b, n)
	b.WriteByte(')')
}

func quoteIfNeeded(value string) string {
	if strings.ContainsFunc(value, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' }) {
		return `"` + value + `"`
	}
	return value
}
