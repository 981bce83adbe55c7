-- What lists hold (lake/core/members-key.ts): as indexed_values, but with a row for each different number, text, true or false in
-- the list of a document.
CREATE TABLE indexed_members (
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  published_id TEXT NOT NULL,
  kind INTEGER NOT NULL,
  value ANY NOT NULL,
  hidden INTEGER NOT NULL,
  published INTEGER NOT NULL,
  PRIMARY KEY (number, id, kind, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX indexed_members_by_value ON indexed_members (number, kind, value, published_id, hidden, published);
