package web

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

var update = flag.Bool("update", false, "write the bundled files anew")

// TestBundle: what is embedded is what the sources in front come to.
func TestBundle(t *testing.T) {
	for name, want := range bundled(t) {
		path := filepath.Join("static", name)
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s is not what front holds: go test ./internal/web -run Bundle -update", path)
		}
	}
}

// bundled are the files that pages load, by name.
func bundled(t *testing.T) map[string][]byte {
	t.Helper()
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{"front/desk.css", "front/desk.js"},
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		Outdir:            "static",
		Charset:           api.CharsetUTF8,
	})
	for _, m := range append(result.Errors, result.Warnings...) {
		t.Errorf("esbuild: %s", m.Text)
	}
	files := map[string][]byte{}
	for _, f := range result.OutputFiles {
		files[filepath.Base(f.Path)] = f.Contents
	}
	icon, err := os.ReadFile("front/icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	files["icon.svg"] = icon
	return files
}
