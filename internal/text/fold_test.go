package text

import (
	"math"
	"testing"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"plain words":         "plain words",
		"Łódź École":          "lodz ecole",
		"Straße Ærø":          "strasse aero",
		"O’Brien’s “x”":       `o'brien's "x"`,
		"ＡＢＣ１２":               "abc12",
		"أَبُو قَاسِم":        "ابو قاسم",
		"الرابطـــة":          "الرابطه",
		"مصطفى":               "مصطفي",
		"٢٢٬٠٠٠":              "22٬000",
		"İstanbul ılgaz":      "istanbul ilgaz",
		"Чёрный Йод":          "черныи иод",
		"한국":                  "한국",
		"non‑breaking–x":      "non-breaking-x",
		"ﬁne\u00a0co\u00adop": "fine coop",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestStem(t *testing.T) {
	same := [][]string{
		{"find", "found", "finds", "finding"}, {"lend", "lent"}, {"tell", "told"}, {"be", "were", "is"},
		{"man", "men", "Men"}, {"inspection", "inspections"}, {"deny", "denied", "denies", "denying"},
		{"close", "closed", "closing"}, {"spokeswoman", "spokeswomen"}, {"strike", "struck"},
	}
	for _, group := range same {
		for _, w := range group {
			if Stem(w) != Stem(group[0]) {
				t.Errorf("Stem(%q) = %q, but Stem(%q) = %q", w, Stem(w), group[0], Stem(group[0]))
			}
		}
	}
	if got := Stem("الميناء"); got != Fold("الميناء") {
		t.Errorf("Stem of an Arabic word = %q", got)
	}
}

func TestNumberValue(t *testing.T) {
	for in, want := range map[string]float64{
		"14": 14, "22,000": 22000, "3.5": 3.5, "3,5": 3.5, "1,234,567.5": 1234567.5, "1.500.000": 1.5e6, "٢٢": 22, "٢٢٬٠٠٠": 22000,
		"fourteen": 14, "twenty-two": 22, "Twenty two thousand": 22000, "two dozen": 24, "a dozen": 12,
		"a hundred": 100, "two hundred and six": 206, "half a million": 5e5, "3.5 million": 3.5e6, "2bn": 2e9, "10k": 1e4,
		"three hundred thousand": 3e5, "one million two hundred thousand": 1.2e6, "zero": 0, "1.500": 1.5, "one": 1,
	} {
		if got, ok := NumberValue(in); !ok || math.Abs(got-want) > 1e-6 {
			t.Errorf("NumberValue(%q) = %v, %v, want %v", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "a", "and", "the", "10:30", "11/03/2014", "3-1", "14th", "1960s", "10-12", "half", "twenty thirteen",
		"five six", "dozens", "hundreds", "1.2.2014", "million men", "two and"} {
		if got, ok := NumberValue(in); ok {
			t.Errorf("NumberValue(%q) = %v", in, got)
		}
	}
}

func TestNumberAt(t *testing.T) {
	d := Parse("about two dozen of the 3.5 million and a half dozen, twenty-two thousand two men", "en")
	for at, want := range map[string][2]float64{"two": {24, 2}, "3.5": {3.5e6, 2}, "half": {6, 2}, "twenty-two": {22002, 3}} {
		for i := range d.Tokens {
			if d.Of(i) != at {
				continue
			}
			if v, n := d.NumberAt(i); v != want[0] || n != int(want[1]) {
				t.Errorf("NumberAt(%q) = %v, %d, want %v", at, v, n, want)
			}
			break
		}
	}
}

func TestStopWord(t *testing.T) {
	for _, w := range []string{"The", "of", "n't", "whose", "من", "فِي"} {
		if !StopWord(w) {
			t.Errorf("%q is a function word", w)
		}
	}
	for _, w := range []string{"bridge", "die", "said", "Brede", "ميناء"} {
		if StopWord(w) {
			t.Errorf("%q is no function word", w)
		}
	}
}
