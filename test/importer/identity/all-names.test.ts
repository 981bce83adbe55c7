import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ImportOptions, ImportReport } from "../../../importer/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { projectFolder } from "../../support/source-files.ts";

openForEachTest();

const outcomes = ({ stories }: ImportReport): string[] => stories.map(({ outcome }) => outcome);
const codes = ({ problems }: ImportReport): string[] => problems.map(({ code }) => code);
const articles = (): Promise<{ _id: string; headline: string }[]> =>
  lake.client.fetch('*[_type == "article"]{ _id, headline } | order(headline, _id)');
const fixture = (name: string): Partial<ImportOptions> => ({
  inputs: [join(projectFolder, "test/importer/identity/fixtures", name)],
});

interface Item {
  readonly link?: string;
  readonly guid?: string;
  readonly title?: string;
  readonly text?: string;
}

const quay = "The harbour board voted to rebuild the eastern quay, which has been closed since the storm.";
const school =
  "Pupils of the valley school planted forty apple trees behind the gymnasium with their new headmaster.";
const festival = "Nine choirs from three countries sing in the old brewery when the festival opens in July.";

/** A feed of one or more items. */
const rss = (...items: readonly Item[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Daily</title><link>https://h.example/</link><language>en</language>${items
    .map(
      ({ link, guid, title = "Board votes to rebuild quay", text = quay }) =>
        `<item><title>${title}</title>${link === undefined ? "" : `<link>${link.replaceAll("&", "&amp;")}</link>`}${
          guid === undefined ? "" : `<guid isPermaLink="false">${guid.replaceAll("&", "&amp;")}</guid>`
        }<description>${text}</description></item>`,
    )
    .join("")}</channel></rss>`;

const importFeed = async (...items: readonly Item[]): Promise<ImportReport> => {
  await folder.write({ "feed.xml": rss(...items) });
  return importFolder();
};

describe("a story is one article, whichever of its names it comes under", () => {
  test.each([
    ["the same story over https", "04-rss-guid-scheme.xml", "04-rss-guid-scheme-second.xml"],
    ["the same id under another link", "53-guid-same-link-changed-1.xml", "53-guid-same-link-changed-2.xml"],
  ])("%s", async (_, first, second) => {
    expect(outcomes(await importFolder(fixture(first)))).toEqual(["created"]);
    const [article] = await articles();
    await lake.client.patch(String(article?._id)).set({ headline: "The desk's own" }).commit();
    const report = await importFolder(fixture(second));
    expect(report.stories[0]?.articleId).toBe(article?._id.replace("drafts.", ""));
    expect(await articles()).toEqual([{ _id: article?._id, headline: "The desk's own" }]);
    // What was learned is kept: the second time nothing is news.
    expect(outcomes(await importFolder(fixture(second)))).toEqual(["unchanged"]);
    expect(outcomes(await importFolder(fixture(first))).filter((one) => one === "created")).toEqual([]);
    expect(await articles()).toHaveLength(1);
  });

  test.each<[string, Item, Item]>([
    ["http and https", { link: "http://h.example/quay" }, { link: "https://h.example/quay" }],
    ["with and without www", { link: "https://www.h.example/quay" }, { link: "https://h.example/quay" }],
    ["a slash at the end", { link: "https://h.example/quay" }, { link: "https://h.example/quay/" }],
    ["tracking", { link: "https://h.example/quay" }, { link: "https://h.example/quay?utm_source=x&gclid=1" }],
    ["a fragment", { link: "https://h.example/quay" }, { link: "https://h.example/quay#comments" }],
    ["an escaped character", { link: "https://h.example/%7equay" }, { link: "http://h.example/~quay" }],
    ["an id that is an address", { guid: "http://www.h.example/?p=1" }, { guid: "https://h.example/?p=1" }],
    ["an address that came later", { guid: "q-1" }, { guid: "q-1", link: "https://h.example/quay" }],
    ["an address that is gone", { guid: "q-1", link: "https://h.example/quay" }, { guid: "q-1" }],
    [
      "an id that came later",
      { link: "https://h.example/quay" },
      { link: "https://h.example/quay", guid: "q" },
    ],
    [
      "an id made anew with every feed",
      { link: "https://h.example/quay", guid: "1" },
      { link: "https://h.example/quay", guid: "2" },
    ],
  ])("%s", async (_, before, now) => {
    await importFeed(before);
    const report = await importFeed({ ...now, text: `${quay} Work begins in autumn.` });
    expect(outcomes(report)).toEqual(["updated"]);
    expect(await articles()).toHaveLength(1);
    expect(outcomes(await importFolder())).toEqual(["unchanged"]);
  });

  test("by a chain of names, of which the first and the last were never seen together", async () => {
    await importFeed({ link: "https://h.example/1" });
    await importFeed({ link: "https://h.example/1", guid: "q-1" });
    await importFeed({ link: "https://h.example/2", guid: "q-1" });
    const report = await importFeed({
      link: "https://h.example/2",
      guid: "q-2",
      text: `${quay} Work begins.`,
    });
    expect(outcomes(report)).toEqual(["updated"]);
    expect(await articles()).toHaveLength(1);
  });

  test("a page by its path, before and after it says its address", async () => {
    const page = (head: string): string =>
      `<html lang="en"><head><title>Board votes to rebuild quay</title>${head}</head><body><article><h1>Board votes to rebuild quay</h1><p>${quay}</p><p>${school}</p><p>${festival}</p></article></body></html>`;
    const canonical = '<link rel="canonical" href="https://h.example/quay">';
    await folder.write({ "p.html": page("") });
    await importFolder();
    await folder.write({ "p.html": page(canonical) });
    expect(outcomes(await importFolder())).toEqual(["updated"]);
    await folder.remove("p.html");
    await folder.write({ "moved.html": page(canonical) });
    expect(outcomes(await importFolder())).toEqual(["unchanged"]);
    await folder.write({ "moved.html": page("") });
    expect(outcomes(await importFolder()).filter((outcome) => outcome === "created")).toEqual([]);
    expect(await articles()).toHaveLength(1);
  });
});

describe("two stories are two articles, whatever name they share", () => {
  const two = [
    { title: "Board votes to rebuild quay", text: quay },
    { title: "School plants forty apple trees", text: school },
  ] as const;

  test.each<[string, Item, Item]>([
    [
      "a link to the front page",
      { link: "https://h.example/", guid: "1" },
      { link: "https://h.example/", guid: "2" },
    ],
    ["a link and no id", { link: "https://h.example/all" }, { link: "https://h.example/all" }],
    ["a live page", { link: "https://h.example/live#a" }, { link: "https://h.example/live#b" }],
    [
      "pages that find their stories themselves",
      { link: "https://h.example/#!/a" },
      { link: "https://h.example/#!/b" },
    ],
    ["parameters", { link: "https://h.example/?p=1" }, { link: "https://h.example/?p=2" }],
  ])("%s", async (_, one, other) => {
    const items = [
      { ...one, ...two[0] },
      { ...other, ...two[1] },
    ];
    expect(outcomes(await importFeed(...items))).toEqual(["created", "created"]);
    const before = await articles();
    expect(before).toHaveLength(2);
    expect(outcomes(await importFolder())).toEqual(["unchanged", "unchanged"]);
    // Corrected, in the other order, and each in a feed of its own.
    const corrected = items.map((item) => ({ ...item, text: `${item.text} A decision is due in May.` }));
    expect(outcomes(await importFeed(...corrected.toReversed()))).toEqual(["updated", "updated"]);
    for (const item of items) expect(outcomes(await importFeed(item))).toEqual(["updated"]);
    expect(await articles()).toEqual(before);
  });

  test("an address that another story had before", async () => {
    await importFeed({ link: "https://h.example/top", ...two[0] });
    const report = await importFeed({ link: "https://h.example/top", ...two[1] });
    expect(outcomes(report)).toEqual(["created"]);
    expect(codes(report)).toContain("address-reused");
    expect(outcomes(await importFolder())).toEqual(["unchanged"]);
    expect((await articles()).map(({ headline }) => headline)).toEqual(two.map(({ title }) => title));
  });
});

test("an id of one article with the address of another is a question, in the report and on the record", async () => {
  const [first, second] = [
    { link: "https://h.example/quay", guid: "q-1" },
    { link: "https://h.example/trees", guid: "q-2", title: "School plants forty apple trees", text: school },
  ];
  await importFeed(first, second);
  const [quayArticle, treesArticle] = await articles();
  const report = await importFeed({ ...first, link: second.link });
  expect(report.stories[0]?.articleId).toBe(quayArticle?._id.replace("drafts.", ""));
  expect(codes(report)).toContain("identity-contested");
  expect(report.problems.map(({ message }) => message).join()).toContain(
    String(treesArticle?._id.replace("drafts.", "")),
  );
  const asked = await lake.client.fetch<string[]>('*[_type == "importRecord"].problems[].code');
  expect(asked).toContain("identity-contested");
  // Neither article has become the other, and the trees are still found under their address.
  expect((await articles()).map(({ headline }) => headline)).toEqual([
    "Board votes to rebuild quay",
    "School plants forty apple trees",
  ]);
  expect(
    outcomes(await importFeed({ link: second.link, title: second.title, text: `${school} Rain helped.` })),
  ).toEqual(["updated"]);
  expect(await articles()).toHaveLength(2);
});

test("a dataset whose records keep no names yet is found by the ids that were made of them", async () => {
  await importFeed({ link: "http://www.h.example/quay", guid: "q-1" });
  const records = await lake.client.fetch<string[]>('*[_type == "importRecord"]._id');
  for (const id of records) await lake.client.patch(id).unset(["identities"]).commit();
  const report = await importFeed({
    link: "https://h.example/quay",
    guid: "q-1",
    text: `${quay} Work begins.`,
  });
  expect(outcomes(report)).toEqual(["updated"]);
  expect(outcomes(await importFeed({ link: "https://h.example/q", guid: "q-1" }))).toEqual(["updated"]);
  expect(await articles()).toHaveLength(1);
});

test("names are looked up by ids and references, whatever the dataset holds, and one time a batch", async () => {
  const queries: string[] = [];
  lake.answer(async (request) => {
    queries.push(request.url, await request.clone().text());
    return lake.fetch(request);
  });
  await importFeed(
    ...Array.from({ length: 40 }, (_, at) => ({
      link: `https://h.example/${at}`,
      guid: `q-${at}`,
      title: `Story number ${at}`,
      text: `${school} Tree ${at}.`,
    })),
  );
  expect(queries.filter((query) => /references(?:\(|%28)/.test(query))).toHaveLength(1);
});

test("a notice under the path of a story withdraws it, whatever little it says", async () => {
  await folder.write({ "a.txt": `Board votes to rebuild quay\n\n${quay}\n\n${school}` });
  expect(outcomes(await importFolder())).toEqual(["created"]);
  await folder.write({ "a.txt": "KILL\n\nBoard votes to rebuild quay\n\nThis story is withdrawn." });
  await importFolder();
  expect(await lake.client.fetch('*[_type == "article"].pubStatus')).toEqual(["canceled"]);
});
