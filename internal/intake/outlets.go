package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"hearsay"
)

// ParseOutlets reads an outlets.toml: [outlet."Name"] tables with owner,
// aliases and domain, and [report."file"] tables with outlet and published.
// Every fault is a *hearsay.Error that names the line or the table.
func ParseOutlets(path string, b []byte) (hearsay.OutletTable, error) {
	var table hearsay.OutletTable
	meta, err := toml.Decode(strings.TrimPrefix(string(b), "\ufeff"), &table)
	if err != nil {
		return hearsay.OutletTable{}, tomlProblem(path, err)
	}
	if keys := meta.Undecoded(); len(keys) > 0 {
		return hearsay.OutletTable{}, hearsay.Errorf(hearsay.CodeUnreadable, path, "%s is no setting that hearsay knows", keys[0]).
			Do(`use [outlet."Name"] with owner, aliases and domain, and [report."file"] with outlet and published`)
	}
	for name, o := range table.Outlets {
		o.Name = name
		o.Domain = strings.TrimPrefix(strings.ToLower(o.Domain), "www.")
		table.Outlets[name] = o
	}
	if err := checkOutlets(path, table); err != nil {
		return hearsay.OutletTable{}, err
	}
	return table, nil
}

func tomlProblem(path string, err error) error {
	var at toml.ParseError
	if errors.As(err, &at) {
		path = fmt.Sprintf("%s:%d", path, at.Position.Line)
		return hearsay.Errorf(hearsay.CodeUnreadable, path, "this is no valid TOML: %s", at.Message).
			Do(`write names with spaces in quotation marks, as in [outlet."The Courier"]`)
	}
	return hearsay.Errorf(hearsay.CodeUnreadable, path, "this cannot be read as a table of outlets: %w", err).
		Do(`write owner and domain as text, and aliases as a list: aliases = ["one", "two"]`)
}

// checkOutlets refuses a name that stands for two outlets, a domain that two
// share, and a date that is none.
func checkOutlets(path string, table hearsay.OutletTable) error {
	names, domains := map[string]string{}, map[string]string{}
	for _, name := range sortedKeys(table.Outlets) {
		o := table.Outlets[name]
		for _, n := range append([]string{name}, o.Aliases...) {
			folded := foldLetters(n)
			if other := names[folded]; other != "" && other != name {
				return hearsay.Errorf(hearsay.CodeUnreadable, path, "%q names both %q and %q", n, other, name).
					Do("take the name away from one of them")
			}
			names[folded] = name
		}
		if other := domains[o.Domain]; o.Domain != "" && other != "" {
			return hearsay.Errorf(hearsay.CodeUnreadable, path, "%q and %q have the same domain %s", other, name, o.Domain).
				Do("give each outlet its own domain")
		}
		domains[o.Domain] = name
	}
	for _, file := range sortedKeys(table.Reports) {
		if p := table.Reports[file].Published; p != "" && parseDate(p).IsZero() {
			return hearsay.Errorf(hearsay.CodeUnreadable, path, "published = %q of report %q is no date", p, file).
				Do("write it as 2015-03-05 or 2015-03-05T14:30:00Z")
		}
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
