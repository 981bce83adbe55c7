-- As in 0004: the words of lake/text/indexed-words.ts now say how often they come, so that all have to be written anew.
DROP TABLE document_words;
CREATE VIRTUAL TABLE document_words USING fts5 (
  c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15,
  c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31,
  content = '', contentless_delete = 1, detail = 'column', prefix = 1,
  tokenize = 'ascii'
);
DELETE FROM unindexed_documents;
INSERT INTO unindexed_documents SELECT rowid FROM documents;
