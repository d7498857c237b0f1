package intake

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html/charset"

	"hearsay"
)

// TestQualityOfContainers reads the public test sets of feeds, web archives
// and mail, and compares the figures with quality-containers.txt.
func TestQualityOfContainers(t *testing.T) {
	dir := dataDir(t, "ingest")
	var out strings.Builder
	out.WriteString("Reading of containers (make eval rewrites this file)\n\n")
	feedFigures(t, &out, filepath.Join(dir, "feeds"))
	archiveFigures(t, &out, filepath.Join(dir, "warc", "data"))
	mailFigures(t, &out, filepath.Join(dir, "mail", "messages"))
	const golden = "quality-containers.txt"
	want, _ := os.ReadFile(golden)
	if out.String() == string(want) {
		return
	}
	if !*update {
		t.Fatalf("figures have changed; run with -update and look at the difference:\n%s", out.String())
	}
	if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// readPath reads what lies at path, with the path cut off all paths.
func readPath(t *testing.T, path string) (reports []*hearsay.Report, problems []*hearsay.Error) {
	t.Helper()
	var r Reader
	defer r.Close()
	Walk(path, nil, func(in Input, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		r.Read(in, func(rep *hearsay.Report, err error) bool {
			if rep != nil {
				if err := rep.Validate(); err != nil {
					t.Error(err)
				}
				reports = append(reports, rep)
				return true
			}
			e, ok := err.(*hearsay.Error)
			if !ok || e.Reason == "" || e.Remedy == "" || !strings.HasPrefix(e.Path, filepath.ToSlash(path)) {
				t.Errorf("%s: no sentence with a place: %v", path, err)
				return true
			}
			problems = append(problems, e)
			return true
		})
		return true
	})
	return reports, problems
}

func filesIn(t *testing.T, dir string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(paths)
	return paths
}

func feedFigures(t *testing.T, out *strings.Builder, dir string) {
	for _, kind := range []string{"wellformed", "illformed"} {
		files, items, reports, differ, problems := 0, 0, 0, 0, 0
		right, asked := map[string]int{}, map[string]int{}
		for _, path := range filesIn(t, filepath.Join(dir, kind)) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			reps, bad := readPath(t, path)
			n := feedItems(data)
			files, items, reports, problems = files+1, items+n, reports+len(reps), problems+len(bad)
			if len(reps) != n {
				differ++
			}
			expectations(string(data), reps, right, asked)
		}
		fmt.Fprintf(out, "feeds, %s: %d files\n", kind, files)
		fmt.Fprintf(out, "  items (elements item and entry, counted by an XML reader that knows no feeds)  %d\n", items)
		fmt.Fprintf(out, "  reports                                 %d\n", reports)
		fmt.Fprintf(out, "  files with another number of reports    %d\n", differ)
		fmt.Fprintf(out, "  problems told                           %d\n", problems)
		for _, f := range []string{"title", "link", "id", "author"} {
			if asked[f] > 0 {
				fmt.Fprintf(out, "  first item's %-6s as the set expects it  %d of %d\n", f, right[f], asked[f])
			}
		}
		if kind == "wellformed" && (reports != items || differ > 0 || problems > 0) {
			t.Errorf("%d of %d items of well-formed feeds, %d files differ, %d problems", reports, items, differ, problems)
		}
		out.WriteString("\n")
	}
}

// feedItems counts the item and entry elements of a feed; an item inside an
// item is none.
func feedItems(data []byte) int {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = charset.NewReaderLabel
	d.Strict = false
	n, inside := 0, 0
	for {
		token, err := d.Token()
		if err != nil {
			return n
		}
		switch e := token.(type) {
		case xml.StartElement:
			if isItemName(e.Name.Local) {
				if inside == 0 {
					n++
				}
				inside++
			}
		case xml.EndElement:
			if isItemName(e.Name.Local) {
				inside--
			}
		}
	}
}

func isItemName(name string) bool {
	return strings.EqualFold(name, "item") || strings.EqualFold(name, "entry")
}

var expectation = regexp.MustCompile(`entries\[0\]\['(title|link|id|author)'\] == u?'([^'\\<&]*)'`)

// expectations compares the first report with what the set says of the first
// entry, where it says it plainly.
func expectations(data string, reps []*hearsay.Report, right, asked map[string]int) {
	for _, m := range expectation.FindAllStringSubmatch(data, -1) {
		field, want := m[1], strings.Join(strings.Fields(m[2]), " ")
		asked[field]++
		if len(reps) == 0 {
			continue
		}
		r := reps[0]
		_, id, _ := strings.Cut(r.Path, "#")
		got := map[string]string{"title": r.Title, "link": r.URL, "id": id, "author": r.Byline}[field]
		if got == want || field == "author" && got != "" && strings.HasPrefix(want, got+" (") {
			right[field]++
		} else if os.Getenv("HEARSAY_SHOW") != "" {
			fmt.Printf("%s %s: %q, want %q\n", r.Path, field, got, want)
		}
	}
}

func archiveFigures(t *testing.T, out *strings.Builder, dir string) {
	out.WriteString("web archives\n                                        pages  problems\n")
	files, pages, told := 0, 0, 0
	for _, path := range filesIn(t, dir) {
		reps, bad := readPath(t, path)
		files, pages, told = files+1, pages+len(reps), told+len(bad)
		fmt.Fprintf(out, "  %-36s  %5d  %8d\n", filepath.Base(path), len(reps), len(bad))
		for _, e := range bad {
			_, reason, _ := strings.Cut(e.Reason, " of the archive ")
			fmt.Fprintf(out, "      %s\n", reason)
		}
	}
	fmt.Fprintf(out, "  %d archives%s%5d  %8d\n\n", files, strings.Repeat(" ", 27-len(fmt.Sprint(files))), pages, told)
}

func mailFigures(t *testing.T, out *strings.Builder, dir string) {
	messages, attached, dated, sent, titled, problems := 0, 0, 0, 0, 0, 0
	paths := filesIn(t, dir)
	for _, path := range paths {
		reps, bad := readPath(t, path)
		problems += len(bad)
		for _, r := range reps {
			if strings.Contains(r.Path, "#") {
				attached++
				continue
			}
			messages++
			if !r.Published.IsZero() {
				dated++
			}
			if r.Outlet != "" {
				sent++
			}
			if r.Title != "" {
				titled++
			}
		}
	}
	fmt.Fprintf(out, "mail: %d files\n  messages read         %d\n  with a date           %d\n  with a sender         %d\n  with a subject        %d\n  attachments read      %d\n  attachments not read  %d\n",
		len(paths), messages, dated, sent, titled, attached, problems)
	if messages != len(paths) {
		t.Errorf("%d of %d mails read", messages, len(paths))
	}
}
