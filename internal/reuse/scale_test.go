package reuse

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/text"
)

// dataDir finds public measuring data; tests that need it skip without it.
func dataDir(t testing.TB, name string) string {
	t.Helper()
	if d := os.Getenv("HEARSAY_DATA"); d != "" {
		return filepath.Join(d, name)
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		for _, at := range []string{"shared", "../shared"} {
			p := filepath.Join(dir, at, "data", name)
			if _, err := os.Stat(p); err == nil {
				return p
			}
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("no data here")
		}
		dir = up
	}
}

// wireBodies are the bodies of the news-scale set as reports.
func wireBodies(t testing.TB) []*hearsay.Report {
	files, err := filepath.Glob(filepath.Join(dataDir(t, "news-scale"), "*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Skip("no data here")
	}
	slices.Sort(files)
	var reports []*hearsay.Report
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			var item struct{ Body string }
			if err := json.Unmarshal(in.Bytes(), &item); err != nil {
				t.Fatal(err)
			}
			if body := withoutSignOff(item.Body); body != "" {
				reports = append(reports, &hearsay.Report{Text: body, Lang: "en"})
			}
		}
		f.Close()
	}
	return reports
}

// withoutSignOff drops the closing line that nearly every body has.
func withoutSignOff(body string) string {
	body = strings.TrimRight(body, " \n\x03")
	if i := strings.LastIndexByte(body, '\n'); i >= 0 && strings.EqualFold(strings.TrimSpace(body[i:]), "reuter") {
		body = body[:i]
	}
	return strings.ReplaceAll(strings.TrimSpace(body), "\n    ", "\n\n")
}

func TestScale(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	reports := wireBodies(t)
	prints := make([]Print, len(reports))
	words, bytes := 0, 0
	var spent time.Duration
	for i, r := range reports {
		doc := text.Analyze(r)
		start := time.Now()
		prints[i] = Digest(doc, r)
		spent += time.Since(start)
		words += len(prints[i].Words)
		bytes += 10*cap(prints[i].Words) + 4*cap(prints[i].Frame)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	pairs := Pairs(prints)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	same, runs := 0, 0
	for _, p := range pairs {
		if SameText(p) {
			same++
		} else if p.Run >= ExcerptLen {
			runs++
		}
	}
	t.Logf("reports %d, words %d, print bytes per word %.1f, digest %.1f M words/s", len(reports), words,
		float64(bytes)/float64(words), float64(words)/spent.Seconds()/1e6)
	t.Logf("pairs %d, one text %d, runs %d, others %d, %.2f s, %d MB allocated", len(pairs), same, runs, len(pairs)-same-runs,
		took.Seconds(), (after.TotalAlloc-before.TotalAlloc)>>20)
}
