package text

import (
	"strings"
	"testing"
	"time"

	"hearsay"
)

// TestHostileTextIsLinear feeds what makes a careless scanner quadratic. The
// limit is generous: a quadratic step takes minutes on these.
func TestHostileTextIsLinear(t *testing.T) {
	for _, unit := range []string{"“", "‘", "'", `"`, "”", "« ", "(", "(\n", ". ", "a.", "aa.", "aa.aa@", "1,", "11,", "1.1,", "@", "#1", "a'",
		"a’s ", "'n", "www.", "http://", ":)", "👍\u200d", "A. ", "No. ", "“a\n\n", "‘a\n\n", "a,” he said ", "s' ", "\n", "é", "\xff", "桥", "“a, ", "? \"", "!)", "- \n"} {
		r := &hearsay.Report{Text: strings.Repeat(unit, 300_000/len(unit))}
		start := time.Now()
		checkLaws(t, Analyze(r))
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("300 kB of %q took %v", unit, d)
		} else if testing.Verbose() {
			t.Logf("%q %v", unit, d)
		}
	}
}
