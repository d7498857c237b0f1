-- +goose Up
-- By which the lists of claims are filtered and sorted.
CREATE INDEX said_unsure ON said(stance, statement) WHERE stance <> 'asserts';
CREATE INDEX publication_outlet ON publication(outlet);

-- +goose Down
DROP INDEX publication_outlet;
DROP INDEX said_unsure;
