package importtest

// layer says what one package may import of this module, "root" for its
// root, besides the standard library and libraries of others.
type layer struct {
	pkg  string // below internal/, or "root" or "cmd/hearsay"
	may  []string
	pure bool
	// but is what a pure package may use all the same, and why.
	but map[string]string
}

// layers is the order of the module: a package imports only packages above it.
var layers = []layer{
	{pkg: "root", pure: true},

	{pkg: "linear", pure: true},
	{pkg: "text", may: []string{"root"}, pure: true},
	{pkg: "intake", may: []string{"root", "text"}, pure: true,
		but: map[string]string{"os": "opens the files and folders that it is told to read"}},
	{pkg: "syntax", may: []string{"root", "text"}, pure: true,
		but: map[string]string{"os": "the trainer reads treebanks"}},
	{pkg: "attribution", may: []string{"root", "linear", "text", "syntax"}, pure: true},
	{pkg: "names", may: []string{"root", "linear", "text", "syntax"}, pure: true},
	{pkg: "corpus", may: []string{"root", "text", "attribution", "names"}},
	{pkg: "annotation", may: []string{"root", "text", "corpus"}},
	{pkg: "reuse", may: []string{"root", "text"}, pure: true},
	{pkg: "claims", may: []string{"root", "text", "syntax", "names"}, pure: true},
	{pkg: "standing", may: []string{"root"}, pure: true},
	{pkg: "query", may: []string{"root"}, pure: true},
	{pkg: "press", may: []string{"root"}, pure: true},
	{pkg: "layered", pure: true},

	{pkg: "store", may: []string{"root", "query"}},

	{pkg: "fetch", may: []string{"root"}},
	{pkg: "pipeline", may: []string{"root", "text", "intake", "syntax", "attribution", "names", "reuse", "claims", "standing", "query", "press", "store", "fetch"}},
	{pkg: "trace", may: []string{"root", "text", "syntax", "names", "claims", "standing", "store"}},
	{pkg: "search", may: []string{"root", "text", "names", "query", "store"}},
	{pkg: "export", may: []string{"root", "store"}},
	{pkg: "gold", may: []string{"root", "names", "standing", "trace"}},

	{pkg: "web", may: []string{"root", "standing", "query", "layered", "store", "trace", "search", "export", "pipeline"}},
	{pkg: "api", may: []string{"root", "query", "store", "search", "export", "pipeline"}},
	{pkg: "cli", may: []string{"root", "text", "intake", "syntax", "attribution", "corpus", "annotation", "names", "reuse", "claims", "standing", "query",
		"store", "fetch", "pipeline", "trace", "search", "export", "gold", "web", "api"}},
	{pkg: "cmd/hearsay", may: []string{"cli"}},
	{pkg: "corpus/tool", may: []string{"corpus"}},
}

// impure are standard packages that a pure package must not import; what lies
// below one of them is meant too, but for its exceptions.
var impure = []string{"os", "net", "database/sql", "log", "syscall", "plugin", "runtime/debug", "math/rand", "testing"}

// harmless lie below an impure one and do no work outside the process.
var harmless = []string{"net/url", "net/mail", "net/netip", "net/textproto", "math/rand/v2"}

// clocks are the names of package time that read or wait on the clock.
var clocks = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}
