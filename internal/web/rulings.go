package web

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"hearsay"
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

func (d *Desk) rulingLines(r *http.Request) (lines []rulingLine, err error) {
	list, err := d.db.Rulings(r.Context())
	for i := len(list) - 1; i >= 0; i-- {
		lines = append(lines, rulingLine{list[i], ruledThing(list[i].A), ruledThing(list[i].B)})
	}
	return lines, err
}

// ruledThing is a thing of a ruling as the list shows it: a name, or the first
// digits of a report.
func ruledThing(s string) string {
	hash, ok := strings.CutPrefix(s, "sha256:")
	if !ok {
		return s
	}
	if report, content, ok := hearsay.ParseStatementID(hash); ok {
		return fmt.Sprintf("report %s, bytes %d to %d", short(13, report), content.Start, content.End)
	}
	return "report " + short(13, hash)
}

// rule records a decision and counts anew.
func (d *Desk) rule(w http.ResponseWriter, r *http.Request) (*view, error) {
	kind := hearsay.RulingKind(r.PostFormValue("kind"))
	a, b := strings.TrimSpace(r.PostFormValue("a")), strings.TrimSpace(r.PostFormValue("b"))
	switch kind {
	case hearsay.RuleSame, hearsay.RuleDifferent, hearsay.RuleReject, hearsay.RuleAccept:
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
