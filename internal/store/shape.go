package store

import (
	"encoding"
	"reflect"

	"hearsay"
)

// shape is what packing asks about a struct: reflection takes longer to find it
// out than a value takes to be packed.
type shape struct {
	span, binary bool // a hearsay.Span; what packs itself, as time.Time does
	fields       []int
}

// shapes are those of the values that are packed most.
var shapes = func() map[reflect.Type]*shape {
	known := map[reflect.Type]*shape{}
	for _, v := range []any{hearsay.Analysis{}, body{}, unnamed{}, Derivation{}, Drift{}, hearsay.Date{}} {
		addShapes(known, reflect.TypeOf(v))
	}
	return known
}()

func shapeOf(t reflect.Type) *shape {
	if s := shapes[t]; s != nil {
		return s
	}
	return newShape(t)
}

func newShape(t reflect.Type) *shape {
	s := &shape{span: t == spanType, binary: t.Implements(reflect.TypeFor[encoding.BinaryMarshaler]())}
	for i := range t.NumField() {
		if t.Field(i).IsExported() {
			s.fields = append(s.fields, i)
		}
	}
	return s
}

// addShapes adds the shape of a type and those of all that it holds.
func addShapes(known map[reflect.Type]*shape, t reflect.Type) {
	switch t.Kind() {
	case reflect.Slice, reflect.Pointer:
		addShapes(known, t.Elem())
	case reflect.Struct:
		if known[t] != nil {
			return
		}
		s := newShape(t)
		if known[t] = s; s.span || s.binary {
			return
		}
		for _, i := range s.fields {
			addShapes(known, t.Field(i).Type)
		}
	}
}
