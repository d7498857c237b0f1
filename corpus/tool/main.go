// Tool writes and measures the attribution corpus. Run it in the folder of the
// repository:
//
//	go run ./corpus/tool build     check corpus/marked, write corpus/docs and split.tsv
//	go run ./corpus/tool stats     print the counts of README.md
//	go run ./corpus/tool agree A   compare the spans of folder A with corpus/docs
//	go run ./corpus/tool differ A  list where they differ
package main

import (
	"fmt"
	"os"

	"hearsay/internal/corpus"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 1 && args[0] == "build":
		return corpus.Build("corpus")
	case len(args) == 1 && args[0] == "stats":
		return corpus.PrintStats(os.Stdout, "corpus")
	case len(args) == 2 && args[0] == "differ":
		return corpus.PrintDifferences(os.Stdout, "corpus", args[1])
	case len(args) == 2 && args[0] == "agree":
		return corpus.PrintAgreement(os.Stdout, "corpus", args[1])
	}
	return fmt.Errorf("usage: go run ./corpus/tool build | stats | agree FOLDER | differ FOLDER")
}
