package text

import (
	"fmt"
	"strings"
)

// dump prints what Analyze found, for golden files: a line per sentence with
// tokens parted by "|", then the quotations.
func dump(d *Document) string {
	var b strings.Builder
	for _, s := range d.Sentences {
		fmt.Fprintf(&b, "%d:", s.Block)
		for i := s.First; i < s.Last; i++ {
			fmt.Fprintf(&b, " %s", strings.ReplaceAll(d.Of(i), "\n", "⏎"))
			switch d.Tokens[i].Kind {
			case Number:
				b.WriteString("/N")
			case OpenQuote:
				b.WriteString("/(")
			case CloseQuote:
				b.WriteString("/)")
			case Symbol:
				b.WriteString("/S")
			}
		}
		b.WriteByte('\n')
	}
	for _, q := range d.Quotes {
		fmt.Fprintf(&b, "quote %d %s", q.Depth, strings.ReplaceAll(q.Inner.Of(d.Text), "\n", "⏎"))
		if q.Continues {
			b.WriteString(" [continues]")
		}
		if q.Block {
			b.WriteString(" [block]")
		}
		b.WriteByte('\n')
	}
	return b.String()
}
