package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/maphash"
	"slices"
	"sort"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/standing"
	"hearsay/internal/store"
)

// claim places every statement of the case: its hands, its proposition, and
// the claim that it makes.
func (w *whole) claim(ctx context.Context, db *store.DB) error {
	w.index()
	rows, props, err := w.propositions(ctx, db)
	if err != nil {
		return err
	}
	same := w.pairs(rows, w.ruled.same)
	group := w.claims.Group(termsOf(rows), append(w.aligned(rows), same...))
	w.out.Kept.Put(claimsStep, w.claims.Keep(w.out.Kept.Hash))
	w.joinCited(group, rows, props)
	w.part(group, rows, props)
	byClaim := map[int][]int{}
	for i, first := range group {
		if !tells(props[i]) && !isIn(i, same) {
			first = i
		}
		byClaim[first] = append(byClaim[first], i)
	}
	w.out.Claims = make([]store.Claim, 0, len(byClaim))
	for _, first := range sortedInts(byClaim) {
		w.addClaim(rows, props, byClaim[first])
	}
	w.out.Statements = rows
	w.done()
	return nil
}

func termsOf(rows []store.Statement) []string {
	list := make([]string, len(rows))
	for i := range rows {
		list[i] = rows[i].Terms
	}
	return list
}

// done lets go of what is only read until the claims are known.
func (w *whole) done() {
	if w.keeps {
		return
	}
	for _, m := range w.reports {
		m.report.Text, m.identity = "", nil
	}
	w.claims = nil
	w.hands, w.into = nil, nil
}

func isIn(i int, pairs [][2]int) bool {
	return slices.ContainsFunc(pairs, func(p [2]int) bool { return p[0] == i || p[1] == i })
}

// tells tells whether a proposition says enough to be found again.
func tells(p claims.Proposition) bool {
	weight := 0.0
	for _, t := range p.Terms {
		if t.Kind != claims.Name {
			weight += t.Weight
		}
	}
	return weight >= 0.5 && len(p.Terms) >= 2
}

// propositions lists the statements of all reports with what each says.
func (w *whole) propositions(ctx context.Context, db *store.DB) ([]store.Statement, []claims.Proposition, error) {
	by := map[string][]said{}
	for reports := range slices.Chunk(w.reports, settleBatch) {
		if err := w.placeAll(ctx, db, reports); err != nil {
			return nil, nil, err
		}
		kept := make([][]said, len(reports))
		for i, m := range reports {
			kept[i] = w.ruled.kept(m.report.ID, m.placed.list)
			if !w.keeps {
				m.placed = nil
			}
		}
		for i, m := range reports {
			by[m.report.ID] = kept[i]
		}
	}
	w.render(by)
	var rows []store.Statement
	var props []claims.Proposition
	for _, m := range w.reports {
		for _, s := range w.ruled.kept(m.report.ID, by[m.report.ID]) {
			rows = append(rows, s.Statement)
			props = append(props, s.prop)
		}
		delete(by, m.report.ID)
	}
	return rows, props, nil
}

// placed is the statements of a report with their hands and propositions, and
// the hash of all that was asked to place them.
type placed struct {
	asked uint64
	list  []said
	hops  []localHop // of their chains as the report has them
}

type localHop struct{ name, entity string }

// placeAll places the statements of those reports to which the case answers
// otherwise than before.
func (w *whole) placeAll(ctx context.Context, db *store.DB, reports []*member) error {
	var differ []*member
	var nums []int64
	for _, m := range reports {
		if m.placed == nil || m.placed.asked != w.asked(m) {
			differ = append(differ, m)
			nums = append(nums, m.num)
		}
	}
	if len(nums) == 0 {
		return nil
	}
	list, err := db.Stated(ctx, nums)
	if err != nil {
		return err
	}
	stated := map[int64]*store.Stated{}
	for i := range list {
		stated[list[i].Num] = &list[i]
	}
	for _, m := range differ {
		if stated[m.num] == nil {
			return fmt.Errorf("report %d was analyzed without its statements", m.num)
		}
	}
	sideBySide(w.workers, len(differ), func(i int) {
		m := differ[i]
		m.placed = &placed{}
		if w.keeps {
			for _, st := range stated[m.num].Statements {
				for _, hop := range st.Chain[1:] {
					m.placed.hops = append(m.placed.hops, localHop{hop.Name, hop.Entity})
				}
			}
			m.placed.asked = w.asked(m)
		}
		m.placed.list = w.place(m, stated[m.num])
	})
	return nil
}

