package web

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"sync"
)

// memo keeps what is dear to count until the case changes: pages of lists are
// asked for again and again while a person reads, and hardly ever in between
// is anything read or ruled.
type memo struct {
	most int // values kept; with more, all are dropped

	mu    sync.Mutex
	stamp string
	kept  map[string]any
}

// The most that is kept: of lines and lists, which are small, and of answers,
// which hold every chain of a claim.
const (
	linesKept   = 4000
	answersKept = 24
)

// remember is what make made of the case as it is now, made anew only if the
// case has changed since. What it returns is shared and must not be changed.
func remember[T any](d *Desk, key string, make func() (T, error)) (T, error) {
	return rememberIn(d, &d.memo, key, make)
}

func rememberIn[T any](d *Desk, m *memo, key string, make func() (T, error)) (T, error) {
	stamp := d.stamp()
	if v, ok := m.get(stamp, key); ok {
		return v.(T), nil
	}
	v, err := make()
	if err == nil {
		m.put(stamp, key, v)
	}
	return v, err
}

func (m *memo) get(stamp, key string) (any, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.stamp != stamp {
		return nil, false
	}
	v, ok := m.kept[key]
	return v, ok
}

// put keeps a value that was made when the case had this stamp.
func (m *memo) put(stamp, key string, v any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.stamp != stamp || len(m.kept) >= m.most {
		m.stamp, m.kept = stamp, map[string]any{}
	}
	m.kept[key] = v
}

// stamp changes whenever anybody writes to the case: by the files of the case,
// whoever writes them, and by what this desk did itself, since the time of a
// file is coarse and a case in memory has none.
func (d *Desk) stamp() string {
	s := fmt.Sprint(d.works.finished())
	for _, end := range []string{"", "-wal"} {
		if info, err := os.Stat(d.db.Path() + end); err == nil {
			s += fmt.Sprintf(" %d %d", info.ModTime().UnixNano(), info.Size())
		}
	}
	return s
}

// warm counts what the lists show and ranks all claims, so that whoever opens
// a page does not wait. It goes on until it is done or ctx ends.
func (d *Desk) warm(ctx context.Context) {
	for _, one := range []struct {
		what string
		make func(context.Context) error
	}{
		{"the front page", func(ctx context.Context) error { _, err := d.claimLines(ctx, claimsAsked{}); return err }},
		{"the coverage", func(ctx context.Context) error { _, err := d.coverage(ctx); return err }},
		{"the extent", func(ctx context.Context) error { _, err := d.extent(ctx); return err }},
		{"the names", func(ctx context.Context) error { _, err := d.speakers(ctx, "", 0); return err }},
		{"the sources", func(ctx context.Context) error { _, err := d.outlets(ctx, 0); return err }},
		{"the roles of the sources", func(ctx context.Context) error { _, err := d.roles(ctx); return err }},
		{"the denials", func(ctx context.Context) error { _, err := d.denials(ctx); return err }},
		{"the order of the claims", d.rank},
		{"the front page in its order", func(ctx context.Context) error { _, err := d.claimLines(ctx, claimsAsked{}); return err }},
		{"what waits for a ruling", func(ctx context.Context) error { _, err := d.findDoubts(ctx); return err }},
	} {
		if err := one.make(ctx); err != nil && ctx.Err() == nil {
			slog.Error("counting "+one.what, "error", err)
		}
	}
}
