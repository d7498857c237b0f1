package claims

import (
	"slices"
	"testing"
)

// Parts and multiples are the numbers that others write in figures.
func TestProportions(t *testing.T) {
	w := weights(t)
	for words, want := range map[string][]string{
		"the fee falls by a fifth":                   {"20"},
		"two thirds of the herd had died":            {"67"},
		"half of the seats are empty":                {"50"},
		"the well holds twice the permitted lead":    {"2"},
		"the well holds double the permitted lead":   {"2"},
		"the well holds three times the limit":       {"3"},
		"a threefold rise in rents":                  {"3"},
		"a third man was seen on the roof":           nil,
		"half a million crowns are missing":          {"500000"},
		"the ferry sails three times a day":          {"3"},
		"a quarter less was paid for the same barge": {"25"},
		"20 percent of the herd had died":            {"20"},
		"the exam is on the eleventh of June":        {"11"},
		"the mine reopens on June the 17th":          {"17"},
		"the 3rd May meeting":                        {"3"},
		"the third house in June Street":             nil,
	} {
		var got []string
		for _, term := range tagged(t, w, words).Terms {
			if term.Kind == Number {
				got = append(got, term.Text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, not %v", words, got, want)
		}
	}
}

// Words that are spelled like function words tell what nouns and verbs tell.
func TestFunctionalWords(t *testing.T) {
	w := weights(t)
	for words, want := range map[string]string{
		"The salt mine was flooded":              "mine",
		"The lawyer read out the will on Monday": "will",
		"The house is mine":                      "",
		"They will sell the house":               "",
		"The quarry was re-opened":               "reopen",
	} {
		found := ""
		for _, term := range tagged(t, w, words).Terms {
			switch term.Text {
			case "mine", "will", "reopen":
				found = term.Text
			}
		}
		if found != want {
			t.Errorf("%q: %q, not %q", words, found, want)
		}
	}
}
