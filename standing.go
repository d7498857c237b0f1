package hearsay

// End is what a chain ends with.
type End string

const (
	EndNamed        End = "named"
	EndDescribed    End = "described"
	EndUnattributed End = "unattributed"
	EndCircular     End = "circular"
)

// Hop is one hand in a chain with its role.
type Hop struct {
	Name   string `json:"name"`
	Role   Role   `json:"role"`
	Medium string `json:"medium,omitempty"`
	Span   Span   `json:"span,omitzero"`    // where the report names the hand
	Report string `json:"report,omitempty"` // that report, where the chain began in another
	Entity string `json:"entity,omitempty"` // entity id: in the report, or across reports once linked
}

// Chain is the hops of one statement, the outlet first, the end last.
type Chain []Hop

// Statement is one thing that a report says, attributed or not, with the
// chain as far as the report itself tells it.
type Statement struct {
	Report  string `json:"report"`
	Seq     int    `json:"seq"` // position among the statements of its report, from 0
	Content []Span `json:"content"`
	Stance  Stance `json:"stance"`
	Hedged  bool   `json:"hedged"`
	Speaker string `json:"speaker"` // entity id; "" if nobody is named or described
	Chain   Chain  `json:"chain"`
	End     End    `json:"end"`
	Attr    string `json:"attr,omitempty"`   // innermost attribution; "" for the outlet's own voice
	Direct  bool   `json:"direct,omitempty"` // word for word, between quotation marks
	Kind    Kind   `json:"kind,omitempty"`   // of that attribution
}

// Interval is how many independent origins a claim can have: at least Low, at
// most High.
type Interval struct {
	Low  int `json:"low"`
	High int `json:"high"`
}

// Ladder counts the reports that assert a claim at growing distance.
type Ladder struct {
	Reports  int      `json:"reports"`
	Texts    int      `json:"texts"`
	Outlets  int      `json:"outlets"`
	Families int      `json:"families"`
	Origins  Interval `json:"origins"`
}
