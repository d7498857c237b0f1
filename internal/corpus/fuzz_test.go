package corpus

import "testing"

// FuzzParseMarked: whatever the bytes, no panic, and what Check passes can be
// written and read again.
func FuzzParseMarked(f *testing.F) {
	f.Add("genre: wire\n\n[s1 Ada Lund] [c1 said] [t1 a nurse [c2.d denied] [t2 it]].")
	f.Add("@n ?a nurse\n\n[s1+2 She] [c1.n.m=letter wrote] [v1.t Bo] [t1 \"so\"] and [c2.n added] [t2 more].")
	f.Fuzz(func(t *testing.T, in string) {
		d, err := ParseMarked("fuzz", in)
		if err != nil || d.Check() != nil {
			return
		}
		again, err := ParseBrat("fuzz", d.Brat(), d.Text)
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Attributions) != len(d.Attributions) {
			t.Errorf("%d attributions come back as %d", len(d.Attributions), len(again.Attributions))
		}
	})
}
