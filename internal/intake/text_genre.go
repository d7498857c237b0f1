package intake

import "strings"

// isSectionLabel tells whether a line names a section or a kind of article.
func isSectionLabel(s string) bool {
	if isGenre(s) {
		return true
	}
	switch labelOf(s) {
	case "correction", "corrections", "clarification", "opinion", "editorial", "analysis", "letters", "comment", "news",
		"exclusive", "breaking", "breaking news", "sport", "sports", "politics", "business", "world", "local", "local news",
		"update", "live", "feature", "features", "obituary", "obituaries", "review", "interview", "transcript",
		"تصحيح", "رأي", "خبر عاجل", "عاجل", "rectificatif", "corrección", "opinión", "berichtigung", "опровержение":
		return true
	}
	return false
}

// isGenre tells whether a line says what kind of text somebody gives out. It
// never names a publication, however it is set.
func isGenre(s string) bool {
	switch labelOf(s) {
	case "letter", "open letter", "an open letter", "public letter", "letter to the editor", "statement", "public statement", "official statement", "joint statement",
		"press statement", "media statement", "press release", "news release", "media release", "press notice", "media advisory", "for immediate release",
		"statement for immediate release", "memo", "memorandum", "internal memo", "declaration", "affidavit", "testimony", "witness statement", "announcement",
		"notice", "public notice", "communique", "report", "petition", "appeal", "manifesto", "speech", "minutes",
		"رسالة", "رسالة مفتوحة", "بيان", "بيان صحفي", "بيان عام", "بيان مشترك", "بلاغ", "مذكرة", "تصريح", "تصريح صحفي", "شهادة", "إعلان", "نداء", "عريضة", "تقرير",
		"lettre", "lettre ouverte", "déclaration", "communiqué", "communiqué de presse", "note", "note de service", "mémorandum", "témoignage", "tribune", "avis", "pétition",
		"carta", "carta abierta", "declaración", "comunicado", "comunicado de prensa", "nota de prensa", "memorándum", "memorando", "testimonio", "aviso", "manifiesto",
		"brief", "offener brief", "erklärung", "stellungnahme", "presseerklärung", "pressemitteilung", "mitteilung", "vermerk", "aktennotiz", "bekanntmachung", "aufruf":
		return true
	}
	return false
}

func labelOf(s string) string {
	return strings.ToLower(strings.Trim(s, " :.-–—*[]"))
}
