package text

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

func TestDecodeGuessesAndBelieves(t *testing.T) {
	const (
		english  = "The harbour master said the café was “closed” – for good.\n"
		arabic   = "قال المتحدث باسم الميناء إن السفينة وصلت صباح اليوم، ولم يصب أحد بأذى.\n"
		russian  = "Представитель порта сообщил, что судно прибыло сегодня утром и никто не пострадал.\n"
		japanese = "港の広報担当者は、船が今朝到着し、けが人はいないと述べた。\n"
		chinese  = "港口发言人表示，该船今天早上抵达，没有人受伤。\n"
		german   = "Die Hafenbehörde erklärte, das Schiff sei früh eingetroffen; niemand sei verletzt.\n"
	)
	for _, c := range []struct{ charset, declared, text string }{
		{"windows-1252", "", english}, {"windows-1252", "windows-1252", german}, {"windows-1252", "", german},
		{"windows-1256", "", arabic}, {"iso-8859-6", "text/html; charset=iso-8859-6", arabic},
		{"windows-1251", "", russian}, {"koi8-r", "", russian}, {"ibm866", "", russian},
		{"shift_jis", "", japanese}, {"euc-jp", "", japanese}, {"gb18030", "", chinese}, {"iso-2022-jp", "iso-2022-jp", japanese},
		{"utf-8", "windows-1252", arabic}, {"utf-16le", "utf-16le", english},
	} {
		enc, _ := charset.Lookup(c.charset)
		b, err := enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatalf("%s: %v", c.charset, err)
		}
		got, name, ok := Decode(b, c.declared)
		if got != c.text || !ok {
			t.Errorf("%s declared %q: took %s, ok %v: %q", c.charset, c.declared, name, ok, got)
		}
	}
}

func TestDecodeReadsDeclarations(t *testing.T) {
	for in, want := range map[string]string{
		"<html><head><meta charset=\"iso-8859-2\"><title>\xb1\xe6</title>":                   "ąć",
		"<meta http-equiv='Content-Type' content='text/html; charset=windows-1253'>\xe1\xe2": "αβ",
		"<?xml version='1.0' encoding='koi8-r'?><a>\xc1\xc2</a>":                             "аб",
		"\xef\xbb\xbfplain":  "plain",
		"\xfe\xff\x00h\x00i": "hi",
	} {
		got, _, ok := Decode([]byte(in), "")
		if !ok || len(got) < len(want) || !contains(got, want) {
			t.Errorf("Decode(%q) = %q, want %q in it", in, got, want)
		}
	}
	if got, _, ok := Decode([]byte("a caf\xc3\xa9 with one broken byte \xff, and another caf\xc3\xa9, caf\xc3\xa9, caf\xc3\xa9, caf\xc3\xa9"), ""); ok || !contains(got, "café") {
		t.Errorf("broken UTF-8: %q %v", got, ok)
	}
}

func contains(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i:i+len(part)] == part {
			return true
		}
	}
	return false
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("plain"), "")
	f.Add([]byte("\xff\xfeh\x00i\x00"), "utf-16")
	f.Add([]byte("<meta charset=shift_jis>\x83\x65"), "text/html")
	f.Add([]byte("\xe1\xe2"), "text/html; charset=\"windows-1256\"")
	f.Fuzz(func(t *testing.T, b []byte, declared string) {
		s, name, _ := Decode(b, declared)
		if !utf8.ValidString(s) || name == "" {
			t.Errorf("Decode(%q, %q) = %q, %q", b, declared, s, name)
		}
	})
}
