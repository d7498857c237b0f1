package reuse

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func TestWording(t *testing.T) {
	for _, pat := range []string{"../../../shared/cases/*", "../../testdata/cases/*", "../cli/demo/case"} {
		dirs, _ := filepath.Glob(pat)
		for _, d := range dirs {
			if _, err := os.Stat(filepath.Join(d, "gold.json")); err != nil {
				continue
			}
			docs := caseDocs(t, d)
			l := newLineage(docs)
			for a := range l.docs {
				for b := range l.docs {
					if a == b || !l.elder(a, b) {
						continue
					}
					rs := runs(&l.docs[a].Print, &l.docs[b].Print)
					w := l.wording(a, b, rs)
					if w.words >= 12 {
						strict := 0
						for _, r := range rs {
							strict = max(strict, r.n)
						}
						cr, _ := l.creditOf(b, a)
						fmt.Printf("%-32s %-28s words %3d/%3d=%.2f sent %d/%d run %d own %d %s\n", l.docs[a].Path, l.docs[b].Path, w.words, w.of, float64(w.words)/float64(w.of), w.sentences, w.total, strict, 0, cr)
					}
				}
			}
		}
	}
}
