-- +goose Up
-- Folders and addresses that a person wants read again and again.
CREATE TABLE watch (
  path    TEXT PRIMARY KEY,
  seconds INTEGER NOT NULL, -- between two looks
  stopped INTEGER NOT NULL DEFAULT 0,
  made    TEXT NOT NULL
);
CREATE TABLE watched ( -- a file of a watched folder, as it was when it was read
  watch   TEXT NOT NULL,
  path    TEXT NOT NULL,
  size    INTEGER NOT NULL,
  changed INTEGER NOT NULL, -- nanoseconds since 1970
  PRIMARY KEY (watch, path)
) WITHOUT ROWID;

-- +goose Down
DROP TABLE watched;
DROP TABLE watch;
