package pipeline_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay/internal/intake"
	"hearsay/internal/trace"
)

// leagueOnQuays is a statement in French, its translation into Arabic by those
// who made it, and one into English by others.
const leagueOnQuays = `
-- outlets.toml --
[outlet."Ligue des Quais"]
aliases = ["League of the Quays"]
[report."fr.txt"]
outlet = "Ligue des Quais"
published = "2021-06-02T09:00:00Z"
[report."ar.txt"]
outlet = "Ligue des Quais"
published = "2021-06-02T10:00:00Z"
-- fr.txt --
Communiqué n° 8

Le 1er juin, à 22 heures, les dockers de Port-Selmane ont quitté le quai 14 avec leurs 36 grues. Le directeur Karim Boudlal avait promis 120 emplois et n'en a créé que 17.

Samir Tazrout, blessé au bras, est soigné à Oued Marsal. La Ligue exige que les 53 renvoyés soient repris avant le 30 juin.
-- ar.txt --
البيان رقم ٨، ترجمة عن الأصل الفرنسي

في الأول من يونيو، في الساعة ٢٢، غادر عمال ميناء بور سلمان الرصيف ١٤ مع رافعاتهم وعددها ٣٦. وكان المدير كريم بودلال قد وعد بـ ١٢٠ وظيفة ولم يوفر إلا ١٧.

وأصيب سمير تازروت في ذراعه ويعالج في واد مرسال. وتطالب الرابطة بإعادة ٥٣ مفصولاً قبل ٣٠ يونيو.
-- en.html --
<html lang="en"><head><title>Message no. 8</title><meta property="og:site_name" content="Quay Watch"><meta property="article:published_time" content="2021-06-02T15:00:00Z"></head><body><article><h1>Message no. 8</h1>
<p>The League of the Quays (Ligue des Quais) circulated the following message in French this morning.</p>
<p>“On 1 June, at 22 hours, the dockers of Port Selmane left quay 14 with their 36 cranes. The director, Karim Boudlal, had promised 120 jobs and has made 17.</p>
<p>“Samir Tazrout, hurt in the arm, is being treated at Oued Marsal. The League demands that the 53 who were dismissed be taken back before 30 June.”</p></article></body></html>
`

// A translation into a third language says what the English one renders, and
// counts with the original, whose words no query in English shares.
func TestThirdLanguage(t *testing.T) {
	d := newDesk(t)
	for _, f := range txtar.Parse([]byte(leagueOnQuays)).Files {
		if f.Name == "outlets.toml" {
			table, err := intake.ParseOutlets(f.Name, f.Data)
			d.check(err)
			d.check(d.db.PutOutlets(d.Context(), table))
			continue
		}
		d.read(file{f.Name, f.Data})
	}
	d.derive()
	tracer, err := trace.New(d.db)
	d.check(err)
	answer, err := tracer.Trace(d.Context(), "the dockers of Port Selmane left quay 14 with their cranes")
	d.check(err)
	var paths []string
	for _, a := range answer.Asserts {
		paths = append(paths, a.Path)
		for i, hop := range a.Chain[1:] {
			if hop.Name == a.Chain[i].Name {
				t.Errorf("%s: %s stands behind itself", a.Path, hop.Name)
			}
		}
	}
	slices.Sort(paths)
	if got := strings.Join(paths, " "); got != "ar.txt en.html fr.txt" {
		t.Errorf("asserted by %q", got)
	}
	if answer.Ladder.Origins.High != 1 {
		t.Errorf("%d origins", answer.Ladder.Origins.High)
	}
}
