// Package importtest holds the layers of the module as a table, and the test
// that fails when an import breaks it. Nothing imports it.
//
// The table is that of docs/architecture.md: the words of the root, pure
// packages above them, then the state, the work and the faces. A pure package
// sees no store, network, clock, logger or goroutine: values in, values out.
// It therefore runs unchanged inside somebody else's distributed engine.
package importtest
