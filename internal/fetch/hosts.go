package fetch

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"
)

// maxRobots is the part of a robots.txt that has to be read (RFC 9309, 2.5).
const maxRobots = 500 << 10

// rulesFor gives the rules of u's host, asked for once per Client. A host
// without a robots.txt allows everything, one that fails on it nothing
// (RFC 9309, 2.3.1).
func (c *Client) rulesFor(ctx context.Context, u *url.URL) (*rules, error) {
	key := u.Scheme + "://" + u.Host
	c.mu.Lock()
	r := c.robots[key]
	c.mu.Unlock()
	if r != nil {
		return r, nil
	}
	r, err := c.readRobots(ctx, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"})
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	c.robots[key] = r
	c.mu.Unlock()
	return r, nil
}

func (c *Client) readRobots(ctx context.Context, u *url.URL) (*rules, error) {
	resp, err := c.robotsResponse(ctx, u)
	if err != nil || resp == nil {
		return &rules{}, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode / 100 {
	case 2:
	case 5:
		return nothing(), nil
	default:
		return &rules{}, nil
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxRobots))
	if err != nil {
		return nil, err
	}
	return parseRobots(body, "hearsay"), nil
}

// robotsResponse follows up to five redirects (RFC 9309, 2.3.1.2); nil means
// that they lead nowhere, which counts as no robots.txt.
func (c *Client) robotsResponse(ctx context.Context, u *url.URL) (*http.Response, error) {
	for range 6 {
		resp, err := c.ask(ctx, u, Mark{})
		if err != nil {
			return nil, err
		}
		next := resp.Header.Get("Location")
		if resp.StatusCode/100 != 3 || next == "" {
			return resp, nil
		}
		resp.Body.Close()
		if u, err = redirect(u, next); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// wait sleeps until host may be asked again, and books the time after that.
func (c *Client) wait(ctx context.Context, host string, delay time.Duration) error {
	now := c.opt.Now()
	c.mu.Lock()
	due := c.hosts[host]
	if due.Before(now) {
		due = now
	}
	c.hosts[host] = due.Add(max(delay, c.opt.Delay))
	c.mu.Unlock()
	timer := time.NewTimer(due.Sub(now))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
