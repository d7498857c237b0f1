package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/annotation"
)

// extractFormats are the values of --format.
var extractFormats = []string{"jsonl", "brat", "webannotation"}

// extractOutput prints what is found in reports, one report at a time, and what
// could not be read. Close comes last, also after an error.
type extractOutput interface {
	report(r *hearsay.Report, found *hearsay.Analysis, why reasons) error
	problem(hearsay.Problem) error
	close() error
}

// formatFlags are the flags that choose the form of what extract prints.
type formatFlags struct{ format, out string }

func (f *formatFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.format, "format", "jsonl", "jsonl, brat (stand-off) or webannotation (W3C, JSON Lines)")
	cmd.Flags().StringVar(&f.out, "out", "", "with --format brat: write NAME.txt and NAME.ann of each report to this folder")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(extractFormats, cobra.ShellCompDirectiveNoFileComp))
	cmd.MarkFlagDirname("out")
}

// output is what the flags ask for.
func (f formatFlags) output(a *app, explain bool) (extractOutput, error) {
	if explain && f.format != "jsonl" {
		return nil, hearsay.Errorf(hearsay.CodeUsage, "--explain", "goes with --format jsonl").Do("leave one of the two out")
	}
	if f.out != "" && f.format != "brat" {
		return nil, hearsay.Errorf(hearsay.CodeUsage, "--out", "goes with --format brat").Do("leave it out, and send standard output to a file")
	}
	switch f.format {
	case "jsonl":
		return jsonlOutput{a}, nil
	case "brat":
		if f.out != "" {
			return &bratFolder{unread: unread{app: a}, dir: f.out, taken: map[string]bool{}}, nil
		}
		return &bratOutput{unread: unread{app: a}}, nil
	case "webannotation":
		return &webOutput{unread{app: a}}, nil
	}
	return nil, hearsay.Errorf(hearsay.CodeUsage, "--format", "%q is no format", f.format).Do("give jsonl, brat or webannotation")
}

// jsonlOutput prints an object a report, and one for each problem.
type jsonlOutput struct{ app *app }

func (o jsonlOutput) report(r *hearsay.Report, found *hearsay.Analysis, why reasons) error {
	return o.app.printJSON(extracted{r, why.of(found.Attributions), nonNil(found.Entities), []hearsay.Problem{}})
}

func (o jsonlOutput) problem(p hearsay.Problem) error {
	return o.app.printJSON(extracted{nil, []explained{}, []hearsay.Entity{}, []hearsay.Problem{p}})
}

func (jsonlOutput) close() error { return nil }

// unread keeps problems for standard error, where a format has no place for
// them.
type unread struct {
	app      *app
	problems []hearsay.Problem
}

func (u *unread) problem(p hearsay.Problem) error {
	u.problems = append(u.problems, p)
	return nil
}

func (u *unread) close() error {
	printProblems(u.app.Err, u.problems)
	return nil
}

type webOutput struct{ unread }

func (o *webOutput) report(r *hearsay.Report, found *hearsay.Analysis, _ reasons) error {
	for _, a := range annotation.WebAnnotations(r, found) {
		if err := o.app.printJSON(a); err != nil {
			return err
		}
	}
	return nil
}

// bratOutput prints the stand-off lines of a single report. It waits for the
// end of the input, so that nothing is printed where there are several.
type bratOutput struct {
	unread
	path, ann string
	one       bool // a report was read
}

func (o *bratOutput) report(r *hearsay.Report, found *hearsay.Analysis, _ reasons) error {
	if o.one {
		o.ann = ""
		return hearsay.Errorf(hearsay.CodeUsage, "--format brat", "prints one report, and %s is followed by %s", o.path, r.Path).
			Do("name a folder for several with --out DIR")
	}
	o.one, o.path, o.ann = true, r.Path, annotation.Brat(r, found)
	return nil
}

func (o *bratOutput) close() error {
	if _, err := fmt.Fprint(o.app.Out, o.ann); err != nil {
		return err
	}
	return o.unread.close()
}

// bratFolder writes a text and its stand-off lines for each report.
type bratFolder struct {
	unread
	dir   string
	taken map[string]bool // names in lower case, since some file systems see no difference
}

func (o *bratFolder) report(r *hearsay.Report, found *hearsay.Analysis, _ reasons) error {
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return hearsay.Errorf(hearsay.CodeUsage, o.dir, "cannot be made: %w", err).Do("choose another folder with --out")
	}
	name := o.name(r)
	if err := o.write(name+".txt", r.Text); err != nil {
		return err
	}
	return o.write(name+".ann", annotation.Brat(r, found))
}

// write makes a new file. What is there may have been corrected by hand.
func (o *bratFolder) write(name, body string) error {
	path := filepath.Join(o.dir, name)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if os.IsExist(err) {
		return hearsay.Errorf(hearsay.CodeUsage, path, "is there already and is not overwritten").Do("name an empty folder with --out")
	}
	if err == nil {
		_, err = f.WriteString(body)
		if closed := f.Close(); err == nil {
			err = closed
		}
	}
	if err != nil {
		return hearsay.Errorf(hearsay.CodeUsage, path, "cannot be written: %w", err).Do("choose another folder with --out")
	}
	return nil
}

// name is a name that no report before had: a second pier is pier~2.
func (o *bratFolder) name(r *hearsay.Report) string {
	base := fileName(r.Path)
	name := base
	for n := 2; o.taken[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s~%d", base, n)
	}
	o.taken[strings.ToLower(name)] = true
	return name
}

// longestName is how many bytes of a path a file is named by.
const longestName = 150

// fileName is the path of a report as the name of a file without an ending:
// docs/pier.html is docs_pier, feed.xml#cr-1 is feed.xml_cr-1. Of a long one
// the end is kept, where paths differ.
func fileName(path string) string {
	if file, _, inside := strings.Cut(path, "#"); !inside {
		path = strings.TrimSuffix(file, filepath.Ext(file))
	}
	name := strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) || r == '.' || r == '-' || r == '_' {
			return r
		}
		return '_'
	}, path)
	for len(name) > longestName {
		_, size := utf8.DecodeRuneInString(name)
		name = name[max(size, 1):]
	}
	if name = strings.Trim(name, "._-"); name == "" {
		return "report"
	}
	return name
}
