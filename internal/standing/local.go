package standing

import (
	"slices"
	"sort"
	"strings"

	"hearsay"
)

// Statements lists what one report says: the content of each attribution, and in
// the outlet's own voice each sentence that nothing attributes, what stands
// before a relative clause that is attributed, and what somebody did by saying
// something. sentences are those that can assert something, in reading order;
// they do not overlap. propositions cuts the pieces of a sentence that belong
// together into what can be true or false by itself.
//
// The chains are local: they go as far as the report itself tells, and their
// hops carry the report's entity ids.
func Statements(r *hearsay.Report, a *hearsay.Analysis, sentences []hearsay.Span, propositions func([]hearsay.Span) [][]hearsay.Span) []hearsay.Statement {
	l := newLocal(r, a)
	touching := l.touching(sentences)
	var list []hearsay.Statement
	for n, sentence := range sentences {
		before := len(list)
		for _, i := range touching[n] {
			if l.insideDenied(i) {
				continue
			}
			if pieces := l.own(i, sentence, touching[n]); len(pieces) > 0 {
				for _, content := range propositions(pieces) {
					list = append(list, l.attributed(i, content))
				}
			}
		}
		for _, own := range l.outlets(propositions([]hearsay.Span{sentence}), touching[n]) {
			if !l.answered(sentence) && !civil(hearsay.Cover(own).Of(r.Text)) {
				list = append(list, l.ownVoice(own))
			}
		}
		for i := before; i < len(list); i++ {
			l.ask(&list[i], sentence)
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Content[0].Start < list[j].Content[0].Start })
	for i := range list {
		list[i].Seq = i
	}
	return list
}

// answered tells whether a sentence stands in the message that this one
// answers, quoted with ">" before each line: whoever quotes it does not say it.
func (l *local) answered(sentence hearsay.Span) bool {
	blocks := l.report.Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > sentence.Start })
	return i < len(blocks) && blocks[i].Kind == hearsay.BlockQuote && strings.HasPrefix(strings.TrimSpace(blocks[i].Span.Of(l.report.Text)), ">")
}

// ask turns what a sentence with a question mark would assert into a question.
func (l *local) ask(st *hearsay.Statement, sentence hearsay.Span) {
	end := strings.TrimRight(sentence.Of(l.report.Text), " \t\n\"'”’»)")
	inside := strings.TrimRight(hearsay.Cover(st.Content).Of(l.report.Text), " \t\n\"'”’»),")
	asked := strings.HasSuffix(inside, "?") || strings.HasSuffix(inside, "؟") ||
		st.Attr == "" && (strings.HasSuffix(end, "?") || strings.HasSuffix(end, "؟"))
	if asked && st.Stance.Counts() {
		st.Stance = hearsay.Questions
	}
}

// local is one report while its statements are listed.
type local struct {
	report     *hearsay.Report
	analysis   *hearsay.Analysis
	byID       map[string]int // index of an attribution
	entities   map[string]*hearsay.Entity
	parent     []int // index of the attribution around each, -1 if none
	extents    [][]hearsay.Span
	acts       []hearsay.Span // of each, the whole of it if it is an act, else empty
	head       hearsay.Chain  // publisher and credited agency
	translates []int          // attributions that come through a translator
	rendered   hearsay.Chain  // credited translators, through whom the outlet has what others say
}

