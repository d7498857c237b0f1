package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay"
)

// TestPages reads the invented documents under testdata/pages and compares
// what was read with the "want" beside each.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			rep, err := readOne(t, new(Reader), Input{Path: a.Files[0].Name, Bytes: a.Files[0].Data})
			if err != nil {
				t.Fatal(err)
			}
			got := showReport(rep)
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 || string(a.Files[1].Data) != got {
				t.Errorf("got:\n%s", got)
			}
		})
	}
}

// showReport prints what was read of a report.
func showReport(rep *hearsay.Report) string {
	var s strings.Builder
	for _, f := range [][2]string{{"format", rep.Format}, {"outlet", rep.Outlet}, {"title", rep.Title}, {"byline", rep.Byline}, {"dateline", rep.Dateline},
		{"published", showDate(rep.Published)}, {"url", rep.URL}, {"lang", rep.Lang}} {
		if f[1] != "" {
			fmt.Fprintf(&s, "%s: %s\n", f[0], f[1])
		}
	}
	for _, l := range rep.Links {
		fmt.Fprintf(&s, "link: %s <%s>\n", l.Span.Of(rep.Text), l.URL)
	}
	return s.String() + "\n" + showBlocks(rep)
}
