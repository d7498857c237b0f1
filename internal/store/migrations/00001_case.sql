-- +goose Up
-- What was read. Nothing here is ever rewritten by a stage.
CREATE TABLE report (
  num            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  path           TEXT NOT NULL,
  format         TEXT NOT NULL,
  title          TEXT NOT NULL,
  outlet         TEXT NOT NULL,
  published      TEXT NOT NULL,
  lang           TEXT NOT NULL,
  text           TEXT NOT NULL,
  meta           BLOB NOT NULL, -- the rest of hearsay.Report, JSON
  raw            BLOB NOT NULL  -- the original bytes, deflated
);
CREATE INDEX report_lang ON report(lang);
CREATE TABLE report_path (
  path   TEXT PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report(num)
) WITHOUT ROWID;
CREATE INDEX report_path_report ON report_path(report);
CREATE VIRTUAL TABLE report_fts USING fts5(
  title, text, outlet, content='report', content_rowid='num', tokenize='unicode61 remove_diacritics 2');
-- +goose StatementBegin
CREATE TRIGGER report_indexed AFTER INSERT ON report BEGIN
  INSERT INTO report_fts(rowid, title, text, outlet) VALUES (new.num, new.title, new.text, new.outlet);
END;
-- +goose StatementEnd
CREATE TABLE problem (
  path    TEXT NOT NULL,
  code    TEXT NOT NULL,
  reason  TEXT NOT NULL,
  remedy  TEXT NOT NULL,
  partial INTEGER NOT NULL,
  PRIMARY KEY (path, reason)
);

-- What a person said.
CREATE TABLE outlet (
  name    TEXT PRIMARY KEY,
  owner   TEXT NOT NULL,
  aliases TEXT NOT NULL, -- JSON array
  domain  TEXT NOT NULL
);
CREATE TABLE setting (
  path      TEXT PRIMARY KEY,
  outlet    TEXT NOT NULL,
  published TEXT NOT NULL
);
CREATE TABLE ruling (
  id     INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL,
  a      TEXT NOT NULL,
  b      TEXT NOT NULL,
  made   TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
);

-- What was derived from one report.
CREATE TABLE analysis (
  report INTEGER PRIMARY KEY REFERENCES report(num),
  body   BLOB NOT NULL -- hearsay.Analysis, JSON
);
CREATE TABLE cursor (
  stage    TEXT PRIMARY KEY, -- name@version
  position TEXT NOT NULL
);

-- What was derived from the case as a whole.
CREATE TABLE identity (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  body BLOB NOT NULL -- hearsay.Identity, JSON
);
CREATE TABLE identity_of (
  report   INTEGER NOT NULL,
  entity   TEXT NOT NULL, -- id of the entity in its report
  identity TEXT NOT NULL,
  PRIMARY KEY (report, entity)
) WITHOUT ROWID;
CREATE INDEX identity_of_identity ON identity_of(identity);
CREATE TABLE publication ( -- of a report, with what a person said of it
  report    INTEGER PRIMARY KEY,
  outlet    TEXT NOT NULL,
  family    TEXT NOT NULL,
  party     INTEGER NOT NULL, -- the outlet speaks for itself
  published TEXT NOT NULL,    -- JSON
  day       TEXT NOT NULL     -- as far as it is known: 2016-03-01, 2016-03, 2016 or empty
);
CREATE TABLE speaks_for (
  who    TEXT NOT NULL, -- hand keys
  whom   TEXT NOT NULL,
  report INTEGER NOT NULL,
  first  INTEGER NOT NULL, -- span of the words that say so
  last   INTEGER NOT NULL,
  PRIMARY KEY (who, whom, report)
) WITHOUT ROWID;
CREATE TABLE derivation (
  source INTEGER NOT NULL,
  target INTEGER NOT NULL,
  body   BLOB NOT NULL, -- hearsay.Derivation, JSON, with its alignment
  PRIMARY KEY (source, target)
) WITHOUT ROWID;
CREATE INDEX derivation_target ON derivation(target);
CREATE TABLE same_text (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  overlap REAL NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE TABLE drift (
  report INTEGER NOT NULL,
  base   INTEGER NOT NULL,
  body   BLOB NOT NULL -- hearsay.Drift, JSON
);
CREATE INDEX drift_report ON drift(report);
CREATE TABLE claim (
  id         TEXT PRIMARY KEY,
  text       TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  terms      TEXT NOT NULL,    -- of the proposition that stands for it
  reports    INTEGER NOT NULL  -- how many assert it
);
CREATE INDEX claim_reports ON claim(reports DESC);
CREATE TABLE statement (
  num     INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  claim   TEXT NOT NULL,
  speaker TEXT NOT NULL, -- identity
  terms   TEXT NOT NULL, -- of the proposition, as claims prints them
  body    BLOB NOT NULL, -- hearsay.Statement, JSON
  full    BLOB NOT NULL  -- its chain through the whole case, JSON
);
CREATE INDEX statement_report ON statement(report, seq);
CREATE INDEX statement_claim ON statement(claim);
CREATE INDEX statement_speaker ON statement(speaker);
CREATE VIRTUAL TABLE statement_fts USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0');

-- What search asks of the case; all of it follows from the tables above.
CREATE TABLE said (
  num       INTEGER PRIMARY KEY, -- in the order of publication, undated last
  statement INTEGER NOT NULL,
  report    INTEGER NOT NULL,
  speaker   TEXT NOT NULL, -- identity, or the hand key of the outlet in its own voice
  stance    TEXT NOT NULL,
  kind      TEXT NOT NULL, -- of the attribution; empty for the outlet's own voice
  ending    TEXT NOT NULL
);
CREATE INDEX said_speaker ON said(speaker);
CREATE VIRTUAL TABLE said_fts USING fts5(content, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE name_fts USING fts5(names, identity UNINDEXED, tokenize='unicode61 remove_diacritics 2');
CREATE TABLE name_key ( -- under which names of one sound meet
  key      TEXT NOT NULL,
  identity TEXT NOT NULL,
  PRIMARY KEY (key, identity)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE report_vocabulary USING fts5vocab(report_fts, row);
CREATE TABLE word (
  term    TEXT PRIMARY KEY,
  reports INTEGER NOT NULL
) WITHOUT ROWID;

-- +goose Down
DROP TABLE word;
DROP TABLE report_vocabulary;
DROP TABLE name_key;
DROP TABLE name_fts;
DROP TABLE said_fts;
DROP TABLE said;
DROP TABLE statement_fts;
DROP TABLE statement;
DROP TABLE claim;
DROP TABLE drift;
DROP TABLE same_text;
DROP TABLE derivation;
DROP TABLE speaks_for;
DROP TABLE publication;
DROP TABLE identity_of;
DROP TABLE identity;
DROP TABLE cursor;
DROP TABLE analysis;
DROP TABLE ruling;
DROP TABLE setting;
DROP TABLE outlet;
DROP TABLE problem;
DROP TABLE report_fts;
DROP TABLE report_path;
DROP TABLE report;
