// Package gold reads gold cases, small investigations with known answers in
// the format of docs/counting.md, and scores a case's answers against them.
package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hearsay"
)

// Case is a folder with reports and what is known of them. File names are
// relative to its docs folder; "file#id" names a report inside a file.
type Case struct {
	Dir         string       `json:"-"`
	About       string       `json:"about"`
	Claims      []Claim      `json:"claims"`
	Chains      []Chain      `json:"chains"`
	Derivations []Derivation `json:"derivations"`
	Same        [][2]string  `json:"same"`
	Different   [][2]string  `json:"different"`
	Drift       []Drift      `json:"drift"`
	Absent      []string     `json:"-"` // queries that no report asserts or denies: the lines of absent.txt, and those of reworded.json
}

// Claim is a query and its whole answer.
type Claim struct {
	Query       string   `json:"query"`
	Asserts     []string `json:"asserts"`
	Denies      []string `json:"denies"`
	Texts       int      `json:"texts"`
	Outlets     int      `json:"outlets"`
	Families    int      `json:"families"`
	Origins     [2]int   `json:"origins"`
	OriginNames []string `json:"origin_names"`
	Bottlenecks []string `json:"bottlenecks"`
	Circular    bool     `json:"circular"`
	Reworded    []string `json:"-"` // the query in other words, from reworded.json
}

// Chain is the hands of one statement, the outlet first.
type Chain struct {
	Report  string      `json:"report"`
	Content string      `json:"content"` // words of the report
	Hops    []string    `json:"hops"`
	End     hearsay.End `json:"end"`
}

// Derivation is that one report takes its text from another.
type Derivation struct {
	From string                 `json:"from"`
	To   string                 `json:"to"`
	Kind hearsay.DerivationKind `json:"kind"`
}

// Drift is one change of a quotation.
type Drift struct {
	Report string             `json:"report"`
	Class  hearsay.DriftClass `json:"class"`
	Was    string             `json:"was"`
	Is     string             `json:"is"`
}

// Load reads the gold case in dir.
func Load(dir string) (*Case, error) {
	b, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, dir, "is no gold case: %w", err).
			Do("name a folder with docs/ and gold.json, or one that holds such folders")
	}
	c := &Case{Dir: dir}
	if err := json.Unmarshal(b, c); err != nil {
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, filepath.Join(dir, "gold.json"), "is not in the gold-case format: %w", err).
			Do("compare it with section 6 of docs/counting.md")
	}
	if err := c.readAbsent(); err != nil {
		return nil, fmt.Errorf("load gold case %s: %w", dir, err)
	}
	if err := c.readReworded(); err != nil {
		return nil, fmt.Errorf("load gold case %s: %w", dir, err)
	}
	return c, nil
}

// readAbsent reads the queries that nothing answers, one a line.
func (c *Case) readAbsent() error {
	absent, err := os.ReadFile(filepath.Join(c.Dir, "absent.txt"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for line := range strings.Lines(string(absent)) {
		c.Absent = append(c.Absent, strings.TrimSpace(line))
	}
	return nil
}

// readReworded reads what users may type: for each claim its query in other
// words, and further queries that nothing answers.
func (c *Case) readReworded() error {
	b, err := os.ReadFile(filepath.Join(c.Dir, "reworded.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var r struct {
		Claims [][]string `json:"claims"`
		Absent []string   `json:"absent"`
	}
	if err := json.Unmarshal(b, &r); err != nil {
		return fmt.Errorf("reworded.json: %w", err)
	}
	if len(r.Claims) != len(c.Claims) {
		return fmt.Errorf("reworded.json has %d claims, gold.json %d", len(r.Claims), len(c.Claims))
	}
	for i := range c.Claims {
		c.Claims[i].Reworded = r.Claims[i]
	}
	c.Absent = append(c.Absent, r.Absent...)
	return nil
}

// Find lists the gold cases in dir: dir itself, or the folders in it.
func Find(dir string) ([]string, error) {
	if _, err := os.Stat(filepath.Join(dir, "gold.json")); err == nil {
		return []string{dir}, nil
	}
	found, err := filepath.Glob(filepath.Join(dir, "*", "gold.json"))
	if err != nil {
		return nil, fmt.Errorf("find gold cases in %s: %w", dir, err)
	}
	if len(found) == 0 {
		return nil, hearsay.Errorf(hearsay.CodeNotFound, dir, "holds no gold case").
			Do("name a folder with docs/ and gold.json, or one that holds such folders")
	}
	for i := range found {
		found[i] = filepath.Dir(found[i])
	}
	return found, nil
}

// Docs is the folder of the case's reports.
func (c *Case) Docs() string { return filepath.Join(c.Dir, "docs") }

// Outlets is the case's outlets.toml, "" if it has none.
func (c *Case) Outlets() string {
	path := filepath.Join(c.Dir, "outlets.toml")
	if _, err := os.Stat(path); err != nil {
		return ""
	}
	return path
}
