package names

import (
	"slices"
	"strings"

	"hearsay"
)

// Keys are the index entries under which an entity is found: two entities
// that Same may join share at least one. A described entity has none. The
// first letter names the kind of key: n full name, p given and family name as
// skeletons, v the same more
// loosely and the given name in its first listed form, i initial and family name, u kunya, f family name and g given name of someone known by
// a title, h the noun of a state body, a acronym, t the name translated.
func Keys(e hearsay.Entity) []string {
	if e.Described {
		return nil
	}
	return keysOf(e, formsOf(e))
}

// keysOf is Keys for an entity whose names are taken apart.
func keysOf(e hearsay.Entity, forms []form) []string {
	if e.Described {
		return nil
	}
	var keys []string
	for i := range forms {
		f := &forms[i]
		if e.Type != hearsay.Person {
			keys = append(append(keys, "n:"+Fold(f.text)), orgKeys(f)...)
			if e.Type == hearsay.Other && f.person.arabic {
				keys = append(keys, personKeys(f.person)...) // another report may take the ship for a person
			}
			continue
		}
		p := f.person
		if len(p.parts) > 1 {
			keys = append(keys, "n:"+Fold(f.text))
		}
		keys = append(keys, personKeys(p)...)
		if len(p.parts) > 0 && (len(p.titles) > 0 || len(e.Roles) > 0) {
			keys = append(keys, "f:"+skeletonOf(p.family()), "g:"+skeletonOf(p.parts[0]))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func personKeys(p personName) []string {
	var keys []string
	if len(p.parts) > 0 && p.parts[0].kind != plainPart {
		keys = append(keys, "u:"+skeletonOf(p.parts[0]))
	}
	if !p.full() {
		return keys
	}
	family := skeletonOf(p.family())
	given := p.parts[0]
	keys = append(keys,
		"n:"+p.fold,
		"q:"+evenSpelling(given.text)+" "+evenSpelling(p.family().text),
		"j:"+evenSpelling(strings.ReplaceAll(p.fold, " ", "")),
		"p:"+skeletonOf(given)+" "+family,
		"v:"+loosely(given)+" "+loosely(p.family()),
		"v:"+variants()[given.text]+" "+loosely(p.family()),
		"i:"+string(initialOf(given.text))+" "+family,
	)
	if len(p.parts) == 2 && given.kind == plainPart {
		keys = append(keys, "r:"+min(p.parts[0].text, p.parts[1].text)+" "+max(p.parts[0].text, p.parts[1].text))
	}
	if len(p.parts) > 2 {
		keys = append(keys, "p:"+skeletonOf(given)+" "+skeletonOf(p.parts[1]))
	}
	return keys
}

// loosely is a skeleton without the differences that scripts and romanisations
// do not agree on.
func loosely(p part) string {
	if p.slavic {
		return looseConsonants.Replace(skeleton(slavicEven(p.text)))
	}
	return looseConsonants.Replace(skeletonOf(p))
}

var looseConsonants = strings.NewReplacer("g", "k", "x", "k", "h", "k", "z", "d", "s", "t", "a", "")

// skeletonOf is the skeleton of a part, or its letters where the script has
// no skeleton.
func skeletonOf(p part) string {
	s := skeleton(p.text)
	if s == "" {
		s = p.text
	}
	switch p.kind {
	case abuPart:
		s = "abu-" + s
	case ummPart:
		s = "umm-" + s
	}
	return s
}

func orgKeys(f *form) []string {
	o := f.org
	if o.acronym {
		return []string{"a:" + strings.ReplaceAll(o.fold, " ", "")}
	}
	words := ""
	skeletons := ""
	for _, w := range o.words {
		words += w + " "
	}
	for _, p := range f.person.parts {
		skeletons += skeletonOf(p) + " "
	}
	keys := []string{"w:" + words, "s:" + skeletons}
	if meant := o.meant(); len(meant) > 1 {
		keys = append(keys, "t:"+strings.Join(meant, " "))
	}
	for _, w := range o.words {
		if stateBodies[w] {
			keys = append(keys, "h:"+w)
		}
	}
	if head, _, ok := strings.Cut(o.fold, " of "); ok {
		keys = append(keys, "n:"+head)
	}
	if n := len(o.words); n > 1 {
		keys = append(keys, "e:"+o.words[n-2]+" "+o.words[n-1])
	}
	for _, links := range []bool{false, true} {
		if s := acronymOf(o.fold, links); s != "" && isASCII(s) {
			keys = append(keys, "a:"+s)
		}
	}
	return keys
}
