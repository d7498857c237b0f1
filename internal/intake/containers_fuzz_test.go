package intake

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay"
)

// fuzzFormat feeds read with what testdata/containers holds for a format and
// with what becomes of it. Whatever comes in, only valid reports and sentences
// come out, and both readings of the same bytes agree.
func fuzzFormat(f *testing.F, name string, seeds [][]byte, read func(*Reader, Input, Yield)) {
	paths, err := filepath.Glob("testdata/containers/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			if filepath.Ext(file.Name) == filepath.Ext(name) {
				f.Add(file.Data)
			}
		}
	}
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var r Reader
		defer r.Close()
		var first []string
		for again := range 2 {
			n := 0
			read(&r, Input{Path: name, Bytes: b}, func(rep *hearsay.Report, err error) bool {
				id := ""
				if rep != nil {
					id = rep.ID
					if err := rep.Validate(); err != nil {
						t.Error(err)
					}
				} else if e, ok := err.(*hearsay.Error); !ok || e.Reason == "" || e.Remedy == "" {
					t.Errorf("no sentence: %v", err)
				}
				if again == 0 {
					first = append(first, id)
				} else if n >= len(first) || first[n] != id {
					t.Error("a second reading differs")
				}
				n++
				return n < 1000
			})
		}
	})
}

func FuzzFeed(f *testing.F)      { fuzzFormat(f, "x.xml", nil, (*Reader).readFeed) }
func FuzzMail(f *testing.F)      { fuzzFormat(f, "x.eml", nil, (*Reader).readMail) }
func FuzzMbox(f *testing.F)      { fuzzFormat(f, "x.mbox", nil, (*Reader).readMbox) }
func FuzzTelegram(f *testing.F)  { fuzzFormat(f, "x.json", nil, (*Reader).readTelegram) }
func FuzzJSONLines(f *testing.F) { fuzzFormat(f, "x.jsonl", nil, (*Reader).readJSONLines) }

func FuzzWARC(f *testing.F) {
	seeds := [][]byte{gzipOf(f, []byte(warcPage("https://isle.example/", "The gate is shut."))),
		[]byte("http://isle.example/a 192.0.2.1 20310308100000 text/html 9\n<p>Gate\n\n")}
	fuzzFormat(f, "x.warc", seeds, (*Reader).readWARC)
}

func FuzzZip(f *testing.F) {
	seeds := [][]byte{zipOf(f, member{"a.txt", mill}, member{"b.zip", string(zipOf(f, member{"c.txt", mill}))})}
	fuzzFormat(f, "x.zip", seeds, (*Reader).readZip)
}

func FuzzGzip(f *testing.F) {
	fuzzFormat(f, "x.gz", [][]byte{gzipOf(f, []byte(mill))}, (*Reader).readGzip)
}

// FuzzSniff asks for the format of anything, and for a reading of it.
func FuzzSniff(f *testing.F) {
	fuzzFormat(f, "x.txt", [][]byte{[]byte(mill)}, (*Reader).Read)
}
