package standing_test

import (
	"strings"
	"testing"

	"hearsay"
	. "hearsay/internal/standing"
)

// attributed is an attribution given by the words of its parts; each part
// stands once in the text, and "" is left out.
type attributed struct {
	source, cue, content string
	stance               hearsay.Stance
	parent, medium       string
	via                  map[string]hearsay.Role
}

// localCase is one report by itself and what it says: a line for each
// statement, "stance: chain = end: words".
type localCase struct {
	name, text string
	genre      hearsay.Genre
	credits    []hearsay.Credit
	attributed []attributed
	described  string // the one source that has no name
	want       []string
}

var localCases = []localCase{
	{name: "in journalism the outlet's own voice is unattributed",
		text: "The bridge is closed.",
		want: []string{"asserts: Post = unattributed: The bridge is closed."}},
	{name: "in a statement the publisher is a named end",
		text: "The bridge is closed.", genre: hearsay.GenreStatement,
		want: []string{"asserts: Post = named: The bridge is closed."}},
	{name: "a statement that another publisher is credited for is not its own",
		text: "The bridge is closed.", genre: hearsay.GenreStatement, credits: []hearsay.Credit{{Kind: hearsay.CreditWire, Name: "Wire"}},
		want: []string{"asserts: Post > Wire = unattributed: The bridge is closed."}},
	{name: "a wire credit stands right after the outlet, a citation does not",
		text: "Lund said the bridge is safe.", credits: []hearsay.Credit{{Kind: hearsay.CreditWire, Name: "Wire"}, {Kind: hearsay.CreditPoint, Name: "Blaze"}, {Kind: hearsay.CreditLink, Name: "Quay"}},
		attributed: []attributed{{source: "Lund", cue: "said", content: "the bridge is safe"}},
		want:       []string{"asserts: Post > Wire > Lund = named: the bridge is safe"}},
	{name: "who orders does something, which the outlet reports in its own voice",
		text: "A judge ordered the mill to keep its books. Brede did not ask the mill to close.",
		attributed: []attributed{{source: "A judge", cue: "ordered", content: "the mill to keep its books", stance: hearsay.Intends},
			{source: "Brede", cue: "did not ask", content: "the mill to close", stance: hearsay.Intends}},
		want: []string{"asserts: Post = unattributed: A judge ordered the mill to keep its books",
			"intends: Post > A judge = named: the mill to keep its books", "intends: Post > Brede = named: the mill to close"}},
	{name: "who takes a thing back does something, and denies nothing",
		text:       "The museum has withdrawn the blue catalogue from sale.",
		attributed: []attributed{{source: "The museum", cue: "has withdrawn", content: "the blue catalogue from sale", stance: hearsay.Denies}},
		want:       []string{"asserts: Post = unattributed: The museum has withdrawn the blue catalogue from sale."}},
	{name: "who turns a thing down does something; what was told is denied so",
		text: "Parliament rejected the budget on Tuesday; Brede dismissed the allegation.",
		attributed: []attributed{{source: "Parliament", cue: "rejected", content: "the budget", stance: hearsay.Denies},
			{source: "Brede", cue: "dismissed", content: "the allegation", stance: hearsay.Denies}},
		want: []string{"asserts: Post = unattributed: Parliament rejected the budget on Tuesday", "denies: Post > Brede = named: the allegation"}},
	{name: "who takes back that something is so denies it",
		text:       "Lund withdrew the claim that the well was dry.",
		attributed: []attributed{{source: "Lund", cue: "withdrew", content: "the claim that the well was dry", stance: hearsay.Denies}},
		want:       []string{"denies: Post > Lund = named: the claim that the well was dry"}},
	{name: "what somebody is told to have withdrawn is his word who tells",
		text: "Lund said the club dismissed its coach.",
		attributed: []attributed{{source: "Lund", cue: "said", content: "the club dismissed its coach"},
			{source: "the club", cue: "dismissed", content: "its coach", stance: hearsay.Denies, parent: "a1"}},
		want: []string{"asserts: Post > Lund = named: the club dismissed its coach"}},
	{name: "what somebody is told to have done is his word who tells",
		text: "Brede said the warden offered to resign.",
		attributed: []attributed{{source: "Brede", cue: "said", content: "the warden offered to resign"},
			{source: "the warden", cue: "offered", content: "to resign", stance: hearsay.Intends, parent: "a1"}},
		want: []string{"asserts: Post > Brede = named: the warden offered to resign", "intends: Post > Brede > the warden = named: to resign"}},
	{name: "what somebody is told to have ordered is told whole",
		text: "Brede said that on Monday the warden came in and told the boys of the long dormitory to stay in bed.",
		attributed: []attributed{{source: "Brede", cue: "said", content: "that on Monday the warden came in and told the boys of the long dormitory to stay in bed"},
			{source: "the warden", cue: "told", content: "to stay in bed", stance: hearsay.Intends, parent: "a1"}},
		want: []string{"asserts: Post > Brede = named: that on Monday the warden came in and told the boys of the long dormitory to stay in bed",
			"intends: Post > Brede > the warden = named: to stay in bed"}},
	{name: "that somebody ordered is denied whole, and not what was ordered",
		text: "Brede denied that the warden had told the boys of the long dormitory to stay in bed.",
		attributed: []attributed{{source: "Brede", cue: "denied", content: "that the warden had told the boys of the long dormitory to stay in bed", stance: hearsay.Denies},
			{source: "the warden", cue: "had told", content: "to stay in bed", stance: hearsay.Intends, parent: "a1"}},
		want: []string{"denies: Post > Brede = named: that the warden had told the boys of the long dormitory to stay in bed"}},
	{name: "the outlet's clause about an order is its own, whole, whatever stands between its parts",
		text:       "At noon the warden requested from the harbour office, by wire, that the lock be shut.",
		attributed: []attributed{{source: "the warden", cue: "requested", content: "that the lock be shut", stance: hearsay.Intends}},
		want: []string{"asserts: Post = unattributed: At noon the warden requested from the harbour office, by wire, that the lock be shut.",
			"intends: Post > the warden = named: that the lock be shut"}},
	{name: "an order that another's verb parts is not told by the outlet",
		text: "The warden, Brede said, ordered the boys of the long dormitory to bed.",
		attributed: []attributed{{source: "The warden", cue: "ordered", content: "to bed", stance: hearsay.Intends},
			{source: "Brede", cue: "said", content: "the boys of the long dormitory"}},
		want: []string{"asserts: Post > Brede = named: the boys of the long dormitory", "intends: Post > The warden = named: to bed"}},
	{name: "that somebody was warned is an event; what it was is another's word, if nobody says whose",
		text: "Brede said the mill was warned in May that the dam leaks; it was ordered that it be shut.",
		attributed: []attributed{{source: "Brede", cue: "said", content: "the mill was warned in May that the dam leaks"},
			{cue: "was warned", content: "that the dam leaks", stance: hearsay.Supposes, parent: "a1"},
			{cue: "was ordered", content: "that it be shut", stance: hearsay.Intends}},
		want: []string{"asserts: Post > Brede = named: the mill was warned in May that the dam leaks", "supposes: Post > Brede = named: that the dam leaks",
			"intends: Post = unattributed: that it be shut"}},
	{name: "a greeting is no statement",
		text: "Dear Hedda,",
		want: nil},
	{name: "a clause in which no attribution has a part is the outlet's own",
		text:       "A shell struck the school; the patrol reported a hole in the roof.",
		attributed: []attributed{{source: "the patrol", cue: "reported", content: "a hole in the roof"}},
		want:       []string{"asserts: Post = unattributed: A shell struck the school", "asserts: Post > the patrol = named: a hole in the roof"}},
	{name: "each enclosing attribution adds its speaker, the outermost first",
		text: "Lund said a nurse told him that the ward is full.",
		attributed: []attributed{{source: "Lund", cue: "said", content: "a nurse told him that the ward is full"},
			{source: "a nurse", cue: "told", content: "the ward is full", parent: "a1"}},
		described: "a nurse",
		want:      []string{"asserts: Post > Lund > a nurse = described: the ward is full"}},
	{name: "what surrounds a nested attribution is the outer speaker's",
		text: "Lund said the doors stay open and that Brede warned the ward is full.",
		attributed: []attributed{{source: "Lund", cue: "said", content: "the doors stay open and that Brede warned the ward is full"},
			{source: "Brede", cue: "warned", content: "the ward is full", parent: "a1"}},
		want: []string{"asserts: Post > Lund = named: the doors stay open and that", "asserts: Post > Lund > Brede = named: the ward is full"}},
	{name: "what stands inside a denial is not asserted, and the chain ends with who denies",
		text: "The League denied the Courier report that Lund was paid.",
		attributed: []attributed{{source: "The League", cue: "denied", content: "the Courier report that Lund was paid", stance: hearsay.Denies},
			{source: "Courier", cue: "report", content: "Lund was paid", parent: "a1"}},
		want: []string{"denies: Post > The League = named: Lund was paid"}},
	{name: "a denial that somebody reports is his who denies",
		text: "Lund said Brede denied that the pay was cut.",
		attributed: []attributed{{source: "Lund", cue: "said", content: "Brede denied that the pay was cut"},
			{source: "Brede", cue: "denied", content: "the pay was cut", stance: hearsay.Denies, parent: "a1"}},
		want: []string{"denies: Post > Lund > Brede = named: the pay was cut"}},
	{name: "a supposition around an assertion makes it one",
		text: "Lund thinks Brede said the pay was cut.",
		attributed: []attributed{{source: "Lund", cue: "thinks", content: "Brede said the pay was cut", stance: hearsay.Supposes},
			{source: "Brede", cue: "said", content: "the pay was cut", parent: "a1"}},
		want: []string{"supposes: Post > Lund > Brede = named: the pay was cut"}},
	{name: "a go-between stands before the source",
		text:       "Monitor translates Qasim as writing that the branch lent its forklifts.",
		attributed: []attributed{{source: "Qasim", cue: "writing", content: "the branch lent its forklifts", medium: "letter", via: map[string]hearsay.Role{"Monitor": hearsay.RoleTranslator}}},
		want:       []string{"asserts: Post > Monitor (translator) > Qasim (author by letter) = named: the branch lent its forklifts"}},
	{name: "a credited translator stands right after the outlet, for what others say",
		text: "It is cold. Lund said the bridge is safe.", credits: []hearsay.Credit{{Kind: hearsay.CreditTranslation, Name: "Dana Rooth", Role: hearsay.RoleTranslator}, {Kind: hearsay.CreditWire, Name: "Wire"}},
		attributed: []attributed{{source: "Lund", cue: "said", content: "the bridge is safe"}},
		want:       []string{"asserts: Post > Dana Rooth (translator) > Wire > Lund = named: the bridge is safe"}},
	{name: "the outlet's own words have no translator",
		text: "The bridge is closed.", credits: []hearsay.Credit{{Kind: hearsay.CreditTranslation, Name: "Dana Rooth", Role: hearsay.RoleTranslator}},
		want: []string{"asserts: Post = unattributed: The bridge is closed."}},
	{name: "an outlet that translates for itself is one hop, and the page of the original is no translator",
		text: "Lund said the bridge is safe.", credits: []hearsay.Credit{{Kind: hearsay.CreditTranslation, Name: "Post", Role: hearsay.RoleTranslator}, {Kind: hearsay.CreditTranslation, Name: "Quay Voices"}},
		attributed: []attributed{{source: "Lund", cue: "said", content: "the bridge is safe"}},
		want:       []string{"asserts: Post > Lund = named: the bridge is safe"}},
	{name: "an attribution that names nobody leaves the outlet",
		text:       "Reportedly the pay was cut.",
		attributed: []attributed{{cue: "Reportedly", content: "the pay was cut", stance: hearsay.Supposes}},
		want:       []string{"supposes: Post = unattributed: the pay was cut"}},
	{name: "a question asserts nothing",
		text: "Was the pay cut?",
		want: []string{"questions: Post = unattributed: Was the pay cut?"}},
	{name: "what is left of an attributed sentence is its frame",
		text:       "On Monday morning at the gate Lund said the bridge is safe.",
		attributed: []attributed{{source: "Lund", cue: "said", content: "the bridge is safe"}},
		want:       []string{"asserts: Post > Lund = named: the bridge is safe"}},
}

