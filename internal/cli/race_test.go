//go:build race

package cli_test

// raceDetector says that this is a run under the race detector, in which what
// reads all gold cases would take minutes and show no race that others do not.
const raceDetector = true