// asked is a hash of what placing a report asks the case: who its entities and
// the names in its chains are, and what its outlet is.
func (w *whole) asked(m *member) uint64 {
	var h maphash.Hash
	h.SetSeed(w.seed)
	tell := func(key, name string) {
		h.WriteString(key)
		h.WriteByte(0)
		h.WriteString(name)
		h.WriteByte(0)
		if outlet, ok := strings.CutPrefix(key, outletPrefix); ok {
			tellBool(&h, w.hands.party[outlet])
			_, known := w.hands.known.Lookup(outlet)
			tellBool(&h, known)
		}
	}
	tell(outletHand(m.report.Outlet), w.table.Outlets[m.report.Outlet].Owner)
	for i := range m.analysis.Entities {
		entity := m.analysis.Entities[i].ID
		tell(w.hands.of(m, entity))
		if id := m.identity[entity]; id != nil {
			h.WriteString(id.ID)
		}
	}
	for _, hop := range m.placed.hops {
		if hop.entity != "" {
			if key, _ := w.hands.of(m, hop.entity); key != "" {
				continue
			}
		}
		tell(w.hands.named(hop.name))
	}
	return h.Sum64()
}

func tellBool(h *maphash.Hash, is bool) {
	if is {
		h.WriteByte(1)
	} else {
		h.WriteByte(2)
	}
}

// place gives the statements of one report their hands and propositions.
func (w *whole) place(m *member, stated *store.Stated) []said {
	resolve := claims.Resolver(func(entity string) string {
		_, name := w.hands.of(m, entity)
		return name
	})
	var list []said
	for i, st := range stated.Statements {
		row := store.Statement{Report: m.num}
		if id := m.identity[st.Speaker]; id != nil {
			row.Identity = id.ID
		}
		w.hands.place(m, &st)
		row.Statement = st
		list = append(list, said{row, resolve(claims.ParseDraft(stated.Drafts[i]))})
	}
	for i := range list {
		if list[i].Stance == hearsay.Denies && claims.Pointing(list[i].prop) {
			list[i].prop = denied(list, i)
		}
	}
	for i := range list {
		list[i].Terms = list[i].prop.String()
	}
	return list
}

// denied is what a bare denial ("the ministry rejected the report") speaks of:
// what somebody else was last said to assert in the same text, in reported
// speech rather than in a quotation that backs it up. One without a noun ("the
// company denies this") may speak of the sentence before it in the outlet's
// own voice.
func denied(list []said, i int) claims.Proposition {
	nearest := -1
	if i > 0 && len(list[i].prop.Terms) == 0 && list[i].Attr != "" && list[i-1].Attr == "" && list[i-1].Stance.Counts() && tells(list[i-1].prop) {
		return list[i-1].prop
	}
	for k := i - 1; k >= 0; k-- {
		if !list[k].Stance.Counts() || !tells(list[k].prop) || list[k].Attr == "" || list[k].Speaker == list[i].Speaker {
			continue
		}
		if !list[k].Direct {
			return list[k].prop
		}
		if nearest < 0 {
			nearest = k
		}
	}
	if nearest < 0 {
		return list[i].prop
	}
	return list[nearest].prop
}

// aligned pairs the statements that stand in corresponding passages of a
// report and its derivation: a copy with a changed number still makes the same
// claim. Passages that split alike pair in their order.
func (w *whole) aligned(rows []store.Statement) [][2]int {
	byReport := map[int64][]int{}
	for i := range rows {
		byReport[rows[i].Report] = append(byReport[rows[i].Report], i)
	}
	var pairs [][2]int
	for _, d := range w.out.Derivations {
		if d.Kind == hearsay.Rewrite || d.Kind == hearsay.Reply {
			continue // it says things anew: its statements must be alike by themselves
		}
		for _, al := range d.Aligned {
			from := within(rows, byReport[d.Source], al.From)
			to := within(rows, byReport[d.Target], al.To)
			if len(from) != len(to) {
				continue
			}
			for k := range from {
				pairs = append(pairs, [2]int{from[k], to[k]})
			}
		}
	}
	return pairs
}

