package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"hearsay"
	"hearsay/internal/trace"
)

// patience is how long a ruling waits for the case to be counted anew before
// it shows the page as it still is.
const patience = 8 * time.Second

// rulingsPage lists what persons decided.
type rulingsPage struct {
	Rulings []rulingLine
}

type rulingLine struct {
	hearsay.Ruling
	A, B string // as people read them
}

// ruledHere is a ruling with the page to go back to when it is undone.
type ruledHere struct {
	rulingLine
	Back string
}

func (d *Desk) rulings(_ http.ResponseWriter, r *http.Request) (*view, error) {
	list, err := d.rulingLines(r)
	if err != nil {
		return nil, err
	}
	return &view{Page: "rulings", Under: "names", Title: "Rulings", Body: rulingsPage{list}}, nil
}

// rulingLines are all rulings, the newest first.
func (d *Desk) rulingLines(r *http.Request) (lines []rulingLine, err error) {
	list, err := d.db.Rulings(r.Context())
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, one := range list {
		ids = append(ids, subject(one.A), subject(one.B))
	}
	texts, paths, err := d.db.Passages(r.Context(), ids)
	for _, one := range slices.Backward(list) {
		lines = append(lines, rulingLine{one, ruledThing(one.A, texts, paths), ruledThing(one.B, texts, paths)})
	}
	return lines, err
}

// ruledThing is a thing of a ruling as people read it: a name, a file, or the
// words of a statement and where they stand.
func ruledThing(s string, texts, paths map[string]string) string {
	id := subject(s)
	path, known := paths[id]
	if !known {
		return s
	}
	if _, content, ok := hearsay.ParseStatementID(s); ok && content.Validate(texts[id]) == nil {
		return trace.Quoted(short(wordsRuled, content.Of(texts[id]))) + " in " + fileName(path)
	}
	return fileName(path)
}

// wordsRuled is how many characters of a statement stand for it.
const wordsRuled = 50

// subject is the name or the report that a thing of a ruling belongs to.
func subject(thing string) string {
	if report, _, ok := hearsay.ParseStatementID(thing); ok && strings.HasPrefix(report, "sha256:") {
		return report
	}
	return thing
}

// rule records a decision and counts anew.
func (d *Desk) rule(w http.ResponseWriter, r *http.Request) (*view, error) {
	kind := hearsay.RulingKind(r.PostFormValue("kind"))
	a, b := strings.TrimSpace(r.PostFormValue("a")), strings.TrimSpace(r.PostFormValue("b"))
	switch kind {
	case hearsay.RuleSame, hearsay.RuleDifferent, hearsay.RuleReject, hearsay.RuleAccept, hearsay.RuleUnsure:
	default:
		return nil, hearsay.Errorf(hearsay.CodeUsage, "", "%q is no ruling", kind).Do("rule from a page of the desk")
	}
	_, _, statement := hearsay.ParseStatementID(a)
	if alone := kind == hearsay.RuleReject && statement && b == ""; !alone && (a == "" || b == "" || a == b) {
		return nil, hearsay.Errorf(hearsay.CodeUsage, "", "a ruling needs two different names").Do("go back and write both")
	}
	made := hearsay.Date{Time: d.now(), Precision: hearsay.PrecisionSecond, Zoned: true}
	if _, err := d.db.AddRuling(r.Context(), hearsay.Ruling{Kind: kind, A: a, B: b, Made: made}); err != nil {
		return nil, err
	}
	return d.recount(w, r, "counting anew after a ruling")
}

// undo takes a ruling back.
func (d *Desk) undo(w http.ResponseWriter, r *http.Request) (*view, error) {
	id, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		return nil, hearsay.Errorf(hearsay.CodeNotFound, "", "%q is no number of a ruling", r.PathValue("id")).Do("list the rulings")
	}
	if err := d.db.UndoRuling(r.Context(), id); err != nil {
		return nil, err
	}
	return d.recount(w, r, "counting anew without a ruling")
}

// recount derives what a ruling changes, and goes back to the page it was made
// on.
func (d *Desk) recount(w http.ResponseWriter, r *http.Request, what string) (*view, error) {
	one, err := d.works.add(what, nil)
	if err != nil {
		return nil, err
	}
	select {
	case <-one.ended:
	case <-time.After(patience):
	case <-r.Context().Done():
	}
	http.Redirect(w, r, local(r.PostFormValue("back"), "/rulings"), http.StatusSeeOther)
	return nil, nil
}

// local is an address of the desk, or the other one if it leads elsewhere.
func local(address, other string) string {
	if strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") && !strings.Contains(address, `\`) {
		return address
	}
	return other
}
