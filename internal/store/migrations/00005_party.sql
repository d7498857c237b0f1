-- +goose Up
-- Every count asks which outlets speak for themselves.
CREATE INDEX publication_party ON publication(outlet) WHERE party;

-- +goose Down
DROP INDEX publication_party;
