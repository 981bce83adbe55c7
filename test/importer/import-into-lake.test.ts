import { expect, test } from "vitest";
import type { ImportReport } from "../../importer/index.ts";
import { documentSchemas, isContentType } from "../../schemas/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";
import { bytesOf } from "../support/parse-all.ts";
import { shortStory } from "../support/story-folder.ts";

openForEachTest();

const mutations = (): number => lake.requests.get("mutate") ?? 0;

const outcomes = ({ stories }: ImportReport): string[] => stories.map(({ outcome }) => outcome);

const codes = ({ problems }: ImportReport): string[] => problems.map(({ code }) => code);

type StoredDocument = Record<string, unknown> & { _id: string; _rev: string; _type: string };

const documents = (filter = "true"): Promise<StoredDocument[]> =>
  lake.client.fetch<StoredDocument[]>(`*[${filter}] | order(_id)`);

const ids = async (filter?: string): Promise<string[]> => (await documents(filter)).map(({ _id }) => _id);

/** The article that the only story of the folder has become, as editors see it. */
async function onlyArticle(): Promise<StoredDocument> {
  const [article, ...others] = await lake.client.fetch<StoredDocument[]>(
    '*[_type == "article"]',
    {},
    { perspective: "drafts" },
  );
  if (article === undefined || others.length > 0) throw new Error("there is not one article");
  return article;
}

test("runImport() writes a story as drafts with weak references, and a record, in one transaction", async () => {
  const report = await importFolder({ inputs: ["seeds"] });
  expect(report.counts).toEqual({
    read: 1,
    created: 1,
    updated: 0,
    unchanged: 0,
    merged: 0,
    suggested: 0,
    skipped: 0,
    failed: 0,
  });
  // The story's, and the end of the run.
  expect(mutations()).toBe(2);
  const stored = await documents('_type != "importRun"');
  expect(stored.map(({ _type }) => _type).sort()).toEqual([
    "article",
    "importRecord",
    "newsImage",
    "newsImage",
    "outletProfile",
    "source",
    "source",
    "source",
  ]);
  expect(new Set(stored.map(({ _rev }) => _rev)).size).toBe(1);
  const content = stored.filter(({ _type }) => isContentType(_type));
  expect(content.every(({ _id }) => _id.startsWith("drafts."))).toBe(true);
  for (const document of content.filter(({ _type }) => _type !== "source")) {
    const references = JSON.stringify(document).match(/"_ref"/g)?.length;
    expect(JSON.stringify(document).match(/"_weak":true/g)?.length).toBe(references);
    expect(
      JSON.stringify(document).match(/"_strengthenOnPublish":\{"type":"(source|newsImage)"\}/g)?.length,
    ).toBe(references);
  }
});

test("runImport() keeps the story's text, its documents and its problems in the import record", async () => {
  await importFolder({
    inputs: ["seeds"],
    newRunId: () => "run-1",
    now: () => new Date("2026-11-23T10:00:00Z"),
  });
  const [stored] = await documents('_type == "importRecord"');
  const record = documentSchemas.importRecord.parse(stored);
  expect(record).toMatchObject({
    _id: "import.article-d603244d1e55f8619fce",
    article: { _ref: "article-d603244d1e55f8619fce", _weak: true },
    input: "000_930b5d963694ee47.txt",
    importedAt: "2026-11-23T10:00:00.000Z",
    run: "run-1",
  });
  expect(record.sourceText).toContain("وكالات");
  expect(Object.keys(JSON.parse(record.snapshot))).toHaveLength(3);
  expect(record.problems?.map(({ code }) => code)).toEqual([
    "missing-asset",
    "missing-asset",
    "publication-date-unknown",
  ]);
});

test("runImport() sends no mutation the second time, and few queries", async () => {
  for (let number = 0; number < 60; number += 1) {
    await folder.write({
      [`${number}.txt`]: shortStory(`Story number ${number}`, `It has the number ${number}.`),
    });
  }
  await importFolder();
  const before = new Map(lake.requests);
  const report = await importFolder();
  expect(report.counts).toEqual({
    read: 60,
    created: 0,
    updated: 0,
    unchanged: 60,
    merged: 0,
    suggested: 0,
    skipped: 0,
    failed: 0,
  });
  expect(mutations()).toBe(before.get("mutate"));
  expect((lake.requests.get("query") ?? 0) - (before.get("query") ?? 0)).toBeLessThanOrEqual(3);
});

