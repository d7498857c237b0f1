package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokWord
	tokPhrase
	tokField
	tokOpen
	tokClose
	tokNot
	tokOr
	tokAnd
)

type token struct {
	kind  tokenKind
	text  string // of a word or phrase; value of a field
	field FieldName
	span  hearsay.Span
}

type lexer struct {
	text string
	at   int
}

// next reads a token. What has neither letter nor digit is passed over: a
// pasted sentence brings dashes and commas along.
func (l *lexer) next() (token, error) {
	for {
		l.space()
		start := l.at
		r, size := utf8.DecodeRuneInString(l.text[l.at:])
		switch {
		case size == 0:
			return token{kind: tokEnd, span: l.from(start)}, nil
		case r == '(' || r == ')':
			l.at += size
			return token{kind: map[rune]tokenKind{'(': tokOpen, ')': tokClose}[r], span: l.from(start)}, nil
		case isMark(r):
			return l.phrase(start)
		case r == '-' && l.binds():
			l.at++
			return token{kind: tokNot, span: l.from(start)}, nil
		}
		if tok, err := l.word(); err != nil || tok.kind != tokEnd {
			return tok, err
		}
	}
}

func (l *lexer) from(start int) hearsay.Span { return hearsay.Span{Start: start, End: l.at} }

func (l *lexer) space() {
	l.at += len(l.text[l.at:]) - len(strings.TrimLeftFunc(l.text[l.at:], unicode.IsSpace))
}

// binds tells whether a hyphen here stands right before something: in
// "port - strike" it is a dash.
func (l *lexer) binds() bool {
	r, size := utf8.DecodeRuneInString(l.text[l.at+1:])
	return size > 0 && (r == '(' || r == '-' || isMark(r) || unicode.IsLetter(r) || unicode.IsDigit(r))
}

// isMark tells a quotation mark of any fashion.
func isMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return true
	}
	return false
}

// phrase reads from one quotation mark to the next, whatever its fashion.
func (l *lexer) phrase(start int) (token, error) {
	text, err := l.quoted()
	if err != nil {
		return token{}, err
	}
	if !hasLetter(text) {
		return token{}, l.fail(l.from(start), "nothing to look for stands between these quotation marks", "write words between them, or leave them out")
	}
	return token{kind: tokPhrase, text: text, span: l.from(start)}, nil
}

func (l *lexer) quoted() (string, error) {
	start := l.at
	_, size := utf8.DecodeRuneInString(l.text[l.at:])
	rest := l.text[l.at+size:]
	end := strings.IndexFunc(rest, isMark)
	if end < 0 {
		return "", l.fail(hearsay.Span{Start: start, End: start + size}, "this quotation mark is never closed", "close it, or leave it out")
	}
	_, closing := utf8.DecodeRuneInString(rest[end:])
	l.at += size + end + closing
	return strings.Join(strings.Fields(rest[:end]), " "), nil
}

// word reads up to white space, a parenthesis or a quotation mark: a word, an
// operator or a field. A token of kind tokEnd means that it was none of them.
func (l *lexer) word() (token, error) {
	start := l.at
	raw := l.bare()
	switch raw {
	case "OR", "|", "||":
		return token{kind: tokOr, span: l.from(start)}, nil
	case "AND", "&&":
		return token{kind: tokAnd, span: l.from(start)}, nil
	case "NOT":
		return token{kind: tokNot, span: l.from(start)}, nil
	}
	if name, _, ok := strings.Cut(raw, ":"); ok && isName(name) {
		return l.field(start, name)
	}
	if !hasLetter(raw) {
		return token{kind: tokEnd}, nil
	}
	return token{kind: tokWord, text: strings.TrimLeft(raw, "-"), span: l.from(start)}, nil
}

func (l *lexer) bare() string {
	rest := l.text[l.at:]
	end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' || isMark(r) })
	if end < 0 {
		end = len(rest)
	}
	l.at += end
	return rest[:end]
}

// field reads name:value, the value in quotation marks or up to a space.
func (l *lexer) field(start int, name string) (token, error) {
	at := hearsay.Span{Start: start, End: start + len(name) + 1}
	field, ok := fieldNamed(name)
	if !ok {
		return token{}, l.fail(at, "there is no field "+name, l.otherField(name, start))
	}
	l.at = at.End
	value, err := l.value()
	if err != nil {
		return token{}, err
	}
	if value == "" {
		return token{}, l.fail(at, "nothing stands after "+name+":", "write its value right after the colon: "+name+":"+example(field))
	}
	checked, instead := field.check(value)
	if instead != "" {
		return token{}, l.fail(hearsay.Span{Start: at.End, End: l.at}, "the field "+name+" does not know this value", instead)
	}
	return token{kind: tokField, field: field, text: checked, span: l.from(start)}, nil
}

func (l *lexer) value() (string, error) {
	if r, _ := utf8.DecodeRuneInString(l.text[l.at:]); isMark(r) {
		return l.quoted()
	}
	return l.bare(), nil
}

func (l *lexer) otherField(name string, start int) string {
	if f := nearest(name); f != "" {
		return "did you mean " + string(f) + ":?"
	}
	quoted := `"` + l.text[start:l.at] + `"`
	return "put it in quotation marks to look for the words (" + quoted + "), or use one of: " + names()
}

func names() string {
	var all []string
	for _, f := range Fields() {
		all = append(all, string(f))
	}
	return strings.Join(all, ", ")
}

func fieldNamed(name string) (FieldName, bool) {
	for _, f := range Fields() {
		if strings.EqualFold(string(f), name) {
			return f, true
		}
	}
	return "", false
}

func example(f FieldName) string {
	switch f {
	case Speaker, Outlet:
		return `"Ada Lund"`
	case Lang:
		return "en"
	case After, Before:
		return "2016-03-01"
	case Title:
		return "bridge"
	case In:
		return "docs/"
	}
	return f.Choices()[0]
}

// isName tells whether s could be meant as a field: letters only, so that
// 12:30 stays a word.
func isName(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }) < 0
}

func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
