package intake

import (
	"strings"
	"testing"

	"hearsay"
)

func TestParseOutlets(t *testing.T) {
	table, err := ParseOutlets("outlets.toml", []byte(`
[outlet."The Skerry Bell"]
owner = "Skerry Print"
aliases = ["the Bell", "جرس الصخرة"]
domain = "www.SkerryBell.example"
[outlet.Drift]
[report."a/letter.txt"]
outlet = "Drift"
published = "5 March 2015"
`))
	if err != nil {
		t.Fatal(err)
	}
	bell := table.Outlets["The Skerry Bell"]
	if bell.Name != "The Skerry Bell" || bell.Family() != "Skerry Print" || len(bell.Aliases) != 2 || bell.Domain != "skerrybell.example" {
		t.Errorf("bell: %+v", bell)
	}
	if table.Outlets["Drift"].Family() != "Drift" || table.Reports["a/letter.txt"].Outlet != "Drift" {
		t.Errorf("table: %+v", table)
	}
}

func TestParseOutletsTellsWhatIsWrong(t *testing.T) {
	for in, want := range map[string]string{
		"[outlet.The Bell]\n":                                                  "outlets.toml:1",
		"[outlet.Bell]\nowner = 3\n":                                           "owner",
		"[outlet.Bell]\nownr = 'x'\n":                                          "ownr",
		"[outlet.A]\naliases = ['B']\n[outlet.B]\n":                            `"B" names both`,
		"[outlet.A]\ndomain = 'x.example'\n[outlet.B]\ndomain = 'x.example'\n": "same domain",
		"[report.'x.txt']\npublished = 'soon'\n":                               `"soon"`,
	} {
		_, err := ParseOutlets("outlets.toml", []byte(in))
		if err == nil || !strings.Contains(err.Error(), want) || hearsay.CodeOf(err) != hearsay.CodeUnreadable {
			t.Errorf("%q: %v, want %q in it", in, err, want)
		}
	}
}

func FuzzParseOutlets(f *testing.F) {
	f.Add([]byte("[outlet.\"A\"]\nowner = 'b'\n[report.'x']\npublished='2015'\n"))
	f.Fuzz(func(t *testing.T, b []byte) { _, _ = ParseOutlets("o.toml", b) })
}
