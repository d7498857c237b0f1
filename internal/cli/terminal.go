package cli

import (
	"os"
	"runtime"

	"golang.org/x/term"
)

// terminalWidth is the width of f in columns, 80 if it is no terminal.
func terminalWidth(f *os.File) (width int, terminal bool) {
	if !term.IsTerminal(int(f.Fd())) {
		return 80, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < 40 {
		return 80, true
	}
	return width, true
}

func workers() int { return runtime.GOMAXPROCS(0) }
