import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openJournal } from "../../../../importer/index.ts";
import { temporaryFolder } from "../../../support/temporary-stories.ts";

const entry = {
  fileState: "1:2:3",
  contentHash: "hash",
  rules: "rules",
  articleId: "article-1",
  recordRevision: "revision",
};

test("openJournal() remembers stories from run to run, each dataset's apart", () => {
  const path = join(temporaryFolder(), "deep/journal.sqlite");
  const first = openJournal(path, "one");
  first.put("a.txt", entry);
  first.put("b.txt", { ...entry, fileState: undefined });
  first.close();

  const second = openJournal(path, "one");
  expect(second.get("a.txt")).toEqual(entry);
  expect(second.get("b.txt")).toEqual({ ...entry, fileState: undefined });
  expect(second.get("c.txt")).toBeUndefined();
  second.close();

  const other = openJournal(path, "two");
  expect(other.get("a.txt")).toBeUndefined();
  other.close();
});

test("openJournal() begins anew when the file is damaged", () => {
  const path = join(temporaryFolder(), "journal.sqlite");
  writeFileSync(path, "This is no database at all. ".repeat(100));
  const journal = openJournal(path, "one");
  journal.put("a.txt", entry);
  journal.close();
  const again = openJournal(path, "one");
  expect(again.get("a.txt")).toEqual(entry);
  again.close();
});

test("openJournal() does without a journal that another run is using, or that cannot be written", () => {
  const path = join(temporaryFolder(), "journal.sqlite");
  const first = openJournal(path, "one");
  const second = openJournal(path, "one");
  second.put("a.txt", entry);
  expect(second.get("a.txt")).toBeUndefined();
  second.close();
  first.put("a.txt", entry);
  first.close();
  const third = openJournal(path, "one");
  expect(third.get("a.txt")).toEqual(entry);
  third.close();

  const nowhere = openJournal("/dev/null/journal.sqlite", "one");
  nowhere.put("a.txt", entry);
  expect(nowhere.get("a.txt")).toBeUndefined();
  nowhere.close();
});
