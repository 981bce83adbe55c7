import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeEach, expect, test } from "vitest";
import { checkLake, type LakeCheck } from "../../lake/check-lake.ts";
import { assetPath } from "../../lake/assets/asset-files.ts";
import { parseAssetDocumentId } from "../../lake/assets/asset-name.ts";
import { openServices } from "../../lake/open-services.ts";
import { dataFolderOfTest, falsify, fillLake, garble, overwrite } from "./support/data-folder.ts";
import { plain } from "./support/pictures.ts";
import { serveTestLake } from "./support/serve-test-lake.ts";

let dataFolder: string;
let database: string;
beforeEach(() => {
  dataFolder = dataFolderOfTest();
  database = join(dataFolder, "lake.sqlite");
});

const check = (): Promise<LakeCheck> => checkLake({ database, assetFolder: join(dataFolder, "assets") });

/** Changes rows behind the lake's back. */
function corrupt(sql: string): void {
  const open = new DatabaseSync(database);
  open.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  open.close();
}

test("checkLake() finds nothing in a lake that was worked on in every way, and changes nothing", async () => {
  const lake = await serveTestLake(dataFolder);
  const picture = await lake.client.assets.upload("image", await plain(20, 10));
  await lake.client.assets.upload("file", Buffer.from("text"), { filename: "a.txt" });
  const id = "story";
  await lake.client.create({ _id: `drafts.${id}`, _type: "story", a: [{ _key: "x", n: 1 }], gone: null });
  await lake.client
    .patch(`drafts.${id}`)
    .set({ picture: { _ref: picture._id } })
    .insert("after", "a[-1]", [{ _key: "y", n: 2 }])
    .commit();
  await lake.client
    .patch(`drafts.${id}`)
    .unset(['a[_key=="x"]'])
    .inc({ n: 1 })
    .setIfMissing({ n: 1 })
    .commit();
  const pair = { draftId: `drafts.${id}`, publishedId: id };
  await lake.client.action({ actionType: "sanity.action.document.publish", ...pair });
  await lake.client.action({
    actionType: "sanity.action.document.edit",
    ...pair,
    patch: { set: { t: "é𝄞" } },
  });
  await lake.client.action({ actionType: "sanity.action.document.discard", draftId: pair.draftId });
  await lake.client.action({ actionType: "sanity.action.document.unpublish", ...pair });
  await lake.client.createOrReplace({ _id: pair.draftId, _type: "story", other: {} });
  await lake.client.create({ _id: "brief", _type: "story" });
  await lake.client.delete("brief");
  await lake.client.create({ _id: "brief", _type: "another" });
  await lake.client.createIfNotExists({ _id: "brief", _type: "another" });
  await lake.close();

  const before = readFileSync(database);
  expect(await check()).toEqual({ documents: 4, transactions: 14, assets: 2, damage: [] });
  expect(readFileSync(database)).toEqual(before);
});

