-- Where the history of a dataset begins, if what happened before was thinned out.
CREATE TABLE history_starts (
  dataset TEXT NOT NULL PRIMARY KEY,
  -- The first transaction of which the changes are kept.
  sequence INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
