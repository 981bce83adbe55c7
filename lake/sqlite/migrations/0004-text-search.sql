-- The words of each document, as lake/text/indexed-words.ts has them, in the column of their field: text-index.ts says which.
-- The texts themselves are in the documents alone. A row has the number of its document's row.
CREATE VIRTUAL TABLE document_words USING fts5 (
  c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15,
  c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31,
  content = '', contentless_delete = 1, detail = 'column', prefix = 1,
  -- Whoever writes here has folded all that is not in ASCII.
  tokenize = 'ascii'
);

-- Rows of documents that were written or deleted since their words were. Searches take them for found.
CREATE TABLE unindexed_documents (document INTEGER PRIMARY KEY) STRICT;
INSERT INTO unindexed_documents SELECT rowid FROM documents;
