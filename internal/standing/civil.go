package standing

import "strings"

// civil tells words that greet, thank or close and state nothing: "Dear
// editors,", "Good morning.", "Yours faithfully,".
func civil(s string) bool {
	body := strings.ToLower(strings.Trim(s, " \t\r\n“”\"'’‘*_"))
	if strings.HasPrefix(body, "dear ") && len(strings.Fields(body)) <= 6 && strings.HasSuffix(body, ",") {
		return true
	}
	words := strings.Fields(strings.TrimRight(body, ".,!:;"))
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	switch strings.Join(words[:min(2, len(words))], " ") {
	case "good morning", "good evening", "good afternoon", "good day", "good night", "thank you", "many thanks", "hello everyone", "hello all", "hi all", "hi everyone",
		"yours sincerely", "yours faithfully", "yours truly", "kind regards", "best regards", "best wishes", "warm regards", "with thanks":
		return !strings.Contains(strings.Join(words, " "), " is ") && len(words) <= 4
	}
	return false
}
