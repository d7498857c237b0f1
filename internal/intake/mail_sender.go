package intake

import (
	"cmp"
	netmail "net/mail"
	"strings"
)

// publisher is who sends: the display name, for a machine's address the name
// of its list, else the address. A person or a desk may send what a newsletter
// or an institution publishes; then the name that the body bears above or
// below its text counts, if it is the sender's.
func (m *message) publisher(body string) string {
	name, address := m.sender()
	_, host, _ := strings.Cut(strings.ToLower(address), "@")
	list := listName(m.header("List-Id"))
	if i := strings.LastIndex(strings.ToLower(name), " via "); i > 0 {
		name = name[:i]
	}
	name = ofHouse(name, host)
	switch {
	case strings.Contains(name, "@"):
		name = ""
	case isRobot(name):
		return cmp.Or(list, nameInBody(body, host), name)
	case isDeskAlone(name):
		return cmp.Or(m.header("Organization"), nameInBody(body, host), institutionBelow(body), name)
	case looksLikePerson(name):
		if list != "" && m.ownList(address) && inMailHost(list, host) {
			return list
		}
		return cmp.Or(nameInBody(body, host), name)
	}
	if name == "" && list != "" && m.ownList(address) {
		return list
	}
	return cmp.Or(name, address, list)
}

// ofHouse is the publisher in a display name that names a person and the
// publisher: "Leo Brunner, Ardent Slate", "Jo at The Patch", "Ada (Weir News)".
func ofHouse(name, host string) string {
	if whole, ok := strings.CutSuffix(name, ")"); ok {
		if person, house, ok := strings.Cut(whole, " ("); ok && (inMailHost(house, host) || looksLikePerson(person) && len(strings.Fields(house)) > 1) {
			return house
		}
	}
	if inMailHost(name, host) {
		return name
	}
	for _, sep := range []string{" at ", " from ", " @ ", " | ", " – ", " — ", " - ", ", "} {
		person, house, ok := strings.Cut(name, sep)
		one := len(strings.Fields(person)) == 1 && !isTitleNoun(person) || looksLikePerson(person)
		switch {
		case !ok || !startsUpper(house):
		case one && inMailHost(house, host), looksLikePerson(person) && len(strings.Fields(house)) > 1 && !isOffice(house) && !isDesk(house):
			return house
		case inMailHost(person, host) && sep != " at " && sep != " from ":
			return person
		}
	}
	return name
}

// isTitleNoun tells whether a word before "from" or "at" belongs to a title,
// as in News from Nant, and is nobody's first name.
func isTitleNoun(w string) bool {
	switch strings.ToLower(w) {
	case "news", "letters", "letter", "notes", "dispatches", "greetings", "voices", "views", "stories", "updates", "reports", "postcards", "live", "life", "home":
		return true
	}
	return false
}

// inMailHost tells whether the domain of an address is made of the name; a
// sending service's subdomain may stand before it.
func inMailHost(name, host string) bool {
	for host != "" {
		if inHost(name, host) {
			return true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return false
}

// nameInBody is the first line of a body if it is the name of the address
// that sent it.
func nameInBody(body, host string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(body), "\n")
	first = strings.TrimSpace(first)
	if n := len(strings.Fields(first)); n == 0 || n > 8 || !inMailHost(first, host) && !beginsAsHost(first, host) {
		return ""
	}
	return publicationName(first)
}

// beginsAsHost tells whether an address bears the first words of a name:
// Ellory Grain & Feed writes from ellorygrain.example.
func beginsAsHost(name, host string) bool {
	host, _, _ = strings.Cut(host, ".")
	words := strings.Fields(name)
	for n := 2; n < len(words); n++ {
		if foldLetters(strings.Join(words[:n], "")) == foldLetters(host) {
			return true
		}
	}
	return false
}

// isDeskAlone tells whether a name is a desk without the institution whose
// desk it is.
func isDeskAlone(name string) bool {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "press", "media", "press and media", "editor", "the editor", "editors", "editorial", "news", "press team", "office":
		return true
	}
	return isDesk(name) && len(strings.Fields(name)) <= 3 && !containsAny(strings.ToLower(name), " of ", "'s ", "’s ")
}

// institutionBelow is the line next to the desk in the signature of a mail:
// "Press Directorate / Ministry of Defence", "Press Office, Free League".
func institutionBelow(body string) string {
	lines := linesOf(body)
	for i := max(0, len(lines)-6); i < len(lines); i++ {
		s := lines[i].text
		if !isDesk(s) || lines[i].words > 10 || endsSentence(s) {
			continue
		}
		desk, house, ok := strings.Cut(s, ", ")
		switch {
		case ok && isDesk(desk) && startsUpper(house):
			house, _, _ = strings.Cut(house, ", ")
			return house
		case i+1 < len(lines) && !lines[i+1].first && isNameLike(lines[i+1].text):
			return lines[i+1].text
		}
	}
	return ""
}

// ownList tells whether the list of the mail is the sender's own, such as a
// newsletter, and not one on which the sender takes part.
func (m *message) ownList(address string) bool {
	_, host, _ := strings.Cut(strings.ToLower(address), "@")
	_, list, _ := strings.Cut(strings.ToLower(m.header("List-Id")), "<")
	list, _, _ = strings.Cut(list, ">")
	return host == "" || list == host || strings.HasSuffix(list, "."+host)
}

func (m *message) sender() (name, address string) {
	from := m.header("From")
	if from == "" {
		from = m.header("Sender")
	}
	if a, err := netmail.ParseAddress(from); err == nil {
		return strings.TrimSpace(a.Name), a.Address
	}
	name, rest, _ := strings.Cut(from, "<")
	address, _, _ = strings.Cut(rest, ">")
	return strings.Trim(name, "\"' "), strings.TrimSpace(address)
}

// listName is the phrase of a List-Id: Harbour Letter <letter.harbour.example>.
func listName(id string) string {
	phrase, _, ok := strings.Cut(id, "<")
	if !ok {
		return ""
	}
	return strings.Trim(phrase, "\"' ")
}

// isRobot tells whether a display name is one that no publisher has.
func isRobot(name string) bool {
	switch foldLetters(name) {
	case "noreply", "donotreply", "newsletter", "newsletters", "info", "mailer", "notifications", "notification", "listserv":
		return true
	}
	return false
}
