package query

import (
	"strings"
	"time"

	"hearsay"
)

// FieldName is what a field asks about.
type FieldName string

// Fields of a statement and fields of its report.
const (
	Speaker FieldName = "speaker" // who says it; a name in any spelling
	Stance  FieldName = "stance"  // asserts, supposes, denies, questions, intends
	Kind    FieldName = "kind"    // direct, indirect, mixed
	End     FieldName = "end"     // named, described, unattributed, circular

	Outlet FieldName = "outlet" // who published it
	Lang   FieldName = "lang"   // language code: en, ar
	After  FieldName = "after"  // published on this day, month or year, or later
	Before FieldName = "before" // published before this day, month or year began
	Title  FieldName = "title"  // words of the title
	In     FieldName = "in"     // part of the path of the file
)

// Fields lists all fields, in the order in which help shows them.
func Fields() []FieldName {
	return []FieldName{Speaker, Stance, Kind, End, Outlet, Lang, After, Before, Title, In}
}

// OfStatement tells whether only a statement can have the field; the others
// are of its report.
func (n FieldName) OfStatement() bool {
	switch n {
	case Speaker, Stance, Kind, End:
		return true
	}
	return false
}

// Choices are the values of a field that has few of them, nil for others.
func (n FieldName) Choices() []string {
	switch n {
	case Stance:
		return []string{string(hearsay.Asserts), string(hearsay.Supposes), string(hearsay.Denies), string(hearsay.Questions), string(hearsay.Intends)}
	case Kind:
		return []string{string(hearsay.Direct), string(hearsay.Indirect), string(hearsay.Mixed)}
	case End:
		return []string{string(hearsay.EndNamed), string(hearsay.EndDescribed), string(hearsay.EndUnattributed), string(hearsay.EndCircular)}
	}
	return nil
}

// check brings a value to the form in which Field keeps it, or says what to
// write instead.
func (n FieldName) check(value string) (checked, instead string) {
	switch n {
	case Stance, Kind, End:
		value = strings.ToLower(value)
		for _, c := range n.Choices() {
			if value == c {
				return value, ""
			}
		}
		return "", "write one of " + list(n, n.Choices())
	case After, Before:
		for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
			if _, err := time.Parse(layout, value); err == nil {
				return value, ""
			}
		}
		return "", "write a day, a month or a year: " + string(n) + ":2016-03-01, " + string(n) + ":2016-03, " + string(n) + ":2016"
	case Lang:
		value = strings.ToLower(value)
		if len(value) < 2 || len(value) > 3 || strings.Trim(value, "abcdefghijklmnopqrstuvwxyz") != "" {
			return "", "write the language's code of two or three letters: lang:en, lang:ar"
		}
	case Speaker, Outlet, Title:
		if !hasLetter(value) {
			return "", "write a name or a word: " + string(n) + `:"Ada Lund"`
		}
	}
	return value, ""
}

func list(n FieldName, values []string) string {
	return string(n) + ":" + strings.Join(values, ", "+string(n)+":")
}

// nearest is the field that a misspelt name may mean, "" if there is none.
func nearest(name string) FieldName {
	name = strings.ToLower(name)
	switch name {
	case "from", "since":
		return After
	case "until", "to":
		return Before
	case "language":
		return Lang
	case "by", "who", "source", "author":
		return Speaker
	case "path", "file":
		return In
	case "publisher", "site":
		return Outlet
	}
	for _, f := range Fields() {
		if strings.HasPrefix(string(f), name) || strings.HasPrefix(name, string(f)) {
			return f
		}
	}
	return ""
}