test("runImport() with publish writes published documents with strong references", async () => {
  await importFolder({ inputs: ["seeds"], publish: true });
  const stored = await documents();
  expect(stored.some(({ _id }) => _id.startsWith("drafts."))).toBe(false);
  expect(JSON.stringify(stored.filter(({ _type }) => isContentType(_type)))).not.toContain("_weak");
  for (const document of stored.filter(({ _type }) => isContentType(_type))) {
    const schema = isContentType(document._type) ? documentSchemas[document._type] : undefined;
    expect(schema?.safeParse(document).error).toBeUndefined();
  }
  expect(outcomes(await importFolder({ inputs: ["seeds"], publish: true }))).toEqual(["unchanged"]);
  // The story's, and the end of the run.
  expect(mutations()).toBe(2);
});

test("runImport() with publish publishes the drafts of an earlier import that nobody has touched", async () => {
  await importFolder({ inputs: ["seeds"] });
  const report = await importFolder({ inputs: ["seeds"], publish: true });
  expect(outcomes(report)).toEqual(["updated"]);
  expect(report.stories[0]?.changes.map(({ kind }) => kind)).toEqual([...Array(6).fill("publish"), "update"]);
  expect((await ids()).filter((id) => id.startsWith("drafts."))).toEqual([]);
});

test("runImport() with publish leaves what an editor has unpublished as a draft", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  await importFolder({ publish: true });
  const { _id } = await onlyArticle();
  await lake.client.action({
    actionType: "sanity.action.document.unpublish",
    publishedId: _id,
    draftId: `drafts.${_id}`,
  });
  const report = await importFolder({ publish: true });
  expect(codes(report)).toContain("not-published");
  expect(await ids('_type == "article"')).toEqual([`drafts.${_id}`]);
});

test("runImport() in a dry run tells what it would do and sends no mutation", async () => {
  const dry = await importFolder({ inputs: ["seeds"], dryRun: true });
  expect(dry.dryRun).toBe(true);
  expect(mutations()).toBe(0);
  expect(await ids()).toEqual([]);
  const real = await importFolder({ inputs: ["seeds"] });
  expect(dry.stories[0]?.changes).toEqual(real.stories[0]?.changes);
  expect(dry.counts).toEqual(real.counts);
});

test("runImport() updates a draft when its source changes and nobody has touched it", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens", "It is open.") });
  await importFolder();
  const { slug } = await onlyArticle();
  await folder.write({ "a.txt": shortStory("Bridge opens to all", "It is open.\n\nThe mayor came.") });
  const report = await importFolder();
  expect(outcomes(report)).toEqual(["updated"]);
  const article = await onlyArticle();
  expect(article.headline).toBe("Bridge opens to all");
  expect(article.slug).toEqual(slug);
  expect(outcomes(await importFolder())).toEqual(["unchanged"]);
});

test("runImport() merges what the source changed into an article that an editor has edited", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  await importFolder();
  const { _id } = await onlyArticle();
  await lake.client.patch(`drafts.${_id}`).set({ headline: "The bridge is open" }).commit();
  expect(outcomes(await importFolder())).toEqual(["unchanged"]);

  await folder.write({ "a.txt": shortStory("Bridge opens", "It was closed for a year.") });
  const report = await importFolder();
  expect(outcomes(report)).toEqual(["merged"]);
  const article = await onlyArticle();
  expect(article.headline).toBe("The bridge is open");
  expect(JSON.stringify(article.body)).toContain("It was closed for a year.");
  const before = mutations();
  expect(outcomes(await importFolder())).toEqual(["unchanged"]);
  expect(mutations()).toBe(before);
});

