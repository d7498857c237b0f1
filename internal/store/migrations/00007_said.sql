-- +goose Up
-- A statement is one row: what search asks of it stands beside the rest, and it
-- is numbered in the order of publication. It is derived anew.
DROP TABLE said;
DROP TABLE statement;
DELETE FROM cursor WHERE stage LIKE 'settle@%';
CREATE TABLE statement (
  num     INTEGER PRIMARY KEY, -- in the order of publication, undated last
  report  INTEGER NOT NULL,
  claim   INTEGER NOT NULL,
  speaker INTEGER NOT NULL, -- identity; 0 for the outlet in its own voice
  stance  INTEGER NOT NULL, -- number of a word of our own, as are the next two
  kind    INTEGER NOT NULL, -- of the attribution; that of the empty word for the outlet's own voice
  ending  INTEGER NOT NULL,
  terms   TEXT NOT NULL,    -- of the proposition, as claims prints them
  body    BLOB NOT NULL     -- hearsay.Statement and its chain through the whole case, packed
);
CREATE INDEX statement_report ON statement(report);
CREATE INDEX statement_claim ON statement(claim);
CREATE INDEX statement_speaker ON statement(speaker) WHERE speaker <> 0;
CREATE INDEX statement_unsure ON statement(stance, claim) WHERE stance <> 4; -- asserts

-- +goose Down
SELECT 1;
