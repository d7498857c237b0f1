package web

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"hearsay/internal/pipeline"
	"hearsay/internal/store"
)

var screens = flag.Bool("screens", false, "write the pictures of docs/screens anew")

// browser is a tab of a real browser that a person would use the desk with.
type browser struct {
	t    testing.TB
	ctx  context.Context
	home string

	mu     sync.Mutex
	faults []string // errors of the console, and requests to other hosts
}

// patient is how long a person waits for a page at most. Under the race
// detector, on a busy machine, it may take a while.
const patient = time.Minute

// browse opens d in a browser. The test is skipped where none is installed,
// unless HEARSAY_REQUIRE is set.
func browse(t testing.TB, d *Desk) *browser {
	t.Helper()
	path := findBrowser()
	if path == "" {
		if os.Getenv("HEARSAY_REQUIRE") != "" {
			t.Fatal("no Chromium is installed")
		}
		t.Skip("no Chromium is installed")
	}
	server := httptest.NewServer(d.Handler())
	t.Cleanup(server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", true),
		chromedp.UserDataDir(t.TempDir()), chromedp.WSURLReadTimeout(patient))
	allocated, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	b := &browser{t: t, ctx: ctx, home: server.URL}
	fatal(t, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)))
	fatal(t, chromedp.Listen(ctx, b.heard))
	for _, on := range []func() error{
		func() error { _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); return err },
		func() error { _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); return err },
	} {
		fatal(t, on())
	}
	return b
}

func findBrowser() string {
	for _, name := range []string{os.Getenv("HEARSAY_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	return ""
}

// heard keeps what must not happen.
func (b *browser) heard(event any) {
	fault := ""
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		fault = "exception: " + e.ExceptionDetails.Text
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			fault = "console: " + e.Entry.Text + " " + e.Entry.URL
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, b.home) && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "about:") {
			fault = "request to " + u
		}
	}
	if fault != "" {
		b.mu.Lock()
		b.faults = append(b.faults, fault)
		b.mu.Unlock()
	}
}

func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patient)
	defer cancel()
	fatal(b.t, chromedp.Do(ctx, actions...))
}

func (b *browser) open(address string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.home + address))
}

// eval is the value of a JavaScript expression.
func eval[T any](b *browser, expression string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patient)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// until waits for the page to come to something.
func (b *browser) until(expression string) {
	b.t.Helper()
	for end := time.Now().Add(patient); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(b.ctx, patient)
		v, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression)) // a page that is just being left fails
		cancel()
		if err == nil && v {
			return
		}
	}
	b.t.Fatalf("it never came to: %s; the page says %.600q", expression, eval[string](b, "document.body.innerText"))
}

// says waits for words on the page.
func (b *browser) says(words string) {
	b.t.Helper()
	b.until(fmt.Sprintf("document.querySelector('main').innerText.includes(%s)", quote(words)))
}

// click presses the link, button or box that is found by a selector and says
// words; "" says anything.
func (b *browser) click(selector, words string) {
	b.t.Helper()
	find := fmt.Sprintf("[...document.querySelectorAll(%s)].find(e => (e.innerText + ' ' + (e.value ?? '')).includes(%s))", quote(selector), quote(words))
	b.until("!!" + find)
	eval[bool](b, find+".click(), true")
}

func quote(s string) string {
	q, _ := json.Marshal(s)
	return string(q)
}

// dropFiles lets files fall on the page.
func (b *browser) dropFiles(paths []string) {
	b.t.Helper()
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		_, err := chromedp.Call(b.ctx, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 200, Y: 300,
			Data: &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}})
		fatal(b.t, err)
	}
}

// dark turns the colours that the person prefers.
func (b *browser) dark(on bool) {
	b.t.Helper()
	value := "light"
	if on {
		value = "dark"
	}
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}}})
	fatal(b.t, err)
}

// clean fails for everything that was heard.
func (b *browser) clean() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.faults {
		b.t.Error(f)
	}
}