test("runImport() keeps an editor's headline and suggests the source's, once", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  await importFolder();
  const { _id } = await onlyArticle();
  await lake.client.patch(`drafts.${_id}`).set({ headline: "The bridge is open" }).commit();
  await folder.write({ "a.txt": shortStory("Bridge opens on Monday") });
  const report = await importFolder({ newRunId: () => "run-2" });
  expect(outcomes(report)).toEqual(["suggested"]);
  expect(codes(report)).toContain("suggestion");
  expect((await onlyArticle()).headline).toBe("The bridge is open");
  const suggestions = (): Promise<unknown> =>
    lake.client.fetch("*[_id == $id][0].suggestions", { id: `import.${_id}` });
  expect(await suggestions()).toMatchObject([
    {
      documentId: _id,
      path: "headline",
      base: '"Bridge opens"',
      current: '"The bridge is open"',
      incoming: '"Bridge opens on Monday"',
      run: "run-2",
      state: "open",
    },
  ]);
  const before = mutations();
  expect(outcomes(await importFolder())).toEqual(["unchanged"]);
  expect(mutations()).toBe(before);

  await folder.write({ "a.txt": shortStory("Bridge opens on Tuesday") });
  await importFolder();
  expect(await suggestions()).toMatchObject([{ incoming: '"Bridge opens on Tuesday"', state: "open" }]);
});

test("runImport() with publish never publishes what an editor has written, also once it is merged", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  await importFolder();
  const { _id } = await onlyArticle();
  await lake.client.patch(`drafts.${_id}`).set({ headline: "The bridge is open" }).commit();
  await folder.write({ "a.txt": shortStory("Bridge opens", "It was closed for a year.") });
  expect(outcomes(await importFolder())).toEqual(["merged"]);
  expect(codes(await importFolder({ publish: true }))).toContain("not-published");
  expect(await ids('_type == "article"')).toEqual([`drafts.${_id}`]);
});

test("runImport() updates the untouched picture of an article that an editor has edited", async () => {
  const story = (caption: string): string =>
    `Bridge opens\n\nA boat under the bridge\n${caption} (Reuters)\n\nThe bridge is open. ${caption}.\n`;
  await folder.write({ "a.txt": story("Boats may pass again") });
  await importFolder();
  const { _id } = await onlyArticle();
  await lake.client.patch(`drafts.${_id}`).set({ headline: "The bridge is open" }).commit();
  await folder.write({ "a.txt": story("Boats may pass under it") });
  const report = await importFolder();
  expect(outcomes(report)).toEqual(["merged"]);
  expect((await onlyArticle()).headline).toBe("The bridge is open");
  expect(JSON.stringify(await documents('_type == "newsImage"'))).toContain("Boats may pass under it");
});

test("runImport() does not bring back an article that an editor has deleted", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  await importFolder();
  const { _id } = await onlyArticle();
  await lake.client.delete(`drafts.${_id}`);
  await folder.write({ "a.txt": shortStory("Bridge opens", "It was closed for a year.") });
  const before = mutations();
  const report = await importFolder();
  expect(report.stories[0]).toMatchObject({
    outcome: "skipped",
    reason: "deleted after import, not recreated",
  });
  expect(codes(report)).toEqual(["deleted-left-alone"]);
  expect(mutations()).toBe(before);
});

test("runImport() puts a change to a published article into a draft, and with publish into the article", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  await importFolder({ publish: true });
  const { _id } = await onlyArticle();
  await folder.write({ "a.txt": shortStory("Bridge opens", "It was closed for a year.") });
  expect((await importFolder()).stories[0]?.changes[0]).toMatchObject({
    id: `drafts.${_id}`,
    kind: "update",
  });
  expect(await ids('_type == "article"')).toEqual([_id, `drafts.${_id}`]);
  await importFolder({ publish: true });
  expect(await ids('_type == "article"')).toEqual([_id]);
  expect(JSON.stringify(await onlyArticle())).toContain("closed for a year");

  await folder.write({ "a.txt": shortStory("Bridge opens", "It was closed for two years.") });
  expect((await importFolder({ publish: true })).stories[0]?.changes[0]).toMatchObject({
    id: _id,
    kind: "update",
  });
});

test("runImport() with publish merges into an article that an editor has edited and published", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  await importFolder({ publish: true });
  const { _id } = await onlyArticle();
  await lake.client.patch(_id).set({ summary: "A bridge is open again." }).commit();
  await folder.write({ "a.txt": shortStory("Bridge opens", "It was closed for a year.") });
  expect(outcomes(await importFolder({ publish: true }))).toEqual(["merged"]);
  expect(await onlyArticle()).toMatchObject({ _id, summary: "A bridge is open again." });
  expect(JSON.stringify(await onlyArticle())).toContain("closed for a year");
});

