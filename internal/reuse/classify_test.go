package reuse

import (
	"fmt"
	"testing"

	"hearsay"
	"hearsay/internal/text"
)

// TestDriftClasses gives two reports one quotation each, and lists what the
// second changed.
func TestDriftClasses(t *testing.T) {
	tests := []struct{ was, is, want string }{
		{"The gate is locked at night and nobody has the key.", "The gate is locked at night and nobody has the key.", ""},
		{"The gate’s lock isn’t new, and nobody has the key.", "The gate's lock isn't new, and nobody has the key", ""},
		{"We found forty-four thousand bottles in the cellar.", "We found forty thousand bottles in the cellar.",
			`number-changed "forty-four thousand" "forty thousand"`},
		{"We found 14 bottles in the old cellar.", "We found fourteen bottles in the old cellar.",
			`respelled "14" "fourteen"`},
		{"We found 14 bottles in the old cellar.", "We found 41 bottles in the old cellar.", `number-changed "14" "41"`},
		{"The bridge may cool down by six degrees at night.", "The bridge cools down by six degrees at night.",
			`hedge-dropped "may cool" "cools"`},
		{"It was, I think, the man with the green folder.", "It was the man with the green folder.",
			`hedge-dropped "I think" ""`},
		{"I believe that the man took the green folder home.", "The man took the green folder home.",
			`hedge-dropped "I believe that" ""`},
		{"It was the man with the green folder.", "It was probably the man with the green folder.",
			`hedge-added "" "probably"`},
		{"About forty men came to the door of the mill.", "Forty men came to the door of the mill.",
			`hedge-dropped "About" ""`},
		{"He talked about the door of the old mill.", "He talked at the door of the old mill.",
			`wording-changed "about" "at"`},
		{"We did not see the ship before it was dark.", "We did see the ship before it was dark.",
			`negation-changed "not" ""`},
		{"You cannot see the ship before it is dark.", "You can see the ship before it is dark.",
			`negation-changed "cannot" "can"`},
		{"The ship isn't old and the sea is not deep.", "The ship is old and the sea is not deep.",
			`negation-changed "isn't" "is"`},
		{"I think that the man took the green folder home.", "I know that the man took the green folder home.",
			`hedge-dropped "I think that" "I know that"`},
		{"They will probably close the mill before the winter.", "They will certainly close the mill before the winter.",
			`hedge-dropped "probably" "certainly"`},
		{"The mill may have been closed before the winter came.", "The mill was closed before the winter came.",
			`hedge-dropped "may have been" "was"`},
		{"It is the end of the mill and of the street.", "It may be the end of the mill and of the street.",
			`hedge-added "is" "may be"`},
		{"It began in the cellar, I am fairly sure of that, and then went up.", "It began in the cellar, and then went up.",
			`hedge-dropped "I am fairly sure of that" ""`},
		{"The file is real, as far as I can see, and nobody forged it.", "The file is real, and nobody forged it.",
			`hedge-dropped "as far as I can see" ""`},
		{"We are almost certain that the file is not a forgery.", "We are certain that the file is not a forgery.",
			`hedge-dropped "almost" ""`},
		{"The cracks are growing from the inside of the pin.", "The cracks were growing from the inside of the pin.",
			`tense-changed "are" "were"`},
		{"The mill will close before the end of May.", "The mill closed before the end of May.",
			`tense-changed "will close" "closed"`},
		{"Piet Amory climbed the tower of the mill alone.", "Jan Bosman climbed the tower of the mill alone.",
			`name-changed "Piet Amory" "Jan Bosman"`},
		{"Nobody told Mazroub about the colour of the door.", "Nobody told Mazroob about the color of the door.",
			`respelled "Mazroub" "Mazroob"; respelled "colour" "color"`},
		{"A large dog sat beside the door of the mill.", "A huge dog sat beside the door of the mill.",
			`wording-changed "large" "huge"`},
		{"A dog sat beside the door of the mill.", "A dog sat beside the heavy door of the mill.", `inserted "" "heavy"`},
		{"It is late in the year for a ship of that size, and I suspect the pilot was asleep at the wheel.",
			"The pilot was asleep at the wheel.", `truncated "It is late in the year for a ship of that size, and" ""; hedge-dropped "I suspect" ""`},
		{"I counted nine boats feeling for the harbour the way a man feels for his slipper.",
			"I counted nine boats feeling for the harbour.", `truncated "the way a man feels for his slipper" ""`},
	}
	for _, test := range tests {
		if got := classesOf(test.was, test.is); got != test.want {
			t.Errorf("%s\n%s\ngot  %s\nwant %s", test.was, test.is, got, test.want)
		}
	}
}

func classesOf(was, is string) string {
	doc := func(path, day, quotation string) Doc {
		r := &hearsay.Report{ID: path, Path: path, Outlet: path, Lang: "en", Text: "“" + quotation + "” she said."}
		d := NewDoc(r, text.Analyze(r))
		d.Published = hearsay.Date{Precision: hearsay.PrecisionDay}
		d.Published.Time = d.Published.Time.AddDate(2000, 0, int(day[0]))
		return d
	}
	list := ""
	for _, d := range Drift([]Doc{doc("a", "1", was), doc("b", "2", is)}) {
		if list != "" {
			list += "; "
		}
		list += fmt.Sprintf("%s %q %q", d.Class, d.Was, d.Is)
	}
	return list
}
