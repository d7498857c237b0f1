// Package fetch gets one web address that a person named, politely and
// safely.
//
// It keeps to robots.txt, waits between two requests to one host, says who it
// is, and stops at a size and a time. It speaks http and https only and, by
// default, only to public addresses, checked when a connection is made and
// again for every redirect: a saved link must not become a key to the reader's
// own network. It finds no addresses by itself and runs nothing that it reads.
// Proxies of the environment are not used, since behind one the address that
// is reached could not be checked.
package fetch

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"hearsay"
)

// Options says how a Client behaves. The zero value of a field means its
// default.
type Options struct {
	Version      string           // of the program, for the User-Agent; "dev"
	AllowPrivate bool             // also speak to private, loopback and link-local addresses
	MaxBytes     int64            // of one body after decompression; 32 MiB
	Timeout      time.Duration    // for one address, redirects included; 60 s
	Delay        time.Duration    // between two requests to one host; 1 s
	Now          func() time.Time // the clock; time.Now
}

// Page is what an address gave.
type Page struct {
	URL         string    // as asked for
	FinalURL    string    // after redirects, without fragment
	ContentType string    // as the server declares it; may be empty or wrong
	Bytes       []byte    // the body, decompressed
	Fetched     time.Time // when the body was complete, UTC
	Mark        Mark      // by which the server recognises it later
	Unchanged   bool      // it is as the mark that was sent; Bytes are nil
}

// Mark is by what a server recognises what it gave: the validators of RFC 9110,
// section 8.8, and the address, after redirects, that they are of.
type Mark struct{ URL, ETag, Modified string }

// IsZero tells that there is nothing to recognise it by.
func (m Mark) IsZero() bool { return m.ETag == "" && m.Modified == "" }

const maxRedirects = 10

// Client fetches pages. It may be used by several goroutines.
type Client struct {
	opt   Options
	agent string
	http  *http.Client

	mu     sync.Mutex
	hosts  map[string]time.Time // when each host may be asked again
	robots map[string]*rules    // by scheme and host
}

// New makes a Client.
func New(opt Options) *Client {
	opt = opt.withDefaults()
	dialer := &net.Dialer{Timeout: 15 * time.Second, Control: guard}
	if opt.AllowPrivate {
		dialer.Control = nil
	}
	transport := &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    15 * time.Second,
		ResponseHeaderTimeout:  30 * time.Second,
		IdleConnTimeout:        30 * time.Second,
		MaxResponseHeaderBytes: 256 << 10,
		MaxIdleConnsPerHost:    1,
	}
	return &Client{
		opt:    opt,
		agent:  "hearsay/" + opt.Version,
		http:   &http.Client{Transport: transport, CheckRedirect: stayHere},
		hosts:  map[string]time.Time{},
		robots: map[string]*rules{},
	}
}

func (o Options) withDefaults() Options {
	if o.Version == "" {
		o.Version = "dev"
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = 32 << 20
	}
	if o.Timeout <= 0 {
		o.Timeout = time.Minute
	}
	if o.Delay <= 0 {
		o.Delay = time.Second
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// stayHere hands every redirect back, so that each hop is checked like the
// first address.
func stayHere(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// Fetch gets address, an http or https URL. Its errors are *hearsay.Error
// sentences that name the address.
func (c *Client) Fetch(ctx context.Context, address string) (*Page, error) {
	return c.FetchChanged(ctx, address, Mark{})
}

// FetchChanged is Fetch of an address that has been asked before: a server that
// still gives what had this mark need not send it again, and the page is then
// Unchanged.
func (c *Client) FetchChanged(ctx context.Context, address string, last Mark) (*Page, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	page, err := c.follow(ctx, address, last)
	if err != nil {
		return nil, c.explain(address, err)
	}
	page.URL = address
	return page, nil
}

func (c *Client) follow(ctx context.Context, address string, last Mark) (*Page, error) {
	u, err := parse(address)
	for hop := 0; err == nil; hop++ {
		if hop > maxRedirects {
			return nil, hearsay.Errorf(hearsay.CodeUnreadable, "", "redirects more than %d times", maxRedirects).
				Do("open it in a browser, save the page and read the file")
		}
		var page *Page
		var next string
		if page, next, err = c.visit(ctx, u, last); err != nil || page != nil {
			return page, err
		}
		u, err = redirect(u, next)
	}
	return nil, err
}

// visit asks for u once: a page, or the address to go on with.
func (c *Client) visit(ctx context.Context, u *url.URL, last Mark) (*Page, string, error) {
	rules, err := c.rulesFor(ctx, u)
	if err != nil {
		return nil, "", err
	}
	if !rules.allow(u) {
		return nil, "", hearsay.Errorf(hearsay.CodeRefused, "", "its robots.txt asks programs not to read this page").
			Do("save the page from a browser and read the file")
	}
	if err := c.wait(ctx, u.Host, rules.delay); err != nil {
		return nil, "", err
	}
	resp, err := c.ask(ctx, u, last)
	if err != nil {
		return nil, "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNotModified && last.of(u) {
		return &Page{FinalURL: u.String(), Fetched: c.opt.Now().UTC(), Mark: last, Unchanged: true}, "", nil
	}
	if next := resp.Header.Get("Location"); next != "" && resp.StatusCode/100 == 3 {
		return nil, next, nil
	}
	if resp.StatusCode/100 != 2 {
		return nil, "", statusError(resp)
	}
	body, err := c.body(resp, c.opt.MaxBytes)
	if err != nil {
		return nil, "", err
	}
	return &Page{
		FinalURL:    u.String(),
		ContentType: resp.Header.Get("Content-Type"),
		Bytes:       body,
		Fetched:     c.opt.Now().UTC(),
		Mark:        markOf(u, resp.Header),
	}, "", nil
}

// markOf is the zero Mark where the server gives none.
func markOf(u *url.URL, h http.Header) Mark {
	m := Mark{URL: u.String(), ETag: h.Get("ETag"), Modified: h.Get("Last-Modified")}
	if m.IsZero() {
		return Mark{}
	}
	return m
}

// of tells that the mark can be sent to an address: another server would not
// know it.
func (m Mark) of(u *url.URL) bool { return !m.IsZero() && m.URL == u.String() }

func (c *Client) ask(ctx context.Context, u *url.URL, last Mark) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.agent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8")
	if last.of(u) {
		setUnlessEmpty(req.Header, "If-None-Match", last.ETag)
		setUnlessEmpty(req.Header, "If-Modified-Since", last.Modified)
	}
	return c.http.Do(req)
}

func setUnlessEmpty(h http.Header, key, value string) {
	if value != "" {
		h.Set(key, value)
	}
}

// body reads at most limit bytes; a longer body is refused, not cut.
func (c *Client) body(resp *http.Response, limit int64) ([]byte, error) {
	if resp.ContentLength > limit {
		return nil, tooLarge(limit)
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, tooLarge(limit)
	}
	return b, nil
}
