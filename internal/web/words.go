package web

import (
	"html/template"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"hearsay"
	"hearsay/internal/trace"
)

// functions are what the templates can call.
func functions(s *static) template.FuncMap {
	return template.FuncMap{
		"static":        func(name string) string { return s.address[name] },
		"quoted":        trace.Quoted,
		"plain":         plain,
		"count":         count,
		"day":           day,
		"lang":          languageName,
		"join":          strings.Join,
		"list":          enumerate,
		"short":         short,
		"tab":           newTab,
		"ruledCard":     func(c card, report string) ruledCard { return ruledCard{c, report} },
		"ruling":        func(r rulingLine, back string) ruledHere { return ruledHere{r, back} },
		"searchFor":     searchFor,
		"ladderWords":   ladderWords,
		"page":          func(hand string) bool { return hand != "" && !strings.HasPrefix(hand, "outlet:") },
		"passage":       passageAddress,
		"sourcePage":    sourceAddress,
		"lasting":       lasting,
		"dated":         dated,
		"report":        reportAddress,
		"file":          fileName,
		"hash":          func(id string) string { return strings.TrimPrefix(id, "sha256:") },
		"outward":       outward,
		"shapeWords":    shapeWords,
		"kindWords":     kindWords,
		"handsOf":       handsOf,
		"anyDistrusted": anyDistrusted,
	}
}

func plain(s string) string { return trace.Plain(s) }

func count(n int, noun string) string { return trace.Counted(n, noun) }

// day is a date as people write it, as far as it is known: "4 Nov 2018".
func day(d hearsay.Date) string {
	switch d.Precision {
	case hearsay.PrecisionNone:
		return ""
	case hearsay.PrecisionYear:
		return d.Time.Format("2006")
	case hearsay.PrecisionMonth:
		return d.Time.Format("Jan 2006")
	}
	return d.Time.Format("2 Jan 2006")
}

// dated is a day, month or year of ISO 8601 as people write it; what is none is
// left as it is.
func dated(s string) string {
	for layout, words := range map[string]string{"2006-01-02": "2 Jan 2006", "2006-01": "Jan 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(words)
		}
	}
	return s
}

// lasting is a time span in words: "15 minutes", "hour".
func lasting(span time.Duration) string {
	for _, unit := range []struct {
		long time.Duration
		name string
	}{{24 * time.Hour, "day"}, {time.Hour, "hour"}, {time.Minute, "minute"}} {
		if n := span / unit.long; n > 0 && span%unit.long == 0 {
			return strings.TrimPrefix(count(int(n), unit.name), "1 ")
		}
	}
	return count(int(span/time.Second), "second")
}

// languageName is the English name of a language: "Arabic" for "ar".
func languageName(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	return display.English.Languages().Name(tag)
}

// enumerate writes a list out: "a, b and c".
func enumerate(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// short cuts s to at most n characters.
func short(n int, s string) string {
	runes := []rune(plain(s))
	if len(runes) <= n {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:n-1]), " ") + "…"
}

// fileName is the end of a path, by which a file is called; what stands behind
// "#" is the name of an item in it.
func fileName(p string) string {
	file, item, has := strings.Cut(p, "#")
	file = file[strings.LastIndexAny(strings.TrimRight(file, `/\`), `/\`)+1:]
	if has {
		return file + "#" + item
	}
	return file
}

// reportAddress is the page of a report. Twelve digits of its hash are enough
// to find it by.
func reportAddress(id string) string {
	hash := strings.TrimPrefix(id, "sha256:")
	return "/report/" + hash[:min(len(hash), reportDigits)]
}

const reportDigits = 16

// unique keeps the first of equal values.
func unique[T comparable](list []T) []T {
	var out []T
	for _, v := range list {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// outward tells an address that a browser may be sent to.
func outward(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// searchFor is a query for one value of a field.
func searchFor(field, value string) string {
	return field + `:"` + strings.ReplaceAll(plain(value), `"`, "") + `"`
}
