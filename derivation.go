package hearsay

// DerivationKind says how a report takes its text from another.
type DerivationKind string

const (
	Copy        DerivationKind = "copy"
	Excerpt     DerivationKind = "excerpt"
	Rewrite     DerivationKind = "rewrite"
	Translation DerivationKind = "translation"
	Forward     DerivationKind = "forward"
	Reply       DerivationKind = "reply"
)

// Derivation says that report To takes its text from report From.
type Derivation struct {
	From    string         `json:"from"` // report id
	To      string         `json:"to"`
	Kind    DerivationKind `json:"kind"`
	Overlap float64        `json:"overlap"` // share of To's 5-word shingles found in From, 0 to 1
	Why     []string       `json:"why,omitempty"`
	Aligned []Aligned      `json:"-"` // passages that correspond, in the order of To
}

// Aligned is a passage of From and the passage of To that repeats it.
type Aligned struct {
	From Span `json:"from"`
	To   Span `json:"to"`
}

// DriftClass says what happened to a word of a quotation on its way.
type DriftClass string

const (
	Truncated       DriftClass = "truncated"
	Inserted        DriftClass = "inserted"
	HedgeDropped    DriftClass = "hedge-dropped"
	HedgeAdded      DriftClass = "hedge-added"
	NegationChanged DriftClass = "negation-changed"
	NumberChanged   DriftClass = "number-changed"
	NameChanged     DriftClass = "name-changed"
	TenseChanged    DriftClass = "tense-changed"
	WordingChanged  DriftClass = "wording-changed"
	Respelled       DriftClass = "respelled"
	Translated      DriftClass = "translation"
)

// Drift is one difference between a quotation and the earliest fullest
// variant of the same utterance.
type Drift struct {
	Report   string     `json:"report"` // id of the report that changed it
	Path     string     `json:"path"`
	Base     string     `json:"base"` // id of the report with the base variant
	Class    DriftClass `json:"class"`
	Was      string     `json:"was"`
	Is       string     `json:"is"`
	Span     Span       `json:"span,omitzero"`      // of Is in Report (of the whole quotation if Is is empty)
	BaseSpan Span       `json:"base_span,omitzero"` // of Was in Base
}
