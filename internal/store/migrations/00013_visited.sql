-- +goose Up
-- How the server of an address that is watched told to recognise what it gave,
-- so that it need not give it again.
CREATE TABLE visited (
  path     TEXT PRIMARY KEY, -- the address as the person wrote it
  url      TEXT NOT NULL,    -- after redirects
  etag     TEXT NOT NULL,
  modified TEXT NOT NULL
) WITHOUT ROWID;

-- +goose Down
DROP TABLE visited;
