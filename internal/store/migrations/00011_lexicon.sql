-- +goose Up
-- The terms of statements, which took as much room as the text of the reports,
-- are kept as numbers of words, and so is what each statement of a report says
-- by itself, beside the rest of the analysis. Both are derived anew.
CREATE TABLE lexicon ( -- the words of terms, sixty-four a page
  page  INTEGER PRIMARY KEY,
  words TEXT NOT NULL
);
DELETE FROM statement;
DELETE FROM analysis;
DELETE FROM cursor;
CREATE TABLE draft ( -- hearsay.Analysis.Drafts, packed
  report INTEGER PRIMARY KEY REFERENCES report(num),
  body   BLOB NOT NULL
);

-- +goose Down
SELECT 1;
