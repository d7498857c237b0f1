package cli_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"hearsay/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the expected output in the scripts")

// asProgram, set in the environment, makes the test binary the program.
const asProgram = "HEARSAY_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		program()
	}
	testscript.Main(m, map[string]func(){"hearsay": program})
}

// program is the real program, as main runs it.
func program() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(cli.Run(ctx, os.Args[1:], cli.System()))
}

// TestScripts runs every command as a person would, one file of commands with
// its small case at a time.
func TestScripts(t *testing.T) {
	demo, err := filepath.Abs("demo/case")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("DEMO", demo)
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("no condition is called %s", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "shape": shape, "same": same, "narrow": narrow, "sparse": sparse, "lines": lines, "sqlite": sqlite, "hold": hold,
			"bomb": bomb, "nest": nest, "longline": longline, "damage": damage,
		},
	})
}

// exits STATUS COMMAND... runs a command that must end with this status.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
	for _, name := range []string{"stdout", "stderr"} {
		if out := ts.ReadFile(name); strings.Contains(out, "goroutine ") || strings.Contains(out, "panic:") {
			ts.Fatalf("a panic on %s", name)
		}
	}
}

// shape FILE prints the keys and types of JSON Lines, of all lines together.
func shape(ts *testscript.TestScript, _ bool, args []string) {
	found := map[string]bool{}
	dec := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	for {
		var v any
		err := dec.Decode(&v)
		if err == io.EOF {
			break
		}
		ts.Check(err)
		shapeOf("", v, found)
	}
	list := make([]string, 0, len(found))
	for s := range found {
		list = append(list, s)
	}
	slices.Sort(list)
	fmt.Fprintln(ts.Stdout(), strings.Join(list, "\n"))
}

func shapeOf(at string, v any, found map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, inner := range v {
			shapeOf(at+"."+k, inner, found)
		}
	case []any:
		if len(v) == 0 {
			found[at+"[]"] = true
		}
		for _, inner := range v {
			shapeOf(at+"[]", inner, found)
		}
	case nil:
		found[at+" null"] = true
	default:
		found[fmt.Sprintf("%s %T", at, v)] = true
	}
}

// same FILE FILE compares two files and tells nothing but whether they differ.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if equal := ts.ReadFile(args[0]) == ts.ReadFile(args[1]); equal == neg {
		ts.Fatalf("%s and %s: the same is %v", args[0], args[1], equal)
	}
}

// narrow FILE COLUMNS fails if a line is wider.
func narrow(ts *testscript.TestScript, _ bool, args []string) {
	most, err := strconv.Atoi(args[1])
	ts.Check(err)
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if n := len([]rune(strings.TrimRight(line, "\n"))); n > most {
			ts.Fatalf("%d columns: %s", n, line)
		}
	}
}

// lines FILE N checks how many lines a file has.
func lines(ts *testscript.TestScript, _ bool, args []string) {
	if n := strings.Count(ts.ReadFile(args[0]), "\n"); strconv.Itoa(n) != args[1] {
		ts.Fatalf("%s has %d lines, want %s", args[0], n, args[1])
	}
}
