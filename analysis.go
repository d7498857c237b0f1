package hearsay

// Genre says in whose voice the unattributed sentences of a report are.
type Genre string

const (
	GenreArticle    Genre = "article"    // journalism: the outlet's own voice vouches for nothing
	GenreStatement  Genre = "statement"  // press release, club statement, a party's own page or post
	GenreLetter     Genre = "letter"     // signed by one person
	GenreTranscript Genre = "transcript" // turns of speakers
)

// OwnVoice tells whether the publisher itself vouches for what the report
// says without naming anybody.
func (g Genre) OwnVoice() bool { return g == GenreStatement }

// Analysis is everything that was found in one report by itself.
type Analysis struct {
	Genre        Genre         `json:"genre"`
	Attributions []Attribution `json:"attributions"`
	Entities     []Entity      `json:"entities"`
	Credits      []Credit      `json:"credits,omitempty"`
	Statements   []Statement   `json:"statements"`
	Drafts       []string      `json:"drafts"` // what each statement says, as claims.Draft prints it
}

// Entity is the entity with this local id, nil if there is none.
func (a *Analysis) Entity(id string) *Entity {
	for i := range a.Entities {
		if a.Entities[i].ID == id {
			return &a.Entities[i]
		}
	}
	return nil
}

// Identity is one person, organisation, place or other source across the
// reports of a case.
type Identity struct {
	ID        string     `json:"id"` // "e" and a content hash
	Name      string     `json:"name"`
	Type      EntityType `json:"type"`
	Spellings []string   `json:"spellings"`
	Reasons   []string   `json:"reasons,omitempty"` // why its spellings were joined
	Doubts    []NameJoin `json:"doubts,omitempty"`  // the joins that a person should look at
}

// NameJoin is a decision that two names are one.
type NameJoin struct {
	A       string   `json:"a"`
	B       string   `json:"b"`
	Score   float64  `json:"score"` // 0 to 1: how sure
	Reasons []string `json:"reasons"`
}
