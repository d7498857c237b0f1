package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"hearsay"
	"hearsay/internal/store"
)

// sourcesPage lists the outlets of the case, and who speaks in it without
// having published a report.
type sourcesPage struct {
	List  []sourceLine
	Hands []handSource
	More  string
}

type sourceLine struct {
	store.Source
	store.Roles
	Grade, Address string
}

// handSource is a hand that published no report of the case.
type handSource struct {
	store.Speaker
	Grade, Address string
}

// handsListed is how many of them stand below the first outlets; the page of
// names has all.
const handsListed = 30

func (d *Desk) sources(_ http.ResponseWriter, r *http.Request) (*view, error) {
	from := number(r.FormValue("from"))
	list, err := d.outlets(r.Context(), from)
	if err != nil {
		return nil, err
	}
	grades, err := d.db.GradesInForce(r.Context())
	if err != nil {
		return nil, err
	}
	roles, err := d.roles(r.Context())
	if err != nil {
		return nil, err
	}
	var p sourcesPage
	if len(list) > perPage {
		list, p.More = list[:perPage], fmt.Sprintf("/sources?from=%d", from+perPage)
	}
	for _, s := range list {
		line := sourceLine{Source: s, Grade: grades[s.Outlet], Address: sourceAddress(s.Outlet)}
		if of := roles[s.Outlet]; of != nil {
			line.Roles = *of
		}
		p.List = append(p.List, line)
	}
	if from == 0 {
		if p.Hands, err = d.handSources(r.Context(), roles, grades); err != nil {
			return nil, err
		}
	}
	return &view{Page: "sources", Title: "Sources", Body: p}, nil
}

// outlets is a page of outlets and one more, if there is one.
func (d *Desk) outlets(ctx context.Context, from int) ([]store.Source, error) {
	return remember(d, fmt.Sprintf("sources %d", from), func() ([]store.Source, error) {
		return d.db.Sources(ctx, from, perPage+1)
	})
}

func sourceAddress(outlet string) string { return "/source?name=" + url.QueryEscape(outlet) }

// roles are those of all outlets, counted once.
func (d *Desk) roles(ctx context.Context) (map[string]*store.Roles, error) {
	return remember(d, "roles", func() (map[string]*store.Roles, error) { return d.db.RolesOfSources(ctx) })
}

// handSources are the persons and organisations that say most and are no
// outlet. Of several of one name the page of sources knows only the first.
func (d *Desk) handSources(ctx context.Context, outlets map[string]*store.Roles, grades map[string]string) (list []handSource, err error) {
	speakers, err := d.speakers(ctx, "", 0)
	met := map[string]bool{}
	for _, s := range speakers {
		known := s.Type == hearsay.Person || s.Type == hearsay.Organization
		if known && outlets[s.Name] == nil && !met[s.Name] && len(list) < handsListed {
			met[s.Name] = true
			list = append(list, handSource{s, grades[s.Name], sourceAddress(s.Name)})
		}
	}
	return list, err
}
