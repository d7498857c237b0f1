package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"hearsay/internal/cli"
)

// A text leaves a great deal of garbage and little that stays, so that the
// collector may wait longer than it does by itself, until memory gets scarce.
const (
	garbagePercent = 400
	memoryLimit    = 2 << 30 // bytes
)

func main() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(garbagePercent)
		debug.SetMemoryLimit(memoryLimit)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(cli.Run(ctx, os.Args[1:], cli.System()))
}