func newLocal(r *hearsay.Report, a *hearsay.Analysis) *local {
	l := &local{report: r, analysis: a, byID: map[string]int{}, entities: make(map[string]*hearsay.Entity, len(a.Entities))}
	for i := range a.Entities {
		l.entities[a.Entities[i].ID] = &a.Entities[i]
	}
	for i := range a.Attributions {
		l.byID[a.Attributions[i].ID] = i
		if via := a.Attributions[i].Via; a.Attributions[i].Parent == "" && len(via) > 0 && via[0].Role == hearsay.RoleTranslator {
			l.translates = append(l.translates, i)
		}
	}
	for i := range a.Attributions {
		p, ok := l.byID[a.Attributions[i].Parent]
		if !ok || p == i {
			p = -1
		}
		l.parent = append(l.parent, p)
		l.extents = append(l.extents, l.extent(i))
	}
	for i := range a.Attributions {
		l.acts = append(l.acts, l.act(i))
	}
	l.head = hearsay.Chain{{Name: r.Outlet, Role: hearsay.RolePublisher}}
	for _, c := range a.Credits {
		switch c.Kind {
		case hearsay.CreditWire, hearsay.CreditForward, hearsay.CreditWhole:
			l.head = append(l.head, hearsay.Hop{Name: c.Name, Role: hearsay.RoleRelay, Span: c.Span, Entity: l.entityAt(c.Span)})
		case hearsay.CreditTranslation:
			if c.Role == hearsay.RoleTranslator && !strings.EqualFold(c.Name, r.Outlet) {
				l.rendered = append(l.rendered, hearsay.Hop{Name: c.Name, Role: c.Role, Span: c.Span, Entity: l.entityAt(c.Span)})
			}
		}
	}
	return l
}

func (l *local) entityAt(span hearsay.Span) string {
	if span.IsEmpty() {
		return ""
	}
	for _, e := range l.analysis.Entities {
		for _, m := range e.Mentions {
			if m.Overlaps(span) {
				return e.ID
			}
		}
	}
	return ""
}

func (l *local) ownVoice(content []hearsay.Span) hearsay.Statement {
	st := hearsay.Statement{Report: l.report.ID, Content: content, Stance: hearsay.Asserts, Chain: l.head, End: hearsay.EndUnattributed}
	if l.analysis.Genre.OwnVoice() && len(l.head) == 1 {
		st.End = hearsay.EndNamed
	}
	return st
}

func (l *local) attributed(i int, content []hearsay.Span) hearsay.Statement {
	line := l.lineage(i)
	st := l.ownVoice(content)
	if l.toldItself(line) {
		st.Chain = st.Chain[:1:1]
	}
	st.Attr = l.analysis.Attributions[i].ID
	st.Stance, line = l.stance(line)
	st.Kind = l.analysis.Attributions[i].Kind
	st.Direct = st.Kind == hearsay.Direct
	for _, k := range line {
		a := &l.analysis.Attributions[k]
		st.Hedged = st.Hedged || a.Hedged
		st.Chain, st.End = l.extend(st.Chain, st.End, a)
		if a.Speaker != "" {
			st.Speaker = a.Speaker
		}
	}
	st.Chain = l.translated(st.Chain)
	return st
}

// toldItself tells whether one of these attributions says that its speaker told
// the report's own outlet: no agency that the report credits stands between.
func (l *local) toldItself(line []int) bool {
	own := strings.TrimPrefix(strings.ToLower(l.report.Outlet), "the ")
	return own != "" && slices.ContainsFunc(line, func(k int) bool {
		return slices.ContainsFunc(l.analysis.Attributions[k].Via, func(v hearsay.Via) bool {
			return v.Role == hearsay.RoleRelay && strings.TrimPrefix(strings.ToLower(v.Span.Of(l.report.Text)), "the ") == own
		})
	})
}

// translated adds the credited translators right after the publisher, unless
// the chain names nobody behind it or has them already.
func (l *local) translated(chain hearsay.Chain) hearsay.Chain {
	if len(chain) <= len(l.head) {
		return chain
	}
	for _, hop := range l.rendered {
		if !slices.ContainsFunc(chain, func(h hearsay.Hop) bool {
			return h.Name == hop.Name || h.Entity != "" && h.Entity == hop.Entity
		}) {
			chain = slices.Insert(slices.Clone(chain), 1, hop)
		}
	}
	return chain
}

// lineage is the attributions around attribution i, the outermost first, i
// last.
func (l *local) lineage(i int) []int {
	var line []int
	for depth := 0; depth <= len(l.analysis.Attributions); depth++ {
		line = append([]int{i}, line...)
		p, ok := l.byID[l.analysis.Attributions[i].Parent]
		if !ok || p == i {
			break
		}
		i = p
	}
	return line
}

