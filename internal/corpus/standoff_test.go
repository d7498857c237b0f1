package corpus

import (
	"fmt"
	"strings"
)

// strayLines reads a stand-off file anew, by hand and not by the reader that
// is tested elsewhere.
func strayLines(ann string, body []rune) []string {
	var problems []string
	used := map[string]bool{}
	for line := range strings.Lines(ann) {
		if line[0] == 'E' || line[0] == 'R' {
			for f := range strings.FieldsSeq(line) {
				if _, id, ok := strings.Cut(f, ":"); ok {
					used[id] = true
				}
			}
		}
	}
	for line := range strings.Lines(ann) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] != 'T' {
			continue
		}
		_, list, _ := strings.Cut(f[1], " ")
		if got, ok := wordsAt(list, body); !ok || got != f[2] {
			problems = append(problems, fmt.Sprintf("%s says %q, the text %q", f[0], f[2], got))
		}
		if !used[f[0]] {
			problems = append(problems, f[0]+" is tied to nothing")
		}
	}
	return problems
}

func wordsAt(list string, body []rune) (string, bool) {
	var parts []string
	last := 0
	for piece := range strings.SplitSeq(list, ";") {
		var a, b int
		if _, err := fmt.Sscanf(piece, "%d %d", &a, &b); err != nil || a < last || a >= b || b > len(body) {
			return "", false
		}
		parts, last = append(parts, string(body[a:b])), b
	}
	return strings.Join(parts, " "), true
}
