package pipeline_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/racetest"
)

// goldCase is the reports of a gold case and what is known of its outlets.
type goldCase struct {
	files []file
	table hearsay.OutletTable
}

func goldCases(t *testing.T) map[string]goldCase {
	t.Helper()
	folders, err := filepath.Glob("../../testdata/cases/*")
	if err != nil || len(folders) < 3 {
		t.Fatalf("%d cases, %v", len(folders), err)
	}
	cases := map[string]goldCase{}
	for _, folder := range racetest.Few(folders) {
		var c goldCase
		if b, err := os.ReadFile(folder + "/outlets.toml"); err == nil {
			if c.table, err = intake.ParseOutlets("outlets.toml", b); err != nil {
				t.Fatal(err)
			}
		}
		paths, _ := filepath.Glob(folder + "/docs/*")
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(b, []byte("%PDF-")) { // its engine takes seconds to start
				c.files = append(c.files, file{"docs/" + filepath.Base(path), b})
			}
		}
		cases[filepath.Base(folder)] = c
	}
	return cases
}

// TestOrderOfCases is the third law for every gold case: read in another order
// and in several rounds, with a ruling that is made between them and taken
// back, it comes to what it comes to when it is read at once.
func TestOrderOfCases(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every case twice")
	}
	for name, c := range goldCases(t) {
		t.Run(name, func(t *testing.T) {
			if len(c.files) == 0 {
				t.Fatal("no reports")
			}
			once := newDesk(t)
			once.check(once.db.PutOutlets(t.Context(), c.table))
			for _, f := range c.files {
				once.read(f)
			}
			once.derive()
			again := newDesk(t)
			again.check(again.db.PutOutlets(t.Context(), c.table))
			again.inRounds(c.files, rand.New(rand.NewPCG(7, uint64(len(name)))))
			again.same("in rounds", again.print(), once.print())
		})
	}
}

// inRounds reads the files in some order, derives now and then, and says of two
// names that they are one, until it takes that back.
func (d deskCase) inRounds(files []file, random *rand.Rand) {
	d.Helper()
	random.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	ruling := 0
	for i, f := range files {
		d.read(f)
		if random.IntN(3) > 0 {
			continue
		}
		d.derive()
		if ruling == 0 && i > 0 {
			ruling = d.ruleSame()
			d.derive()
		}
	}
	if ruling != 0 {
		d.check(d.db.UndoRuling(d.Context(), ruling))
	}
	d.derive()
}

// ruleSame says that the first and the last identity of the case are one.
func (d deskCase) ruleSame() int {
	d.Helper()
	all, err := d.db.Identities(d.Context())
	d.check(err)
	if len(all) < 2 {
		return 0
	}
	id, err := d.db.AddRuling(d.Context(), hearsay.Ruling{Kind: hearsay.RuleSame, A: all[0].Name, B: all[len(all)-1].Name})
	d.check(err)
	return id
}
