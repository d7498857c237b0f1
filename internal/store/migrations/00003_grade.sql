-- +goose Up
-- What a person thinks of an outlet, in the letters of the Admiralty code. The
-- newest row of an outlet holds; the others are its history.
CREATE TABLE grade (
  id     INTEGER PRIMARY KEY,
  outlet TEXT NOT NULL,
  grade  TEXT NOT NULL, -- A to F; empty where it was taken back
  reason TEXT NOT NULL,
  made   TEXT NOT NULL
);
CREATE INDEX grade_outlet ON grade(outlet, id);

-- +goose Down
DROP TABLE grade;
