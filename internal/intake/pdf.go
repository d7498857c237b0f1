package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"hearsay"
)

// maxPages is how many pages of a PDF are read.
const maxPages = 3000

// readPDF reads a PDF: lines joined to paragraphs, words that a line end cut
// joined, running heads and page numbers left out.
func (r *Reader) readPDF(in Input, yield Yield) {
	if isCutOff(in.Bytes) {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the PDF is cut off before its end").
			Do("download or copy it again"))
		return
	}
	pages, meta, err := r.pdf.read(in.Bytes, r.PDFCache)
	if err != nil {
		yield(nil, pdfProblem(in.Path, err))
		return
	}
	rep := newReport(in, FormatPDF, in.Bytes)
	describeDocument(rep, pdfParagraphs(pages))
	if strings.TrimSpace(rep.Text) == "" {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the PDF holds pictures of pages and no text").
			Do("run a text recognition (OCR) on it first"))
		return
	}
	if t := strings.TrimSpace(meta["Title"]); !isFileTitle(t) && rep.Title == "" {
		rep.Title = t
	}
	rep.Byline = orFirst(rep.Byline, strings.TrimSpace(meta["Author"]))
	if rep.Published.IsZero() {
		rep.Published = pdfDate(meta["CreationDate"])
	}
	yield(rep, nil)
}

func pdfProblem(path string, err error) error {
	if errors.Is(err, pdferrors.ErrPassword) || errors.Is(err, pdferrors.ErrSecurity) {
		return hearsay.Errorf(hearsay.CodeUnreadable, path, "the PDF is protected by a password").Do("save a copy without one")
	}
	return hearsay.Errorf(hearsay.CodeUnreadable, path, "the PDF is damaged: %w", err).Do("download or copy it again")
}

var linearLength = regexp.MustCompile(`/Linearized[^>]*?/L\s+(\d+)`)

// isCutOff tells whether a PDF lacks its end. One that is laid out for the web
// has an end mark near its beginning too, and says how long it is.
func isCutOff(b []byte) bool {
	if !bytes.Contains(b, []byte("%%EOF")) {
		return true
	}
	m := linearLength.FindSubmatch(b[:min(len(b), 2048)])
	if m == nil {
		return false
	}
	n, err := strconv.Atoi(string(m[1]))
	return err == nil && len(b) < n
}

// pdfDate reads D:20150305114000+02'00'.
func pdfDate(s string) hearsay.Date {
	s = strings.ReplaceAll(strings.TrimPrefix(s, "D:"), "'", "")
	return parseDate(s)
}

// pdfEngine is the PDF library. It takes seconds to start, so it starts with
// the first PDF and is kept. It reads one document at a time.
type pdfEngine struct {
	lock sync.Mutex
	pool pdfium.Pool
}

func (e *pdfEngine) close() error {
	e.lock.Lock()
	defer e.lock.Unlock()
	if e.pool == nil {
		return nil
	}
	err := e.pool.Close()
	e.pool = nil
	return err
}

// start starts the library shut off from files and from the screen, with at
// most a gigabyte of memory.
func (e *pdfEngine) start(cache string) error {
	if e.pool != nil {
		return nil
	}
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(16384).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cache != "" {
		if kept, err := wazero.NewCompilationCacheWithDir(cache); err == nil { // without it, it is only slower
			config = config.WithCompilationCache(kept)
		}
	}
	pool, err := webassembly.Init(webassembly.Config{
		MinIdle: 1, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), RuntimeConfig: config,
		Stdout: io.Discard, Stderr: io.Discard,
	})
	e.pool = pool
	return err
}

// pdfRun is a piece of a line in one font, its box in points from the bottom
// left corner of the page.
type pdfRun struct {
	text                     string
	left, top, right, bottom float64
}

// read gives the runs of every page in the order of the document, and the
// document's properties. What the library cannot stand becomes an error.
func (e *pdfEngine) read(b []byte, cache string) (pages [][]pdfRun, meta map[string]string, err error) {
	e.lock.Lock()
	defer e.lock.Unlock()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("reading the PDF: %v", r)
		}
	}()
	if err := e.start(cache); err != nil {
		return nil, nil, fmt.Errorf("starting the PDF engine: %w", err)
	}
	instance, err := e.pool.GetInstance(0)
	if err != nil {
		return nil, nil, fmt.Errorf("starting the PDF engine: %w", err)
	}
	defer instance.Close()
	doc, err := instance.OpenDocument(&requests.OpenDocument{File: &b})
	if err != nil {
		return nil, nil, err
	}
	defer instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document})
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, nil, err
	}
	for i := range min(count.PageCount, maxPages) {
		runs, err := pageRuns(instance, doc.Document, i)
		if err != nil {
			return nil, nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		pages = append(pages, runs)
	}
	return pages, pdfProperties(instance, doc.Document), nil
}

func pageRuns(instance pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) ([]pdfRun, error) {
	page, err := instance.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: index}},
		Mode: requests.GetPageTextStructuredModeRects,
	})
	if err != nil {
		return nil, err
	}
	runs := make([]pdfRun, 0, len(page.Rects))
	for _, r := range page.Rects {
		p := r.PointPosition
		runs = append(runs, pdfRun{text: strings.ToValidUTF8(r.Text, "\uFFFD"), left: p.Left, right: p.Right,
			top: max(p.Top, p.Bottom), bottom: min(p.Top, p.Bottom)})
	}
	return runs, nil
}

func pdfProperties(instance pdfium.Pdfium, doc references.FPDF_DOCUMENT) map[string]string {
	meta := map[string]string{}
	for _, tag := range []string{"Title", "Author", "CreationDate"} {
		if v, err := instance.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: doc, Tag: tag}); err == nil {
			meta[tag] = strings.ToValidUTF8(strings.ReplaceAll(v.Value, "\x00", ""), "")
		}
	}
	return meta
}
