//go:build !race

package racetest

// Enabled says that this is a run under the race detector.
const Enabled = false
