import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { openJournal, runImport, teachLine, undoRun } from "../../../importer/index.ts";
import { articleId, importRecordId, type LineRole, textsIn } from "../../../schemas/index.ts";
import { articleKeyOf } from "../../../importer/identity/article-key-of.ts";
import { temporaryFolder } from "../../support/temporary-stories.ts";
import { buildWarc } from "../read/unpack/build-archives.ts";
import { beforeNextMutation, folder, lake, openForEachTest } from "../../support/lake-and-folder.ts";

const lines = [
  "Council closes the bridge for a year",
  "",
  "The council met on Monday evening and agreed on the plan for the old bridge of the town.",
  "",
  "Ferry for all",
  "",
  "Traffic will take the ferry meanwhile, which runs every ten minutes until the town sleeps.",
  "",
  "The mayor has promised lower rents to all shops on both sides of the river this summer.",
];
const path = "post/bridge.txt";
const key = articleKeyOf({ identity: { kind: "path", value: path } });
const id = articleId(key);

openForEachTest({ [path]: lines.join("\n") });

const importAll = () => runImport({ inputs: [folder.path], client: lake.client });

const article = z.looseObject({ headline: z.string(), body: z.array(z.unknown()) });
const articleNow = async () => article.parse(await lake.client.getDocument(`drafts.${id}`));
const textNow = async (): Promise<string> => textsIn(await articleNow(), false).join("\n");

const tell = (line: number, role: LineRole | undefined) =>
  teachLine({ client: lake.client, articleId: id, line, role, by: "person-nadia" });

test("a line that an editor takes out is out at once, and stays out when the source corrects the story", async () => {
  await importAll();
  expect(await textNow()).toContain("Ferry for all");
  await tell(5, "boilerplate");
  expect(await textNow()).not.toContain("Ferry for all");
  const { counts } = await importAll();
  expect(counts).toMatchObject({ unchanged: 1 });

  await folder.write({
    [path]: ["Correction of a number below.", ...lines, "Twelve shops have closed."].join("\n"),
  });
  await importAll();
  const text = await textNow();
  expect(text).toContain("Twelve shops");
  expect(text).not.toContain("Ferry for all");
});

/** Where the line "Ferry for all" stands in the article once an editor has said what it is. */
const roles: readonly (readonly [LineRole, (article: Record<string, unknown>) => unknown, unknown])[] = [
  ["kicker", ({ kicker }) => kicker, "Ferry for all"],
  ["subHeadline", ({ subHeadline }) => subHeadline, "Ferry for all"],
  ["headline", ({ headline }) => headline, "Ferry for all"],
  ["byline", ({ byline }) => byline, "Ferry for all"],
  ["sourceLine", ({ sourceLine }) => sourceLine, "Ferry for all"],
  ["paragraph", styleOf, "normal"],
  ["subheading", styleOf, "h2"],
  ["quotation", styleOf, "blockquote"],
];

const blocks = z.array(
  z.looseObject({
    style: z.string().optional(),
    children: z.array(z.object({ text: z.string() })).optional(),
  }),
);

function styleOf({ body }: Record<string, unknown>): unknown {
  return blocks.parse(body).find(({ children }) => children?.[0]?.text === "Ferry for all")?.style;
}

test.each(roles)("a line becomes %s", async (role, valueOf, value) => {
  await importAll();
  await tell(5, role);
  expect(valueOf(await articleNow())).toBe(value);
});

test("a line becomes the caption of a picture", async () => {
  await importAll();
  await tell(5, "imageCaption");
  const captions = await lake.client.fetch(
    '*[_type == "newsImage"].captions[].text',
    {},
    { perspective: "raw" },
  );
  expect(captions).toEqual(["Ferry for all"]);
  expect(await textNow()).not.toContain("Ferry for all");
});

test("undoing the run gives back the story, and the next import reads it as before", async () => {
  await importAll();
  const before = await articleNow();
  const { run } = await tell(5, "boilerplate");
  await undoRun({ client: lake.client, run });
  expect((await articleNow()).body).toEqual(before.body);
  const record = await lake.client.getDocument(importRecordId(id));
  expect(record?.["toldLines"]).toBeUndefined();
  expect((await importAll()).counts).toMatchObject({ unchanged: 1 });
});

