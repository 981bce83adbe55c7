import { expect, test } from "vitest";
import { z } from "zod";
import { parseInputs, runImport, undoRun } from "../../../importer/index.ts";
import { articleId, outletProfile, outletProfileId } from "../../../schemas/index.ts";
import { articleKeyOf } from "../../../importer/identity/article-key-of.ts";
import { textsIn } from "../../../schemas/index.ts";
import { folder, lake, openForEachTest } from "../../support/lake-and-folder.ts";

const towns = ["Kessel", "Orlen", "Marwick", "Tolva", "Brenn"];

/** A story in a page whose lines no lexicon knows. */
const pageOf = (town: string, number: number): string =>
  [
    "Gulls of the week",
    `${town} closes its bridge for a year`,
    `River desk of the post, on 1${number} March 2024 at ${number}:05, for all towns`,
    `The council of ${town} met on Monday evening and agreed on the plan for the bridge of ${town}.`,
    "Chanzo cha picha, Reuters",
    `Traffic in ${town} will take the ferry meanwhile, which runs every ten minutes until ${town} sleeps.`,
    "Win a rowing boat",
    `The mayor of ${town} has promised lower rents to all shops on both sides of the river in ${town}.`,
    "Nine things that gulls eat.",
    `${number}4 readers rowed this`,
  ].join("\n\n");

const pages = Object.fromEntries(towns.map((town, number) => [`post/${town}.txt`, pageOf(town, number)]));

openForEachTest(pages);

const importAll = (options = {}) => runImport({ inputs: [folder.path], client: lake.client, ...options });

const idOf = (path: string): string =>
  `drafts.${articleId(articleKeyOf({ identity: { kind: "path", value: path } }))}`;

const article = z.looseObject({
  headline: z.string(),
  publishedAt: z.string().optional(),
  body: z.unknown(),
});

async function articleOf(town: string) {
  const found = article.parse(await lake.client.getDocument(idOf(`post/${town}.txt`)));
  const { headline, publishedAt } = found;
  return { headline, publishedAt, texts: textsIn(found, false).join("\n") };
}

const profileOf = async (key: string) =>
  outletProfile.parse(await lake.client.getDocument(outletProfileId(key)));

test("the first import of a folder leaves out what its stories share", async () => {
  await importAll();
  for (const town of towns) {
    const { headline, publishedAt, texts } = await articleOf(town);
    expect(headline).toBe(`${town} closes its bridge for a year`);
    expect(publishedAt).toMatch(/^2024-03-1/);
    expect(texts).not.toMatch(/gulls|rowing|rowed|Chanzo/i);
    expect(texts).toContain(`The mayor of ${town}`);
  }
});

test("a profile says what was learned, and from how many stories", async () => {
  await importAll();
  const profile = await profileOf("post");
  expect(profile).toMatchObject({ key: "post", name: "post", stories: 5 });
  expect(
    profile.learned.map(({ shape, habit, stories }) => `${habit} ${stories} ${shape}`).toSorted(),
  ).toEqual([
    "credit 5 Chanzo cha picha, …",
    "date 5 River desk of the post, on # at #, for all towns",
    "ending 5 Nine things that gulls eat.",
    "furniture 5 # readers rowed this",
    "furniture 5 Gulls of the week",
    "furniture 5 Win a rowing boat",
  ]);
});

test("a second import writes nothing, and counts no story twice", async () => {
  await importAll();
  const before = await profileOf("post");
  const { counts } = await importAll();
  expect(counts).toMatchObject({ read: 5, unchanged: 5 });
  expect(await profileOf("post")).toEqual(before);
});

test("stories that come one by one end as stories that come at once", async () => {
  await importAll();
  const atOnce = await profileOf("post");
  const texts = await Promise.all(towns.map(articleOf));
  await lake.client.delete({ query: "*[defined(_id)]" });
  for (const town of towns)
    await runImport({
      inputs: [{ path: `${folder.path}/post/${town}.txt`, relativePath: `post/${town}.txt` }],
      client: lake.client,
    });
  const {
    _rev: _a,
    _createdAt: _b,
    _updatedAt: _c,
    ...own
  } = { ...(await profileOf("post")) } as Record<string, unknown>;
  expect(own).toEqual(expect.objectContaining({ ...pick(atOnce), sample: atOnce.sample }));
  // The first ones were read when nothing was known yet.
  expect((await articleOf("Kessel")).texts).toMatch(/gulls/i);
  const { counts } = await importAll();
  expect(counts.updated).toBeGreaterThan(0);
  expect(await Promise.all(towns.map(articleOf))).toEqual(texts);
});

