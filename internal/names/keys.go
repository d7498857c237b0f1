package names

import (
	"slices"
	"strings"

	"hearsay"
)

// Keys are the index entries under which an entity is found: two entities
// that Same may join share at least one. A described entity has none. The
// first letter names the kind of key: n full name, p given and family name as
// skeletons, i initial and family name, f family name of someone known by a
// title, a acronym.
func Keys(e hearsay.Entity) []string {
	if e.Described {
		return nil
	}
	var keys []string
	for _, form := range forms(e) {
		keys = append(keys, "n:"+Fold(form))
		if e.Type == hearsay.Person {
			keys = append(keys, personKeys(parsePerson(form))...)
		} else {
			keys = append(keys, orgKeys(form)...)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func personKeys(p personName) []string {
	if len(p.parts) == 0 {
		return nil
	}
	family := skeletonOf(p.family())
	if !p.full() {
		return []string{"f:" + family}
	}
	given := p.parts[0]
	keys := []string{
		"n:" + p.fold,
		"p:" + skeletonOf(given) + " " + family,
		"i:" + string(initialOf(given.text)) + " " + family,
		"f:" + family,
	}
	if len(p.parts) == 2 && given.kind == plainPart {
		keys = append(keys, "r:"+min(p.parts[0].text, p.parts[1].text)+" "+max(p.parts[0].text, p.parts[1].text))
	}
	if len(p.parts) > 2 {
		keys = append(keys, "p:"+skeletonOf(given)+" "+skeletonOf(p.parts[1]))
	}
	return keys
}

// skeletonOf is the skeleton of a part, or its letters where the script has
// no skeleton.
func skeletonOf(p part) string {
	s := skeleton(p.text)
	if s == "" {
		s = p.text
	}
	if p.kind == kunyaPart {
		s = "abu-" + s
	}
	return s
}

func orgKeys(form string) []string {
	o := parseOrg(form)
	if o.acronym {
		return []string{"a:" + strings.ReplaceAll(o.fold, " ", "")}
	}
	words := ""
	skeletons := ""
	for _, w := range o.words {
		words += w + " "
	}
	for _, p := range parsePerson(o.fold).parts {
		skeletons += skeletonOf(p) + " "
	}
	keys := []string{"w:" + words, "s:" + skeletons}
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
