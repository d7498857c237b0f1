package corpus

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// cast are the speakers of one document, in the order of their appearance.
type cast struct {
	people []*person
}

// person is a speaker; described if it begins with "?" where it is declared.
type person struct {
	key, name string
	aliases   []string
	described bool
}

// pronouns need a key: whom they mean is what the corpus is there to say.
var pronouns = strings.Fields("he she they it i we you who that which his her their its my our your him them me us this these those himself herself")

// aName finds a capital letter.
var aName = regexp.MustCompile(`\p{Lu}`)

// articles begin a phrase and may be capital only for their place.
var articles = strings.Fields("The A An Two Three Four Five Six Some Many Several Most Both One My Your Our Its Their His Her Other Local Police Officials Residents Critics Experts Doctors Neighbours Neighbors Witnesses Analysts Another People Somebody Someone Nobody Everybody Everyone Speakers More Every Documents Engineers Traders Research Observers Media Watchman Driver Desk Cook")

// declare reads "lund Ada Lund; the chief engineer" or "n ?a nurse".
func (c *cast) declare(line string) *person {
	key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	parts := strings.Split(rest, ";")
	p := &person{key: key}
	p.name, p.described = strings.CutPrefix(strings.TrimSpace(parts[0]), "?")
	if !p.described {
		p.aliases = append(p.aliases, p.name)
		p.name = untitled(p.name)
	}
	for _, alias := range parts[1:] {
		p.aliases = append(p.aliases, strings.TrimSpace(alias))
	}
	c.people = append(c.people, p)
	return p
}

// speaker fills in who says it: the one of the key, else of the source's words.
func (c *cast) speaker(a *Attribution, key, text string) error {
	source := join(a.Source, text)
	words := core(source)
	a.Speaker, a.Described = "", false
	switch {
	case key == "-" || key == "" && words == "":
		return nil
	case key == "?" && !slices.Contains(pronouns, strings.ToLower(words)):
		a.Speaker, a.Described = words, true
		return nil
	case key != "":
		p := c.byKey(key)
		if p == nil && (words == "" || slices.Contains(pronouns, strings.ToLower(words))) {
			return fmt.Errorf("nobody is known by %q", key)
		}
		if p == nil {
			p = c.admit(named(words, source))
			p.key = key
		}
		a.Speaker, a.Described = p.name, p.described
		return nil
	case slices.Contains(pronouns, strings.ToLower(words)):
		return fmt.Errorf("whom does %q mean? name a speaker on the cue", words)
	}
	p := c.byWords(words)
	if name := named(words, source); p == nil && name != words {
		p = c.byWords(name)
	}
	if p == nil {
		p = c.admit(fuller(named(words, source), text))
	}
	a.Speaker, a.Described = p.name, p.described
	return nil
}

// addVia adds a go-between: flag "t" for a translator, "r" for a relay, and a
// key if its words do not say who it is.
func (c *cast) addVia(a *Attribution, m mark, text string) error {
	v := hearsay.Via{Span: m.span, Entity: m.span.Of(text)}
	for _, f := range m.flags {
		switch f {
		case "t":
			v.Role = hearsay.RoleTranslator
		case "r":
			v.Role = hearsay.RoleRelay
		default:
			p := c.byKey(f)
			if p == nil {
				return fmt.Errorf("go-between %q: nobody is known by %q", v.Entity, f)
			}
			v.Entity = p.name
		}
	}
	if v.Role == "" {
		return fmt.Errorf("go-between %q: say t (translator) or r (relay)", v.Entity)
	}
	a.Via = append(a.Via, v)
	return nil
}

func (c *cast) byKey(key string) *person {
	for _, p := range c.people {
		if p.key == key {
			return p
		}
	}
	for _, p := range c.people {
		if strings.EqualFold(lastWord(p.name), key) {
			return p
		}
	}
	for _, p := range c.people {
		if slices.ContainsFunc(strings.Fields(p.name), func(w string) bool { return strings.EqualFold(w, key) }) {
			return p
		}
	}
	return nil
}

// byWords finds whom a source names: by the whole name, an alias, or the last
// word of a name.
func (c *cast) byWords(words string) *person {
	for _, p := range c.people {
		for _, form := range append([]string{p.name}, p.aliases...) {
			if strings.EqualFold(words, form) || !p.described && strings.HasSuffix(words, " "+form) {
				return p
			}
		}
	}
	for _, p := range c.people {
		if !p.described && lastWord(p.name) == lastWord(words) {
			return p
		}
	}
	return nil
}

// fuller is the full name that the text gives before a surname: "Ali Kone" for
// "Kone"; else the words themselves.
func fuller(words, text string) string {
	surname := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(words, "Mr "), "Ms "), "Mrs ")
	if surname == "" || strings.Contains(surname, " ") || !beginsCapital(surname) {
		return words
	}
	full := regexp.MustCompile(`(?:^|[^\p{L}.\n] ?)((?:\p{Lu}[\p{L}'’-]+ )` + regexp.QuoteMeta(surname) + `)\b`)
	if m := full.FindStringSubmatch(text); m != nil && !slices.Contains(forms, strings.Fields(m[1])[0]) {
		return m[1]
	}
	return words
}

