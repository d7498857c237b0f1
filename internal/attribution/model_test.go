package attribution

import (
	"bytes"
	"testing"
)

func TestModelRoundTrip(t *testing.T) {
	m := Default()
	if m == nil {
		t.Fatal("no model in the program")
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	if string(whole) != embedded {
		t.Error("a model that is written and read is another one")
	}
	for _, bad := range [][]byte{nil, whole[:100], append([]byte("x"), whole[1:]...), append(bytes.Clone(whole[:len(whole)-1]), whole[len(whole)-1]+1)} {
		if _, err := ReadModel(bytes.NewReader(bad)); err == nil {
			t.Errorf("a damaged file of %d bytes is read", len(bad))
		}
	}
}

func TestChoose(t *testing.T) {
	cs := []candidate{
		{span: span{PartContent, 0, 9}}, {span: span{PartContent, 0, 4}}, {span: span{PartCue, 4, 5}},
		{span: span{PartContent, 5, 9}}, {span: span{PartSource, 9, 10}},
	}
	got := choose(cs, []float64{0.5, 0.2, 0.2, 0.2, -0.1})
	if len(got) != 3 || got[0] != 1 || got[1] != 2 || got[2] != 3 {
		t.Errorf("chosen %v", got)
	}
}

func TestCalibrationRises(t *testing.T) {
	var seen [parts][]outcome
	for i := range 1000 {
		p := float64(i%100) / 100
		seen[PartCue] = append(seen[PartCue], outcome{p, i%7 < int(7*p)})
	}
	c := calibrate(seen)
	again := newCalibration(c.bytes())
	last := 0.0
	for i := range 101 {
		p := c.of(PartCue, float64(i)/100)
		if p < last || p > 1 {
			t.Fatalf("%d: %g after %g", i, p, last)
		}
		if q := again.of(PartCue, float64(i)/100); q-p > 1e-4 || p-q > 1e-4 {
			t.Fatalf("%d: %g is stored as %g", i, p, q)
		}
		last = p
	}
}
