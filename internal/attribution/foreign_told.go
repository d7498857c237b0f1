package attribution

import (
	"strings"

	"hearsay"
)

// Where Spanish, French and German put whom somebody told, and when: between a
// verb of saying and its subject, "contó el lunes a Radio Sur una vecina", behind
// both, "sagte Rohde am Dienstag dem Kurier", or before both, "en Madrid el
// ministro dijo".

// hearerWords begin what tells to whom, where or when something was said.
var hearerWords = map[string]wordSet{
	"de": wordSetOf("am im dem gegenüber zu beim vor bei"),
	"fr": wordSetOf("à au aux lundi mardi mercredi jeudi vendredi samedi dimanche dans lors devant"),
	"es": wordSetOf("a al este lunes martes miércoles jueves viernes sábado domingo durante ante en"),
	"it": wordSetOf("a al alla ai lunedì martedì mercoledì giovedì venerdì sabato domenica durante"),
	"pt": wordSetOf("ao à aos nesta neste na no durante"),
}

// article words begin a noun phrase, and so the subject that stands behind
// whom it was told.
var articleWords = map[string]wordSet{
	"de": wordSetOf("der die das ein eine sein seine ihr ihre"),
	"fr": wordSetOf("le la l' les un une des son sa ses leur"),
	"es": wordSetOf("el la los las un una unos unas su sus"),
}

// linkWords hold a noun phrase together.
var linkWords = map[string]wordSet{
	"de": wordSetOf("von für"),
	"fr": wordSetOf("de du des d' pour avec"),
	"es": wordSetOf("de del para con"),
}

// dayWords tell when, alone or behind an article.
var dayWords = map[string]wordSet{
	"de": wordSetOf("gestern heute montag dienstag mittwoch donnerstag freitag samstag sonntag abend morgen"),
	"fr": wordSetOf("hier aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche soir matin"),
	"es": wordSetOf("ayer hoy anoche lunes martes miércoles jueves viernes sábado domingo"),
}

// pressNouns have their name behind them without an article: "a la agencia
// Norte".
var pressNouns = map[string]wordSet{
	"de": wordSetOf("agentur nachrichtenagentur zeitung tageszeitung magazin sender radiosender"),
	"fr": wordSetOf("agence quotidien journal hebdomadaire chaîne radio station magazine site"),
	"es": wordSetOf("agencia diario periódico semanario emisora radio cadena canal revista portal"),
}

func wordSetOf(words string) wordSet {
	set := wordSet{}
	for _, w := range strings.Fields(words) {
		set[w] = struct{}{}
	}
	return set
}

// toldFirst parts what stands before a subject, and tells to whom or when it
// spoke, from the subject.
func (c *foreignClause) toldFirst(r run) (told, who run) {
	k := r.from
	for k < r.to {
		n := c.circumstanceEnd(k, r.to)
		if n == k {
			break
		}
		k = n
	}
	return run{r.from, k}, run{k, r.to}
}

// circumstanceEnd is where the circumstance that begins at k ends; k if none
// does.
func (c *foreignClause) circumstanceEnd(k, to int) int {
	lang := c.doc.Lang
	days, articles := dayWords[lang], articleWords[lang]
	if c.capital(k) && (lang != "de" || k > c.from) || articles == nil {
		if k > c.from || !hearerWords[lang].has(c.word(k)) { // "En Madrid"
			return k
		}
	}
	if w := c.word(k); days.has(w) {
		return c.dayEnd(k+1, to)
	} else if (articles.has(w) || w == "este" || w == "esta" || w == "ce" || w == "am") && k+1 < to && days.has(c.word(k+1)) {
		return c.dayEnd(k+2, to)
	} else if !hearerWords[lang].has(w) {
		return k
	}
	return c.hearerEnd(k+1, to)
}

// dayEnd takes a date behind a day in: "el lunes 3 de mayo", "am Montag abend".
func (c *foreignClause) dayEnd(k, to int) int {
	for k < to && (dayWords[c.doc.Lang].has(c.word(k)) || startsWithDigit(c.word(k))) {
		k++
		if k+1 < to && c.word(k) == "de" && !c.capital(k+1) {
			k += 2
		}
	}
	return k
}

func startsWithDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// hearerEnd is where the noun phrase that begins at k behind a preposition ends:
// before an article, another circumstance, or a name that is not its own.
func (c *foreignClause) hearerEnd(k, to int) int {
	lang := c.doc.Lang
	start := k
	for k < to && (articleWords[lang].has(c.word(k)) && !c.capital(k) || c.word(k) == "este" || c.word(k) == "esta" || c.word(k) == "ce" || c.word(k) == "cette") {
		k++
	}
	named, press := false, false
	for n := k; k < to; k++ {
		w := c.word(k)
		capital := c.capital(k) || strings.HasPrefix(w, "l'") && c.capitalWithin(k)
		switch {
		case linkWords[lang].has(w) && k > n && k+1 < to:
			for k+1 < to && articleWords[lang].has(c.word(k+1)) && !c.capital(k+1) {
				k++
			}
			if k+1 < to { // the word that the link leads to is its own
				k++
				named = named || c.capital(k) && lang != "de"
			}
			continue
		case k == n:
			named, press = capital && lang != "de", pressNouns[lang].has(w)
			continue
		case lang == "de":
			if capital && press || !capital && k == n {
				continue
			}
			return k
		case capital && (named || press):
			named = true
			continue
		case capital, named, articleWords[lang].has(w), dayWords[lang].has(w), hearerWords[lang].has(w):
			return k
		}
		press = press || pressNouns[lang].has(w)
	}
	if k == start {
		return start - 1
	}
	return k
}

// capitalWithin tells whether a capital stands behind what is elided: "l'AFP".
func (c *foreignClause) capitalWithin(i int) bool {
	_, rest, ok := strings.Cut(c.textOf(i), "'")
	if !ok {
		_, rest, ok = strings.Cut(c.textOf(i), "’")
	}
	return ok && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z'
}

func (c *foreignClause) textOf(i int) string { return c.spanOf(run{i, i + 1}).Of(c.doc.Text) }

// toldWhom parts a source from what tells to whom or when it spoke.
func (c *foreignClause) toldWhom(source run) (who, told run) {
	cut := hearerWords[c.doc.Lang]
	named := false
	for k := source.from; k < source.to && !c.lang.who.has(c.word(k)); k++ {
		if named && cut.has(c.word(k)) && !c.capital(k) {
			return run{source.from, k}, run{k, source.to}
		}
		named = named || c.capital(k) || c.doc.Lang != "de" && k > source.from
	}
	return source, run{}
}

// paperIn is the publication that a phrase names, empty if it names none.
func (c *foreignClause) paperIn(r run) run {
	for k := r.from; k < r.to; k++ {
		if name := c.published(k); !name.empty() {
			return name
		}
	}
	return run{}
}

// relays are the publications of others that a phrase beside a source names:
// it spoke to them.
func (c *foreignClause) relays(told ...run) []hearsay.Via {
	for _, r := range told {
		if name := c.paperIn(r); !name.empty() && !c.isOwn(c.spanOf(name).Of(c.doc.Text)) {
			return []hearsay.Via{{Role: hearsay.RoleRelay, Span: c.spanOf(name)}}
		}
	}
	return nil
}
