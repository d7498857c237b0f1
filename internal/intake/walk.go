package intake

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hearsay"
)

// Walk yields an Input for a file, for every file below a folder in the order
// of their names, or for stdin if path is "-". Together with the bytes it is
// the only part of intake that touches the file system: Read takes what Walk
// yields, or anything else.
//
// Hidden files, outlets.toml and the folder of pictures and scripts that a
// browser saves beside a page are skipped. A symbolic link is followed unless
// it leads to a folder already visited. What cannot be opened is yielded as an
// error, and the walk goes on; yield returns false to stop it.
func Walk(path string, stdin io.Reader, yield func(Input, error) bool) {
	if path == "-" {
		yield(Input{Path: "-", Open: func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }}, nil)
		return
	}
	w := treeWalk{yield: yield, visited: map[string]bool{}}
	w.visit(path, "")
}

type treeWalk struct {
	yield   func(Input, error) bool
	visited map[string]bool // folders, by their path without links
}

// visit walks path; beside is the name of a neighbour that path may be the
// furniture of. It returns false when the walk is to stop.
func (w *treeWalk) visit(path, beside string) bool {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return w.yield(Input{Path: path}, cannotOpen(path, err))
	case info.IsDir():
		if beside != "" {
			return true
		}
		return w.folder(path)
	case !info.Mode().IsRegular():
		return w.yield(Input{Path: path}, hearsay.Errorf(hearsay.CodeUnreadable, path, "is a device or a pipe, not a file").
			Do("read it through standard input: hearsay read -"))
	}
	return w.yield(Input{
		Path:    filepath.ToSlash(path),
		ModTime: info.ModTime(),
		Size:    info.Size(),
		Open:    func() (io.ReadCloser, error) { return openFile(path) },
	}, nil)
}

func (w *treeWalk) folder(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return w.yield(Input{Path: path}, cannotOpen(path, err))
	}
	if w.visited[real] {
		return true
	}
	w.visited[real] = true
	entries, err := os.ReadDir(path)
	if err != nil && !w.yield(Input{Path: path}, cannotOpen(path, err)) {
		return false
	}
	names := map[string]bool{}
	for _, e := range entries {
		names[e.Name()] = true
	}
	for _, e := range entries {
		if skippedName(e.Name()) {
			continue
		}
		if !w.visit(filepath.Join(path, e.Name()), savedWith(names, e.Name())) {
			return false
		}
	}
	return true
}

func openFile(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	return f, nil
}

// savedWith names the page that a browser saved together with the folder
// name: "page.html" for "page_files".
func savedWith(names map[string]bool, name string) string {
	for _, suffix := range []string{"_files", "-Dateien", "_fichiers", "_archivos", "_bestanden", ".files"} {
		base, ok := strings.CutSuffix(name, suffix)
		if !ok {
			continue
		}
		for _, ext := range []string{".html", ".htm", ".xhtml"} {
			if names[base+ext] {
				return base + ext
			}
		}
	}
	return ""
}

// skippedName tells whether a file or archive member is no report by its
// name: hidden, the resource forks that a Mac packs, or our own settings.
func skippedName(name string) bool {
	for part := range strings.SplitSeq(filepath.ToSlash(name), "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	base := name[strings.LastIndexByte(name, '/')+1:]
	return base == "outlets.toml" || base == "Thumbs.db" || base == "desktop.ini"
}

func cannotOpen(path string, err error) error {
	e := &hearsay.Error{Code: hearsay.CodeUnreadable, Path: path, Err: err}
	switch {
	case os.IsNotExist(err):
		e.Code, e.Reason, e.Remedy = hearsay.CodeNotFound, "there is no such file or folder", "check the path"
	case os.IsPermission(err):
		e.Reason, e.Remedy = "may not be read by you", "ask for permission, or change it with chmod"
	default:
		e.Reason, e.Remedy = "cannot be opened: "+baseError(err), "check the path and the disk"
	}
	return e
}

// baseError is err without the path that the file system put before it.
func baseError(err error) string {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err.Error()
	}
	return err.Error()
}