// stance combines the stances of nested attributions. What stands inside a
// denial, a question or a wish is not thereby asserted: there the outer
// source is the one that takes a stand, and the chain ends with it.
func (l *local) stance(line []int) (hearsay.Stance, []int) {
	stance := hearsay.Asserts
	for n, k := range line {
		switch s := l.analysis.Attributions[k].Stance; s {
		case hearsay.Denies, hearsay.Questions, hearsay.Intends:
			return s, line[:n+1]
		case hearsay.Supposes:
			stance = s
		}
	}
	return stance, line
}

// extend adds the hands of one attribution: its go-betweens, then its speaker.
func (l *local) extend(chain hearsay.Chain, end hearsay.End, a *hearsay.Attribution) (hearsay.Chain, hearsay.End) {
	chain = chain[:len(chain):len(chain)]
	for _, v := range l.via(a) {
		hop := hearsay.Hop{Name: v.Span.Of(l.report.Text), Role: v.Role, Span: v.Span, Entity: v.Entity}
		if e := l.entities[v.Entity]; e != nil {
			hop.Name = e.Name
		}
		chain = append(chain, hop)
		end = hearsay.EndUnattributed
	}
	hop, hopEnd, ok := l.speaker(a)
	if !ok {
		return chain, end
	}
	if !a.Told.IsEmpty() {
		chain = append(chain, hearsay.Hop{Name: a.Told.Of(l.report.Text), Role: hearsay.RoleHearer, Span: a.Told})
	}
	if n := len(chain); n > 1 && chain[n-1].Role != hearsay.RoleTranslator && chain[n-1].Role != hearsay.RoleHearer {
		chain[n-1].Role = hearsay.RoleRelay
	}
	return append(chain, hop), hopEnd
}

// via is the go-betweens of an attribution. A lead that says what somebody said
// has it through whoever translated his words, though only the next sentence
// names the translator: "The group said on Monday that it had fired the shot. In
// a statement translated by M, it said …".
func (l *local) via(a *hearsay.Attribution) []hearsay.Via {
	if len(a.Via) > 0 || a.Speaker == "" || a.Kind == hearsay.Direct || a.Medium != "" || a.Parent != "" {
		return a.Via
	}
	for _, i := range l.translates {
		b := &l.analysis.Attributions[i]
		if b.Speaker == a.Speaker && hearsay.Cover(a.Content).End <= b.Via[0].Span.Start && l.next(a.Content[0].Start, b.Via[0].Span.Start) {
			return b.Via
		}
	}
	return nil
}

// next tells whether b stands in the first block that says something behind that
// of a, or in that of a.
func (l *local) next(a, b int) bool {
	blocks := 0
	for _, block := range l.report.Blocks {
		if block.Says() && block.Span.End > a && block.Span.Start <= b {
			blocks++
		}
	}
	return blocks <= 2
}

func (l *local) speaker(a *hearsay.Attribution) (hearsay.Hop, hearsay.End, bool) {
	if len(a.Source) == 0 && a.Speaker == "" {
		return hearsay.Hop{}, "", false
	}
	hop := hearsay.Hop{Role: hearsay.RoleOrigin, Medium: a.Medium, Entity: a.Speaker}
	if a.Medium == "letter" {
		hop.Role = hearsay.RoleAuthor
	}
	if len(a.Source) > 0 {
		hop.Span = a.Source[0]
		hop.Name = a.Source[0].Of(l.report.Text)
	}
	e := l.entities[a.Speaker]
	if e == nil {
		return hop, hearsay.EndDescribed, hop.Name != ""
	}
	hop.Name = e.Name
	if e.Described {
		return hop, hearsay.EndDescribed, true
	}
	return hop, hearsay.EndNamed, true
}

// String prints a chain for messages: "A > B > C".
func String(c hearsay.Chain) string {
	s := ""
	for i, h := range c {
		if i > 0 {
			s += " > "
		}
		s += h.Name
	}
	return s
}
