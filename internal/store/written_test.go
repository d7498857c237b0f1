package store

import (
	"reflect"
	"testing"

	"hearsay"
)

// TestHashesOfRows: whatever differs in a row makes another hash. A field that
// comes to be and is not in the hash would leave old rows in the case.
func TestHashesOfRows(t *testing.T) {
	kept := newKept()
	statement := func(v any) uint64 {
		h := kept.row()
		hashStatement(h, v.(*Statement))
		return h.sum()
	}
	full := func() any {
		chain := hearsay.Chain{{Name: "The Bell"}}
		return &Statement{Statement: hearsay.Statement{Content: []hearsay.Span{{Start: 1, End: 2}}, Chain: chain}, Full: &FullChain{Chain: chain}}
	}
	// Num is the key; the report's id follows from its number, and is not written.
	differs(t, full, statement, map[string]bool{".Num": true, ".Statement.Report": true})
	identity := func(v any) uint64 {
		h := kept.row()
		hashIdentity(h, v.(*hearsay.Identity))
		return h.sum()
	}
	differs(t, func() any {
		return &hearsay.Identity{Spellings: []string{"a"}, Reasons: []string{"b"}, Doubts: []hearsay.NameJoin{{Reasons: []string{"c"}}}}
	}, identity, nil)
}

// differs changes each leaf of what made gives and expects another hash.
func differs(t *testing.T, made func() any, hash func(any) uint64, but map[string]bool) {
	t.Helper()
	leaves := 0
	var walk func(path string, at func(reflect.Value) reflect.Value, of reflect.Type)
	walk = func(path string, at func(reflect.Value) reflect.Value, of reflect.Type) {
		switch of.Kind() {
		case reflect.Struct:
			for i := range of.NumField() {
				walk(path+"."+of.Field(i).Name, func(v reflect.Value) reflect.Value { return at(v).Field(i) }, of.Field(i).Type)
			}
		case reflect.Slice:
			walk(path, func(v reflect.Value) reflect.Value { return at(v).Index(0) }, of.Elem())
		case reflect.Pointer:
			walk(path, func(v reflect.Value) reflect.Value { return at(v).Elem() }, of.Elem())
		default:
			if but[path] {
				return
			}
			leaves++
			other := made()
			leaf := at(reflect.ValueOf(other).Elem())
			switch of.Kind() {
			case reflect.String:
				leaf.SetString("other")
			case reflect.Bool:
				leaf.SetBool(true)
			case reflect.Int, reflect.Int64:
				leaf.SetInt(77)
			case reflect.Float64:
				leaf.SetFloat(0.77)
			default:
				t.Fatalf("%s is a %s, which this test cannot change", path, of)
			}
			if hash(other) == hash(made()) {
				t.Errorf("%T%s is not in the hash", other, path)
			}
		}
	}
	walk("", func(v reflect.Value) reflect.Value { return v }, reflect.TypeOf(made()).Elem())
	if leaves < 5 {
		t.Fatalf("only %d fields", leaves)
	}
}