test.each<[what: string, sql: string, damage: string]>([
  [
    "a document without its system fields",
    `UPDATE documents SET content = '{"_id":"story-3"}' WHERE id = 'story-3'`,
    'Document "story-3" of dataset "production" lacks system fields',
  ],
  [
    "a word that was changed in a document",
    "UPDATE documents SET content = replace(content, 'Paragraph 7 ', 'Paragraph 8 ') WHERE id = 'story-3'",
    'The history of document "story-3" of dataset "production" does not give what it says now',
  ],
  [
    "a word that was changed in the log",
    "UPDATE changes SET mutations = replace(mutations, 'Paragraph 7 ', 'Paragraph 8 ') WHERE document = 'story-3'",
    'The history of document "story-3" of dataset "production" does not give what it says now',
  ],
  [
    "a way back that is no JSON",
    "UPDATE changes SET revert = '[0,' WHERE document = 'story-3'",
    'The history of document "story-3" of dataset "production" cannot be followed',
  ],
  [
    "a document that is missing in the index of words",
    "DELETE FROM unindexed_documents; DELETE FROM document_words",
    'Searches cannot find document "story-3" of dataset "production"',
  ],
  [
    "a row of the index of words without a document",
    "INSERT INTO document_words (rowid, c0) VALUES (1000, 'word')",
    "The index of words has documents that do not exist",
  ],
  [
    "a type that is counted wrong",
    "UPDATE document_counts SET published = published + 1",
    'The number of documents of type "story" in dataset "production" is not the one that is counted',
  ],
  [
    "a type that is not counted",
    "DELETE FROM document_counts",
    'The number of documents of type "story" in dataset "production" is not the one that is counted',
  ],
  [
    "a row that contradicts its document",
    "UPDATE documents SET type = 'other' WHERE id = 'story-3'",
    'Document "story-3" of dataset "production" contradicts its index: type',
  ],
  [
    "a change that is missing at the end",
    "DELETE FROM changes WHERE document = 'story-0' AND previous_revision IS NOT NULL",
    'The history of document "story-0" of dataset "production" does not lead to its present revision',
  ],
  [
    "a change that is missing at the beginning",
    "DELETE FROM changes WHERE document = 'story-0' AND previous_revision IS NULL",
    'The history of document "story-0" of dataset "production" has a gap',
  ],
  [
    "a transaction that is missing",
    "DELETE FROM transactions WHERE sequence = 4",
    'The history of document "story-3" of dataset "production" names a transaction that is missing',
  ],
  [
    "a change that its transaction does not name",
    "UPDATE transactions SET results = '[]' WHERE sequence = 4",
    "The log has changes of documents that none of its transactions names",
  ],
  [
    "a document that is missing",
    "DELETE FROM documents WHERE id = 'story-3'",
    'The history of document "story-3" of dataset "production" ends with a document that is missing',
  ],
  [
    "a document that no transaction made",
    "DELETE FROM changes WHERE document = 'story-3'",
    'Document "story-3" of dataset "production" has no history',
  ],
  [
    "a reference that is not listed",
    "DELETE FROM document_references WHERE source = 'story-3'",
    'References of document "story-3" of dataset "production" are not listed',
  ],
  [
    "a reference that is listed in vain",
    "INSERT INTO document_references VALUES ('production', 'story-0', 'story-3', 1)",
    'A reference from document "story-0" of dataset "production" is listed',
  ],
])("checkLake() finds %s", async (_what, sql, damage) => {
  fillLake(dataFolder, 6);
  expect((await check()).damage).toEqual([]);
  corrupt(sql);
  expect((await check()).damage).toContainEqual(expect.stringContaining(damage));
});

test("checkLake() goes on behind a damaged page, and says what it could not read", async () => {
  fillLake(dataFolder);
  overwrite(database, 12 * 4096, new Uint8Array(4096).fill(170));
  const { damage } = await check();
  expect(damage.length).toBeGreaterThan(0);
});

test("checkLake() finds a document that is no JSON", async () => {
  fillLake(dataFolder);
  garble(database, "story-5");
  const { documents, damage } = await check();
  expect(documents).toBe(40);
  expect(damage).toContainEqual(
    expect.stringMatching(/^Document "story-5" of dataset "production" cannot be read: /),
  );
});

test("checkLake() finds damage in the text of history that opening a lake does not look at", async () => {
  fillLake(dataFolder);
  falsify(database, "in particular at some length", "in partikular at some length");
  openServices({ dataFolder }).close();
  expect((await check()).damage).toHaveLength(1);
});

test("checkLake() finds an asset that is gone, and one whose bytes have changed", async () => {
  const lake = await serveTestLake(dataFolder);
  const { _id: gone } = await lake.client.assets.upload("file", Buffer.from("one"), { filename: "a.txt" });
  const { _id: changed } = await lake.client.assets.upload("file", Buffer.from("two"), { filename: "b.txt" });
  // One that was copied from a hosted dataset has its bytes there.
  await lake.client.create({
    _id: "image-x-1x1-png",
    _type: "sanity.imageAsset",
    path: "images/p/d/x-1x1.png",
  });
  await lake.close();
  expect((await check()).damage).toEqual([]);

  const pathOf = (id: string): string => {
    const name = parseAssetDocumentId(id);
    if (!name) throw new Error(`BUG: ${id} is no asset`);
    return assetPath(join(dataFolder, "assets", "production"), name);
  };
  rmSync(pathOf(gone));
  overwrite(pathOf(changed), 1, "W");
  const { damage } = await check();
  expect(damage).toHaveLength(2);
  expect(damage).toContainEqual(
    expect.stringContaining(`Asset "${gone}" of dataset "production" has lost its file`),
  );
  expect(damage).toContainEqual(
    expect.stringMatching(`Asset "${changed}" .* has a file ".*" that was damaged`),
  );
  expect(existsSync(pathOf(changed))).toBe(true);
});
