package reuse

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
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

// TestScale measures Digest and Pairs on a real wire, checks the pairs against
// exact counts, and keeps the figures in quality.txt (rewritten with -update).
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
		bytes += 10*cap(prints[i].Words) + 4*cap(prints[i].Frame) + 12*cap(prints[i].Marks)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	pairs := Pairs(prints)
	took := time.Since(start)
	runtime.ReadMemStats(&after)

	same, runs := 0, 0
	found := map[[2]int]bool{}
	for _, p := range pairs {
		found[[2]int{p.A, p.B}] = true
		if SameText(p) {
			same++
		} else if p.Run >= ExcerptLen {
			runs++
		}
	}
	wantSame, missedSame := exactSame(prints, found)
	wantRuns, missedRuns := exactRuns(prints, found)
	if missedSame > 0 {
		t.Errorf("%d of %d pairs that are one text were not found", missedSame, wantSame)
	}
	if float64(missedRuns) > 0.005*float64(wantRuns) {
		t.Errorf("%d of %d pairs with a run of %d words were not found", missedRuns, wantRuns, ExcerptLen)
	}
	t.Logf("digest %.1f M words/s, pairs in %.2f s, %d MB allocated", float64(words)/spent.Seconds()/1e6,
		took.Seconds(), (after.TotalAlloc-before.TotalAlloc)>>20)
	checkQuality(t, fmt.Sprintf(`news-scale: %d bodies, %d words
bytes of print per word: %.1f
pairs: %d; one text %d, other runs of %d words %d, other wording %d
one text, against exact counts: %d of %d found
runs of %d words, against exact counts: %d of %d found
`, len(reports), words, float64(bytes)/float64(words), len(pairs), same, ExcerptLen, runs, len(pairs)-same-runs,
		wantSame-missedSame, wantSame, ExcerptLen, wantRuns-missedRuns, wantRuns))
}

var update = flag.Bool("update", false, "rewrite the figures")

func checkQuality(t *testing.T, figures string) {
	if *update {
		if err := os.WriteFile("quality.txt", []byte(figures), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile("quality.txt")
	if err != nil || string(want) != figures {
		t.Logf("figures changed; run with -update and read the difference\n%s", figures)
	}
}

// exactSame counts every pair of prints that is one text, by full inverted
// lists, and those not found.
func exactSame(prints []Print, found map[[2]int]bool) (want, missed int) {
	posts := map[uint32][]int32{}
	sets := make([][]uint32, len(prints))
	for i := range prints {
		sets[i] = prints[i].shingles(nil)
	}
	shared := make([]int, len(prints))
	for i, set := range sets {
		for _, h := range set {
			for _, j := range posts[h] {
				shared[j]++
			}
			posts[h] = append(posts[h], int32(i))
		}
		for j := range i {
			if shared[j] == 0 {
				continue
			}
			n := float64(shared[j])
			a, b := float64(len(sets[j])), float64(len(set))
			if SameText(Pair{Jaccard: n / (a + b - n), InA: n / a, InB: n / b}) {
				want++
				if !found[[2]int{j, i}] {
					missed++
				}
			}
			shared[j] = 0
		}
	}
	return want, missed
}

// exactRuns counts the pairs of prints with a run of ExcerptLen words that not
// everybody uses, and those not found.
func exactRuns(prints []Print, found map[[2]int]bool) (want, missed int) {
	posts := map[uint64][]int32{}
	for i := range prints {
		ws := prints[i].Words
		for k := 0; k+ExcerptLen <= len(ws); k++ {
			h := uint64(14695981039346656037)
			for _, w := range ws[k : k+ExcerptLen] {
				h = (h ^ uint64(w)) * 1099511628211
				h ^= h >> 31
			}
			if p := posts[h]; len(p) == 0 || p[len(p)-1] != int32(i) {
				posts[h] = append(p, int32(i))
			}
		}
	}
	all := map[[2]int]bool{}
	for _, docs := range posts {
		if len(docs) > commonIn {
			continue
		}
		for x := range docs {
			for y := range x {
				all[[2]int{int(docs[y]), int(docs[x])}] = true
			}
		}
	}
	for p := range all {
		if !found[p] {
			missed++
		}
	}
	return len(all), missed
}
