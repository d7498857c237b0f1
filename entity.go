package hearsay

// EntityType is the coarse type of an entity.
type EntityType string

const (
	Person       EntityType = "person"
	Organization EntityType = "organization"
	Place        EntityType = "place"
	Other        EntityType = "other"
)

// Entity is a person, organisation, place or other source as one report
// speaks of it.
type Entity struct {
	ID       string     `json:"id"` // "e1", unique in its report
	Name     string     `json:"name"`
	Type     EntityType `json:"type"`
	Mentions []Span     `json:"mentions"`

	// Described is true for a source without a name: "a port official".
	Described bool `json:"described,omitempty"`
	// Plural is true for several taken as one: "two officials", "villagers".
	Plural bool `json:"plural,omitempty"`
	// Names are the distinct full forms that the report uses, without pronouns
	// and bare descriptions: "Abu Qasim al-Bahri", "al-Bahri".
	Names []string `json:"names,omitempty"`
	// Roles are descriptions bound to the entity: "spokeswoman of the League".
	Roles []string `json:"roles,omitempty"`
	// SpeaksFor is the id of the entity for which this one speaks, "" if none:
	// a spokeswoman for her ministry, an agent for her player.
	SpeaksFor string `json:"speaks_for,omitempty"`
	// SpeaksForWhy covers the words that say so.
	SpeaksForWhy Span `json:"speaks_for_why,omitzero"`
}