func TestStatements(t *testing.T) {
	for _, c := range localCases {
		t.Run(c.name, func(t *testing.T) {
			r := &hearsay.Report{ID: "r", Outlet: "Post", Text: c.text}
			list := Statements(r, c.analysis(t), []hearsay.Span{{End: len(c.text)}}, atSemicolon(c.text))
			var got []string
			for i, st := range list {
				if st.Seq != i {
					t.Errorf("statement %d has the number %d", i, st.Seq)
				}
				got = append(got, printStatement(&st, c.text))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// atSemicolon cuts contents of one piece into propositions.
func atSemicolon(text string) func([]hearsay.Span) [][]hearsay.Span {
	return func(p []hearsay.Span) [][]hearsay.Span {
		before, _, ok := strings.Cut(p[0].Of(text), "; ")
		if !ok || len(p) > 1 {
			return [][]hearsay.Span{p}
		}
		at := p[0].Start + len(before)
		return [][]hearsay.Span{{{Start: p[0].Start, End: at}}, {{Start: at + len("; "), End: p[0].End}}}
	}
}

func (c *localCase) analysis(t *testing.T) *hearsay.Analysis {
	a := &hearsay.Analysis{Genre: c.genre, Credits: c.credits}
	entity := func(name string) string {
		if name != "" && a.Entity(name) == nil {
			a.Entities = append(a.Entities, hearsay.Entity{ID: name, Name: name, Described: name == c.described})
		}
		return name
	}
	for i, at := range c.attributed {
		one := hearsay.Attribution{ID: "a" + string(rune('1'+i)), Parent: at.parent, Medium: at.medium, Stance: at.stance, Speaker: entity(at.source),
			Source: spansOf(t, c.text, at.source), Cue: spansOf(t, c.text, at.cue), Content: spansOf(t, c.text, at.content)}
		if one.Stance == "" {
			one.Stance = hearsay.Asserts
		}
		for name, role := range at.via {
			one.Via = append(one.Via, hearsay.Via{Role: role, Entity: entity(name), Span: spansOf(t, c.text, name)[0]})
		}
		a.Attributions = append(a.Attributions, one)
	}
	return a
}

func spansOf(t *testing.T, text, words string) []hearsay.Span {
	if words == "" {
		return nil
	}
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return []hearsay.Span{{Start: at, End: at + len(words)}}
}

// printStatement names the roles that are not the usual ones.
func printStatement(st *hearsay.Statement, text string) string {
	var hops []string
	for _, h := range st.Chain {
		name := h.Name
		switch {
		case h.Medium != "":
			name += " (" + string(h.Role) + " by " + h.Medium + ")"
		case h.Role == hearsay.RoleTranslator:
			name += " (translator)"
		}
		hops = append(hops, name)
	}
	words := strings.TrimSpace(hearsay.Cover(st.Content).Of(text))
	return string(st.Stance) + ": " + strings.Join(hops, " > ") + " = " + string(st.End) + ": " + words
}

// A parent that is its own child, or that does not exist, ends the lineage.
func TestStatementsOfBrokenNesting(t *testing.T) {
	text := "Lund said Brede said the bridge is safe."
	c := localCase{text: text, attributed: []attributed{
		{source: "Lund", cue: "said", content: "Brede said the bridge is safe", parent: "a2"},
		{source: "Brede", content: "the bridge is safe", parent: "a1"}}}
	a := c.analysis(t)
	whole := func(p []hearsay.Span) [][]hearsay.Span { return [][]hearsay.Span{p} }
	Statements(&hearsay.Report{Outlet: "Post", Text: text}, a, []hearsay.Span{{End: len(text)}}, whole)
	a.Attributions[0].Parent = "a9"
	if list := Statements(&hearsay.Report{Outlet: "Post", Text: text}, a, []hearsay.Span{{End: len(text)}}, whole); len(list) != 1 {
		t.Errorf("%d statements", len(list))
	}
}

// Whoever answers a message quotes it, and does not say what it says.
func TestStatementsBelowAnAnswer(t *testing.T) {
	const answer, quoted = "No pile was left out.", "> Fourteen piles were left out."
	text := answer + "\n\n" + quoted
	at := len(text) - len(quoted)
	r := &hearsay.Report{ID: "r", Outlet: "Ilse Lund", Text: text, Blocks: []hearsay.Block{
		{Span: hearsay.Span{End: len(answer)}, Kind: hearsay.BlockParagraph},
		{Span: hearsay.Span{Start: at, End: len(text)}, Kind: hearsay.BlockQuote},
	}}
	sentences := []hearsay.Span{{End: len(answer)}, {Start: at, End: len(text)}}
	list := Statements(r, &hearsay.Analysis{}, sentences, atSemicolon(text))
	if len(list) != 1 || hearsay.Cover(list[0].Content).Of(text) != answer {
		t.Errorf("got %v, want only %q", list, answer)
	}
}
