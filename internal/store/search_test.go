package store

import (
	"testing"

	"hearsay/internal/query"
)

// TestExpression: what FTS5 is asked for the parts of a query that speak of
// words alone.
func TestExpression(t *testing.T) {
	for q, want := range map[string]string{
		"port strike":              `("port" AND "strike")`,
		`"lent forklifts" -union`:  `("lent forklifts") NOT ("union")`,
		"port OR quay":             `("port" OR "quay")`,
		"(port OR quay) -(a OR b)": `(("port" OR "quay")) NOT (("a" OR "b"))`,
		"-port":                    "",
		"port stance:denies":       "",
	} {
		n, err := query.Parse(q)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := expression(n); got != want {
			t.Errorf("%s asks for %s, not %s", q, got, want)
		}
	}
}
