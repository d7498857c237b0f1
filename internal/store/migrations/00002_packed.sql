-- +goose Up
-- What is derived takes a third of the room: packed rows, numbers for the ids
-- of identities and claims, and nothing twice. It is derived anew, so that
-- nothing of the old tables has to be carried over. Space that they leave is
-- used for the new ones.
DROP TABLE word;
DROP TABLE name_key;
DROP TABLE name_fts;
DROP TABLE said_fts;
DROP TABLE said;
DROP TABLE statement_fts;
DROP TABLE statement;
DROP TABLE claim;
DROP TABLE drift;
DROP TABLE derivation;
DROP TABLE identity_of;
DROP TABLE identity;
DELETE FROM analysis;
DELETE FROM cursor;

-- The number of an identity is that in its id, "e" and 12 hexadecimal digits;
-- that of a claim is the one in "c" and 12 digits. 0 is nobody, or no claim.
CREATE TABLE identity (
  num  INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  body BLOB NOT NULL -- the rest of hearsay.Identity, packed
);
CREATE TABLE identity_of (
  report   INTEGER NOT NULL,
  entity   TEXT NOT NULL, -- id of the entity in its report
  identity INTEGER NOT NULL,
  PRIMARY KEY (report, entity)
) WITHOUT ROWID;
CREATE INDEX identity_of_identity ON identity_of(identity);
CREATE TABLE derivation (
  source INTEGER NOT NULL,
  target INTEGER NOT NULL,
  body   BLOB NOT NULL, -- store.Derivation, packed
  PRIMARY KEY (source, target)
) WITHOUT ROWID;
CREATE INDEX derivation_target ON derivation(target);
CREATE TABLE drift (
  report INTEGER NOT NULL,
  base   INTEGER NOT NULL,
  body   BLOB NOT NULL -- store.Drift, packed
);
CREATE INDEX drift_report ON drift(report);
CREATE TABLE claim (
  num        INTEGER PRIMARY KEY,
  statement  INTEGER NOT NULL, -- the one that stands for it
  first      INTEGER NOT NULL, -- span of its words in that statement's report
  last       INTEGER NOT NULL,
  first_seen TEXT NOT NULL,
  reports    INTEGER NOT NULL  -- how many assert it
);
CREATE INDEX claim_reports ON claim(reports DESC) WHERE reports > 1;
CREATE TABLE statement (
  num     INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL,
  claim   INTEGER NOT NULL,
  speaker INTEGER NOT NULL, -- identity
  terms   TEXT NOT NULL,    -- of the proposition, as claims prints them
  body    BLOB NOT NULL     -- hearsay.Statement and its chain through the whole case, packed
);
CREATE INDEX statement_report ON statement(report);
CREATE INDEX statement_claim ON statement(claim);
CREATE INDEX statement_speaker ON statement(speaker) WHERE speaker <> 0;
CREATE VIRTUAL TABLE statement_fts USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0');

CREATE TABLE said (
  num       INTEGER PRIMARY KEY, -- in the order of publication, undated last
  statement INTEGER NOT NULL,
  report    INTEGER NOT NULL,
  speaker   INTEGER NOT NULL, -- identity; 0 for the outlet in its own voice
  stance    TEXT NOT NULL,
  kind      TEXT NOT NULL, -- of the attribution; empty for the outlet's own voice
  ending    TEXT NOT NULL
);
CREATE INDEX said_speaker ON said(speaker) WHERE speaker <> 0;
CREATE VIRTUAL TABLE said_fts USING fts5(content, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE name_fts USING fts5(names, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE TABLE name_key ( -- under which names of one sound meet
  key      INTEGER NOT NULL, -- its hash
  identity INTEGER NOT NULL,
  PRIMARY KEY (key, identity)
) WITHOUT ROWID;
CREATE TABLE word (
  term    TEXT PRIMARY KEY,
  reports INTEGER NOT NULL
) WITHOUT ROWID;

-- +goose Down
SELECT 1;
