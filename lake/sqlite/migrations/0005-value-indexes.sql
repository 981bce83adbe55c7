-- What queries keep asking of the documents of a type: a field, or an expression over a document.
CREATE TABLE value_indexes (
  number INTEGER PRIMARY KEY,
  dataset TEXT NOT NULL,
  type TEXT NOT NULL,
  -- JSON: a path, or the syntax tree of an expression.
  key TEXT NOT NULL,
  -- The documents up to this id are read in; NULL when all are. Those that are written meanwhile are kept right anyway.
  read_to TEXT,
  -- The day on which a query asked for it last.
  asked TEXT NOT NULL,
  UNIQUE (dataset, type, key)
) STRICT;

-- Its value in each document, as GROQ orders: by kind, then by value. Filled a little at a time, which no expression index
-- of SQLite can be: that would keep everybody waiting until it is complete.
CREATE TABLE indexed_values (
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  published_id TEXT NOT NULL,
  -- 0 time (in milliseconds), 1 number, 2 text, 3 true or false, 4 all else, which has no value here
  kind INTEGER NOT NULL,
  value ANY,
  -- 1 where there is nothing, or null
  missing INTEGER NOT NULL,
  -- As in documents.
  hidden INTEGER NOT NULL,
  published INTEGER NOT NULL,
  PRIMARY KEY (number, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX indexed_values_by_value ON indexed_values (number, kind, value, published_id, hidden, missing, published);
CREATE INDEX indexed_values_published ON indexed_values (number, kind, value, published_id, missing) WHERE published = 1;

-- All that decides who sees a document, so that those that refer to another are counted and put in order without a look at their
-- long content.
CREATE INDEX documents_seen ON documents (dataset, id, type, layer, hidden, published_id);

-- The last changed of a type, whatever the perspective, and the versions that stand before drafts and published documents in
-- those of releases. There are few versions.
DROP INDEX documents_published_by_time;
CREATE INDEX documents_by_time ON documents (dataset, type, updated, id, layer);
CREATE INDEX documents_versions ON documents (dataset, layer, published_id) WHERE layer NOT IN ('', 'drafts');