// axe is what axe-core finds wrong with the page, a line each.
func (b *browser) axe() []string {
	b.t.Helper()
	if !eval[bool](b, "typeof axe !== 'undefined'") {
		script, err := os.ReadFile("testdata/axe.min.js")
		fatal(b.t, err)
		eval[bool](b, string(script)+"; true")
	}
	return eval[[]string](b, `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.flatMap(
		v => v.nodes.map(n => v.id + ": " + n.target.join(" ") + " " + (n.failureSummary ?? "").replace(/\s+/g, " "))))`)
}

// tooWide are the elements that widen the page beyond the window.
func (b *browser) tooWide() []string {
	b.t.Helper()
	return eval[[]string](b, `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
		.filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest(".chart"))
		.map(e => e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 40))`)
}

// picture writes what the tab shows to docs/screens.
func (b *browser) picture(name string) {
	b.t.Helper()
	shot, err := chromedp.Call(b.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatWebp, Quality: new(int64(85))})
	fatal(b.t, err)
	fatal(b.t, os.WriteFile(filepath.Join("../../docs/screens", name+".webp"), shot.Data, 0o644))
}

func emptyDesk(t *testing.T) *Desk { return desk(t, func(*store.DB, *pipeline.Pipeline) {}) }

func demoFiles(t *testing.T) []string {
	t.Helper()
	root, err := filepath.Abs(demo)
	fatal(t, err)
	files, err := filepath.Glob(root + "/docs/*")
	fatal(t, err)
	return slices.Insert(files, 0, root+"/outlets.toml")
}

// TestJourney uses the desk as a person would: drop the files of the demo,
// find the claim, fold its copies, distrust a hand, go back in time, rule two
// names the same, undo it, and find everything kept after a reload.
func TestJourney(t *testing.T) {
	b := browse(t, emptyDesk(t))
	b.open("/")
	b.says("Nothing is claimed here yet")
	b.click("main a", "Read something")
	b.says("A text")
	b.dropFiles(demoFiles(t))
	b.says("done: 17 reports, 17 new")

	b.click("nav a", "Claims")
	b.click("a.words", lamp)
	b.says("it stands on one word: Abou Fanous")
	rows := "document.querySelectorAll('g.row').length"
	b.until("document.readyState === 'complete' && " + rows + " === 14")
	b.do(chromedp.KeyEvent("f"))
	b.until(rows + " === 11")
	b.do(chromedp.KeyEvent("f"))
	b.until(rows + " === 14")

	b.click("input[name=without]", "The Morning Gull")
	b.says("without The Morning Gull")
	b.until("document.querySelector('.rungs b').innerText === '7'")
	b.click("input[name=without]", "The Morning Gull")
	b.until("document.querySelector('.rungs b').innerText === '11'")
	b.do(chromedp.KeyEvent("[["))
	b.says("until 8 Nov 2018")

	b.open("/names")
	b.click("main a", "Abou Fanous")
	b.says("Rule on this name")
	eval[bool](b, "document.querySelector('#other').value = 'Ilyas Qandil', true")
	b.click("button", "are the same")
	b.click("main table a", "")
	b.says("is the same as")
	b.do(chromedp.Reload())
	b.says("is the same as")
	b.until("document.querySelector('.spellings').innerText.includes('Abou Fanous') && document.querySelector('.spellings').innerText.includes('Ilyas Qandil')")
	b.click("button", "undo")
	b.until("location.pathname === '/names'")
	b.open("/rulings")
	b.do(chromedp.Reload())
	b.says("undone")
	b.open("/names?q=Fanous")
	b.click("main table a", "Fanous")
	b.until("!document.querySelector('.spellings').innerText.includes('Ilyas Qandil')")
	b.clean()
}

