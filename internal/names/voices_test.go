package names

import (
	"math"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/text"
)

// TestVoicesFile: what is written is read as the same, and a file that lacks a
// weight is not taken.
func TestVoicesFile(t *testing.T) {
	var b strings.Builder
	if err := committedVoices().Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := parseVoices(b.String())
	if err != nil || *again != *committedVoices() {
		t.Errorf("read again as %v, %v", again, err)
	}
	if _, err := parseVoices("turn/addresses -5\n"); err == nil {
		t.Error("a file with one weight is taken for all of them")
	}
}

// twoTurns are turns of three people in a row, of which the last is known.
func twoTurns() []turnShown {
	ada, jo, kim := &cluster{name: "Ada"}, &cluster{name: "Jo"}, &cluster{name: "Kim"}
	list := func(s sign) []candidate {
		all := []candidate{{}, {who: ada}, {who: jo}, {who: kim}}
		all[0].seen[nobodyAtAll] = 1
		all[1].seen[s] = 1
		all[2].seen[isPresent] = 0.5
		return all
	}
	return []turnShown{
		{list: list(ledFromAbove)},
		{list: list(isPresent), x: exchange{junction: follows, asked: true}},
		{list: list(presentOften), right: []bool{false, true, false, false}, x: exchange{junction: follows, joined: true, touches: true}},
	}
}

// likelihood is that of the right sequences, counted one by one.
func likelihood(turns []turnShown, w *voiceWeights) float64 {
	all, right := math.Inf(-1), math.Inf(-1)
	for a := range turns[0].list {
		for b := range turns[1].list {
			for c := range turns[2].list {
				who := []*cluster{nil, nil, turns[0].list[a].who, turns[1].list[b].who, turns[2].list[c].who}
				score := 0.0
				for i, k := range []int{a, b, c} {
					for s, much := range turns[i].list[k].seen {
						score += much * w.signs[s]
					}
					score += turns[i].x.step(w, who[i], who[i+1], who[i+2])
				}
				all = logSum(all, score)
				if turns[2].right[c] {
					right = logSum(right, score)
				}
			}
		}
	}
	return right - all
}

// TestTurnsSlope: the slope is that of the likelihood, sign by sign.
func TestTurnsSlope(t *testing.T) {
	w := priorVoices()
	turns := twoTurns()
	var got voiceWeights
	(&voicesShown{turns: turns}).slope(w, &got)
	const little = 1e-5
	for s := range signs {
		up, down := *w, *w
		up.signs[s] += little
		down.signs[s] -= little
		want := (likelihood(turns, &up) - likelihood(turns, &down)) / (2 * little)
		if math.Abs(got.signs[s]-want) > 1e-4 {
			t.Errorf("%s: slope %.5f, want %.5f", signTable[s].name, got.signs[s], want)
		}
	}
}

// TestFitVoices: what speaks for the right ones comes to count for more.
func TestFitVoices(t *testing.T) {
	shown := []voicesShown{{turns: twoTurns()}}
	prior := priorVoices()
	w := fitVoices(shown, prior)
	if w.signs[presentOften] <= prior.signs[presentOften] || likelihood(shown[0].turns, w) <= likelihood(shown[0].turns, prior) {
		t.Errorf("present-often counts %.3f, before %.3f", w.signs[presentOften], prior.signs[presentOften])
	}
}

