//go:build !race

package pipeline

const RaceDetector = false