test("what an editor has written is never overwritten by what is taught", async () => {
  await importAll();
  const { body } = await articleNow();
  const edited = JSON.parse(JSON.stringify(body).replace("Ferry for all", "Ferry for everybody"));
  await lake.client.patch(`drafts.${id}`).set({ body: edited, kicker: "By hand" }).commit();
  await tell(5, "kicker");
  const now = await articleNow();
  expect(now["kicker"]).toBe("By hand");
  expect(JSON.stringify(now.body)).toContain("Ferry for everybody");
});

test("the last word on a line counts", async () => {
  await importAll();
  await tell(5, "boilerplate");
  await tell(5, "kicker");
  expect((await articleNow())["kicker"]).toBe("Ferry for all");
  const record = await lake.client.getDocument(importRecordId(id));
  expect(record?.["toldLines"]).toMatchObject([
    { text: "Ferry for all", role: "kicker", by: "person-nadia" },
  ]);
});

test("what was said of a line can be taken back", async () => {
  await importAll();
  const before = await textNow();
  await tell(5, "boilerplate");
  await tell(5, undefined);
  expect(await textNow()).toBe(before);
  expect((await lake.client.getDocument(importRecordId(id)))?.["toldLines"]).toEqual([]);
});

test("a line that is not there, and one of a format with structure, is refused", async () => {
  await folder.write({
    "page.html": `<html><head><title>Ferry</title></head><body><article><h1>Ferry for all</h1><p>${lines[2]}</p></article></body></html>`,
  });
  await importAll();
  await expect(tell(2, "kicker")).rejects.toThrow("no such line");
  const page = articleId(articleKeyOf({ identity: { kind: "path", value: "page.html" } }));
  const telling = teachLine({
    client: lake.client,
    articleId: page,
    line: 1,
    role: "kicker",
    by: "person-nadia",
  });
  await expect(telling).rejects.toThrow("not what it was read from");
});

test("a line that is taught in the middle of an import is obeyed by it", async () => {
  await importAll();
  await folder.write({
    [path]: [...lines, "Twelve shops on the old market have closed for good."].join("\n"),
  });
  beforeNextMutation(() => tell(5, "boilerplate"));
  await importAll();
  const text = await textNow();
  expect(text).toContain("Twelve shops");
  expect(text).not.toContain("Ferry for all");
});

test("a text of a web archive is taught too, and keeps its address and its version", async () => {
  const url = "https://post.example/bridge";
  const archive = (...more: string[]) =>
    buildWarc([{ type: "conversion", url, block: [...lines, ...more].join("\n") }]);
  await folder.write({ "crawl.wet": archive() });
  await runImport({ inputs: [`${folder.path}/crawl.wet`], client: lake.client });
  const own = articleId(articleKeyOf({ identity: { kind: "url", value: url } }));
  const before = await lake.client.getDocument(`drafts.${own}`);
  const record = await lake.client.getDocument(importRecordId(own));
  await teachLine({ client: lake.client, articleId: own, line: 5, role: "kicker", by: "person-nadia" });
  const now = await lake.client.getDocument(`drafts.${own}`);
  expect(now).toMatchObject({ kicker: "Ferry for all", canonicalUrl: before?.["canonicalUrl"] });
  expect(await lake.client.getDocument(importRecordId(own))).toMatchObject({
    versionCreated: record?.["versionCreated"],
    identities: record?.["identities"],
  });

  const again = () => runImport({ inputs: [`${folder.path}/crawl.wet`], client: lake.client });
  expect((await again()).counts).toMatchObject({ unchanged: 1 });
  await folder.write({ "crawl.wet": archive("Twelve shops on the old market have closed for good.") });
  expect((await again()).counts).toMatchObject({ updated: 1 });
  expect(await lake.client.getDocument(`drafts.${own}`)).toMatchObject({ kicker: "Ferry for all" });
});

test("a machine that knows the file to be unchanged does not undo what was taught meanwhile", async () => {
  const journal = openJournal(`${temporaryFolder()}/journal`, "test");
  onTestFinished(() => journal.close());
  const again = () => runImport({ inputs: [folder.path], client: lake.client, journal });
  await again();
  await tell(5, "kicker");
  expect((await again()).counts).toMatchObject({ unchanged: 1 });
  expect((await again()).counts).toMatchObject({ unchanged: 1 });
  expect((await articleNow())["kicker"]).toBe("Ferry for all");
});
