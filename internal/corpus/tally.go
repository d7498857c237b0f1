package corpus

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// tally counts by name, several columns at once.
type tally map[string][]int

func newTally() tally { return tally{} }

func (t tally) add(name string, counts ...int) {
	row := t[name]
	if row == nil {
		row = make([]int, len(counts))
		t[name] = row
	}
	for i, n := range counts {
		row[i] += n
	}
}

func (t tally) total() int {
	sum := 0
	for _, row := range t {
		sum += row[0]
	}
	return sum
}

// rows are the lines of a table, by name.
func (t tally) rows() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(t)) {
		fmt.Fprintf(&b, "| %s |", name)
		for _, n := range t[name] {
			fmt.Fprintf(&b, " %d |", n)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
