// Hearsay reads a pile of reports and answers who says so. README.md tells what
// it does for a reporter, docs/counting.md what its numbers mean, and
// docs/architecture.md how the code hangs together. This is the guided tour:
// the packages in the order in which to read them, each standing only on those
// before it, and in each the file to open first.
//
// # The words
//
// The module root is the vocabulary: [hearsay.Report], [hearsay.Span],
// [hearsay.Attribution], [hearsay.Entity], [hearsay.Derivation],
// [hearsay.Statement] with its [hearsay.Chain], [hearsay.Ladder] and
// [hearsay.Ruling]. It does no work. Begin with report.go, span.go and
// attribution.go; error.go holds the errors that a person reads.
//
// # From bytes to what one report says
//
// These packages are pure: values in, values out, no store, network, clock or
// goroutine.
//
// internal/text cuts a text into words, sentences and quotations, all as byte
// offsets (analyze.go; charset.go decodes). internal/intake makes Reports of
// files (intake.go: the switch in Read; then one file per format; walk.go is
// the only one that opens files). internal/syntax tags words (tag.go) and
// trains tagger and parser (train.go).
//
// internal/attribution finds who says what: by rules (attribute.go, then
// clause.go and quotes.go; the words they know are in lexicon/), and by a
// trained model upon them (engine.go, revise.go; train.go makes it), whose
// arithmetic is in internal/linear (chain.go, logistic.go, choice.go). internal/names finds who is
// meant: in one report (resolve.go), and across reports (same.go decides about
// two, link.go about all). standing.Statements in internal/standing/local.go
// puts both together: each thing that a report says, with its chain as far as
// the report itself tells it.
//
// internal/corpus keeps the texts of corpus/, which say by hand what these two
// should find (mark.go reads them, check.go refuses what is not sound). internal/annotation
// writes what was found for programs that annotate (brat.go, web.go).
//
// # From reports to what a case says
//
// internal/reuse finds which report takes its text from which (print.go,
// index.go, classify.go, derive.go) and how quotations changed (drift.go).
// internal/claims reduces statements to propositions and groups them
// (claims.go, likeness.go, group.go). internal/standing counts: Of in
// standing.go is the whole of it on one screen, route.go follows chains from
// report to report, ends.go groups their ends, receipt.go writes everything
// down and can count again from that alone. internal/query is the search
// language (parse.go).
//
// # The case, and the work on it
//
// internal/store keeps a case in one SQLite file; migrations/00001_case.sql
// says what is input and what is derived. internal/fetch gets a web address
// that a person named. internal/pipeline runs the stages (pipeline.go, then
// read.go, analyze.go, settle.go). On a settled case internal/trace answers
// (trace.go, find and fill), internal/search searches (search.go, three
// tiers), and internal/gold scores against known answers (score.go).
//
// # The faces
//
// internal/web is the desk, one file and one template per page; web.go lists
// the pages, page.go renders them, safe.go says what a browser may do. The
// picture of the chains is made in chain_graph.go and chain.go, and laid out by
// internal/layered.
//
// internal/cli is the command line, one file per command; cli.go wires and
// maps errors to exit statuses, page.go and tree.go draw what trace prints.
// This package only calls it.
//
// # What holds it together
//
// internal/importtest is the table of who may import whom, as a test. Laws of
// counting are property tests in internal/standing/laws_test.go; commands are
// scripts in internal/cli/testdata/script; figures stand in quality.txt beside
// the packages that they measure, and testdata/cases holds whole
// investigations with known answers.
package main
