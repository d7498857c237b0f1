package web

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestWithoutScript: every page works in a browser that runs no script: a text
// is pasted and read, a day is chosen, a hand is left out, copies are folded,
// and a ruling is made and undone.
func TestWithoutScript(t *testing.T) {
	d := demoDesk(t)
	b := browse(t, d)
	_, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	fatal(t, err)
	claim := link(t, open(t, d, "/"), lamp)

	b.open(claim)
	b.until("document.querySelectorAll('#whatif select, #whatif button').length === 2 && document.querySelector('#whatif button').checkVisibility()")
	eval[bool](b, "document.querySelector('#until').value = '2018-11-05', true")
	b.press("#whatif button", "Show")
	b.arrived("until=2018-11-05")
	b.says("until 5 Nov 2018")
	b.open(claim)
	b.press("input[name=without]", "The Morning Gull")
	b.press("#whatif button", "Show")
	b.arrived("without=")
	b.says("without The Morning Gull")
	b.open(claim)
	b.press("#picture a", "Fold")
	b.until("document.querySelectorAll('g.row').length === 11")

	b.open(claim)
	b.press("#receipt summary", "Show")
	b.press("#receipt button", "says no such thing")
	b.says("is no statement")
	b.until("document.querySelector('.rungs b').innerText === '10'")
	b.press("#rulings button", "undo")
	b.until("document.querySelector('.rungs b').innerText === '11'")

	b.open("/reading")
	eval[bool](b, "document.querySelector('#text').value = 'The Crow\\n2018-12-05\\n\\nMina Tarr said that the ferry was late.', true")
	b.press("button", "Read it")
	b.until("document.querySelectorAll('#works li').length > 2") // the rulings are counted there too
	waitFor(t, func() bool { return !d.works.busy() })
	b.open("/reading") // which nobody renews
	b.says("done: 1 report, 1 new")
	b.clean()
}

// arrived waits for the page whose address holds this: another one that is opened
// while it comes would be broken off by it.
func (b *browser) arrived(address string) {
	b.t.Helper()
	b.until("location.search.includes(" + quote(address) + ") && document.readyState === 'complete'")
}

// press is click by the mouse, since no script runs.
func (b *browser) press(selector, words string) {
	b.t.Helper()
	find := "[...document.querySelectorAll(" + quote(selector) + ")].find(e => ((e.innerText ?? e.textContent) + ' ' + (e.value ?? '')).includes(" + quote(words) + "))"
	b.until("!!" + find)
	at := eval[[]float64](b, "(() => { const e = "+find+"; e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect(); return [r.x + Math.min(r.width / 2, 20), r.y + r.height / 2]; })()")
	b.do(chromedp.MouseClickXY(at[0], at[1]))
}