test("runImport() reports what a document still lacks, not what an editor has filled in", async () => {
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  expect(codes(await importFolder())).toEqual(["publication-date-unknown"]);
  const { _id } = await onlyArticle();
  await lake.client.patch(`drafts.${_id}`).set({ publishedAt: "2026-11-20T09:00:00Z" }).commit();
  expect(codes(await importFolder())).toEqual([]);
});

test("runImport() gives the second of two stories with one headline a slug of its own that lasts", async () => {
  await folder.write({
    "a.txt": shortStory("Bridge opens", "In the north."),
    "b.txt": shortStory("Bridge opens", "In the south."),
  });
  await importFolder();
  const slugs = (): Promise<string[]> => lake.client.fetch('*[_type == "article"].slug.current');
  const first = await slugs();
  expect(new Set(first).size).toBe(2);
  expect(first.sort()).toEqual(["bridge-opens", expect.stringMatching(/^bridge-opens-[0-9a-f]{6}$/)]);
  await folder.write({ "c.txt": shortStory("Bridge opens", "In the west.") });
  await importFolder();
  expect(new Set(await slugs()).size).toBe(3);
  expect(outcomes(await importFolder())).toEqual(["unchanged", "unchanged", "unchanged"]);
});

test("runImport() finds a source that an editor has renamed, and one that an editor has made", async () => {
  await lake.client.create({
    _id: "drafts.source-reuters",
    _type: "source",
    name: "Reuters News",
    kind: "agency",
  });
  await lake.client.create({
    _id: "my-gazette",
    _type: "source",
    name: "Gazette",
    kind: "publisher",
    aliases: ["The Harbour Gazette"],
  });
  await folder.write({
    "a.txt": "Bridge opens\n\nThe bridge is open to all again.\n\nSource: REUTERS, the harbour gazette\n",
  });
  await importFolder();
  expect(await ids('_type == "source"')).toEqual(["drafts.source-reuters", "my-gazette"]);
  const references = await lake.client.fetch<string[]>('*[_type == "article"][0].infoSources[].source._ref');
  expect(references).toEqual(["source-reuters", "my-gazette"]);
  expect(outcomes(await importFolder())).toEqual(["unchanged"]);
});

test("runImport() never changes a source that exists", async () => {
  await lake.client.create({ _id: "source-reuters", _type: "source", name: "Reuters, ours", kind: "agency" });
  await folder.write({ "a.txt": shortStory("Bridge opens") });
  await importFolder({ publish: true });
  expect(await documents('_id == "source-reuters"')).toMatchObject([{ name: "Reuters, ours" }]);
});

test("runImport() makes a source once that many stories need at the same time", async () => {
  for (const name of ["a", "b", "c", "d", "e", "f"]) {
    await folder.write({ [`${name}.txt`]: shortStory(`Story ${name}`, `This is the story ${name}.`) });
  }
  const report = await importFolder({ publish: true, concurrency: 6 });
  expect(report.counts).toMatchObject({ created: 6, failed: 0 });
  const made = report.stories.flatMap(({ changes }) => changes.filter(({ type }) => type === "source"));
  expect(made).toEqual([{ id: "source-reuters", type: "source", kind: "create" }]);
});

test("runImport() with publish publishes the sources that many drafts share, without a conflict", async () => {
  const named = ["Reuters", "AFP", "dpa", "EFE"];
  for (let number = 0; number < 16; number += 1) {
    const sources = named.filter((_, index) => (number >> index) % 2 === 0);
    const story = shortStory(`Story ${number}`, `It has the number ${number}.`);
    await folder.write({ [`${number}.txt`]: story.replace("Reuters", ["ANSA", ...sources].join(", ")) });
  }
  await importFolder();
  const before = mutations();
  const report = await importFolder({ publish: true, concurrency: 8 });
  expect(report.counts).toMatchObject({ read: 16, updated: 16 });
  // No story is sent twice: one a story at the most, and the end of the run.
  expect(mutations() - before).toBeLessThanOrEqual(17);
  expect((await ids()).filter((id) => id.startsWith("drafts."))).toEqual([]);
});

