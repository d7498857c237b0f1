package names

import (
	"testing"

	"hearsay"
)

func person(name string) Mentioned {
	return Mentioned{Entity: hearsay.Entity{Name: name, Type: hearsay.Person}}
}

func TestSamePersons(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Abu Hatim al-Rasifi", "Abu Hatem Al Rasifi", true},
		{"Abu Hatim al-Rasifi", "Abou Hatem Er-Rassifi", true},
		{"Abu Hatim al-Rasifi", "أبو حاتم الرصيفي", true},
		{"Tahir Mazroub", "Taher Mazroob", true},
		{"Tahir Mazroub", "طاهر المزروب", true},
		{"Abdallah Qasim", "Abd Allah Kassem", true},
		{"Abdul Rahman Saleh", "Abdelrahman Salih", true},
		{"Tomas Brede", "Thomas Brede", true},
		{"Jonas Quill", "Jonás Quill", true},
		{"Dr Ingrid Solvane", "Ingrid Solvane", true},
		{"Sergei Kuznetsov", "Сергей Кузнецов", true},
		{"Karim Tawil", "Karima Tawil", false},
		{"Ingrid Solvane", "Ines Solvay", false},
		{"Jonas Quill", "Jonah Quilter", false},
		{"Omar Said", "Omar Saied Haddad", false},
		{"Hassan Saleh", "Hussein Saleh", false},
		{"J. Quill", "Jonas Quill", false},
		{"Solvane", "Ingrid Solvane", false},
	} {
		if d := Same(person(c.a), person(c.b)); d.Same != c.want {
			t.Errorf("Same(%q, %q) = %+v, want %v", c.a, c.b, d, c.want)
		}
	}
}
