-- +goose Up
-- What settling found out about the case, for a process that settles it after
-- the next report. It can be dropped: the next settlement finds it out anew.
CREATE TABLE kept (
  step TEXT PRIMARY KEY, -- of settling; empty for who wrote it
  body BLOB NOT NULL
) WITHOUT ROWID;

-- +goose Down
DROP TABLE kept;