// forms are words with a capital before a surname that are no given name.
var forms = strings.Fields("Mr Ms Mrs Miss Dr Sir Lord Lady The But And In On When For As At Professor Judge Captain Chief Sheriff Senator Minister President Mayor Inspector Justice Stars")

// admit takes in a speaker at its first mention.
func (c *cast) admit(words string) *person {
	p := &person{name: words}
	first, rest, several := strings.Cut(words, " ")
	switch {
	case !slices.Contains(articles, first) && personName(words) != "":
		p.name = personName(words)
	case strings.EqualFold(first, "a") || strings.EqualFold(first, "an"):
		p.described = true
	case slices.Contains(articles, first) || !aName.MatchString(first):
		p.described = !beginsCapital(rest)
		if !p.described && (first == "The" || first == "the") {
			p.name = rest
		}
	case several:
		p.described = !aName.MatchString(rest) && !strings.ContainsAny(rest, "0123456789")
	default:
		p.described = strings.HasSuffix(first, "s") && first != strings.ToUpper(first)
	}
	if !p.described {
		p.aliases = append(p.aliases, p.name)
		p.name = untitled(p.name)
	}
	c.people = append(c.people, p)
	return p
}

// title stands before a full name and is no part of it.
var title = regexp.MustCompile(`^(?:(?:\p{Lu}[\p{L}-]+['’]s|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Fr|Sr|Sister|Father|Captain|Capt|Detective|Inspector|Sgt|Sergeant|Supt|Lt|Col|Gen|Sheriff|Officer|Advocate|Judge|Justice|Maître|State|Rep|Sen|Gov|Governor|Senator|Premier|Councillor|Cllr|Alhaji|Analyst|Eyewitness|Assistant District Attorney|Transport Secretary|House Speaker|City Council member|Chief Inspector)\.? )+(\p{Lu}[^ ]* .+)$`)

func untitled(name string) string {
	if m := title.FindStringSubmatch(name); m != nil && !strings.Contains(m[1], " of ") {
		return m[1]
	}
	return name
}

func beginsCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// fullName is a name of two words and more, perhaps behind words of office in
// lower case and with what says where its bearer belongs.
var fullName = regexp.MustCompile(`^(?:[\p{Ll}-]+ )*(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Judge|Captain|Capt|Sgt|Sergeant|Rev|Councillor|Cllr|Justice|Inspector|Sen|Rep|Lt|Col|Gen)\.? )*(\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|al|de|da|van|von|bin|el|di|del))+)(?: (?:of|from|at|in|who|whose|for) .*)?$`)

// office ends a title that stands before a name.
var office = regexp.MustCompile(`^.*\b(?:Minister|Officer|President|Director|Secretary|Mayor|Governor|Chairman|Chairwoman|Chair|Commissioner|Spokesman|Spokeswoman|Superintendent|Manager|Coach|Chief|Inspector|Constable|Ambassador|Professor|General|Colonel|Editor|Senator|Marshal|Attorney|Engineer) `)

func personName(words string) string {
	words = office.ReplaceAllString(words, "")
	if m := titled.FindStringSubmatch(words); m != nil && !preposition.MatchString(words) {
		words = m[1]
	}
	if m := fullName.FindStringSubmatchIndex(words); m != nil && !placed.MatchString(words[:m[2]]) {
		return words[m[2]:m[3]]
	}
	return ""
}

// placed says that the name which follows is not the speaker's own.
var placed = regexp.MustCompile(`\b(?:in|of|at|from|on|with|near|by|for)\b`)

// preposition says that the name behind it is of a place and not the speaker's.
var preposition = regexp.MustCompile(`^\p{Lu}\p{Ll}+ (?:[\p{Ll}-]+ )*(?:in|of|at|from|on|with|near|for) `)

// titled is a name behind a title in sentence case: "Club captain Jo Plaskett".
var titled = regexp.MustCompile(`^\p{Lu}[\p{Ll}-]+ (?:[\p{Ll}-]+ )+(\p{Lu}.*)$`)

// core is a source up to its first apposition.
func core(source string) string {
	words, _, _ := strings.Cut(source, ",")
	words, _, _ = strings.Cut(words, " (")
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(words), "’s"), "'s")
}

// named is the name in an apposition to a description ("its chairman, Levison
// Gondwe,"), else the description.
func named(words, source string) string {
	if _, rest, ok := strings.Cut(source, ", "); ok && personName(words) == "" {
		if name := personName(core(rest)); name != "" {
			return name
		}
	}
	return words
}

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

func join(spans []hearsay.Span, text string) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Of(text))
	}
	return strings.Join(parts, " ")
}
