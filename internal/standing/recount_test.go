package standing_test

import (
	"fmt"
	"testing"

	"hearsay/internal/recount"
	. "hearsay/internal/standing"
)

// TestRecount compares the count with a slow and obvious one.
func TestRecount(t *testing.T) {
	everyCase(t, func(_ *generator, in Input) error {
		got, want := recount.Summary(Of(in)), recount.Of(in)
		if got != want {
			return fmt.Errorf("counted\n%s\nrecounted\n%s", got, want)
		}
		return nil
	})
}
