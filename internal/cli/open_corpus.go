package cli

import (
	"hearsay"
	"hearsay/internal/attribution"
	"hearsay/internal/corpus"
	"hearsay/internal/intake"
)

// openCorpus reads a compartment of the corpus in dir, each document as a
// person's own file is read.
func openCorpus(dir, compartment string) ([]attribution.Annotated, error) {
	docs, err := corpus.Compartment(dir, compartment)
	if err != nil {
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, dir, "is no corpus: %w", err).Do("name a folder with split.tsv and docs/ in it")
	}
	return asAnnotated(docs)
}

// gum reads the documents of GUM in dir that the corpus in folder annotates,
// and the texts of others that may be learnt from.
func gum(folder, dir string) (marked []attribution.Annotated, raw []*hearsay.Report, err error) {
	docs, plain, err := corpus.GUM(folder, dir, "news", "interview", "bio")
	if err != nil {
		return nil, nil, hearsay.Errorf(hearsay.CodeUnreadable, dir, "is not GUM: %w", err).Do("name a folder with dep/ in it")
	}
	if marked, err = asAnnotated(docs); err != nil {
		return nil, nil, err
	}
	for _, d := range plain {
		r, err := asRead(d)
		if err != nil {
			return nil, nil, err
		}
		raw = append(raw, r)
	}
	return marked, raw, nil
}

// asAnnotated are documents as reports with what is said in them.
func asAnnotated(docs []*corpus.Document) ([]attribution.Annotated, error) {
	var articles []attribution.Annotated
	for _, d := range docs {
		r, err := asRead(d)
		if err != nil {
			return nil, err
		}
		articles = append(articles, attribution.Annotated{Name: d.Name, Report: r, Gold: d.Plain()})
	}
	return articles, nil
}

// asRead is the report that the text of a document is.
func asRead(d *corpus.Document) (r *hearsay.Report, err error) {
	new(intake.Reader).Read(intake.Input{Path: d.Name + ".txt", Bytes: []byte(d.Text)}, func(read *hearsay.Report, failed error) bool {
		r, err = read, failed
		return false
	})
	if err == nil && (r == nil || r.Text != d.Text) {
		err = hearsay.Errorf(hearsay.CodeUnreadable, d.Name, "is not one plain text").Do("look at its text")
	}
	if err != nil {
		return nil, err
	}
	r.Outlet = d.Outlet
	return r, nil
}
