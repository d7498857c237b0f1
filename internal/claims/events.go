package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// eventLines are words by which news tells of the same: each line is one event
// or one kind of thing, and any word of it can stand for any other. WordNet has
// most of them in different places, since it keeps what a thing is apart from
// what happens ("dead", "die"), and cause from effect ("kill", "die").
//
// A line may begin with a digit: how surely its words stand for one another, in
// tenths, eventScore if it is missing. "fire:6" says it of one word: its pairs
// score no more than that. Several words joined are a phrase: by "_" if up to
// phraseReach words may come between ("shut_down"), by "+" if none may. It counts
// as the first word of its line, or as a word of its own if it stands in several
// lines. Words behind "|" are opposites of those before it. A line that begins
// with "!" has words that other tables take for related or for opposites, and
// news does not; one word alone has none there. "#" begins a comment.
//
//go:embed events.txt
var eventLines string

// event is one line: words that can stand for one another, and their opposites;
// or words that cannot.
type event struct {
	words, opposites []eventWord
	apart            bool
}

// eventWord is a word, or a phrase for which another word stands.
type eventWord struct {
	text  string
	score float64
}

// eventScore is how surely the words of a line stand for one another that says
// nothing of it, from 0 to 1.
const eventScore = 0.8

// phrase tells whether it is more than one word.
func (e eventWord) phrase() bool { return strings.ContainsAny(e.text, "_+") }

// readEvents reads the lines of a table of events.
func readEvents(lines string) ([]event, error) {
	var list []event
	for line := range strings.Lines(lines) {
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		e, err := readEvent(fields)
		if err != nil {
			return nil, fmt.Errorf("events: %q: %w", strings.TrimSpace(line), err)
		}
		list = append(list, e)
	}
	return list, nil
}

// readEvent reads one line, cut at its spaces.
func readEvent(fields []string) (event, error) {
	var e event
	score := eventScore
	if fields[0] == "!" {
		e.apart, fields = true, fields[1:]
	} else if s, ok := tenths(fields[0]); ok {
		score, fields = s, fields[1:]
	}
	side := &e.words
	for _, field := range fields {
		if field == "|" {
			side = &e.opposites
			continue
		}
		word, digit, scored := strings.Cut(field, ":")
		w := eventWord{word, score}
		if scored {
			if w.score, scored = tenths(digit); !scored {
				return e, fmt.Errorf("%q is no score", digit)
			}
		}
		*side = append(*side, w)
	}
	if e.apart && len(e.words) > 0 {
		return e, nil
	}
	if len(e.words) == 0 || e.words[0].phrase() || len(e.words)+len(e.opposites) < 2 || len(e.opposites) > 0 && e.opposites[0].phrase() {
		return e, fmt.Errorf("a word and another one are wanted")
	}
	return e, nil
}

// tenths reads a score from its one digit, 1 to 9: 0.1 to 0.9.
func tenths(digit string) (score float64, ok bool) {
	if len(digit) != 1 || digit[0] < '1' || digit[0] > '9' {
		return 0, false
	}
	return float64(digit[0]-'0') / 10, true
}

// addEvents enters the table of events into those of related words, opposites
// and phrases.
func (w *Weights) addEvents() error {
	events, err := readEvents(eventLines)
	if err != nil {
		return err
	}
	heads := map[string][]string{} // by phrase, the first words of its lines
	for _, e := range events {
		for _, side := range [][]eventWord{e.words, e.opposites} {
			for _, x := range side {
				if x.phrase() && !slices.Contains(heads[x.text], side[0].text) {
					heads[x.text] = append(heads[x.text], side[0].text)
				}
			}
		}
	}
	w.addPhrases(heads)
	for _, e := range events {
		if e.apart {
			w.keepApart(e)
		}
	}
	for _, e := range events {
		if !e.apart {
			w.relateEvent(e, heads)
		}
	}
	return nil
}

// relateEvent enters the words of one line; a phrase of one line alone is its
// first word already.
func (w *Weights) relateEvent(e event, heads map[string][]string) {
	sides := [2][]eventWord{}
	for i, side := range [][]eventWord{e.words, e.opposites} {
		for _, x := range side {
			if x.phrase() && len(heads[x.text]) < 2 {
				continue
			}
			sides[i] = append(sides[i], eventWord{w.rootOf(single(x.text)), x.score})
		}
	}
	for _, side := range sides {
		for i, a := range side {
			for _, b := range side[i+1:] {
				relate(w.related, a.text, b.text, min(a.score, b.score))
			}
		}
	}
	for _, a := range sides[0] {
		for _, b := range sides[1] {
			oppose(w.opposite, a.text, b.text)
		}
	}
}

// keepApart takes out what other tables say of the words of a line.
func (w *Weights) keepApart(e event) {
	var list []string
	for _, x := range e.words {
		list = append(list, w.rootOf(x.text))
	}
	for _, a := range list {
		others := list
		if len(list) == 1 {
			others = append(w.Near(a), w.opposite[a]...)
		}
		for _, b := range others {
			remove(w.related, a, func(r relation) bool { return r.root == b })
			remove(w.related, b, func(r relation) bool { return r.root == a })
			remove(w.opposite, a, func(root string) bool { return root == b })
			remove(w.opposite, b, func(root string) bool { return root == a })
		}
	}
}
