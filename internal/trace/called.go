package trace

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/names"
	"hearsay/internal/text"
)

// maxCalled are how many identities a name in a query is looked for among.
const maxCalled = 8

// call puts the name under which the case knows somebody for the spelling that
// a query has: "Belsky" is "Arthur Byelsky" where some report spells him so.
func (t *Tracer) call(ctx context.Context, doc *text.Document, q *claims.Question) error {
	for i := 0; i < len(doc.Tokens); {
		last := i
		for last < len(doc.Tokens) && doc.Tokens[last].Tag == text.PROPN {
			last++
		}
		if last == i {
			i++
			continue
		}
		for from := i; from < last; from++ { // "Colonel Belsky", then "Belsky"
			run := doc.Text[doc.Tokens[from].Start:doc.Tokens[last-1].End]
			keys := names.Keys(hearsay.Entity{Name: run, Type: hearsay.Person, Names: []string{run}})
			list, err := t.db.NamedLike(ctx, run, keys, maxCalled)
			if err != nil {
				return err
			}
			if callAs(q, strings.Fields(names.Fold(run)), list) {
				break
			}
		}
		i = last
	}
	return nil
}

// callAs replaces the words of a name by those of the one identity that some
// report calls so, unless the case calls somebody by just these words. It tells
// whether anybody is called so.
func callAs(q *claims.Question, words []string, list []hearsay.Identity) bool {
	var found *hearsay.Identity
	var spelled []string
	for i := range list {
		if endsSo(strings.Fields(names.Fold(list[i].Name)), words) {
			return true
		}
		for _, s := range list[i].Spellings {
			if as := strings.Fields(names.Fold(s)); endsSo(as, words) {
				if found != nil && found != &list[i] {
					return true // two are called so
				}
				found, spelled = &list[i], as
			}
		}
	}
	if found == nil {
		return false
	}
	name := strings.Fields(names.Fold(found.Name))
	if len(name) < len(words) {
		return true
	}
	at := len(name) - len(words)
	if len(spelled) == len(name) {
		at = len(spelled) - len(words)
	}
	for k, w := range words {
		if as := name[at+k]; w[0] == as[0] || w[0] >= utf8.RuneSelf || as[0] >= utf8.RuneSelf { // not a title for a given name
			q.Call(w, as)
		}
	}
	return true
}

// endsSo tells whether a name is these words, or ends with them as it does with
// a surname.
func endsSo(name, words []string) bool {
	return len(words) > 0 && len(name) >= len(words) && slices.Equal(name[len(name)-len(words):], words)
}
