package claims

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

var update = flag.Bool("update", false, "rewrite golden files and quality.txt")

// dataDir is the folder of measuring data; without it the test is skipped.
func dataDir(t testing.TB) string {
	dir := os.Getenv("HEARSAY_DATA")
	for at, _ := os.Getwd(); dir == "" && at != filepath.Dir(at); at = filepath.Dir(at) {
		if d := filepath.Join(filepath.Dir(at), "shared", "data"); exists(d) {
			dir = d
		}
	}
	if dir = filepath.Join(dir, "claims"); !exists(dir) {
		t.Skip("the measuring data are not here")
	}
	return dir
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// TestQuality measures on claims that were checked before, and on arguments
// that people found to be the same, and holds the figures in quality.txt.
func TestQuality(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	dir := dataDir(t)
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := measure{weights(t), model}
	got := m.checked(t, filepath.Join(dir, "checkthat2020-t2")) + "\n" + m.arguments(t, filepath.Join(dir, "perspectrum")) + "\n" + m.pairs(t)
	if *update {
		if err := os.WriteFile("quality.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("quality.txt")
	if err != nil || string(want) != got {
		t.Errorf("quality.txt differs (%v); rewrite it with -update if the change is meant:\n%s", err, got)
	}
}

type measure struct {
	*Weights
	model *syntax.Model
}

func (m measure) proposition(words string) Proposition {
	doc := text.Parse(words, "en")
	m.model.Tag(doc)
	return m.Query(doc)
}

func table(t *testing.T, path string) [][]string {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = '\t', -1, false
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// checked is the mean average precision at 5 of CheckThat 2020, task 2, on its
// development part, with the text of the claims alone.
func (m measure) checked(t *testing.T, dir string) string {
	pool := m.pool(table(t, filepath.Join(dir, "verified_claims.docs.tsv")))
	answer := map[string][]string{}
	raw, err := os.ReadFile(filepath.Join(dir, "dev", "tweet-vclaim-pairs.qrels"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		if f := strings.Fields(line); len(f) == 4 {
			answer[f[0]] = append(answer[f[0]], f[2])
		}
	}
	var b strings.Builder
	b.WriteString("CheckThat 2020 task 2, development part, claim text only: mean average precision at 5\n\n")
	tweets := table(t, filepath.Join(dir, "dev", "tweets.queries.tsv"))
	for _, way := range []struct {
		name           string
		related, alike float64
	}{{"words (BM25)", 0, 0}, {"and related words", 0.5, 0}, {"and word vectors", 0, 1}, {"and both", 0.5, 1}} {
		total := 0.0
		for _, tweet := range tweets {
			total += averagePrecision(pool.rank(m, tweet[1], way.related, way.alike), answer[tweet[0]])
		}
		fmt.Fprintf(&b, "%-26s %.3f\n", way.name, total/float64(len(tweets)))
	}
	return b.String()
}

func averagePrecision(ranked, right []string) float64 {
	hits, sum := 0, 0.0
	for i, id := range ranked[:min(5, len(ranked))] {
		if slices.Contains(right, id) {
			hits++
			sum += float64(hits) / float64(i+1)
		}
	}
	return sum / float64(max(1, min(5, len(right))))
}

// pool are claims with an index of their roots.
type pool struct {
	ids      []string
	length   []float64
	mean     float64
	postings map[string]map[int]float64
	vectors  [][]float64
}

func (m measure) pool(rows [][]string) *pool {
	p := &pool{postings: map[string]map[int]float64{}}
	for i, row := range rows {
		p.ids = append(p.ids, row[0])
		roots := m.rootsOf(row[1])
		p.length = append(p.length, float64(len(roots)))
		p.mean += float64(len(roots)) / float64(len(rows))
		for _, r := range roots {
			if p.postings[r] == nil {
				p.postings[r] = map[int]float64{}
			}
			p.postings[r][i]++
		}
	}
	for _, row := range rows {
		p.vectors = append(p.vectors, m.vector(p, m.rootsOf(row[1])))
	}
	return p
}

func (m measure) rootsOf(s string) []string {
	var list []string
	for _, word := range words(s) {
		if word = text.Fold(word); !text.StopWord(word) && len(word) > 1 {
			list = append(list, m.rootOf(strings.TrimSuffix(word, "'s")))
		}
	}
	return list
}

func (p *pool) idf(root string) float64 {
	n := float64(len(p.postings[root]))
	return math.Log(1 + (float64(len(p.ids))-n+0.5)/(n+0.5))
}

// vector is the mean of the vectors of the roots, rare ones counting more.
func (m measure) vector(p *pool, roots []string) []float64 {
	sum := make([]float64, m.vectors.dims)
	for _, r := range roots {
		row := m.vectors.of(r)
		for i := range row {
			sum[i] += p.idf(r) * float64(int8(row[i])) / 127
		}
	}
	return unit(sum)
}

// rank lists the claims by how well they answer.
func (p *pool) rank(m measure, query string, byRelated, byVector float64) []string {
	scores := make([]float64, len(p.ids))
	for _, r := range slices.Compact(slices.Sorted(slices.Values(m.rootsOf(query)))) {
		p.add(scores, r, 1)
		for _, near := range m.related[r] {
			p.add(scores, near.root, byRelated*near.score)
		}
	}
	if byVector > 0 {
		v := m.vector(p, m.rootsOf(query))
		for i := range scores {
			scores[i] *= 1 + byVector*max(0, dot(v, p.vectors[i]))
		}
	}
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	var ids []string
	for _, i := range order[:5] {
		ids = append(ids, p.ids[i])
	}
	return ids
}

// add adds BM25 (k 1.2, b 0.75) of a root, times a factor.
func (p *pool) add(scores []float64, root string, factor float64) {
	if factor == 0 {
		return
	}
	for i, n := range p.postings[root] {
		scores[i] += factor * p.idf(root) * n * 2.2 / (n + 1.2*(0.25+0.75*p.length[i]/p.mean))
	}
}

// arguments measures on the development part of Perspectrum which arguments
// for or against a claim are the same, as pairs that Group joins.
func (m measure) arguments(t *testing.T, dir string) string {
	var claims []struct {
		ID           int `json:"cId"`
		Perspectives []struct {
			Pids []int `json:"pids"`
		} `json:"perspectives"`
	}
	var sentences []struct {
		ID   int    `json:"pId"`
		Text string `json:"text"`
	}
	split := map[string]string{}
	for name, into := range map[string]any{"perspectrum_with_answers_v1.0.json": &claims, "perspective_pool_v1.0.json": &sentences, "dataset_split_v1.0.json": &split} {
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			err = json.Unmarshal(raw, into)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	said := map[int]string{}
	for _, s := range sentences {
		said[s.ID] = s.Text
	}
	bare := m
	bare.Weights = &Weights{zipf: m.zipf, roots: m.roots, vectors: m.vectors}
	var b strings.Builder
	b.WriteString("Perspectrum, development part: pairs of arguments that are the same, as Group joins them\n\n")
	for _, way := range []struct {
		name string
		m    measure
	}{{"words", bare}, {"and related words", m}} {
		var n pairCount
		for _, c := range claims {
			if split[fmt.Sprint(c.ID)] != "dev" {
				continue
			}
			cluster := map[int]int{}
			for k, p := range c.Perspectives {
				for _, id := range p.Pids {
					cluster[id] = k
				}
			}
			ids := slices.Sorted(maps.Keys(cluster))
			var props []Proposition
			for _, id := range ids {
				props = append(props, way.m.proposition(said[id]))
			}
			n.count(way.m.Group(props, nil), func(i, k int) bool { return cluster[ids[i]] == cluster[ids[k]] })
		}
		fmt.Fprintf(&b, "%-26s %s\n", way.name, n)
	}
	return b.String()
}

// pairCount counts pairs that are the same and pairs that were joined.
type pairCount struct{ right, found, gold int }

func (n *pairCount) count(group []int, same func(i, k int) bool) {
	for i := range group {
		for k := range i {
			is, joined := same(i, k), group[i] == group[k]
			if is {
				n.gold++
			}
			if joined {
				n.found++
			}
			if is && joined {
				n.right++
			}
		}
	}
}

func (n pairCount) String() string {
	precision, recall := float64(n.right)/float64(max(n.found, 1)), float64(n.right)/float64(max(n.gold, 1))
	return fmt.Sprintf("precision %.3f, recall %.3f, F1 %.3f (%d right, %d joined, %d in gold)",
		precision, recall, 2*precision*recall/max(precision+recall, 1e-9), n.right, n.found, n.gold)
}
