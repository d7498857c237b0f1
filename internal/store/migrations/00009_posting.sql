-- +goose Up
-- Trace looks up statements by their terms in lists of its own, which take a
-- third of the room of a full-text index and are ranked in a tenth of its time.
-- Which reports tell that somebody was asked is looked up once. Settlements are
-- derived anew.
DROP TABLE statement_fts;
DELETE FROM cursor WHERE stage LIKE 'settle@%';
CREATE TABLE posting ( -- which statements hold a token of a term
  token      TEXT PRIMARY KEY,
  statements BLOB NOT NULL -- their numbers, each as the distance from the one before
) WITHOUT ROWID;
CREATE TABLE statement_size ( -- how many tokens each statement has
  first INTEGER PRIMARY KEY, -- number of the first of them
  total INTEGER NOT NULL,
  sizes BLOB NOT NULL        -- a byte each
);
CREATE TABLE asked ( -- reports with words by which one tells that somebody was asked
  report INTEGER PRIMARY KEY
);
CREATE TABLE language ( -- of the reports
  lang    TEXT PRIMARY KEY,
  reports INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO language(lang, reports) SELECT lang, count(*) FROM report GROUP BY lang;
DROP INDEX report_lang;
CREATE INDEX publication_day ON publication(day);

-- +goose Down
SELECT 1;