const lesson = {
  ...{ _type: "taughtRule", _key: "a", shape: "Win a rowing boat", role: "paragraph" },
  ...{ by: "editor", at: "2026-01-01T00:00:00Z", state: "active", kept: 0, contradicted: 0 },
};

const pick = ({ key, name, stories, version, learned }: z.infer<typeof outletProfile>) => ({
  ...{ key, name, stories, version, learned },
});

test("an import without outlets reads each story by itself, and one with them reads it again", async () => {
  await importAll({ outlets: false });
  expect((await articleOf("Kessel")).texts).toMatch(/gulls/i);
  expect(await lake.client.fetch('count(*[_type == "outletProfile"])')).toBe(0);
  const { counts } = await importAll();
  expect(counts.updated).toBe(5);
  expect((await articleOf("Kessel")).texts).not.toMatch(/gulls/i);
});

test("what an editor has taught goes before what was learned, and no import takes it back", async () => {
  await importAll();
  const patch = () => lake.client.patch(outletProfileId("post"));
  await patch()
    .set({ taught: [lesson] })
    .commit();
  await importAll();
  expect((await articleOf("Orlen")).texts).toContain("Win a rowing boat");
  expect((await profileOf("post")).taught).toEqual([lesson]);
  await patch().set({ 'taught[_key=="a"].state': "retired" }).commit();
  await importAll();
  expect((await articleOf("Orlen")).texts).not.toContain("Win a rowing boat");
});

test("undoing an import forgets what was learned from it, and importing again ends as before", async () => {
  await folder.write({ "post/Dorn.txt": pageOf("Dorn", 6).replace("Win a rowing boat", "Win two boats") });
  await importAll();
  const before = await profileOf("post");
  await folder.write({ "post/Dorn.txt": pageOf("Dorn", 7), "post/Vielle.txt": pageOf("Vielle", 8) });
  const { run } = await importAll();
  const [after, story] = [await profileOf("post"), await articleOf("Tolva")];
  expect(after).toMatchObject({ stories: 7 });
  await undoRun({ client: lake.client, run });
  expect(await profileOf("post")).toEqual(before);
  await importAll();
  expect(await profileOf("post")).toEqual(after);
  expect(await articleOf("Tolva")).toEqual(story);
});

test("undoing the first import of an outlet leaves no profile, unless somebody has taught it", async () => {
  const first = await importAll();
  await undoRun({ client: lake.client, run: first.run });
  expect(await lake.client.getDocument(outletProfileId("post"))).toBeUndefined();
  const again = await importAll();
  await lake.client
    .patch(outletProfileId("post"))
    .set({ taught: [lesson] })
    .commit();
  await undoRun({ client: lake.client, run: again.run });
  expect(await profileOf("post")).toMatchObject({ stories: 0, learned: [], taught: [lesson] });
});

test("a title that only its number tells from the others is a headline", async () => {
  const files = towns.map((town, number) => [
    `market/${town}.txt`,
    `Harbour post\n\nHarbour market report no. ${number}\n\n1${number} March 2024\n\n${
      pageOf(town, number).split("\n\n")[3]
    }`,
  ]);
  await folder.write(Object.fromEntries(files));
  await importAll();
  const headlines = await lake.client.fetch<string[]>(
    '*[_type == "article" && headline match "market"].headline',
  );
  expect(headlines.toSorted()).toEqual(towns.map((_, number) => `Harbour market report no. ${number}`));
});

test("a dry run learns, and writes nothing", async () => {
  const { counts } = await importAll({ dryRun: true });
  expect(counts.created).toBe(5);
  expect(await lake.client.fetch('count(*[_type == "outletProfile"])')).toBe(0);
});

test("parseInputs() learns from its inputs, unless told not to", async () => {
  const texts = async (options = {}): Promise<string> => {
    const said: string[] = [];
    for await (const { documents } of parseInputs({ inputs: [folder.path], ...options }))
      said.push(...documents.flatMap((document) => textsIn(document, false)));
    return said.join("\n");
  };
  expect(await texts()).not.toMatch(/gulls/i);
  expect(await texts({ outlets: false })).toMatch(/gulls/i);
});
