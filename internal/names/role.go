package names

import "strings"

// roleHead is the noun that says what a description makes of a person:
// "chief football writer" is a writer, "the League's spokeswoman" a
// spokeswoman, "who leads the union" a leader. "" if there is none.
func roleHead(description string) string {
	words := strings.Fields(Fold(description))
	head := ""
	for i, w := range words {
		if i > 0 && roleStop[w] {
			break
		}
		if n, ok := roleVerbs[w]; ok {
			return n
		}
		if n, ok := officeNoun(w); ok {
			head = n
		}
	}
	return head
}

// roleStop ends the noun phrase whose head is the role.
var roleStop = wordSet("of for at in to from with who which that and or on by since whose")

// roleVerbs turn "who leads the union" into the leader.
var roleVerbs = map[string]string{
	"leads": "leader", "led": "leader", "heads": "head", "headed": "head", "chairs": "chair", "chaired": "chair",
	"represents": "agent", "represented": "agent", "coaches": "coach", "coached": "coach", "manages": "manager",
	"presides": "president", "runs": "head", "directs": "director", "edits": "editor", "owns": "owner",
	"founded": "founder", "speaks": "spokesman", "governs": "governor", "commands": "commander",
}

// officeNoun is the even form of a role word: the gender of the office holder
// parts no offices.
func officeNoun(w string) (string, bool) {
	for _, pair := range [][2]string{{"woman", "man"}, {"person", "man"}} {
		if t, ok := strings.CutSuffix(w, pair[0]); ok && len(t) > 3 {
			w = t + pair[1]
		}
	}
	switch w {
	case "chairman":
		return "chair", true
	case "lawyer", "attorney", "solicitor", "barrister":
		return "lawyer", true
	case "representative":
		return "agent", true
	}
	return w, isPersonNoun(w)
}
