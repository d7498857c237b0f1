package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// maxDepth bounds nesting: nobody types more, and a hostile query must not
// use up the stack.
const maxDepth = 50

// Parse reads a query. A bad one is a *hearsay.Error with hearsay.CodeUsage
// whose text points at the place and says what to write instead.
func Parse(q string) (Node, error) {
	p := &parser{lexer: lexer{text: strings.ToValidUTF8(q, "\uFFFD")}}
	if err := p.next(); err != nil {
		return nil, err
	}
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.tok.kind == tokClose {
		return nil, p.fail(p.tok.span, "a parenthesis is closed that was never opened", "leave it out, or open one before")
	}
	if n == nil {
		return nil, p.fail(hearsay.Span{}, "the query asks for nothing", `write words, or fields such as speaker:"Ada Lund"`)
	}
	return n, nil
}

// parser reads the grammar by recursive descent, one token ahead:
//
//	or  = and { "OR" and }
//	and = not { [ "AND" ] not }
//	not = [ "-" | "NOT" ] ( word | phrase | field | "(" or ")" )
type parser struct {
	lexer
	tok   token
	depth int
}

func (p *parser) next() (err error) {
	p.tok, err = p.lexer.next()
	return err
}

func (p *parser) or() (Node, error) {
	start := p.tok.span.Start
	var parts []Node
	for {
		n, err := p.and()
		if err != nil {
			return nil, err
		}
		if p.tok.kind != tokOr {
			if n == nil && len(parts) > 0 {
				return nil, p.fail(p.tok.span, "nothing stands after OR", "write what may hold instead, or leave OR out")
			}
			return join(append(parts, n), func(of []Node) Node { return &Or{of, p.since(start)} }), nil
		}
		if n == nil {
			return nil, p.fail(p.tok.span, "nothing stands before OR", `write what may hold instead, or put the word in quotation marks: "OR"`)
		}
		parts = append(parts, n)
		if err := p.next(); err != nil {
			return nil, err
		}
	}
}

func (p *parser) and() (Node, error) {
	start := p.tok.span.Start
	var parts []Node
	for {
		switch p.tok.kind {
		case tokEnd, tokOr, tokClose:
			return join(parts, func(of []Node) Node { return &And{of, p.since(start)} }), nil
		case tokAnd:
			if err := p.binds(len(parts) > 0); err != nil {
				return nil, err
			}
			continue
		}
		n, err := p.not()
		if err != nil {
			return nil, err
		}
		parts = append(parts, n)
	}
}

// binds passes over an AND, which says what is meant anyway.
func (p *parser) binds(before bool) error {
	and := p.tok.span
	if err := p.next(); err != nil {
		return err
	}
	after := p.tok.kind != tokEnd && p.tok.kind != tokOr && p.tok.kind != tokClose && p.tok.kind != tokAnd
	if !before || !after {
		return p.fail(and, "AND joins two things, and one is missing", `leave it out: all words must match anyway; or put it in quotation marks: "AND"`)
	}
	return nil
}

func (p *parser) not() (Node, error) {
	tok := p.tok
	if err := p.next(); err != nil {
		return nil, err
	}
	switch tok.kind {
	case tokNot:
		return p.negated(tok)
	case tokOpen:
		return p.group(tok)
	case tokPhrase:
		return &Phrase{tok.text, tok.span}, nil
	case tokField:
		return &Field{tok.field, tok.text, tok.span}, nil
	}
	return &Word{tok.text, tok.span}, nil
}

func (p *parser) negated(tok token) (Node, error) {
	switch p.tok.kind {
	case tokEnd, tokOr, tokAnd, tokClose:
		return nil, p.fail(tok.span, "nothing stands after the "+strings.TrimSpace(tok.span.Of(p.text)), "write what must not match: -strike")
	}
	if err := p.deeper(tok); err != nil {
		return nil, err
	}
	defer func() { p.depth-- }()
	n, err := p.not()
	if err != nil {
		return nil, err
	}
	return &Not{n, p.since(tok.span.Start)}, nil
}

func (p *parser) group(tok token) (Node, error) {
	if err := p.deeper(tok); err != nil {
		return nil, err
	}
	defer func() { p.depth-- }()
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.tok.kind != tokClose {
		return nil, p.fail(tok.span, "this parenthesis is never closed", "close it with )")
	}
	if n == nil {
		return nil, p.fail(tok.span, "these parentheses hold nothing", "write something between them, or leave them out")
	}
	return n, p.next()
}

func (p *parser) deeper(tok token) error {
	if p.depth++; p.depth > maxDepth {
		return p.fail(tok.span, "the query is nested too deeply", "use fewer parentheses")
	}
	return nil
}

// since is the place from start to the end of the token before this one.
func (p *parser) since(start int) hearsay.Span {
	return hearsay.Span{Start: start, End: start + len(strings.TrimRightFunc(p.text[start:max(start, p.tok.span.Start)], unicode.IsSpace))}
}

// join is the only part, or what build makes of several; nil if there is none.
func join(parts []Node, build func([]Node) Node) Node {
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return build(parts)
}

// shown is how many characters of a query an error shows on each side.
const shown = 36

// fail points at a place of the query.
func (l *lexer) fail(at hearsay.Span, reason, remedy string) error {
	before, after := []rune(l.text[:at.Start]), []rune(l.text[at.Start:])
	if len(before) > shown {
		before = append([]rune("…"), before[len(before)-shown:]...)
	}
	if len(after) > shown {
		after = append(after[:shown:shown], '…')
	}
	line := strings.Map(flat, string(before)+string(after))
	width := utf8.RuneCountInString(l.text[at.Start:at.End])
	carets := strings.Repeat("^", max(1, min(width, len(after))))
	return hearsay.Errorf(hearsay.CodeUsage, "", "%s", reason).
		Do(remedy + "\n\n  " + line + "\n  " + strings.Repeat(" ", len(before)) + carets)
}

func flat(r rune) rune {
	if unicode.IsSpace(r) || unicode.IsControl(r) {
		return ' '
	}
	return r
}
