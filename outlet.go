package hearsay

// Outlet is who publishes: a publication, a channel, an account. An Outlet
// without an Owner is its own family.
type Outlet struct {
	Name    string   `json:"name" toml:"-"`
	Owner   string   `json:"owner,omitempty" toml:"owner"`
	Aliases []string `json:"aliases,omitempty" toml:"aliases"`
	Domain  string   `json:"domain,omitempty" toml:"domain"`
}

// Family is the owner, or the outlet itself where no owner is known.
func (o Outlet) Family() string {
	if o.Owner != "" {
		return o.Owner
	}
	return o.Name
}

// Setting is what a person says of a report that does not say it itself.
type Setting struct {
	Outlet    string `json:"outlet,omitempty" toml:"outlet"`
	Published string `json:"published,omitempty" toml:"published"`
}

// OutletTable is the content of an outlets.toml.
type OutletTable struct {
	Outlets map[string]Outlet  `toml:"outlet"`
	Reports map[string]Setting `toml:"report"`
}