test("runImport() takes a moved file for the story that it was", async () => {
  const text = shortStory("Bridge opens");
  await folder.write({ "a.txt": text });
  await importFolder();
  await folder.remove("a.txt");
  await folder.write({ "sub/b.txt": text });
  const before = mutations();
  const report = await importFolder();
  expect(report.stories[0]).toMatchObject({ outcome: "unchanged", reason: 'already imported as "a.txt"' });
  // Its import record learns the new path, and the run is written down: once.
  expect(mutations()).toBe(before + 2);
  expect(outcomes(await importFolder())).toEqual(["unchanged"]);
  expect(mutations()).toBe(before + 2);
  await folder.write({ "sub/b.txt": text.replace("agreed on", "approved") });
  expect(outcomes(await importFolder())).toEqual(["updated"]);
});

test("runImport() imports a moved text whose old path has got another story", async () => {
  const text = shortStory("Bridge opens");
  await folder.write({ "a.txt": text });
  await importFolder();
  await folder.write({ "a.txt": shortStory("Tunnel opens"), "b.txt": text });
  expect(outcomes(await importFolder())).toEqual(["updated", "created"]);
  const headlines = await lake.client.fetch<string[]>('*[_type == "article"].headline');
  expect(headlines.sort()).toEqual(["Bridge opens", "Tunnel opens"]);
});

test("runImport() says that a story is possibly the same as another, and imports both", async () => {
  const sentences = Array.from(
    { length: 12 },
    (_, number) => `Councillor ${number} spoke of the bridge for an hour.`,
  );
  const story = shortStory("Bridge opens", sentences.join(" "));
  await folder.write({ "a.txt": story });
  await importFolder();
  await folder.write({ "b.txt": story.replace("Councillor 7", "The mayor"), "c.txt": shortStory("Rain") });
  const report = await importFolder();
  expect(outcomes(report)).toEqual(["unchanged", "created", "created"]);
  expect(report.problems.filter(({ code }) => code === "near-duplicate")).toMatchObject([
    { input: expect.stringMatching(/b\.txt$/), message: 'Possibly the same story as "a.txt"' },
  ]);
  const [a, b] = await lake.client.fetch<{ article: { _ref: string }; problems: object[]; review: object }[]>(
    '*[_type == "importRecord" && input in ["a.txt", "b.txt"]] | order(input)',
  );
  const otherId = a?.article._ref;
  expect(b?.problems).toContainEqual(
    expect.objectContaining({ _key: `near-duplicate.${otherId}`, code: "near-duplicate", otherId }),
  );
  expect(b?.review).toMatchObject({ open: expect.arrayContaining(["near-duplicate"]) });
});

test("runImport() counts every input once, whatever is wrong with it", async () => {
  await folder.write({
    "a.txt": shortStory("Bridge opens"),
    "b.txt": shortStory("Bridge opens"),
    "c.txt": "",
    "d.txt": " \n ",
    "e.txt": Uint8Array.of(0x41, 0xff, 0x41),
    "f.txt": "Headline only",
    "notes.doc": "",
  });
  const report = await importFolder();
  expect(report.counts).toEqual({
    read: 6,
    created: 2,
    updated: 0,
    unchanged: 0,
    merged: 0,
    suggested: 0,
    skipped: 3,
    failed: 1,
  });
  expect(report.notes).toEqual([
    { input: folder.path, message: "1 file ignored (unsupported format): notes.doc" },
  ]);
  expect(report.problems).toHaveLength(report.stories.flatMap(({ problems }) => problems).length);
});

test("runImport() imports standard input and finds it again by its text", async () => {
  const stdin = () => bytesOf(shortStory("Bridge opens"));
  expect(outcomes(await importFolder({ inputs: ["-"], stdin: stdin() }))).toEqual(["created"]);
  expect(outcomes(await importFolder({ inputs: ["-"], stdin: stdin() }))).toEqual(["unchanged"]);
});

test("runImport() reports its progress story by story", async () => {
  await folder.write({ "a.txt": shortStory("A"), "b.txt": shortStory("B") });
  const seen: string[] = [];
  await importFolder({ onProgress: ({ stage, done, total }) => seen.push(`${stage} ${done}/${total}`) });
  expect(seen).toEqual(["read 1/2", "read 2/2", "upsert 1/2", "upsert 2/2"]);
});
