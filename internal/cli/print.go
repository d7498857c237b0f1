package cli

import (
	"encoding/json"

	"github.com/schollz/progressbar/v3"

	"hearsay/internal/pipeline"
	"hearsay/internal/trace"
)

// printJSON prints one value on one line, with characters as they are.
func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.Out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func count(n int, noun string) string { return trace.Counted(n, noun) }

// bar shows the progress of long work on a terminal, and nothing elsewhere.
type bar struct {
	app   *app
	bar   *progressbar.ProgressBar
	stage string
}

func (a *app) progress() *bar { return &bar{app: a} }

func (b *bar) tell(p pipeline.Progress) {
	if !b.app.Progress {
		return
	}
	if p.Stage != b.stage {
		b.finish()
		total := p.Total
		if total == 0 {
			total = -1
		}
		b.stage = p.Stage
		b.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(b.app.Err), progressbar.OptionSetDescription(p.Stage),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(30), progressbar.OptionShowCount())
	}
	b.bar.Set(p.Done)
}

func (b *bar) finish() {
	if b.bar != nil {
		b.bar.Finish()
		b.bar = nil
	}
}