// TestWhoSpeaks: classes of speakers, each in a short text.
func TestWhoSpeaks(t *testing.T) {
	model := tagger(t)
	for _, c := range []struct{ name, body, quote, want string }{
		{"kin named in the next sentence", "Edda Lund dives for wrecks. Her husband came in with wet boots. Mark has driven the boat for years.\n\n[“Somebody has to know where she is,”] {he} said.", "Somebody", "Mark"},
		{"an initial is a given name", "Present were Mrs A. Nance and Mr D. Fry.\n\nMrs Audrey Nance took the chair. [“It is late,”] {Mrs Nance} said.", "It is", "Audrey Nance"},
		{"who adds something has just spoken", "A miner was treated for cuts. [“It rained pebbles,”] said {a miner}. [“You feel it in your teeth,”] {the survivor} added.", "You feel", "a miner"},
		{"the kin of somebody named comes in", "Edda Lund lost the game. Aya's father waited on the stairs. He drives a taxi.\n\n[“At home she hides my knights,”] {he} said.", "At home", "Aya's father"},
		{"her mother is whose daughter she is", "Marta Sowande bought the works. Marta Sowande's daughter came down. Leonie keeps the books. [“We had an offer,”] {Leonie} said. Her mother turned away.\n\n[“A poor one,”] {she} said.", "A poor", "Marta Sowande"},
		{"Mum by her name", "My mother did not come. It rained.\n\nMum rang at ten. [“We had the cake,”] {she} said.", "We had", "My mother"},
		{"she is the verger", "Hilary Bassett sat at the keys. She is the verger. A boy looked up.\n\n[“Since before you were born,”] {the verger} said.", "Since", "Hilary Bassett"},
		{"named after having been described", "The coroner asked who had been right. Mrs Isobel Rankine adjourned for a few minutes. A clerk came in.\n\n[“You may go,”] {the coroner} said.", "You may", "Isobel Rankine"},
		{"the one who goes by a surname is the solicitor", "Lucian stood by the stove. They had put Mr Garstang at the table. The solicitor cleared his throat. [“To my niece, the house,”] {he} read.", "To my", "Garstang"},
		{"a surname with a title", "An engineer had come with a map. Joan Pettifer made tea.\n\nShe sat down.\n\n[“Go on,”] {she} said.\n\nMr Siddiq put his finger on the map.\n\n[“Here,”] {the engineer} said.", "Here", "Siddiq"},
		{"a title tells the calling", "Bridie Lund put down her knife. She had it by Friday. Father Garvan preached on greed.\n\n[“Sit down,”] {the priest} said.", "Sit down", "Garvan"},
		{"counsel by the side", "Ada Lund gave evidence. Cross-examining, Tobias Quayle suggested that she had been drinking. [“Three glasses,”] {defence counsel} put to her.", "Three", "Tobias Quayle"},
		{"a lead and the names behind it", "A builder charged a widow £300 for a roof.\n\nColin Stebbing, 54, knocked at the door of Winifred Dace. He had a ladder.\n\n[“He had a ladder,”] {the widow} said.", "He had", "Winifred Dace"},
		{"an office in capitals", "The Harbour Master, Captain Elias Rowe, reported a yacht. Ada Lund asked about seals.\n\n[“Only the fish,”] {the Harbour Master} said.", "Only", "Elias Rowe"},
		{"a firm called by its trade", "The union went out to eat. Sound Crossings Ltd disputed that. [“There were sandwiches,”] {the operator} said.", "There were", "Sound Crossings Ltd"},
		{"who publishes is the publisher", "Magnus Bell, who publishes them both, said little. A nurse came in.\n\n[“Sales are up,”] {the publisher} said.", "Sales", "Magnus Bell"},
		{"who is brought in again", "My mother brought me to the gate. Bridie Lund looked up.\n\nMy mother stood up. [“Whose greed?”]", "Whose", "My mother"},
		{"asked by the writer in one's own words", "Edda Lund sat down. Ada Brand asked what he had picked up.\n\n[“The butter,”] {Edda Lund} said.", "The butter", "Edda Lund"},
		{"called in talk by the given name", "Mr Bickerstaff looked down. Ada Lund lifted his leg.\n\n[“Those are hospital socks, Stan,”] {Ada Lund} said.\n\n[“They are good.”]", "They are", "Bickerstaff"},
		{"told by a line above", "Agnes Mulcaire, born 1931, told to the memory project\n\nI was fourteen when I went in.\n\n[“I never did it,”] {I} said.", "I never", "Agnes Mulcaire"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := parseMarked(c.body)
			for i := range m.attrs {
				at := strings.Index(m.report.Text, " added")
				if s := m.attrs[i].Source; len(s) > 0 && at > 0 && s[0].End == at {
					m.attrs[i].Cue = []hearsay.Span{{Start: at + 1, End: at + len(" added")}}
				}
			}
			doc := text.Analyze(&m.report)
			model.Tag(doc)
			entities, attrs := Resolve(doc, &m.report, m.attrs, m.known)
			for _, a := range attrs {
				if !strings.Contains(hearsay.Cover(a.Content).Of(m.report.Text), c.quote) {
					continue
				}
				for _, e := range entities {
					if e.ID == a.Speaker && !strings.EqualFold(e.Name, c.want) {
						t.Errorf("%q speaks, want %q", e.Name, c.want)
					}
				}
				if a.Speaker == "" {
					t.Error("nobody speaks")
				}
			}
		})
	}
}
