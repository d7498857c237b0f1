-- +goose Up
-- What a report states stands beside the rest of its analysis, since only
-- settling asks for it: the statements, and the terms of what each says as
-- numbers of words. Analyses are made anew.
DELETE FROM analysis;
DELETE FROM cursor;
CREATE TABLE stated (
  report INTEGER PRIMARY KEY REFERENCES report(num),
  body   BLOB NOT NULL -- the statements and drafts of hearsay.Analysis, packed
);

-- +goose Down
SELECT 1;
