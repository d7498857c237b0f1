package syntax

// Relation is how a word hangs on its head, after Universal Dependencies.
// Besides the universal relations there are the subtypes that tell who acts
// from who is acted on, and those that change what a phrase means.
type Relation uint8

// The relations; RelationNone is that of a word without a tree.
const (
	RelationNone Relation = iota
	Acl
	AclRelative
	Advcl
	Advmod
	Amod
	Appos
	Aux
	AuxPassive
	Case
	Cc
	Ccomp
	Compound
	CompoundParticle
	Conj
	Cop
	Csubj
	Dep
	Det
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodPossessive
	Nsubj
	NsubjPassive
	Nummod
	Obj
	Obl
	OblAgent
	Orphan
	Parataxis
	Punct
	Reparandum
	Root
	Vocative
	Xcomp
)

const relationCount = int(Xcomp) // RelationNone not counted

// relationNames are the names of Universal Dependencies, by Relation.
var relationNames = [...]string{"_", "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
	"ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat",
	"goeswith", "iobj", "list", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "orphan",
	"parataxis", "punct", "reparandum", "root", "vocative", "xcomp"}

// String is the name of the relation in Universal Dependencies, "_" for none.
func (r Relation) String() string {
	if int(r) < len(relationNames) {
		return relationNames[r]
	}
	return "_"
}

// Universal is the relation without its subtype.
func (r Relation) Universal() Relation {
	switch r {
	case AclRelative:
		return Acl
	case AuxPassive:
		return Aux
	case CompoundParticle:
		return Compound
	case NmodPossessive:
		return Nmod
	case NsubjPassive:
		return Nsubj
	case OblAgent:
		return Obl
	}
	return r
}

// relationOf is the relation with this name; subtypes that have no constant
// are left off.
func relationOf(name string) (Relation, bool) {
	universal := RelationNone
	for r := Acl; r <= Xcomp; r++ {
		s := r.String()
		if s == name {
			return r, true
		}
		if len(name) > len(s) && name[:len(s)] == s && name[len(s)] == ':' {
			universal = r
		}
	}
	return universal, universal != RelationNone
}
