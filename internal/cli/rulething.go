package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

// meant finds what a ruling speaks of: two names, two reports, one statement
// or two.
func (a *app) meant(ctx context.Context, db *store.DB, kind hearsay.RulingKind, args []string) (r hearsay.Ruling, err error) {
	r.Kind = kind
	reports, err := db.Publications(ctx, nil)
	if err != nil {
		return r, err
	}
	things := make([]thing, len(args))
	for i, arg := range args {
		things[i] = thingCalled(reports, arg)
	}
	if kind == hearsay.RuleSame || kind == hearsay.RuleDifferent || kind == hearsay.RuleUnsure {
		return r, alike(&r, things, args)
	}
	return r, a.judged(ctx, db, &r, things, args)
}

// alike takes two names, or two statements; two reports only if it is to be
// left open whether the one takes from the other.
func alike(r *hearsay.Ruling, things []thing, args []string) error {
	if things[0].kind != things[1].kind || things[0].kind == aReport && r.Kind != hearsay.RuleUnsure {
		return hearsay.Errorf(hearsay.CodeUsage, "", "%q and %q are not two names, nor two statements", args[0], args[1]).
			Do("statements are written PATH@FROM-TO, as hearsay review prints them")
	}
	r.A, r.B = things[0].id, things[1].id
	return nil
}

// judged takes a statement, two reports, or two names.
func (a *app) judged(ctx context.Context, db *store.DB, r *hearsay.Ruling, things []thing, args []string) (err error) {
	if len(things) == 1 {
		if r.A = things[0].id; things[0].kind != aStatement {
			return hearsay.Errorf(hearsay.CodeNotFound, args[0], "is no statement of the case").
				Do("write it PATH@FROM-TO as hearsay review prints it, or give its report and words of it")
		}
		return nil
	}
	switch [2]thingKind{things[0].kind, things[1].kind} {
	case [2]thingKind{aReport, aReport}:
		r.A, r.B = things[0].id, things[1].id
		return nil
	case [2]thingKind{aReport, aName}:
		r.A, err = a.statementWith(ctx, db, things[0].id, args)
		return err
	case [2]thingKind{aName, aName}:
		return a.voice(ctx, db, r, args)
	}
	return hearsay.Errorf(hearsay.CodeUsage, "", "%s cannot be said of %q and %q", r.Kind, args[0], args[1]).Do("see: hearsay rule --help")
}

type thingKind uint8

const (
	aName thingKind = iota
	aReport
	aStatement
)

// thing is what a person named, with the id that rulings use.
type thing struct {
	kind thingKind
	id   string
}

func thingCalled(reports []store.Placed, arg string) thing {
	if id := reportCalled(reports, arg); id != "" {
		return thing{aReport, id}
	}
	if path, content, ok := hearsay.ParseStatementID(arg); ok {
		if id := reportCalled(reports, path); id != "" {
			return thing{aStatement, hearsay.StatementID(id, content)}
		}
	}
	return thing{aName, arg}
}

// reportCalled is the id of the report that a person named by id, path or the
// end of a path that no other report has, as a trace shows it; "" if none.
func reportCalled(reports []store.Placed, name string) string {
	var ending []string
	for _, r := range reports {
		if r.ID == name || r.Path == name {
			return r.ID
		}
		if strings.HasSuffix(r.Path, "/"+name) {
			ending = append(ending, r.ID)
		}
	}
	if len(ending) == 1 {
		return ending[0]
	}
	return ""
}

// statementWith is the only statement of a report that holds these words.
func (a *app) statementWith(ctx context.Context, db *store.DB, report string, args []string) (string, error) {
	t, err := trace.New(db)
	if err != nil {
		return "", err
	}
	num, err := db.ReportNum(ctx, report)
	if err != nil {
		return "", err
	}
	list, err := t.StatementsOf(ctx, num)
	if err != nil {
		return "", err
	}
	var found []string
	for _, s := range list {
		if id := hearsay.StatementID(report, s.Content); strings.Contains(names.Fold(s.Text), names.Fold(args[1])) && !slices.Contains(found, id) {
			found = append(found, id)
		}
	}
	switch len(found) {
	case 0:
		return "", hearsay.Errorf(hearsay.CodeNotFound, args[1], "is no report of the case, and no statement of %s holds these words", args[0]).
			Do("see what it says with: hearsay statements")
	case 1:
		return found[0], nil
	}
	for i := range found {
		found[i] = strings.Replace(found[i], report, args[0], 1)
	}
	return "", hearsay.Errorf(hearsay.CodeUsage, args[1], "stands in several statements of %s", args[0]).
		Do("name one of them: " + strings.Join(found, ", "))
}

// voice checks that one of two names is taken to speak for the other.
func (a *app) voice(ctx context.Context, db *store.DB, r *hearsay.Ruling, args []string) error {
	t, err := trace.New(db)
	if err != nil {
		return err
	}
	known, err := t.SpeakFor(ctx, args[0], args[1])
	if err != nil {
		return err
	}
	if !known {
		return hearsay.Errorf(hearsay.CodeNotFound, "", "%q and %q are no reports of the case, and neither of them is taken to speak for the other", args[0], args[1]).
			Do("list what waits for a ruling with: hearsay review")
	}
	r.A, r.B = args[0], args[1]
	return nil
}

// shownThing prints an id of a ruling for people.
func shownThing(path map[string]string, id string) string {
	if report, content, ok := hearsay.ParseStatementID(id); ok && path[report] != "" {
		return fmt.Sprintf("%s@%d-%d", path[report], content.Start, content.End)
	}
	return orElse(path[id], id)
}
