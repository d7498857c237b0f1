package pipeline

import (
	"sync"
	"sync/atomic"
)

// sideBySide calls do with 0 to n-1, by several workers at a time, and returns
// when all are done. What do changes belongs to its number alone, so that the
// result is the same for any number of workers.
func sideBySide(workers, n int, do func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range max(1, min(workers, n)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}
