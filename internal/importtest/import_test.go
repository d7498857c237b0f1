package importtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "hearsay"

// root is the folder of the module.
const root = "../.."

// testOnly are imported by tests only and are no layer.
var testOnly = []string{"testutil", "storetest", "importtest", "racetest", "recount"}

func TestLayers(t *testing.T) {
	for pkg, files := range sources(t) {
		if slices.Contains(testOnly, pkg) {
			continue
		}
		i := slices.IndexFunc(layers, func(l layer) bool { return l.pkg == pkg })
		if i < 0 {
			t.Errorf("package %s stands in no layer: add it to layers_test.go and docs/architecture.md", pkg)
			continue
		}
		for _, f := range files {
			checkImports(t, layers[i], f)
			if layers[i].pure {
				checkPure(t, layers[i], f)
			}
		}
	}
}

// TestOrder: the table itself has no circle; each line names only lines above.
func TestOrder(t *testing.T) {
	var above []string
	for _, l := range layers {
		for _, m := range l.may {
			if !slices.Contains(above, m) {
				t.Errorf("%s may import %s, which does not stand above it", l.pkg, m)
			}
		}
		above = append(above, l.pkg)
	}
}

// file is one source file that is no test.
type file struct {
	name string
	set  *token.FileSet
	ast  *ast.File
}

func (f file) at(n ast.Node) string { return f.set.Position(n.Pos()).String() }

// sources are the files of each package of the module.
func sources(t *testing.T) map[string][]file {
	t.Helper()
	all := map[string][]file{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") || nested(name) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg := packageOf(name)
		all[pkg] = append(all[pkg], file{name, set, parsed})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// nested tells a folder that is a module of its own.
func nested(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return dir != root && err == nil
}

func packageOf(name string) string {
	dir, _ := filepath.Rel(root, filepath.Dir(name))
	dir = filepath.ToSlash(dir)
	if dir == "." {
		return "root"
	}
	return strings.TrimPrefix(dir, "internal/")
}

func imports(f file) map[string]ast.Node {
	list := map[string]ast.Node{}
	for _, spec := range f.ast.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		list[name] = spec
	}
	return list
}

func checkImports(t *testing.T, l layer, f file) {
	t.Helper()
	for name, at := range imports(f) {
		pkg, ok := ours(name)
		if ok && !slices.Contains(l.may, pkg) {
			t.Errorf("%s: %s must not import %s", f.at(at), l.pkg, pkg)
		}
	}
}

// ours is the package of this module that an import names.
func ours(name string) (string, bool) {
	if name == module {
		return "root", true
	}
	rest, ok := strings.CutPrefix(name, module+"/")
	return strings.TrimPrefix(rest, "internal/"), ok
}

// checkPure finds what a pure package must not do: import what reaches out of
// the process, read the clock, start a goroutine.
func checkPure(t *testing.T, l layer, f file) {
	t.Helper()
	for name, at := range imports(f) {
		if isImpure(name) && l.but[name] == "" {
			t.Errorf("%s: %s is pure and must not import %s", f.at(at), l.pkg, name)
		}
	}
	ast.Inspect(f.ast, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			t.Errorf("%s: %s is pure and must not start a goroutine", f.at(n), l.pkg)
		case *ast.FuncDecl:
			if n.Name.Name == "init" && n.Recv == nil {
				t.Errorf("%s: no package has an init", f.at(n))
			}
		case *ast.SelectorExpr:
			checkSelector(t, l, f, n)
		}
		return true
	})
}

func checkSelector(t *testing.T, l layer, f file, n *ast.SelectorExpr) {
	t.Helper()
	x, ok := n.X.(*ast.Ident)
	switch {
	case !ok:
	case x.Name == "time" && slices.Contains(clocks, n.Sel.Name):
		t.Errorf("%s: %s is pure and must not use time.%s", f.at(n), l.pkg, n.Sel.Name)
	case x.Name == "sync" && n.Sel.Name == "WaitGroup":
		t.Errorf("%s: %s is pure and must not run goroutines", f.at(n), l.pkg)
	}
}

func isImpure(name string) bool {
	if slices.Contains(harmless, name) {
		return false
	}
	for ; name != "."; name = path.Dir(name) {
		if slices.Contains(impure, name) {
			return true
		}
	}
	return false
}
