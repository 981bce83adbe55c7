-- 1 for what the perspective "drafts" does not show: versions, and published documents that have a draft. Whoever writes a
-- draft or deletes one keeps it right. Few documents are hidden, so few rows are written here.
ALTER TABLE documents ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
UPDATE documents SET hidden = 1 WHERE layer NOT IN ('', 'drafts');
UPDATE documents SET hidden = 1
  WHERE (dataset, id) IN (SELECT dataset, published_id FROM documents WHERE layer = 'drafts') AND layer = '';

ALTER TABLE documents ADD COLUMN updated TEXT AS (CAST(content ->> '$._updatedAt' AS TEXT));

-- Lists of a type, in the order of ids and of the last change, as each perspective shows them. What a perspective asks is
-- in its index once more, so that counting looks at nothing else.
DROP INDEX documents_by_type;
CREATE INDEX documents_by_type ON documents (dataset, type, id, layer);
CREATE INDEX documents_in_drafts ON documents (dataset, type, published_id, hidden) WHERE hidden = 0;
CREATE INDEX documents_in_drafts_by_time ON documents (dataset, type, updated, published_id) WHERE hidden = 0;
CREATE INDEX documents_published_by_time ON documents (dataset, type, updated, id) WHERE layer = '';
