package claims

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed related.txt.gz
var relatedWords []byte

//go:embed opposite.txt.gz
var oppositeWords []byte

// relation is a root that can say the same as another, and how nearly, 0 to 1.
type relation struct {
	root  string
	score float64
}

// loadRelated unpacks the tables of related words that the binary carries:
// 7,600 words, from WordNet 3.1 and GloVe (see NOTICE and related.py), and pairs
// of opposites, "open" and "closed", "win" and "lose", from WordNet; then come
// the words of events.
func (w *Weights) loadRelated() error {
	w.related, w.opposite = make(map[string][]relation, 16000), map[string][]string{}
	err := eachLine(relatedWords, func(fields []string) error {
		for _, field := range fields[1:] {
			word, digits, _ := strings.Cut(field, ":")
			hundredths, err := strconv.Atoi(digits)
			if err != nil {
				return fmt.Errorf("%q: %w", field, err)
			}
			relate(w.related, w.rootOf(fields[0]), w.rootOf(word), float64(hundredths)/100)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("related words: %w", err)
	}
	for _, pair := range converses {
		relate(w.related, w.rootOf(pair[0]), w.rootOf(pair[1]), converseScore)
	}
	err = eachLine(oppositeWords, func(fields []string) error {
		if len(fields) == 2 && !converse(fields[0], fields[1]) {
			oppose(w.opposite, w.rootOf(fields[0]), w.rootOf(fields[1]))
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("opposites: %w", err)
	}
	events, err := loadEvents()
	w.addEvents(events)
	return err
}

// converses are verbs for the two sides of one event: what one buys the other
// sells. Tables of opposites hold them, but neither denies the other.
var converses = [][2]string{{"buy", "sell"}, {"purchase", "sale"}, {"buy", "sale"}, {"purchase", "sell"}, {"lend", "borrow"}, {"send", "receive"},
	{"hire", "employ"}, {"own", "belong"}, {"buy", "owner"}}

const converseScore = 0.6

func converse(a, b string) bool {
	for _, pair := range converses {
		if pair == [2]string{a, b} || pair == [2]string{b, a} {
			return true
		}
	}
	return false
}

// eachLine calls f with the fields of each line of a packed table.
func eachLine(packed []byte, f func(fields []string) error) error {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if fields := strings.Fields(lines.Text()); len(fields) > 0 {
			if err := f(fields); err != nil {
				return err
			}
		}
	}
	return lines.Err()
}

// opposed tells whether two roots are opposites: listed, or one the other with
// a negating prefix.
func (w *Weights) opposed(a, b string) bool {
	return slices.Contains(w.opposite[a], b) || prefixed(a, b) || prefixed(b, a)
}

func prefixed(long, short string) bool {
	if more := len(long) - len(short); more < 1 || more > 4 {
		return false
	}
	for _, prefix := range []string{"un", "in", "im", "ir", "il", "non", "dis"} {
		if rest, ok := strings.CutPrefix(long, prefix); ok && len(short) >= 4 && strings.TrimSuffix(rest, "e") == strings.TrimSuffix(short, "e") {
			return true
		}
	}
	return false
}

// relate enters a relation in both directions; of two scores the higher stays.
func relate(table map[string][]relation, a, b string, score float64) {
	if a != b {
		relateTo(table, a, b, score)
		relateTo(table, b, a, score)
	}
}

func relateTo(table map[string][]relation, a, b string, score float64) {
	table[a] = related(table[a], b, score)
}

// related adds a relation to a list, once.
func related(list []relation, root string, score float64) []relation {
	for i := range list {
		if list[i].root == root {
			list[i].score = max(list[i].score, score)
			return list
		}
	}
	return append(list, relation{root, score})
}

// remove takes out of the list of a root what is to go.
func remove[T any](table map[string][]T, root string, goes func(T) bool) {
	if list, ok := table[root]; ok {
		table[root] = slices.DeleteFunc(list, goes)
	}
}

// oppose enters two opposites in both directions.
func oppose(table map[string][]string, a, b string) {
	if a != b && !slices.Contains(table[a], b) {
		table[a], table[b] = append(table[a], b), append(table[b], a)
	}
}

// Near are the roots that can stand for a root, itself left out.
func (w *Weights) Near(root string) []string {
	var list []string
	for _, r := range w.related[root] {
		list = append(list, r.root)
	}
	return list
}
