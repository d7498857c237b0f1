package intake

import "strings"

// object is a JSON-LD object; nil is an empty one.
type object map[string]any

// str is the text of a property, "" if it has none. Of a list it is the first.
func (o object) str(key string) string {
	switch v := o[key].(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		for _, e := range v {
			if s, ok := e.(string); ok {
				return strings.TrimSpace(s)
			}
		}
	}
	return ""
}

// obj is the object that a property holds; of a list, the first one.
func (o object) obj(key string) object {
	switch v := o[key].(type) {
	case map[string]any:
		return v
	case []any:
		for _, e := range v {
			if m, ok := e.(map[string]any); ok {
				return m
			}
		}
	}
	return nil
}

// is tells whether the object is of one of the types, by their endings:
// "NewsArticle" ends in "Article".
func (o object) is(endings ...string) bool {
	var types []string
	switch v := o["@type"].(type) {
	case string:
		types = []string{v}
	case []any:
		for _, e := range v {
			if s, ok := e.(string); ok {
				types = append(types, s)
			}
		}
	}
	for _, t := range types {
		for _, e := range endings {
			if strings.HasSuffix(t, e) {
				return true
			}
		}
	}
	return false
}

// objects are all objects of the page's JSON-LD, those in lists and @graph
// included, in order.
func (m *pageMeta) objects() []object {
	var out []object
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		if depth > 6 {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e, depth+1)
			}
		case map[string]any:
			out = append(out, v)
			walk(v["@graph"], depth+1)
			walk(v["mainEntity"], depth+1)
			walk(v["mainEntityOfPage"], depth+1)
		}
	}
	for _, d := range m.data {
		walk(d, 0)
	}
	return out
}

// article is the JSON-LD object of the article, nil without.
func (m *pageMeta) article() object {
	for _, o := range m.objects() {
		if o.is("Article", "Posting", "Report", "BlogPost", "Review", "SocialMediaPosting") {
			return o
		}
	}
	return nil
}

// byID is the JSON-LD object with that @id.
func (m *pageMeta) byID(id string) object {
	for _, o := range m.objects() {
		if id != "" && o.str("@id") == id && o.str("name") != "" {
			return o
		}
	}
	return nil
}

// publisher is the name of the article's publisher in JSON-LD.
func (m *pageMeta) publisher() string {
	a := m.article()
	for _, key := range []string{"publisher", "sourceOrganization", "provider"} {
		o := a.obj(key)
		if n := orFirst(o.str("name"), m.byID(o.str("@id")).str("name")); n != "" {
			return n
		}
		if n := a.str(key); n != "" {
			return n
		}
	}
	for _, o := range m.objects() {
		if o.is("NewsMediaOrganization", "Newspaper", "RadioStation", "TelevisionStation", "WebSite", "Blog") && o.str("name") != "" {
			return o.str("name")
		}
	}
	for _, o := range m.objects() {
		if o.is("Organization") && o.str("name") != "" {
			return o.str("name")
		}
	}
	return ""
}

// authors are the names of the article's authors, with commas; organisations
// are not named: they are the outlet.
func (m *pageMeta) authors() string {
	var names []string
	add := func(s string) {
		s = strings.TrimSpace(s)
		if low := strings.ToLower(s); strings.HasPrefix(low, "by ") {
			s = s[3:]
		}
		if s == "" || strings.Contains(s, "://") || strings.Contains(s, "@") || len(s) > 100 {
			return
		}
		for _, n := range names {
			if sameWords(n, s) {
				return
			}
		}
		names = append(names, s)
	}
	a := m.article()
	switch v := a["author"].(type) {
	case string:
		add(v)
	case map[string]any:
		if o := object(v); !o.is("Organization") {
			add(orFirst(o.str("name"), m.byID(o.str("@id")).str("name")))
		}
	case []any:
		for _, e := range v {
			switch e := e.(type) {
			case string:
				add(e)
			case map[string]any:
				if o := object(e); !o.is("Organization") {
					add(orFirst(o.str("name"), m.byID(o.str("@id")).str("name")))
				}
			}
		}
	}
	if len(names) == 0 {
		add(m.first("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "twitter:data1"))
	}
	return strings.Join(names, ", ")
}

// dates are what machines are told of the day of publication, the best first.
func (m *pageMeta) dates() []string {
	a := m.article()
	var out []string
	for _, s := range []string{a.str("datePublished"), m.first("article:published_time", "og:article:published_time", "article:published"), a.str("dateCreated")} {
		if s != "" {
			out = append(out, s)
		}
	}
	for _, o := range m.objects() {
		if s := o.str("datePublished"); s != "" {
			out = append(out, s)
		}
	}
	for _, name := range []string{"datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published", "published-date", "date_published", "parsely-pub-date", "sailthru.date",
		"citation_publication_date", "citation_date", "citation_online_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created", "date", "date.issued", "created", "article.published", "article:post_date", "originalpublicationdate", "bt:pubdate", "rnews:datepublished", "ptime", "datecreated", "og:pubdate", "og:published_time", "last-modified", "og:updated_time"} {
		if s := m.named[name]; s != "" {
			out = append(out, s)
		}
	}
	return out
}
