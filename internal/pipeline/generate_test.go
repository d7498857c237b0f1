package pipeline

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// generator writes articles of invented sentences, names and places: all
// alike in kind, and no two the same.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 7))} }

var (
	firsts  = strings.Fields("Ada Bertil Oda Ivo Sten Wilma Pell Ines Kit Marta Jonas Rika Tilda Egon Zora Nils Hedda Arvo Lise Otto Greta Simo Vera Lars Dagny")
	roots   = strings.Fields("Lund Brand Stahl Kroon Quill Harr Tarr Ols Berg Holm Dahl Fisk Grim Hald Jern Kvist Moss Nord Rask Sand Torp Ulv Vang West")
	ends    = strings.Fields("by ow ant en strom gaard lund mark sen vik rud stad hoff bach ström feld man er ton ley")
	works   = strings.Fields("miller engineer foreman minister baker pilot surgeon teacher mayor keeper docker clerk captain farmer printer")
	kinds   = strings.Fields("old new northern southern eastern western upper lower great little royal free common iron stone wooden glass former municipal private inner outer third second rural central")
	things  = strings.Fields("bridge granary ferry harbour quarry tower pier school chapel orchard mill tunnel reservoir market library cannery railway lighthouse clinic archive depot warehouse stadium theatre brewery foundry museum hospital prison barracks embassy airport canal dam vineyard bakery garage refinery laboratory monastery shipyard observatory kiosk fountain greenhouse sawmill slaughterhouse lido")
	verbs   = strings.Fields("bought sold repaired flooded burned guarded emptied searched insured measured photographed abandoned opened closed mortgaged inherited leased bombed painted renamed inspected looted heated fenced cleaned drained raised lowered moved mapped")
	goods   = strings.Fields("beams lorries barrels ledgers turbines pumps rails windows ropes engines cables carpets paintings cattle rifles seeds bricks pipes lamps bells boats ladders tents masks drums cranes wheels stoves mirrors clocks")
	reasons = []string{"because of the snow", "after the storm", "since the flood", "before the election", "for want of money", "against the advice of the surveyors", "in spite of the promise", "while nobody looked", "on Monday", "in the spring", "by mistake", "at night", "", "", "", ""}
	cues    = []string{"said", "told reporters", "told a meeting", "wrote in a letter", "claimed", "insisted", "explained"}
)

func pick[T any](g generator, list []T) T { return list[g.IntN(len(list))] }

func (g generator) person() string { return pick(g, firsts) + " " + pick(g, roots) + pick(g, ends) }

// place is one of some ten thousand.
func (g generator) place() string {
	return pick(g, roots) + pick(g, ends) + pick(g, strings.Fields("a by en feld ham ing sund ton vale wick"))
}

// fact is something that can be said of something. Its words are as frequent
// as words are in print, its names mostly rare.
func (g generator) fact() string {
	fact := fmt.Sprintf("the %s %s of %s %s", pick(g, kinds), pick(g, things), g.place(), pick(g, verbs))
	switch g.IntN(3) {
	case 0:
		fact += fmt.Sprintf(" %d %s", 2+g.IntN(90), pick(g, goods))
	case 1:
		fact += fmt.Sprintf(" the %s of %s", pick(g, goods), g.place())
	default:
		fact += fmt.Sprintf(" the %s %s", pick(g, kinds), pick(g, things))
	}
	return strings.TrimSpace(fact + " " + pick(g, reasons))
}

func (g generator) sentence(speaker string) string {
	surname := speaker[strings.IndexByte(speaker, ' ')+1:]
	fact := g.fact()
	capital := strings.ToUpper(fact[:1]) + fact[1:]
	switch g.IntN(6) {
	case 0:
		return fmt.Sprintf("%s, %s said on Monday.", capital, surname)
	case 1:
		return fmt.Sprintf("%s %s that %s.", surname, pick(g, cues), fact)
	case 2:
		return fmt.Sprintf("\"I saw it myself, and %s,\" the %s said.", fact, pick(g, works))
	case 3:
		return fmt.Sprintf("According to %s, a %s, %s.", g.person(), pick(g, works), fact)
	case 4:
		return fmt.Sprintf("%s, and some %d people went to look at it on the following day.", capital, 2+g.IntN(900))
	}
	return fmt.Sprintf("%s denied that %s.", g.person(), fact)
}

// article is a plain-text report of about words words.
func (g generator) article(words int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "THE %s %s\n%d March %d\n\n", strings.ToUpper(g.place()), pick(g, []string{"COURIER", "BELL", "BUGLE", "POST", "GAZETTE"}), 1+g.IntN(28), 2009+g.IntN(9))
	speaker := g.person()
	fmt.Fprintf(&b, "T%s, the %s %s said.\n\n", g.fact()[1:], pick(g, works), speaker)
	for n := 0; n < words; {
		for range 3 {
			s := g.sentence(speaker)
			n += len(strings.Fields(s))
			b.WriteString(s + " ")
		}
		b.WriteString("\n\n")
	}
	return []byte(b.String())
}