// pagesOf are the addresses of one page of each kind.
func pagesOf(t *testing.T, d *Desk) [][2]string {
	t.Helper()
	claim := link(t, open(t, d, "/"), lamp)
	letter, _, _ := strings.Cut(link(t, all(open(t, d, claim), "ol", "receipt")[0], "letter.txt"), "#")
	translated, _, _ := strings.Cut(link(t, all(open(t, d, claim), "ol", "receipt")[0], "dragoman.html"), "?")
	return [][2]string{
		{"claims", "/"}, {"claim", claim}, {"what-if", claim + "?without=The+Morning+Gull&copies=folded"},
		{"report", translated}, {"letter", letter}, {"names", "/names"}, {"name", link(t, open(t, d, "/names"), "Abou Fanous")},
		{"sources", "/sources"}, {"source", "/source?name=The+Morning+Gull"}, {"hand", "/source?name=Abou+Fanous"}, {"search", "/search?q=sheep"},
		{"network", "/network"}, {"reading", "/reading"}, {"rulings", "/rulings"}, {"review", "/review"}, {"keys", "/keys"}, {"failure", "/claim/c000"},
	}
}

// used leaves on the pages what a person leaves there: a ruling, a grade, a
// folder that is watched.
func used(t *testing.T, d *Desk) {
	t.Helper()
	folder := t.TempDir()
	if *screens { // the pictures show a name that is the same every time
		folder = filepath.Join(os.TempDir(), "incoming")
		fatal(t, os.MkdirAll(folder, 0o700))
	}
	post(t, d, "/rulings", url.Values{"kind": {"different"}, "a": {"Abou Fanous"}, "b": {"Ilyas Qandil"}})
	post(t, d, "/source/grade", url.Values{"outlet": {"The Morning Gull"}, "grade": {"C"}, "reason": {"prints letters & <rumours> as they come"}})
	post(t, d, "/reading/watch", url.Values{"path": {folder}})
}

// TestAccessible: axe-core finds nothing on any page, light and dark, wide and
// narrow; nothing is wider than the window; and no page reports an error.
func TestAccessible(t *testing.T) {
	d := demoDesk(t)
	used(t, d)
	b := browse(t, d)
	for _, p := range pagesOf(t, d) {
		for _, width := range []int64{1280, 390} {
			b.do(chromedp.EmulateViewport(width, 1120))
			b.open(p[1])
			for _, dark := range []bool{false, true} {
				b.dark(dark)
				for _, v := range b.axe() {
					t.Errorf("%s, %d wide, dark %t: %s", p[0], width, dark, v)
				}
				if wide := b.tooWide(); len(wide) > 0 {
					t.Errorf("%s is wider than a window of %d: %s", p[0], width, wide)
				}
				if *screens && (width == 1280 || p[0] == "claim" || p[0] == "letter") && p[0] != "failure" && (!dark || p[0] == "claim") {
					b.picture(fmt.Sprintf("%s%s%s", p[0], map[bool]string{true: "-narrow"}[width < 1000], map[bool]string{true: "-dark"}[dark]))
				}
			}
		}
	}
	b.mu.Lock()
	b.faults = slices.DeleteFunc(b.faults, func(f string) bool { return strings.Contains(f, "404") }) // the page of a failure
	b.mu.Unlock()
	b.clean()
}

// TestHostileBrowser: hostile text does nothing in a real browser either, and a
// giant word does not widen the page.
func TestHostileBrowser(t *testing.T) {
	d := desk(t, texts(t, hostile()))
	b := browse(t, d)
	var addresses []string
	for _, hash := range hashes(t, d) {
		addresses = append(addresses, "/report/"+hash)
	}
	for _, a := range all(open(t, d, "/"), "a", "words") {
		addresses = append(addresses, attr(a, "href"))
	}
	addresses = append(addresses, "/", "/names", "/sources", "/network", "/review", "/reading", "/search?q=bridge", "/search?q=%3Cscript%3Ealert(3)%3C/script%3E")
	for _, width := range []int64{1280, 390} {
		b.do(chromedp.EmulateViewport(width, 900))
		for _, address := range addresses {
			b.open(address)
			if eval[bool](b, "!!window.hurt || document.querySelectorAll('main img, main script, main iframe').length > 0") {
				t.Errorf("%s does what a report says", address)
			}
			if wide := b.tooWide(); len(wide) > 0 {
				t.Errorf("%s is wider than a window of %d: %s", address, width, wide)
			}
		}
	}
	b.clean()
}
