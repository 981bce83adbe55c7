-- Each tree that a commit touches is a page more that it writes.

-- The transactions say by themselves which documents they changed.
DROP INDEX changes_by_sequence;

-- The next number is the last one's, or where the history begins: nobody has to count. What is on the disk is the same with and
-- without a counter, so that only what is said of the table changes (sqlite.org/lang_altertable.html, "Making Other Kinds Of
-- Table Schema Changes").
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, ' AUTOINCREMENT', '') WHERE name = 'transactions';
PRAGMA writable_schema = RESET;
DELETE FROM sqlite_sequence;
