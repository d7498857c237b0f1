package fetch

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// maxDelay caps the Crawl-delay that is obeyed, so that one line of a server
// cannot stop a run for a day.
const maxDelay = 30 * time.Second

// rules are what a robots.txt asks of one program (RFC 9309). The zero value
// allows everything.
type rules struct {
	lines []rule
	delay time.Duration
}

type rule struct {
	pattern string // path with "*" for anything and a final "$" for the end
	allow   bool
}

// nothing forbids the whole host.
func nothing() *rules { return &rules{lines: []rule{{pattern: "/"}}} }

// allow tells whether u may be read: the longest pattern that matches
// decides, and of two equally long ones the one that allows.
func (r *rules) allow(u *url.URL) bool {
	path := plain(u.RequestURI())
	best, allowed := -1, true
	for _, l := range r.lines {
		if n := len(l.pattern); n > best || n == best && l.allow {
			if matches(l.pattern, path) {
				best, allowed = n, l.allow
			}
		}
	}
	return allowed
}

// parseRobots picks the rules for agent, a lower-case product name, out of a
// robots.txt: those of its own groups, or those for everybody. Lines that it
// does not understand are skipped, as browsers of the web have always done.
func parseRobots(body []byte, agent string) *rules {
	var own, everybody *rules
	var into []*rules // rules that the current group speaks of
	inAgents := false
	for line := range bytes.Lines(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))) {
		key, value, ok := directive(string(line))
		if !ok {
			continue
		}
		if key == "user-agent" {
			if !inAgents {
				into, inAgents = nil, true
			}
			switch product(value) {
			case agent:
				own = orNew(own)
				into = append(into, own)
			case "*":
				everybody = orNew(everybody)
				into = append(into, everybody)
			}
			continue
		}
		inAgents = inAgents && key == "sitemap"
		for _, r := range into {
			r.add(key, value)
		}
	}
	switch {
	case own != nil:
		return own
	case everybody != nil:
		return everybody
	}
	return &rules{}
}

func orNew(r *rules) *rules {
	if r == nil {
		return &rules{}
	}
	return r
}

// directive splits "Key: value # comment".
func directive(line string) (key, value string, ok bool) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok = strings.Cut(line, ":")
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value), ok
}

// product is the name in "Name/1.0 (anything)", in lower case.
func product(value string) string {
	if i := strings.IndexAny(value, "/ \t"); i >= 0 {
		value = value[:i]
	}
	return strings.ToLower(value)
}

func (r *rules) add(key, value string) {
	switch key {
	case "allow", "disallow":
		if value != "" {
			r.lines = append(r.lines, rule{pattern: plain(value), allow: key == "allow"})
		}
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.delay = time.Duration(min(s, maxDelay.Seconds()) * float64(time.Second))
		}
	}
}

// plain undoes percent-encoding where it can be undone, so that both sides of
// a comparison are written alike.
func plain(path string) string {
	if p, err := url.PathUnescape(path); err == nil {
		return p
	}
	return path
}

// matches tells whether pattern covers a prefix of path, or all of it where
// the pattern ends with "$".
func matches(pattern, path string) bool {
	pattern, toEnd := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	if len(parts) == 1 {
		return !toEnd || path == ""
	}
	last := parts[len(parts)-1]
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(path, p)
		if i < 0 {
			return false
		}
		path = path[i+len(p):]
	}
	if toEnd {
		return strings.HasSuffix(path, last)
	}
	return strings.Contains(path, last)
}
