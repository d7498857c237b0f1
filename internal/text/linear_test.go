package text

import (
	"strings"
	"testing"

	"hearsay"
)

// TestHostileTextIsLinear feeds what makes a careless scanner quadratic. Each
// text takes milliseconds; a quadratic step takes minutes on it, and runs into
// the deadline of go test.
func TestHostileTextIsLinear(t *testing.T) {
	for _, unit := range []string{"“", "‘", "'", `"`, "”", "« ", "(", "(\n", ". ", "a.", "aa.", "aa.aa@", "1,", "11,", "1.1,", "@", "#1", "a'",
		"a’s ", "'n", "www.", "http://", ":)", "👍\u200d", "A. ", "No. ", "“a\n\n", "‘a\n\n", "a,” he said ", "s' ", "\n", "é", "\xff", "桥", "“a, ", "? \"", "!)", "- \n"} {
		r := &hearsay.Report{Text: strings.Repeat(unit, 300_000/len(unit))}
		checkLaws(t, Analyze(r))
	}
}
