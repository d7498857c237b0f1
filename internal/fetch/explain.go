package fetch

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"

	"hearsay"
)

// parse reads an address that a person or a server gave.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return nil, hearsay.Errorf(hearsay.CodeUsage, "", "is not a web address: %w", cause(err)).
			Do("write it like https://example.org/page")
	}
	return u, check(u)
}

// redirect is the address that base sends the reader to.
func redirect(base *url.URL, location string) (*url.URL, error) {
	u, err := base.Parse(location)
	if err != nil {
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, "", "redirects to %q, which is no address", location).
			Do("open it in a browser, save the page and read the file")
	}
	return u, check(u)
}

// check refuses what is not a plain http or https address, and drops the
// fragment, which servers never see.
func check(u *url.URL) error {
	u.Fragment, u.RawFragment = "", ""
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return hearsay.Errorf(hearsay.CodeRefused, "", "leads to %q; only http and https addresses are read", u.Scheme+":").
			Do("save the page and read the file")
	case u.Hostname() == "":
		return hearsay.Errorf(hearsay.CodeUsage, "", "names no host").Do("write it like https://example.org/page")
	case u.User != nil:
		return hearsay.Errorf(hearsay.CodeRefused, "", "carries a user name or password, which would be kept in the case").
			Do("save the page from a browser and read the file")
	}
	return nil
}

func tooLarge(limit int64) error {
	return hearsay.Errorf(hearsay.CodeTooLarge, "", "is larger than %d MiB", limit>>20).
		Do("download it and read the file")
}

func statusError(resp *http.Response) error {
	text := strings.TrimSpace(resp.Status)
	e := hearsay.Errorf(hearsay.CodeUnreadable, "", "the server answered %q", text)
	switch resp.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusPaymentRequired, http.StatusUnavailableForLegalReasons:
		return e.Do("open it in a browser, save the page and read the file")
	case http.StatusNotFound, http.StatusGone:
		return e.Do("check the address, or look for an archived copy")
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		if after := resp.Header.Get("Retry-After"); after != "" {
			return e.Do("try again after " + after + " (seconds or date, as the server says)")
		}
	}
	return e.Do("try again later")
}

// explain turns any error into a sentence about address.
func (c *Client) explain(address string, err error) error {
	var known *hearsay.Error
	if errors.As(err, &known) {
		told := *known
		told.Path = address
		return &told
	}
	e := &hearsay.Error{Code: hearsay.CodeUnreadable, Path: address, Err: err}
	var dns *net.DNSError
	switch {
	case errors.Is(err, context.Canceled):
		e.Reason, e.Remedy = "was interrupted", "read it again"
	case errors.Is(err, context.DeadlineExceeded) || timedOut(err):
		e.Reason, e.Remedy = "did not answer in time", "try again later"
	case errors.As(err, &dns):
		e.Reason, e.Remedy = "no host has the name "+dns.Name, "check the address and the connection"
	default:
		e.Reason, e.Remedy = "could not be fetched: "+cause(err).Error(), "check the address and the connection"
	}
	return e
}

func timedOut(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}

// cause takes off the layers that repeat the address.
func cause(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}
