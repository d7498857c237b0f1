package web

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestWatchBrowser: a folder that is watched is read while the page is looked
// at, and the page tells so without being loaded again.
func TestWatchBrowser(t *testing.T) {
	b := browse(t, emptyDesk(t))
	folder := t.TempDir()
	fatal(t, os.WriteFile(filepath.Join(folder, "a.txt"), []byte("The Gull\n2018-11-04\n\nMina Tarr said that the ferry was late.\n"), 0o600))
	b.open("/reading")
	eval[bool](b, "document.querySelector('#watched').value = "+quote(folder)+", true")
	b.click("button", "Watch it")
	b.says("1 new report")
	b.says("done: 1 report, 1 new")
	b.click("#watches button", "stop")
	b.says("stopped")
	b.click("#watches button", "end")
	b.until("document.querySelectorAll('#watches li').length === 0")
	b.clean()
}

// TestKeysBrowser: the keys do what their list says, and what has the focus is
// seen to have it.
func TestKeysBrowser(t *testing.T) {
	b := browse(t, demoDesk(t))
	at := func(path string) {
		b.until("document.readyState === 'complete' && location.pathname === " + quote(path))
	}
	b.open("/")
	b.do(chromedp.KeyEvent("?"))
	at("/keys")
	for key, path := range map[string]string{"gn": "/names", "gs": "/sources", "gw": "/network", "gr": "/reading", "gc": "/"} {
		b.do(chromedp.KeyEvent(key))
		at(path)
	}
	b.open("/")
	b.do(chromedp.KeyEvent("jj"))
	b.until("document.activeElement === document.querySelectorAll('[data-line]')[1]")
	if eval[bool](b, "getComputedStyle(document.activeElement).outlineStyle === 'none'") {
		t.Error("the line that has the focus does not show it")
	}
	b.do(chromedp.KeyEvent("k\r"))
	b.says("However often it is repeated")
	b.until("document.readyState === 'complete'")
	b.do(chromedp.KeyEvent("/"))
	b.until("document.activeElement.id === 'seek'")
	b.do(chromedp.KeyEvent("g?n"))
	b.until("document.querySelector('#seek').value.endsWith('g?n')") // typing is no command
	b.clean()
}

// TestFocusBrowser: whatever Tab reaches on the page of a claim is seen when it
// is reached; the list of the chains shows itself then, beside the picture.
func TestFocusBrowser(t *testing.T) {
	d := demoDesk(t)
	b := browse(t, d)
	b.open(link(t, open(t, d, "/"), lamp))
	if eval[float64](b, "document.querySelector('.branches').getBoundingClientRect().height") > 1 {
		t.Error("the list of the chains stands beside the picture before anybody reaches it")
	}
	unseen := eval[[]string](b, `[...document.querySelectorAll("main a, main button, main input, main select, main summary, main [tabindex]")]
		.filter(e => e.tabIndex >= 0 && e.checkVisibility()).filter(e => {
			e.focus({focusVisible: true});
			for (let at = e; at !== document.body; at = at.parentElement)
				if (getComputedStyle(at).clipPath !== "none") return true;
			return document.activeElement !== e;
		}).map(e => e.outerHTML)`)
	for _, one := range unseen {
		t.Errorf("it has the focus and is not seen: %s", one)
	}
	b.clean()
}

// TestPictureBrowser: a report in the picture opens at its passage.
func TestPictureBrowser(t *testing.T) {
	d := demoDesk(t)
	b := browse(t, d)
	b.open(link(t, open(t, d, "/"), lamp))
	b.press("g.row a", "gullgo.html")
	b.until("location.pathname.startsWith('/report/') && document.querySelector('main').innerText.includes('gullgo.html') && !!document.querySelector('#here')")
	b.clean()
}

// TestPrint: the printed page of a claim has its chains as a list and the
// receipt open, and nothing to press.
func TestPrint(t *testing.T) {
	d := demoDesk(t)
	b := browse(t, d)
	b.open(link(t, open(t, d, "/"), lamp))
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	fatal(t, err)
	b.until("document.querySelector('.branches').getBoundingClientRect().height > 100")
	b.until("document.querySelector('.receipt li').checkVisibility({contentVisibilityAuto: true})")
	if seen := eval[[]string](b, "[...document.querySelectorAll('button, nav, .chart, input')].filter(e => e.checkVisibility()).map(e => e.outerHTML)"); len(seen) > 0 {
		t.Errorf("what can only be pressed is printed: %s", seen)
	}
}

// TestCompleteBrowser: a query is completed while it is typed, and so are the
// names that the list of claims is filtered by.
func TestCompleteBrowser(t *testing.T) {
	b := browse(t, demoDesk(t))
	options := func(want string) {
		t.Helper()
		b.until("[...document.querySelectorAll('#completions option')].some(o => o.value === " + quote(want) + ")")
	}
	b.open("/search")
	b.do(chromedp.Focus("#query"), chromedp.KeyEvent("lamp stance:d"))
	options(`lamp stance:"denies"`)
	b.open("/?single=on")
	b.do(chromedp.Focus("#speaker"), chromedp.KeyEvent("abou"))
	options("Abou Fanous")
	b.do(chromedp.Focus("#outlet"), chromedp.KeyEvent("drag"))
	options("Dragoman Digest")
	b.clean()
}
