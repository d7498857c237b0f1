package intake

import "strings"

// isInstitution tells whether a line is the name of an institution or paper by
// its form: it ends in a word for one ("Vesk Harbour Board") or begins with one
// that its matter follows ("Ministry of Salt"). A headline has neither.
func isInstitution(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 8 || !isHeadline(s) || strings.ContainsAny(s, "?!:") {
		return false
	}
	if isUncased(words[0]) {
		return len(words) <= 5 && isInstitutionWord(words[0])
	}
	for _, w := range words {
		if !startsUpper(w) && !isSmallWord(w) && w != "&" && w != "et" {
			return false
		}
	}
	if strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	return isInstitutionWord(words[len(words)-1]) || len(words) > 2 && isInstitutionWord(words[0]) && isSmallWord(words[1]) && words[1] != "in" && words[1] != "on" && words[1] != "to"
}

func isInstitutionWord(w string) bool {
	switch strings.ToLower(strings.Trim(w, ".,")) {
	case "board", "ministry", "council", "office", "committee", "commission", "union", "company", "ltd", "limited", "inc", "plc", "gmbh", "sons", "university", "college", "school", "institute",
		"agency", "authority", "association", "society", "foundation", "trust", "police", "department", "court", "hospital", "embassy", "bureau", "federation", "network", "group", "partnership",
		"courier", "gazette", "herald", "times", "post", "chronicle", "tribune", "observer", "guardian", "journal", "examiner", "mercury", "telegraph", "press", "news", "bulletin",
		"ministère", "conseil", "mairie", "préfecture", "université", "syndicat", "comité", "tribunal", "ministerio", "consejo", "ayuntamiento", "universidad", "sindicato", "ministerium", "amt", "verband", "verein", "universität", "gewerkschaft",
		"وزارة", "مجلس", "هيئة", "لجنة", "نقابة", "جمعية", "جامعة", "شركة", "مؤسسة", "بلدية", "محافظة", "مكتب", "صحيفة", "جريدة", "وكالة", "اتحاد", "محكمة", "مستشفى":
		return true
	}
	return false
}
