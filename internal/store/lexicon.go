package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"sync"
)

// The terms of a statement, printed, take more room than its words in the text
// of its report. They are kept as numbers of words in the lexicon of the case,
// which has both the words and what stands behind the slash. A word has its
// number for good: new ones come behind the others, so that what was read
// before a settlement means the same after it.

// pageWords is how many words stand on a page of the lexicon.
const pageWords = 64

// termWriter packs terms, and numbers the words that are new.
type termWriter struct {
	words  []string
	number map[string]int
	stored int // of the words, those that were in the case before
}

// termWriter is the writer of a transaction: that of the last one, if nobody has
// added words since.
func (db *DB) termWriter(ctx context.Context, tx *sql.Tx) (*termWriter, error) {
	last, err := column[string](tx.QueryContext(ctx, "SELECT words FROM lexicon ORDER BY page DESC LIMIT 1"))
	if err != nil {
		return nil, err
	}
	if w := db.terms; w != nil && slices.Equal(last, w.lastPage()) {
		return w, nil
	}
	pages, err := column[string](tx.QueryContext(ctx, "SELECT words FROM lexicon ORDER BY page"))
	if err != nil {
		return nil, err
	}
	w := &termWriter{number: map[string]int{}}
	for _, page := range pages {
		for word := range strings.SplitSeq(page, " ") {
			w.of(word)
		}
	}
	w.stored = len(w.words)
	db.terms = w
	return w, nil
}

// lastPage is the last page as it is in the case; none if there is none.
func (w *termWriter) lastPage() []string {
	if w.stored == 0 {
		return nil
	}
	return []string{strings.Join(w.words[(w.stored-1)/pageWords*pageWords:w.stored], " ")}
}

// withTerms runs f, which writes terms, in one transaction. What a transaction
// that fails has numbered is forgotten.
func (db *DB) withTerms(ctx context.Context, f func(*sql.Tx) error) error {
	db.writing.Lock()
	defer db.writing.Unlock()
	err := db.inTx(ctx, f)
	if err != nil {
		db.terms = nil
	}
	return err
}

// of is the number of a word, from 1 on.
func (w *termWriter) of(word string) uint64 {
	n, known := w.number[word]
	if !known {
		w.words = append(w.words, word)
		n = len(w.words)
		w.number[word] = n
	}
	return uint64(n)
}

// pack writes two numbers for each term, the second 0 where it has no slash, or
// 0 and the terms as they are where they are not printed as terms are.
func (w *termWriter) pack(terms string) []byte {
	var b []byte
	if terms == "" {
		return []byte{}
	}
	for term := range strings.SplitSeq(terms, " ") {
		word, rest, ok := cutLast(term, '/')
		if word == "" || ok && rest == "" || strings.ContainsAny(term, "\t\n\v\f\r") {
			return append([]byte{0}, terms...)
		}
		b = binary.AppendUvarint(b, w.of(word))
		if ok {
			b = binary.AppendUvarint(b, w.of(rest))
		} else {
			b = append(b, 0)
		}
	}
	return b
}

// spell turns packed terms into printed ones.
func (w *termWriter) spell(packed []byte) (string, error) {
	numbers, err := numbersIn(packed)
	if err != nil || len(numbers) == 0 {
		return string(packed[min(1, len(packed)):]), err
	}
	return printTerms(numbers, func(n int64) (string, bool) {
		if n < 1 || n > int64(len(w.words)) {
			return "", false
		}
		return w.words[n-1], true
	})
}

// store writes the words that are new.
func (w *termWriter) store(ctx context.Context, tx *sql.Tx) error {
	if len(w.words) == w.stored {
		return nil
	}
	var pages []int
	for first := w.stored - w.stored%pageWords; first < len(w.words); first += pageWords {
		pages = append(pages, first)
	}
	err := insert(ctx, tx, "INSERT OR REPLACE INTO lexicon(page, words)", pages, func(first *int) ([]any, error) {
		return []any{*first / pageWords, strings.Join(w.words[*first:min(*first+pageWords, len(w.words))], " ")}, nil
	})
	w.stored = len(w.words)
	return err
}

// lexicon keeps pages that were read.
type lexicon struct {
	mu    sync.Mutex
	pages map[int64][]string
}

// pagesKept is how many pages are kept at most, some eight megabytes.
const pagesKept = 4096

// spell turns packed terms into printed ones, each in its place.
func (db *DB) spell(ctx context.Context, packed [][]byte) ([]string, error) {
	numbers := make([][]int64, len(packed))
	var missing []int64
	db.lexicon.mu.Lock()
	defer db.lexicon.mu.Unlock()
	seen := map[int64]bool{}
	for i, b := range packed {
		list, err := numbersIn(b)
		if err != nil {
			return nil, err
		}
		numbers[i] = list
		for _, n := range list {
			if n == 0 {
				continue
			}
			page, at := (n-1)/pageWords, int((n-1)%pageWords)
			if at >= len(db.lexicon.pages[page]) && !seen[page] {
				seen[page] = true
				missing = append(missing, page)
			}
		}
	}
	if err := db.readPages(ctx, missing); err != nil {
		return nil, err
	}
	spelled := make([]string, len(packed))
	for i, list := range numbers {
		if len(list) == 0 && len(packed[i]) > 0 {
			spelled[i] = string(packed[i][1:])
			continue
		}
		var err error
		if spelled[i], err = db.lexicon.print(list); err != nil {
			return nil, err
		}
	}
	if len(db.lexicon.pages) > pagesKept {
		clear(db.lexicon.pages)
	}
	return spelled, nil
}

// numbersIn reads the numbers of packed terms; none of terms that stand as they
// are.
func numbersIn(b []byte) (list []int64, err error) {
	if len(b) > 0 && b[0] == 0 {
		return nil, nil
	}
	for len(b) > 0 {
		n, size := binary.Uvarint(b)
		if size <= 0 {
			return nil, errPacked
		}
		list, b = append(list, int64(n)), b[size:]
	}
	if len(list)%2 != 0 {
		return nil, errPacked
	}
	return list, nil
}

func (db *DB) readPages(ctx context.Context, pages []int64) error {
	if len(pages) == 0 {
		return nil
	}
	slices.Sort(pages)
	rows, err := db.sql.QueryContext(ctx, "SELECT page, words FROM lexicon WHERE page IN (SELECT value FROM json_each(?))", jsonArray(pages))
	if err != nil {
		return err
	}
	defer rows.Close()
	read := map[int64][]string{}
	for rows.Next() {
		var page int64
		var words string
		if err := rows.Scan(&page, &words); err != nil {
			return err
		}
		read[page] = strings.Split(words, " ")
	}
	if db.lexicon.pages == nil {
		db.lexicon.pages = map[int64][]string{}
	}
	maps.Copy(db.lexicon.pages, read)
	return rows.Err()
}

// print writes the terms of pairs of numbers.
func (l *lexicon) print(numbers []int64) (string, error) {
	return printTerms(numbers, func(n int64) (string, bool) {
		page, at := l.pages[(n-1)/pageWords], int((n-1)%pageWords)
		if n == 0 || at >= len(page) {
			return "", false
		}
		return page[at], true
	})
}

// printTerms writes the terms of pairs of numbers, whose words of gives.
func printTerms(numbers []int64, of func(int64) (string, bool)) (string, error) {
	var b strings.Builder
	for i, n := range numbers {
		if n == 0 && i%2 == 1 {
			continue
		}
		word, ok := of(n)
		if !ok {
			return "", errPacked
		}
		switch {
		case i%2 == 1:
			b.WriteByte('/')
		case i > 0:
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String(), nil
}
