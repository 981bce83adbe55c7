-- One row for each document that exists now.
CREATE TABLE documents (
  dataset TEXT NOT NULL,
  id TEXT NOT NULL,
  published_id TEXT NOT NULL,
  -- '' published, 'drafts', 'versions.<release>'
  layer TEXT NOT NULL,
  type TEXT NOT NULL,
  revision TEXT NOT NULL,
  content TEXT NOT NULL,
  slug TEXT AS (CAST(content ->> '$.slug.current' AS TEXT)),
  PRIMARY KEY (dataset, id)
) STRICT;
CREATE INDEX documents_by_type ON documents (dataset, type);
CREATE UNIQUE INDEX documents_by_group ON documents (dataset, published_id, layer);
CREATE INDEX documents_by_slug ON documents (dataset, slug);

-- Every _ref in the documents above. Strong ones hold their target in place.
CREATE TABLE document_references (
  dataset TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  strong INTEGER NOT NULL,
  PRIMARY KEY (dataset, source, target, strong)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_references_by_target ON document_references (dataset, target, strong);

-- What happened, for ever.
CREATE TABLE transactions (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset TEXT NOT NULL,
  id TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  author TEXT NOT NULL,
  -- Tells a repeated request from a reused id.
  request_hash TEXT NOT NULL,
  results TEXT NOT NULL,
  UNIQUE (dataset, id)
) STRICT;

CREATE TABLE changes (
  dataset TEXT NOT NULL,
  document TEXT NOT NULL,
  sequence INTEGER NOT NULL REFERENCES transactions,
  position INTEGER NOT NULL,
  previous_revision TEXT,
  deleted INTEGER NOT NULL,
  mutations TEXT NOT NULL,
  apply TEXT NOT NULL,
  revert TEXT NOT NULL,
  PRIMARY KEY (dataset, document, sequence)
) STRICT;
CREATE INDEX changes_by_sequence ON changes (sequence, position);

-- Values that Studio keeps for its user.
CREATE TABLE settings (
  user TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (user, key)
) STRICT, WITHOUT ROWID;
