package claims

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hearsay/internal/text"
)

// eventFiles are words by which news tells of the same, a file for each field of
// news: each line is one event or one kind of thing, and any word of it can stand
// for any other. WordNet has most of them in different places, since it keeps
// what a thing is apart from what happens ("dead", "die"), and cause from effect
// ("kill", "die").
//
// A line may begin with a digit: how surely its words stand for one another, in
// tenths, eventScore if it is missing. "fire:6" says how surely one word stands
// for the first; two words of which that is said stand for one another no more
// surely than both do, so kinds of one thing may be listed behind it. Several
// words joined are a phrase: by "_" if up to phraseReach words may come between
// ("shut_down"), by "+" if none may. It counts as the first word of its line, or
// as a word of its own if it stands in several lines or stands for the first one
// with less than phraseScore. Words behind "|" are opposites of those before it.
// A line that begins with "!" has words that other tables take for related or for
// opposites, and news does not; one word alone has none there. "#" begins a
// comment.
//
//go:embed events/*.txt
var eventFiles embed.FS

// eventLines are the lines of all files, in the order of their names.
func eventLines() (string, error) {
	files, err := eventFiles.ReadDir("events")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, f := range files {
		lines, err := eventFiles.ReadFile("events/" + f.Name())
		if err != nil {
			return "", err
		}
		b.Write(lines)
	}
	return b.String(), nil
}

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

const (
	phraseScore = 0.7 // from which a phrase counts as the first word of its line
	leastScore  = 0.4 // of two words that are related at all
)

// phrase tells whether it is more than one word.
func (e eventWord) phrase() bool {
	return strings.IndexByte(e.text, '_') >= 0 || strings.IndexByte(e.text, '+') >= 0
}

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

// loadEvents reads the table of events.
func loadEvents() ([]event, error) {
	lines, err := eventLines()
	if err != nil {
		return nil, err
	}
	return readEvents(lines)
}

// addEvents enters the events into the tables of related words, opposites and
// phrases.
func (w *Weights) addEvents(events []event) {
	heads := map[string][]string{} // by phrase, the words for which it stands: the first one of its line, or itself
	for _, e := range events {
		for _, side := range [][]eventWord{e.words, e.opposites} {
			for _, x := range side {
				if x.phrase() && !slices.Contains(heads[x.text], side[0].text) {
					heads[x.text] = append(heads[x.text], side[0].text)
				}
				if x.phrase() && x.score < phraseScore {
					heads[x.text] = append(heads[x.text], single(x.text))
				}
			}
		}
	}
	w.addPhrases(heads)
	for _, words := range slices.Sorted(maps.Keys(heads)) {
		if len(heads[words]) > 1 {
			w.relateParts(words)
		}
	}
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
			list := slices.Grow(w.related[a.text], len(side)-1)
			for k, b := range side {
				if s := pairScore(a.score, b.score, i == 0 || k == 0); a.text != b.text && s >= leastScore {
					list = related(list, b.text, s)
				}
			}
			w.related[a.text] = list
		}
	}
	for _, a := range sides[0] {
		for _, b := range sides[1] {
			oppose(w.opposite, a.text, b.text)
		}
	}
}

// partScore is how surely a phrase that is a word of its own holds the words of
// which it consists: a suspended sentence is a sentence.
const partScore = 0.7

// relateParts enters a phrase beside its words, since it takes their place in a
// text. A verb with its particle means something else than alone.
func (w *Weights) relateParts(words string) {
	var parts []string
	for _, part := range strings.FieldsFunc(words, joint) {
		if !text.StopWord(part) && !light[part] {
			parts = append(parts, w.rootOf(part))
		}
	}
	if len(parts) < 2 {
		return
	}
	for _, part := range parts {
		relate(w.related, w.rootOf(single(words)), part, partScore)
	}
}

func joint(r rune) bool { return r == '_' || r == '+' }

// pairScore is how surely two words of a line stand for one another; first, if
// one of them is its first word.
func pairScore(a, b float64, first bool) float64 {
	if !first && max(a, b) < eventScore {
		return a * b
	}
	return min(a, b)
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
