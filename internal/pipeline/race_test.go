//go:build race

package pipeline

// RaceDetector says that this is a run under the race detector, which takes
// ten times as long: a few cases are enough there.
const RaceDetector = true
