-- How many documents of a type each perspective shows. Every writer keeps it right without knowing of it; what is only patched is
-- not counted anew.
CREATE TABLE document_counts (
  dataset TEXT NOT NULL,
  type TEXT NOT NULL,
  stored INTEGER NOT NULL,
  published INTEGER NOT NULL,
  -- Those that the perspective "drafts" shows.
  seen_in_drafts INTEGER NOT NULL,
  PRIMARY KEY (dataset, type)
) STRICT, WITHOUT ROWID;
INSERT INTO document_counts
  SELECT dataset, type, count(*), sum(layer = ''), sum(hidden = 0) FROM documents GROUP BY dataset, type;

CREATE TRIGGER documents_counted AFTER INSERT ON documents BEGIN
  INSERT INTO document_counts VALUES (new.dataset, new.type, 1, new.layer = '', new.hidden = 0)
    ON CONFLICT (dataset, type) DO UPDATE SET stored = stored + 1,
      published = published + excluded.published, seen_in_drafts = seen_in_drafts + excluded.seen_in_drafts;
END;
CREATE TRIGGER documents_uncounted AFTER DELETE ON documents BEGIN
  UPDATE document_counts SET stored = stored - 1,
    published = published - (old.layer = ''), seen_in_drafts = seen_in_drafts - (old.hidden = 0)
    WHERE dataset = old.dataset AND type = old.type;
END;
CREATE TRIGGER documents_recounted AFTER UPDATE OF type, hidden ON documents BEGIN
  UPDATE document_counts SET stored = stored - 1,
    published = published - (old.layer = ''), seen_in_drafts = seen_in_drafts - (old.hidden = 0)
    WHERE dataset = old.dataset AND type = old.type;
  INSERT INTO document_counts VALUES (new.dataset, new.type, 1, new.layer = '', new.hidden = 0)
    ON CONFLICT (dataset, type) DO UPDATE SET stored = stored + 1,
      published = published + excluded.published, seen_in_drafts = seen_in_drafts + excluded.seen_in_drafts;
END;