func within(rows []store.Statement, candidates []int, span hearsay.Span) []int {
	var list []int
	for _, i := range candidates {
		if mostlyIn(rows[i].Content, span) {
			list = append(list, i)
		}
	}
	return list
}

// addClaim names one claim and counts who asserts it.
func (w *whole) addClaim(rows []store.Statement, props []claims.Proposition, members []int) {
	best := members[0]
	if len(members) > 1 {
		best = w.spokesman(rows, props, members)
	}
	c := store.Claim{Best: best, Words: hearsay.Cover(rows[best].Content)}
	if strings.HasPrefix(w.textOf(&rows[best]), "that ") {
		c.Words.Start += len("that ")
	}
	c.ID = claimID(w.report(&rows[best]).report.ID, &rows[best])
	sides := make([]standing.Side, len(members))
	asserting := map[int64]bool{}
	for k, i := range members {
		rows[i].Claim = c.ID
		sides[k] = standing.SideOf(rows[i].Stance, i != best && w.weights.Opposite(props[best], props[i]))
		if sides[k] != standing.For {
			continue
		}
		asserting[rows[i].Report] = true
		if day := w.report(&rows[i]).report.Published.Day(); c.FirstSeen == "" || day != "" && day < c.FirstSeen {
			c.FirstSeen = day
		}
	}
	c.Reports = len(asserting)
	w.resolve(rows, members, sides)
	w.out.Claims = append(w.out.Claims, c)
}

// claimID calls a claim after the statement whose words stand for it.
func claimID(report string, st *store.Statement) string {
	var b []byte
	b = append(append(b, report...), 0)
	b = append(strconv.AppendInt(b, int64(st.Seq), 10), 0)
	sum := sha256.Sum256(append(b, st.Terms...))
	return "c" + hex.EncodeToString(sum[:6])
}

// spokesman is the statement whose words stand for the claim: the earliest
// that asserts it at a readable length, on the side that most reports take.
func (w *whole) spokesman(rows []store.Statement, props []claims.Proposition, members []int) int {
	sorted := slices.Clone(members)
	slices.SortStableFunc(sorted, func(i, j int) int {
		a, b := w.report(&rows[i]).report, w.report(&rows[j]).report
		if c := cmp.Compare(w.readability(&rows[i], props[i]), w.readability(&rows[j], props[j])); c != 0 {
			return c
		}
		if a.Published.Before(b.Published) {
			return -1
		}
		if b.Published.Before(a.Published) {
			return 1
		}
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(rows[i].Seq, rows[j].Seq))
	})
	first := sorted[0]
	for _, i := range sorted {
		if w.opposed(rows, props, members, i)*2 <= w.opposed(rows, props, members, -1) {
			return i
		}
	}
	return first
}

// opposed counts the reports that assert the opposite of statement i; all
// that assert anything of the claim if i is -1.
func (w *whole) opposed(rows []store.Statement, props []claims.Proposition, members []int, i int) int {
	reports := map[int64]bool{}
	for _, k := range members {
		if rows[k].Stance.Counts() && (i < 0 || w.weights.Opposite(props[i], props[k])) {
			reports[rows[k].Report] = true
		}
	}
	return len(reports)
}

// readability ranks a statement as the words of its claim: 0 is best.
func (w *whole) readability(st *store.Statement, p claims.Proposition) (rank int) {
	if !st.Stance.Counts() {
		rank += 8
	}
	if w.report(st).report.Lang != "en" {
		rank += 4
	}
	if n := len(w.textOf(st)); n < 25 || n > 220 {
		rank += 2
	}
	if len(p.Terms) < 3 {
		rank++
	}
	return rank
}

func (w *whole) report(st *store.Statement) *member { return w.byNum[st.Report] }

func (w *whole) textOf(st *store.Statement) string {
	return hearsay.Cover(st.Content).Of(w.report(st).report.Text)
}

func sortedInts[V any](m map[int]V) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	return keys
}
