import { copyFile, mkdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ImportReport, openJournal } from "../../../importer/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { openTestLake } from "../../support/open-test-lake.ts";
import { shortStory } from "../../support/story-folder.ts";

openForEachTest();

const outcomes = ({ stories }: ImportReport): string[] => stories.map(({ outcome }) => outcome);
const headlines = async (): Promise<string[]> =>
  (await lake.client.fetch<string[]>('*[_type == "article"].headline')).sort();

/** A story that is long enough to be told from another. */
const longStory = (subject: string, verb: string): string => {
  const sentences = Array.from(
    { length: 12 },
    (_, number) =>
      `${subject} ${number} ${verb} before ${subject} ${number + 1} after ${verb} ${subject} ${number + 2} ${verb} hours`,
  );
  return shortStory(`${subject} ${verb}`, sentences.join(". "));
};

test("runImport() finds a story that was corrected and is read from the folder inside", async () => {
  await folder.write({ "politics/a.txt": longStory("Minister", "speaks") });
  await importFolder();
  await folder.write({
    "politics/a.txt": longStory("Minister", "speaks").replace("Minister", "The minister"),
  });
  const report = await importFolder({ inputs: [join(folder.path, "politics")] });
  expect(outcomes(report)).toEqual(["updated"]);
  expect(await headlines()).toEqual(["The minister speaks"]);
  expect(outcomes(await importFolder({ inputs: [join(folder.path, "politics")] }))).toEqual(["unchanged"]);
  expect(outcomes(await importFolder())).toEqual(["unchanged"]);
});

test("runImport() keeps two stories apart that stand under the same name in two folders", async () => {
  await folder.write({
    "monday/001.txt": longStory("Harbour", "opens"),
    "tuesday/001.txt": longStory("Library", "closes"),
  });
  const monday = { inputs: [join(folder.path, "monday")] };
  const tuesday = { inputs: [join(folder.path, "tuesday")] };
  expect(outcomes(await importFolder(monday))).toEqual(["created"]);
  const report = await importFolder(tuesday);
  expect(outcomes(report)).toEqual(["created"]);
  expect(report.problems.map(({ code }) => code)).toContain("path-reused");
  expect(await headlines()).toEqual(["Harbour opens", "Library closes"]);

  expect(outcomes(await importFolder(monday))).toEqual(["unchanged"]);
  expect(outcomes(await importFolder(tuesday))).toEqual(["unchanged"]);
  await folder.write({ "tuesday/001.txt": longStory("Library", "closes").replace("hours", "days") });
  expect(outcomes(await importFolder(tuesday))).toEqual(["updated"]);
  expect(await headlines()).toEqual(["Harbour opens", "Library closes"]);
});

test("runImport() makes the same of the same files, in whatever order they are named", async () => {
  await folder.write({ "a/x.txt": shortStory("One"), "b/y.txt": `${shortStory("One")}More.` });
  const [a, b] = [join(folder.path, "a"), join(folder.path, "b")];
  await importFolder({ inputs: [b, a] });
  await using other = await openTestLake();
  await importFolder({ inputs: [a, b], client: other.client });
  const query = '*[_type == "article"]{ _id, headline, slug } | order(_id)';
  expect(await lake.client.fetch(query)).toEqual(await other.client.fetch(query));
});

test("runImport() with a journal sees every change of a file", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens"), "b.txt": shortStory("Tunnel opens") });
  const path = join(folder.path, ".journal.sqlite");
  const withJournal = async (): Promise<string[]> => {
    const journal = openJournal(path, "test");
    const report = await importFolder({ journal });
    journal.close();
    return outcomes(report);
  };
  expect(await withJournal()).toEqual(["created", "created"]);
  expect(await withJournal()).toEqual(["unchanged", "unchanged"]);

  // Another file of the same size under the same name, and one that only looks newer.
  await folder.write({ "a.txt": shortStory("Bridge OPENS") });
  await utimes(join(folder.path, "b.txt"), new Date(), new Date());
  expect(await withJournal()).toEqual(["updated", "unchanged"]);
  expect(await headlines()).toEqual(["Bridge OPENS", "Tunnel opens"]);
});

test("runImport() believes no journal that the dataset contradicts", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  const path = join(folder.path, ".journal.sqlite");
  const withJournal = async (client = lake.client): Promise<string[]> => {
    const journal = openJournal(path, "test");
    const report = await importFolder({ journal, client });
    journal.close();
    return outcomes(report);
  };
  await withJournal();
  // Another dataset, that has never seen the story.
  await using other = await openTestLake();
  expect(await withJournal(other.client)).toEqual(["created"]);
  expect(await withJournal()).toEqual(["unchanged"]);
  // An editor who deletes the article, as the importer's memory stays.
  const id = await lake.client.fetch<string>('*[_type == "article"][0]._id');
  await lake.client.delete(id);
  expect(await withJournal()).toEqual(["skipped"]);
});

test("runImport() takes a copied folder for the same stories", async () => {
  await folder.write({ "a/x.txt": shortStory("Bridge opens") });
  const path = join(folder.path, ".journal.sqlite");
  const journal = openJournal(path, "test");
  await importFolder({ journal, inputs: [join(folder.path, "a")] });
  await mkdir(join(folder.path, "copy"));
  await copyFile(join(folder.path, "a/x.txt"), join(folder.path, "copy/x.txt"));
  expect(outcomes(await importFolder({ journal, inputs: [join(folder.path, "copy")] }))).toEqual([
    "unchanged",
  ]);
  journal.close();
});
