package names

import "strings"

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// Titles stand before a name and belong to no one's name. Those of the first
// three sets tell the gender, and all of them tell that a person follows.
var (
	maleTitles    = wordSet(`mr messrs mister sir lord king prince duke count baron monsieur herr senor signor don sheikh shaikh sheik cheikh father brother fr rabbi imam mullah bishop archbishop cardinal pope hajj hajji haji mullah mulla ayatollah hojatoleslam monsignor maulana padre fray monsenor السيد الاخ الشيخ الدكتور الوزير`)
	femaleTitles  = wordSet(`mrs ms miss madam madame lady queen princess duchess countess baroness dame frau senora signora sister mme mlle sor dona doctora السيده الاخت الدكتوره الوزيره`)
	neutralTitles = wordSet(`dr doctor prof professor mx rev reverend hon president vice premier chancellor minister secretary senator sen representative rep congressman congresswoman governor gov mayor councillor cllr alderman ambassador consul judge justice
		general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl admiral commander inspector superintendent constable detective chief officer commissioner coach chairman chairwoman chairperson director deputy attorney chair marshal brigadier comrade det brig mgr msgr private lance ensign cadet speaker prosecutor registrar coroner sheriff provost dean pastor nurse alderwoman prefect subprefect bailiff rector burgomaster reeve comptroller harbourmaster harbormaster postmaster stationmaster warden plaintiff claimant petitioner appellant respondent defendant complainant applicant canon vicar abbot abbess deacon archdeacon curate chaplain commodore trooper magistrate notary headmaster headmistress warrant comandante commandant kommandant capitan capitaine kapitan coronel oberst teniente sargento pfarrer docteur professeur profesor
		رئيس الرئيس وزير النائب القاضي العقيد اللواء الاستاذ استاذ`)
)

// givenTitles stand before a given name: Father Anselm, Sister Agnes.
var givenTitles = wordSet(`father brother sister fr sir dame king queen prince princess pope don dona padre fray sor sheikh shaikh sheik cheikh
	imam mullah mulla ayatollah hajj hajji haji الشيخ`)

// smallTitles are written in small letters before a name in other languages: "el
// padre Anselmo", "le capitaine Roux".
var smallTitles = wordSet(`padre fray sor don dona monsenor comandante commandant capitan capitaine coronel colonel teniente sargento general
	doctor doctora docteur profesor professeur abbe`)

// isTitle tells whether a folded word is a title.
func isTitle(w string) bool {
	return maleTitles[w] || femaleTitles[w] || neutralTitles[w]
}

// gender is what is known of a person's grammatical gender.
type gender uint8

const (
	unknownGender gender = iota
	male
	female
)

// titleGender is the gender that a folded title tells.
func titleGender(w string) gender {
	switch {
	case maleTitles[w]:
		return male
	case femaleTitles[w]:
		return female
	}
	return unknownGender
}
