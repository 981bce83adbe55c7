import type { SanityDocumentStub } from "@sanity/client";
import { expect, test } from "vitest";
import { mergeSources, rehearseMerge } from "../../../../studio/desk/sources/carry-out-merge.ts";
import {
  beforeNextMutation,
  folder,
  importFolder,
  lake,
  openForEachTest,
} from "../../../support/lake-and-folder.ts";
import { shortStory } from "../../../support/story-folder.ts";

const gazette = (headline: string, name: string): string =>
  shortStory(headline, `The council said so of ${headline}.`).replace("Reuters", name);

openForEachTest({
  "a.txt": gazette("Bridge opens", "The Harbour Gazette"),
  "b.txt": gazette("Tunnel closes", "harbour gazette online"),
  "c.txt": gazette("Rain falls", "The Harbour Gazette"),
});

const pair = { survivor: "source-the-harbour-gazette", loser: "source-harbour-gazette-online" };

/** Everything that is stored, but for what every write changes. */
async function content(): Promise<ReadonlyMap<string, unknown>> {
  const all = await lake.client.fetch<(Record<string, unknown> & { _id: string })[]>(
    '*[!(_type match "system.**")] | order(_id asc)',
  );
  return new Map(all.map(({ _rev, _updatedAt, ...one }) => [one._id, one]));
}

/** Ids of the documents that refer to a source, or note it. */
const naming = (id: string): Promise<string[]> =>
  lake.client.fetch(
    "*[references($id) || $id in review.sources || filter.source == $id || $id in pair] | order(_id)._id",
    { id },
  );

async function merged(options?: { readonly mostBytes: number }): Promise<() => Promise<readonly string[]>> {
  const outcome = await mergeSources(lake.client, pair, options);
  if (outcome.kind !== "merged") throw new Error(outcome.kind);
  return () => outcome.undo();
}

/** Gives the source that goes a published story, a picture, a version in a release, a saved filter and a note. */
async function spread(): Promise<void> {
  const loser = await lake.client.getDocument(`drafts.${pair.loser}`);
  const survivor = await lake.client.getDocument(`drafts.${pair.survivor}`);
  const reference = { _type: "reference", _ref: pair.loser };
  const weak = { ...reference, _weak: true, _strengthenOnPublish: { type: "source" } };
  const named = (_key: string, source: object, role = "originator"): object => ({
    _type: "infoSource",
    _key,
    role,
    source,
  });
  const documents: readonly SanityDocumentStub[] = [
    {
      ...loser,
      _id: pair.loser,
      _type: "source",
      creditLine: "© Online",
      url: "https://online.example",
    },
    { ...survivor, _id: pair.survivor, _type: "source", url: "https://harbour.example" },
    { _id: "article-p", _type: "article", headline: "P", infoSources: [named("k", reference)] },
    { _id: "versions.r1.article-p", _type: "article", infoSources: [named("k", weak)] },
    { _id: "newsimage-p", _type: "newsImage", source: reference },
    {
      _id: "article-both",
      _type: "article",
      infoSources: [
        named("k", reference),
        named("l", { _type: "reference", _ref: pair.survivor }),
        named("m", reference, "contributor"),
      ],
    },
    { _id: "filter", _type: "deskFilter", name: "Online", filter: { source: pair.loser } },
    { _id: "apart", _type: "sourcesApart", pair: ["source-x", pair.loser] },
  ];
  await lake.client.mutate(documents.map((create) => ({ create })));
}

test("mergeSources() moves all that names a source to the other one, in one transaction, and deletes it", async () => {
  await importFolder();
  await spread();
  const before = lake.requests.get("mutate") ?? 0;
  await merged();
  expect(lake.requests.get("mutate")).toBe(before + 1);
  expect(await naming(pair.loser)).toEqual([]);
  const after = await content();
  expect(after.has(pair.loser) || after.has(`drafts.${pair.loser}`)).toBe(false);
  for (const id of [pair.survivor, `drafts.${pair.survivor}`])
    expect(after.get(id)).toMatchObject({
      name: "The Harbour Gazette",
      aliases: ["The Harbour Gazette", "harbour gazette online"],
      creditLine: "© Online",
    });
  expect(after.get(pair.survivor)).toMatchObject({ url: "https://harbour.example" });
  const strong = { _type: "reference", _ref: pair.survivor };
  expect(after.get("newsimage-p")).toMatchObject({ source: strong });
  for (const id of ["article-p", "versions.r1.article-p"])
    expect(after.get(id)).toMatchObject({ infoSources: [{ _key: "k", source: strong }] });
  expect(after.get("article-both")).toMatchObject({
    infoSources: [
      { _key: "l", role: "originator" },
      { _key: "m", role: "contributor", source: strong },
    ],
  });
  expect(after.get("filter")).toMatchObject({ filter: { source: pair.survivor } });
  expect(after.get("apart")).toMatchObject({ pair: ["source-x", pair.survivor] });
});

