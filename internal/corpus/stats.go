package corpus

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// PrintStats writes the counts of the corpus as the tables of its README.
func PrintStats(w io.Writer, dir string) error {
	docs, err := ReadMarked(filepath.Join(dir, "marked"))
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, Stats(docs))
	return err
}

// Stats are the tables of documents, words and attributions.
func Stats(docs []*Document) string {
	genres, stances, depths, kinds, media := newTally(), newTally(), newTally(), newTally(), newTally()
	words, total, hedged, via := 0, 0, 0, 0
	speakers := newTally()
	for _, d := range docs {
		n := len(strings.Fields(d.Text))
		words += n
		total += len(d.Attributions)
		genres.add(d.Genre, 1, n, len(d.Attributions))
		for i := range d.Attributions {
			a := &d.Attributions[i]
			stances.add(string(a.Stance), 1)
			kinds.add(string(a.Kind), 1)
			depths.add(fmt.Sprint(d.Depth(a)), 1)
			speakers.add(speakerKind(a), 1)
			via += len(a.Via)
			if a.Hedged {
				hedged++
			}
			if a.Medium != "" {
				media.add(a.Medium, 1)
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d documents, %d words, %d attributions; %d hedged, %d go-betweens, %d with a medium\n",
		len(docs), words, total, hedged, via, media.total())
	b.WriteString("\n| genre | documents | words | attributions |\n|---|---:|---:|---:|\n" + genres.rows())
	b.WriteString("\n| stance | attributions |\n|---|---:|\n" + stances.rows())
	b.WriteString("\n| kind | attributions |\n|---|---:|\n" + kinds.rows())
	b.WriteString("\n| depth | attributions |\n|---|---:|\n" + depths.rows())
	b.WriteString("\n| speaker | attributions |\n|---|---:|\n" + speakers.rows())
	return b.String()
}

func speakerKind(a *Attribution) string {
	switch {
	case a.Described:
		return "described"
	case a.Speaker != "":
		return "named"
	}
	return "none"
}
