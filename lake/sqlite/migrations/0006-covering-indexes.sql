-- All that decides who sees a document of a type, so that references to something are counted and put in order without a look
-- at the documents themselves.
DROP INDEX documents_by_type;
CREATE INDEX documents_by_type ON documents (dataset, type, id, layer, hidden, published_id);