test("the next import finds the survivor by the names of the other one, and sends nothing; new stories go to it", async () => {
  await importFolder();
  await merged();
  const before = lake.requests.get("mutate");
  expect((await importFolder()).counts).toMatchObject({ unchanged: 3 });
  expect(lake.requests.get("mutate")).toBe(before);
  await folder.write({
    "b.txt": gazette("Tunnel is closed", "harbour gazette online"),
    "d.txt": gazette("Snow", "Harbour Gazette Online"),
  });
  await importFolder();
  expect(await lake.client.fetch('*[_type == "source"]._id')).toEqual([`drafts.${pair.survivor}`]);
  expect(await naming(pair.survivor)).toHaveLength(8);
});

test("what a merge does can be undone: everything is as it was, and the next import sends nothing", async () => {
  await importFolder();
  await spread();
  const before = await content();
  const undo = await merged();
  expect(await undo()).toEqual([]);
  expect(await content()).toEqual(before);
  const sent = lake.requests.get("mutate");
  await importFolder();
  expect(lake.requests.get("mutate")).toBe(sent);
});

test("undo leaves what has changed since, and says so", async () => {
  await importFolder();
  await spread();
  const undo = await merged();
  await lake.client.patch("article-p").set({ infoSources: [], headline: "Q" }).commit();
  await lake.client.patch("newsimage-p").set({ creditLine: "Ada" }).commit();
  expect(await undo()).toEqual(["article-p"]);
  const after = await content();
  expect(after.get("article-p")).toMatchObject({ infoSources: [] });
  expect(after.get("newsimage-p")).toMatchObject({ creditLine: "Ada", source: { _ref: pair.loser } });
  expect(after.has(pair.loser)).toBe(true);
});

test("rehearseMerge() says what would change, and writes nothing", async () => {
  await importFolder();
  const before = await content();
  const plan = await rehearseMerge(lake.client, pair);
  if (plan.kind !== "plan") throw new Error(plan.kind);
  const fields = plan.edits
    .map(({ id, field }) => [id.replace(/article-.*/, "article"), field].join(" "))
    .toSorted();
  expect(fields).toEqual([
    "drafts.article infoSources",
    `drafts.${pair.survivor} aliases`,
    "import.article review.sources",
  ]);
  expect(plan.deleted.map(({ _id }) => _id)).toEqual([`drafts.${pair.loser}`]);
  expect(await content()).toEqual(before);
});

test("published stories never lose their source: one that is not published takes the place of none that is", async () => {
  await importFolder();
  const draft = await lake.client.getDocument(`drafts.${pair.loser}`);
  await lake.client.create({ ...draft, _id: pair.loser, _type: "source" });
  expect(await mergeSources(lake.client, pair)).toEqual({ kind: "unpublished" });
  const other = { survivor: pair.loser, loser: pair.survivor };
  expect(await mergeSources(lake.client, other)).toMatchObject({ kind: "merged" });
  expect(await mergeSources(lake.client, other)).toEqual({ kind: "gone" });
});

test("somebody who is quicker loses nothing", async () => {
  await importFolder();
  const [id = ""] = (await naming(pair.loser)).filter((one) => one.startsWith("drafts."));
  beforeNextMutation(() => lake.client.patch(id).set({ headline: "Edited" }).commit());
  const undo = await merged();
  expect((await content()).get(id)).toMatchObject({
    headline: "Edited",
    infoSources: [{ source: { _ref: pair.survivor } }],
  });
  expect(await undo()).toEqual([]);
});

test("what no request has room for is done in several; cut off in between, it is completed by doing it again", async () => {
  await importFolder();
  await spread();
  const before = await content();
  let requests = 0;
  lake.intercept((request) => {
    if (!new URL(request.url).pathname.includes("/data/mutate/")) return undefined;
    requests += 1;
    return requests === 3 ? new Response("{}", { status: 400 }) : undefined;
  });
  await expect(merged({ mostBytes: 700 })).rejects.toThrow();
  const undo = await merged({ mostBytes: 700 });
  expect(requests).toBeGreaterThan(4);
  expect(await naming(pair.loser)).toEqual([]);
  await undo();
  expect([...(await content()).keys()]).toEqual([...before.keys()]);
});
