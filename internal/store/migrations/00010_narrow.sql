-- +goose Up
-- Names take a third of the room: what finds them stands in pages, and where
-- they appear beside each report and each identity. The statements of a claim
-- stand beside it, and those of a report follow one another, so that neither
-- needs an index. Settlements are derived anew.
DROP TABLE identity;
DROP TABLE identity_of;
DROP TABLE name_key;
DELETE FROM cursor WHERE stage LIKE 'settle@%';
CREATE TABLE identity (
  num    INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  body   BLOB NOT NULL, -- the rest of hearsay.Identity, packed
  places BLOB NOT NULL  -- the reports and their entities that it is, packed
);
CREATE TABLE identity_of ( -- the identities of the entities of a report
  report  INTEGER PRIMARY KEY,
  members BLOB NOT NULL -- packed
);
CREATE TABLE name_key ( -- under which names of one sound meet
  first   INTEGER PRIMARY KEY, -- the least key of the page
  entries BLOB NOT NULL        -- keys and identities, packed
);
DROP TABLE claim;
CREATE TABLE claim (
  num        INTEGER PRIMARY KEY,
  statement  INTEGER NOT NULL, -- the one whose words stand for it
  skipped    INTEGER NOT NULL, -- bytes of those words
  statements BLOB NOT NULL,    -- the numbers of all of them, as in posting; empty if there is one
  first_seen INTEGER NOT NULL, -- the digits of the day: 20160301, 20160300, 20160000, 0
  reports    INTEGER NOT NULL  -- how many assert it
);
CREATE INDEX claim_reports ON claim(reports DESC) WHERE reports > 1;
DROP INDEX statement_claim;
DROP INDEX statement_report;
DELETE FROM publication;
ALTER TABLE publication ADD COLUMN statement INTEGER NOT NULL DEFAULT 0;  -- the first of the report
ALTER TABLE publication ADD COLUMN statements INTEGER NOT NULL DEFAULT 0; -- how many follow one another
-- What an index gathers in memory before it writes it down: a piece more is
-- merged with the others again and again.
INSERT INTO report_fts(report_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO said_fts(said_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO name_fts(name_fts, rank) VALUES ('hashsize', 16777216);

-- +goose Down
SELECT 1;
