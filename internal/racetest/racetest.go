// Package racetest tells a test whether it runs under the race detector, which
// takes some ten times as long: what reads every gold case, or starts a large
// engine, reads a few there, for those show the races that all would.
package racetest

// Few are some of the cases, or folders of cases, under the race detector, and
// all of them elsewhere.
func Few[T any](all []T) []T {
	if Enabled {
		return all[:min(len(all), 3)]
	}
	return all
}
