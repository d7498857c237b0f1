package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"hearsay"
	"hearsay/internal/store"
)

// reportPage is one report: its text as it was, with a card for each statement.
type reportPage struct {
	*store.Numbered
	Outlet     string
	Published  hearsay.Date
	Passages   []passage
	Folded     []passage // furniture
	Beside     *beside
	Kin        []kin
	Links      []hearsay.Link
	OpenLinks  bool
	Statements int
	Rulings    []rulingLine // on its statements, and on where its text comes from
}

// passage is a block of the text with the cards of what begins in it.
type passage struct {
	Kind  hearsay.BlockKind
	Dir   string
	Parts []part
	Cards []card
}

// kin is another report that this one takes its text from, or gives it to.
type kin struct {
	Kind, Path, Outlet, Address string
	From, To                    string // ids
	Gives                       bool
	Why                         []string
}

func (d *Desk) report(_ http.ResponseWriter, r *http.Request) (*view, error) {
	ctx := r.Context()
	found, err := d.db.ReportByHash(ctx, r.PathValue("hash"))
	if err != nil {
		return nil, err
	}
	p := reportPage{Numbered: found, OpenLinks: r.FormValue("links") == "open"}
	for _, l := range found.Links {
		if l.URL = strings.TrimSpace(l.URL); l.URL != "" {
			p.Links = append(p.Links, l)
		}
	}
	cards, err := d.cards(ctx, found)
	if err != nil {
		return nil, err
	}
	p.Statements = len(cards)
	p.lay(cards, spanOf(r.FormValue("at")))
	if err := d.surround(ctx, &p); err != nil {
		return nil, err
	}
	all, err := d.rulingLines(r)
	if err != nil {
		return nil, err
	}
	for _, one := range all {
		if subject(one.Ruling.A) == p.ID || subject(one.Ruling.B) == p.ID {
			p.Rulings = append(p.Rulings, one)
		}
	}
	return &view{Page: "report", Under: "claims", Title: short(60, or(found.Title, fileName(found.Path))), Wide: true, Body: p}, nil
}

// lay sets the text block by block, with the statements lit and the passage
// that was asked for marked.
func (p *reportPage) lay(cards []card, asked hearsay.Span) {
	blocks := p.Blocks
	if len(blocks) == 0 && p.Text != "" {
		blocks = []hearsay.Block{{Span: hearsay.Span{End: len(p.Text)}, Kind: hearsay.BlockParagraph}}
	}
	pen := pen{text: p.Text, cards: cards, asked: asked}
	next := 0
	for _, b := range blocks {
		one := passage{Kind: b.Kind, Dir: direction(b.Span, p.Text, p.Lang), Parts: pen.parts(b.Span)}
		for ; next < len(cards) && cards[next].span.Start < b.Span.End; next++ {
			one.Cards = append(one.Cards, cards[next])
		}
		p.Passages = append(p.Passages, one)
	}
}

// direction is how a block is set: by its own first letter, or, where it has
// none, as a line with a date alone, by the language of the report.
func direction(block hearsay.Span, text, lang string) string {
	if block.Validate(text) == nil && strings.ContainsFunc(block.Of(text), unicode.IsLetter) {
		return "auto"
	}
	tag, _ := language.Parse(lang)
	switch script, _ := tag.Script(); script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm":
		return "rtl"
	}
	return "auto"
}

// surround adds who published the report and what it is kin to.
func (d *Desk) surround(ctx context.Context, p *reportPage) error {
	derived, err := d.db.DerivationsOf(ctx, p.Num)
	if err != nil {
		return err
	}
	nums := []int64{p.Num}
	for _, one := range derived {
		nums = append(nums, one.Source, one.Target)
	}
	placed, err := d.db.Publications(ctx, nums)
	if err != nil {
		return err
	}
	byNum := map[int64]store.Placed{}
	for _, one := range placed {
		byNum[one.Num] = one
	}
	p.Outlet, p.Published = or(byNum[p.Num].Outlet, p.Report.Outlet), byNum[p.Num].Published
	for _, one := range derived {
		k, other := kin{Kind: string(one.Kind), Why: one.Why, From: one.From, To: one.To}, one.Source
		if one.Source == p.Num {
			k.Gives, other = true, one.Target
		}
		k.Path, k.Outlet, k.Address = byNum[other].Path, byNum[other].Outlet, reportAddress(byNum[other].ID)
		p.Kin = append(p.Kin, k)
		if one.Kind == hearsay.Translation && p.Beside == nil {
			if p.Beside, err = d.beside(ctx, p, one, byNum[other]); err != nil {
				return err
			}
		}
	}
	slices.SortStableFunc(p.Kin, func(a, b kin) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Path, b.Path)) })
	return nil
}

// beside sets a translation next to its original, passage by passage.
type beside struct {
	Address, Path      string
	OwnLang, OtherLang string
	Original           bool // the report at hand is the original
	Pairs              []pair
}

type pair struct{ Own, Other string }

func (d *Desk) beside(ctx context.Context, p *reportPage, one store.Derivation, other store.Placed) (*beside, error) {
	loaded, err := d.db.Texts(ctx, []int64{other.Num})
	if err != nil {
		return nil, err
	}
	b := &beside{Address: reportAddress(other.ID), Path: other.Path, OwnLang: p.Lang, OtherLang: other.Lang, Original: one.Source == p.Num}
	text := loaded[other.Num]
	for _, a := range one.Aligned {
		own, there := a.To, a.From
		if b.Original {
			own, there = a.From, a.To
		}
		if own.Validate(p.Text) == nil && there.Validate(text) == nil {
			b.Pairs = append(b.Pairs, pair{own.Of(p.Text), there.Of(text)})
		}
	}
	return b, nil
}

// raw sends the original bytes as a file to keep, never as a page.
func (d *Desk) raw(w http.ResponseWriter, r *http.Request) (*view, error) {
	found, err := d.db.ReportByHash(r.Context(), r.PathValue("hash"))
	if err != nil {
		return nil, err
	}
	b, err := d.db.Raw(r.Context(), found.ID)
	if err != nil {
		return nil, err
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(fileName(found.Path)))
	w.Header().Set("Content-Security-Policy", "sandbox; default-src 'none'")
	w.Write(b)
	return nil, nil
}
