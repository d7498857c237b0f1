package pipeline

import (
	"strings"

	"hearsay/internal/names"
)

// An outlet's name mostly says what it is: a paper, or a party that publishes
// in its own cause.

// pressWords stand in the names of papers, stations and agencies.
var pressWords = wordSet(`news newspaper press times post herald gazette tribune courier chronicle journal telegraph mirror review
	digest radio tv television fm am weekly daily monthly monitor observer bulletin magazine wire newswire mail express echo argus ledger
	record recorder sentinel star sun globe notes diary blog dispatch examiner inquirer independent guardian standard reporter register
	advertiser messenger banner beacon lantern bugle broadcasting broadcaster channel media podcast newsletter zeitung presse correo diario
	kurier nachrichten journal rundschau gazeta novosti`)

// paperNames are the press words that are about something else before the word
// for a body: the "Border Observer Mission" is no paper.
var paperNames = wordSet(`observer record star sun globe guardian standard mirror express post independent register mail echo lantern beacon sentinel mercury citizen pioneer outlook spectator advocate monitor watch`)

// partyWords stand in the names of institutions, companies and groups.
var partyWords = wordSet(`ministry department police authority commission council committee union league federation association
	society university college school institute hospital clinic company corporation limited ltd inc plc gmbh asa ag llc airlines airline
	airways party coalition movement brigades brigade army forces coastguard navy court prosecutor prosecutor's foundation embassy
	government governorate municipality parliament club athletic minerals mining foods dairies dairy railways railway ferries airport
	secretariat church holdings guild prefecture mairie comune ayuntamiento directorate inspectorate ombudsman laboratory laboratories shipping cooperative`)

// partyEnds do so only as the last word: a "Service" is one, "Service Charge"
// is none.
var partyEnds = wordSet(`office service services agency network mission campaign guard front air energy power light water electric port
	group works lines theatre museum orchestra fund`)

// advocacyWords stand in the names of groups that speak for a cause, whatever
// else they are called: "Lantern Rights Monitor".
var advocacyWords = wordSet(`rights relief aid humanitarian refugee refugees prisoners solidarity amnesty abolition conservation`)

// storyWords are what papers and stations publish.
var storyWords = wordSet(`report reports article articles story stories item piece interview column editorial broadcast programme account
	investigation post dispatch`)

// ownPapers are what an outlet of any kind gives out in its own name.
var ownPapers = wordSet(`report article story item piece column editorial broadcast programme account post dispatch note bulletin briefing
	newsletter statement release notice survey study analysis`)

// articles stand before a description.
var articles = wordSet("a an the one")

// hasWord tells whether one of the words of a text is in the set.
func hasWord(s string, set map[string]bool) bool {
	for _, w := range strings.Fields(names.Fold(s)) {
		if set[w] {
			return true
		}
	}
	return false
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// bodyOf is the institution whose press office an outlet is, "" if it is none:
// "Tarn Town Council Press Office" speaks for "Tarn Town Council".
func bodyOf(outlet string) string {
	fold := strings.ToLower(outlet)
	for _, office := range []string{" press office", " media office", " press service", " news desk", " spokesperson", " spokesman",
		" spokeswoman", " communications office", " press department", " newsroom"} {
		if strings.HasSuffix(fold, office) {
			return strings.TrimSpace(outlet[:len(outlet)-len(office)])
		}
		if rest, ok := strings.CutPrefix(fold, office[1:]+" of "); ok {
			return strings.TrimPrefix(outlet[len(outlet)-len(rest):], "the ")
		}
	}
	return ""
}

// institution tells whether an outlet is a party by its name. "Press Office"
// is one; a paper of the university is none.
func institution(outlet string) bool {
	fold := names.Fold(outlet)
	if strings.Contains(fold, "press office") || strings.Contains(fold, "media office") {
		return true
	}
	party, words := false, strings.Fields(fold)
	for i, w := range words {
		w = strings.Trim(w, ".,&'")
		if advocacyWords[w] {
			return true
		}
		if pressWords[w] && !(paperNames[w] && i < len(words)-1 && endsAsParty(words[len(words)-1])) {
			return false
		}
		party = party || partyWords[w] || i > 0 && i == len(words)-1 && partyEnds[w]
	}
	return party
}

func endsAsParty(last string) bool {
	last = strings.Trim(last, ".,&'")
	return partyWords[last] || partyEnds[last]
}

// pressNames ends or begins the names of outlets that the case does not know.
var pressNames = struct{ last, first []string }{
	last: []string{"news", "times", "herald", "gazette", "tribune", "courier", "chronicle", "journal", "telegraph", "radio", "tv",
		"television", "broadcasting", "news agency", "press agency", "wire", "newswire", "newspaper", "magazine", "associated press"},
	first: []string{"radio ", "tv ", "channel ", "agence ", "news agency ", "state television", "state tv", "state radio", "state media",
		"state news agency", "local media", "national radio", "public radio"},
}

// soundsLikePress tells whether an organisation is an outlet by its name.
func soundsLikePress(name string) bool {
	fold := names.Fold(name)
	for _, end := range pressNames.last {
		if strings.HasSuffix(fold, " "+end) {
			return true
		}
	}
	for _, begin := range pressNames.first {
		if strings.HasPrefix(fold, begin) {
			return true
		}
	}
	return false
}
