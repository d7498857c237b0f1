package text

// StopWord tells whether word, in any case, is a function word: an article,
// pronoun, preposition, conjunction, auxiliary or particle of English or
// Arabic, or one of the articles and prepositions of French, Spanish and
// German that mean nothing else in English.
func StopWord(word string) bool {
	switch Fold(word) {
	case "a", "an", "the", "this", "that", "these", "those", "such", "some", "any", "each", "every", "either", "neither",
		"both", "all", "other", "another", "same", "own", "which", "what", "whose", "who", "whom", "whatever", "whoever",
		"i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself", "he", "him", "his", "himself",
		"she", "her", "hers", "herself", "it", "its", "itself", "we", "us", "our", "ours", "ourselves",
		"they", "them", "their", "theirs", "themselves", "one", "there", "here",
		"of", "in", "on", "at", "by", "for", "with", "from", "to", "into", "onto", "upon", "about", "over", "under", "after",
		"before", "between", "among", "through", "during", "against", "within", "without", "off", "out", "up", "down", "as",
		"than", "per", "via", "since", "until", "till", "toward", "towards", "around", "along", "across", "behind", "near",
		"and", "or", "but", "nor", "so", "yet", "if", "then", "else", "because", "while", "when", "where", "why", "how",
		"whether", "although", "though", "unless",
		"be", "am", "is", "are", "was", "were", "been", "being", "do", "does", "did", "done", "doing", "have", "has", "had",
		"having", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought", "let",
		"'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "'", "ca", "wo",
		"not", "no", "also", "too", "very", "just", "only", "even", "still", "again", "now", "more", "most", "less", "least",
		"much", "many", "few", "rather", "quite", "ever", "never", "however", "therefore":
		return true
	case "من", "في", "الي", "علي", "عن", "مع", "ان", "او", "و", "ف", "ب", "ل", "لا", "ما", "لم", "لن", "قد", "هذا", "هذه",
		"ذلك", "تلك", "التي", "الذي", "الذين", "هو", "هي", "هم", "كان", "كانت", "يكون", "ثم", "كل", "بعد", "قبل", "بين", "حتي",
		"عند", "اذا", "لكن", "كما", "انه", "انها", "يا", "اي", "نحن", "انا", "انت":
		return true
	case "le", "la", "les", "des", "du", "et", "une", "dans", "pour", "avec", "el", "los", "las", "y", "del", "der", "das",
		"und", "ein", "eine", "mit", "von", "zu", "im", "den", "dem":
		return true
	}
	return false
}
