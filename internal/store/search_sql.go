package store

import (
	"strings"

	"hearsay/internal/query"
)

// search turns a query into the SQL that finds it in one table. Words at the
// top drive the full-text index, whose rows come in the order of their
// numbers without sorting; everything else filters them.
type search struct {
	Asked
	index   string // the full-text index of the table
	columns string // FTS5 column filter, "" for all
	id      string // column that equals the index's rowid
	driver  string // FTS5 expression, "" if none drives
	rest    []query.Node
	args    []any
}

// from is the FROM clause: the index joined to the table, or the table alone.
func (s *search) from(joined, alone string) string {
	parts := []query.Node{s.Query}
	if and, ok := s.Query.(*query.And); ok {
		parts = and.Of
	}
	var words []query.Node
	for _, p := range parts {
		if _, ok := expression(p); ok {
			words = append(words, p)
		} else {
			s.rest = append(s.rest, p)
		}
	}
	if len(words) == 0 {
		return alone
	}
	s.driver, _ = expression(&query.And{Of: words})
	return s.index + " JOIN " + joined
}

func (s *search) where() string {
	conditions := []string{}
	if s.driver != "" {
		conditions = append(conditions, s.index+" MATCH ?")
		s.args = append(s.args, s.columns+"("+s.driver+")")
	}
	for _, n := range s.rest {
		conditions = append(conditions, s.condition(n, false))
	}
	return strings.Join(conditions, " AND ")
}

func (s *search) order() string {
	if s.driver != "" {
		return s.index + ".rowid"
	}
	return s.id
}

func (s *search) condition(n query.Node, negated bool) string {
	if match, ok := expression(n); ok {
		s.args = append(s.args, s.columns+"("+match+")")
		return s.id + " IN (SELECT rowid FROM " + s.index + " WHERE " + s.index + " MATCH ?)"
	}
	switch n := n.(type) {
	case *query.And:
		return s.all(n.Of, " AND ", negated)
	case *query.Or:
		return s.all(n.Of, " OR ", negated)
	case *query.Not:
		return "NOT " + s.condition(n.Of, !negated)
	case *query.Field:
		return s.field(n, negated)
	}
	return "0"
}

func (s *search) all(parts []query.Node, operator string, negated bool) string {
	var conditions []string
	for _, p := range parts {
		conditions = append(conditions, s.condition(p, negated))
	}
	return "(" + strings.Join(conditions, operator) + ")"
}

func (s *search) field(f *query.Field, negated bool) string {
	if s.index != "said_fts" && f.Name.OfStatement() {
		return "0"
	}
	value := any(f.Value)
	condition := ""
	switch f.Name {
	case query.Speaker:
		return s.speaker(s.Keys(f, negated))
	case query.Outlet:
		condition, value = "p.outlet IN (SELECT value FROM json_each(?))", jsonArray(s.Keys(f, negated))
	case query.Stance:
		condition, value = "d.stance = ?", wordNumber(f.Value)
	case query.Kind:
		condition, value = "d.kind = ?", wordNumber(f.Value)
	case query.End:
		condition, value = "d.ending = ?", wordNumber(f.Value)
	case query.Lang:
		condition = "EXISTS (SELECT 1 FROM report r WHERE r.num = p.report AND r.lang = ?)"
	case query.After:
		// A date known to the month may be in that month, so only as much of
		// the bound counts as is known of the date.
		s.args = append(s.args, f.Value)
		return "(p.day <> '' AND p.day >= substr(?, 1, length(p.day)))"
	case query.Before:
		s.args = append(s.args, f.Value)
		return "(p.day <> '' AND p.day < substr(?, 1, length(p.day)))"
	case query.Title:
		condition, value = "p.report IN (SELECT rowid FROM report_fts WHERE report_fts MATCH ?)", "title : ("+quoteFTS(f.Value)+")"
	case query.In:
		condition = "EXISTS (SELECT 1 FROM report_path t WHERE t.report = p.report AND instr(lower(t.path), lower(?)) > 0)"
	}
	s.args = append(s.args, value)
	return condition
}

// speaker holds for what one of these hands says.
func (s *search) speaker(hands []string) string {
	var outlets []string
	for _, hand := range hands {
		if outlet, ok := strings.CutPrefix(hand, OutletHand); ok {
			outlets = append(outlets, outlet)
		}
	}
	s.args = append(s.args, jsonArray(numbersOf(identityLetter, hands)))
	named := "d.speaker <> 0 AND d.speaker IN (SELECT value FROM json_each(?))"
	if len(outlets) == 0 {
		return "(" + named + ")"
	}
	s.args = append(s.args, jsonArray(outlets))
	return "(" + named + " OR d.speaker = 0 AND p.outlet IN (SELECT value FROM json_each(?)))"
}

// expression is n in the language of FTS5, where n speaks of words alone.
func expression(n query.Node) (string, bool) {
	switch n := n.(type) {
	case *query.Word:
		return quoteFTS(n.Text), true
	case *query.Phrase:
		return quoteFTS(n.Text), true
	case *query.Or:
		return joinFTS(n.Of, " OR ")
	case *query.And:
		return conjunction(n.Of)
	}
	return "", false
}

// conjunction puts the negated parts behind NOT, which in FTS5 needs a left
// side.
func conjunction(parts []query.Node) (string, bool) {
	var yes, no []query.Node
	for _, p := range parts {
		if not, ok := p.(*query.Not); ok {
			no = append(no, not.Of)
		} else {
			yes = append(yes, p)
		}
	}
	if len(yes) == 0 {
		return "", false
	}
	match, ok := joinFTS(yes, " AND ")
	if !ok || len(no) == 0 {
		return match, ok
	}
	without, ok := joinFTS(no, " OR ")
	return match + " NOT " + without, ok
}

func joinFTS(parts []query.Node, operator string) (string, bool) {
	var list []string
	for _, p := range parts {
		match, ok := expression(p)
		if !ok {
			return "", false
		}
		list = append(list, match)
	}
	return "(" + strings.Join(list, operator) + ")", true
}

func quoteFTS(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }
