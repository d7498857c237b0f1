package cli

import (
	"slices"
	"strings"

	"hearsay/internal/trace"
)

// labels are the short names of files on a page, by their paths: the base
// name, with as many of its folders as keep it apart from the others.
type labels map[string]string

func newLabels(paths []string) labels {
	paths = slices.Compact(slices.Sorted(slices.Values(paths)))
	short := labels{}
	for depth := 1; len(short) < len(paths); depth++ {
		ends := map[string]int{}
		for _, p := range paths {
			ends[lastParts(p, depth)]++
		}
		for _, p := range paths {
			end := lastParts(p, depth)
			if _, done := short[p]; !done && (ends[end] == 1 || end == p) {
				short[p] = end
			}
		}
	}
	return short
}

// lastParts is the last n parts of a path. What stands behind "#" is the name
// of an item in a file, and its slashes part nothing.
func lastParts(p string, n int) string {
	file, _, _ := strings.Cut(p, "#")
	at := len(strings.TrimRight(file, "/"))
	for ; n > 0; n-- {
		slash := strings.LastIndexByte(file[:at], '/')
		if slash < 0 {
			return p
		}
		at = slash
	}
	return p[at+1:]
}

// of is the label of a path, the path itself if it has none.
func (l labels) of(path string) string {
	if short, ok := l[path]; ok {
		return oneLine(short)
	}
	return oneLine(path)
}

// labelsOf names the files of an answer.
func labelsOf(a *trace.Answer) labels {
	var paths []string
	for _, s := range a.Asserts {
		paths = append(paths, s.Path)
	}
	for _, d := range slices.Concat(a.Denies, a.Questions, a.Intends) {
		paths = append(paths, d.Path)
	}
	for _, r := range a.Responses {
		paths = append(append(paths, r.Path), r.To...)
	}
	for _, f := range a.Fell {
		paths = append(paths, f.Path)
	}
	for _, r := range slices.Concat(a.Later, a.Undated) {
		paths = append(paths, r.Path)
	}
	for _, d := range a.Drift {
		paths = append(paths, d.Path)
	}
	return newLabels(paths)
}
