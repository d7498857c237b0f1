package cli

import (
	"fmt"
	"strings"

	"hearsay"
)

// explained is an attribution and, where it is asked, why it is as it is.
type explained struct {
	hearsay.Attribution
	Why []string `json:"why,omitempty"`
}

// reasons are those of each attribution of a report, by its id; nil where
// nobody asks.
type reasons map[string][]string

// addSpeakers adds for whom the words of each source stand, where they do not
// name him.
func (why reasons) addSpeakers(r *hearsay.Report, found *hearsay.Analysis) {
	if why == nil {
		return
	}
	name := map[string]string{}
	for i := range found.Entities {
		name[found.Entities[i].ID] = found.Entities[i].Name
	}
	for i := range found.Attributions {
		a := &found.Attributions[i]
		if len(a.Source) == 0 {
			continue
		}
		source := oneLine(hearsay.Cover(a.Source).Of(r.Text))
		switch speaker := name[a.Speaker]; {
		case speaker == "":
			why[a.ID] = append(why[a.ID], fmt.Sprintf("whom “%s” stands for is not told", source))
		case !strings.Contains(source, speaker):
			why[a.ID] = append(why[a.ID], fmt.Sprintf("“%s” stands for %s", source, speaker))
		}
	}
}

// of puts the reasons to the attributions.
func (why reasons) of(attributions []hearsay.Attribution) []explained {
	list := make([]explained, len(attributions))
	for i, a := range attributions {
		list[i] = explained{a, why[a.ID]}
	}
	return list
}
