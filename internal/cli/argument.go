package cli

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"hearsay"
	"hearsay/internal/intake"
)

func isAddress(arg string) bool {
	return strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://")
}

func isFolder(arg string) bool {
	info, err := os.Stat(arg)
	return err == nil && info.IsDir()
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// nothingThere says for each argument that names no file or folder why it does
// not. Addresses and standard input are taken to be there.
func nothingThere(args []string) []hearsay.Problem {
	var problems []hearsay.Problem
	for _, arg := range args {
		if arg == "-" || isAddress(arg) || exists(arg) {
			continue
		}
		if problem, is := missingHost(arg); is {
			problems = append(problems, problem)
			continue
		}
		intake.Walk(arg, nil, func(_ intake.Input, err error) bool {
			if err != nil {
				problems = append(problems, hearsay.ProblemOf(arg, err))
			}
			return false
		})
	}
	return problems
}

// host is a name with dots that ends like a domain; a path or a port may
// follow.
var host = regexp.MustCompile(`^(?:[\pL\pN](?:[\pL\pN-]*[\pL\pN])?\.)+\pL{2,}(?::[0-9]+)?(/.*)?$`)

// missingHost is the problem of an argument that names no file but looks like
// an address without its scheme. A bare name needs "www." for that, since
// "letter.txt" is also a name with a dot.
func missingHost(arg string) (hearsay.Problem, bool) {
	m := host.FindStringSubmatch(arg)
	if m == nil || m[1] == "" && !strings.HasPrefix(arg, "www.") || exists(arg) {
		return hearsay.Problem{}, false
	}
	err := hearsay.Errorf(hearsay.CodeNotFound, arg, "there is no such file or folder").
		Do("if it is an address, write: hearsay read https://" + arg)
	return hearsay.ProblemOf(arg, err), true
}
