-- +goose Up
-- The terms of statements, which took as much room as the text of the reports,
-- are kept as numbers of words. Settlements are derived anew.
CREATE TABLE lexicon ( -- the words of terms, sixty-four a page
  page  INTEGER PRIMARY KEY,
  words TEXT NOT NULL
);
DELETE FROM statement;
DELETE FROM cursor WHERE stage LIKE 'settle@%';

-- +goose Down
SELECT 1;
