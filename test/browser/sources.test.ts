import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runImport } from "../../importer/index.ts";
import { storyFolder, type StoryFolder } from "../support/story-folder.ts";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, type Newsroom } from "./support/newsroom.ts";
import { StudioPage } from "./support/studio-page.ts";
import { watchPage, type PageWatch } from "./support/watch-page.ts";

/*
 * How editors find what is there twice, sources and stories. What they do is looked up in the lake, not on the page.
 */

/** How long a page may take for one step; long, because the machine may be busy and nothing here is about speed. */
const patienceMs = 60_000;

let browser: Browser;
let newsroom: Newsroom;
let context: BrowserContext;
let watch: PageWatch;
let studio: StudioPage;
let folder: StoryFolder;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  newsroom = await openNewsroom();
  context = await browser.newContext({ viewport: { width: 1500, height: 1000 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  watch = watchPage(page, newsroom.url);
  studio = new StudioPage(page, newsroom.url);
  folder = await storyFolder();
});

afterEach(async () => {
  await context.close();
  await newsroom.close();
  await folder[Symbol.asyncDispose]();
  expect(watch.faults).toEqual([]);
});

/** Imports stories, each under a name. */
async function importStories(stories: Readonly<Record<string, string>>): Promise<void> {
  await folder.write(stories);
  await runImport({ inputs: [folder.path], client: newsroom.client });
}

const story = (headline: string, source: string): string =>
  `${headline}\n\nThe council said on Monday that it has decided about this: ${headline}.\n\nSource: ${source}\n`;

/** The source of each story in English, in the order of the headlines. */
const sourcesOfStories = (): Promise<unknown> =>
  newsroom.client.fetch(
    '*[_type == "article" && language == "en"] | order(headline).infoSources[0].source._ref',
  );

test("sources that may be one are offered, merged after saying what it would do, and undone; two that are not are left alone", async () => {
  await importStories({
    "a.txt": story("A bridge opens", "The Harbour Gazette"),
    "b.txt": story("B tunnel closes", "harbour gazette online"),
    "c.txt": story("C rain falls", "River Post"),
    "d.txt": story("D snow falls", "River Post News"),
  });
  const before = await sourcesOfStories();
  await studio.openSources();
  await studio.doubles.getByText("2 pairs may be the same").waitFor();
  await studio.sourceRow("The Harbour Gazette").getByText("1 article").waitFor();
  await studio.doubles.getByRole("button", { name: /River Post News. are not the same/ }).click();
  await studio.doubles.getByText("1 pair may be the same").waitFor();
  await expect
    .poll(() => newsroom.client.fetch('*[_type == "sourcesApart"].pair'))
    .toEqual([["source-river-post", "source-river-post-news"]]);

  await studio.doubles.getByRole("button", { name: /^Merge/ }).click();
  const dialog = studio.page.getByRole("dialog", { name: "Merge two sources" });
  await dialog.getByRole("radio", { name: "The Harbour Gazette" }).check();
  await dialog.getByText(/^1 article will name .The Harbour Gazette.\.$/).waitFor();
  await dialog.getByText(/takes these for it as well: .harbour gazette online/).waitFor();
  expect(await sourcesOfStories()).toEqual(before);
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await studio.merged.getByText(/is now/).waitFor();
  await studio.sourceRow("The Harbour Gazette").getByText("2 articles").waitFor();
  expect(await studio.sourceRow(/^harbour gazette online/).count()).toBe(0);
  expect(await studio.doubles.count()).toBe(0);
  const survivor = "source-the-harbour-gazette";
  expect(await sourcesOfStories()).toMatchObject([
    survivor,
    survivor,
    "source-river-post",
    "source-river-post-news",
  ]);

  // The button that takes it back has the focus.
  await studio.page.keyboard.press("Enter");
  await studio.merged.getByText(/is back/).waitFor();
  await studio.sourceRow(/^harbour gazette online/).waitFor();
  expect(await sourcesOfStories()).toEqual(before);
  expect(await studio.errorToasts.count()).toBe(0);
});

test("in Arabic, a source is found by its name, and another one is merged into it", async () => {
  const arabic = (headline: string, source: string): string =>
    `${headline}\n\nقال المجلس يوم الاثنين إنه قرر في هذا الأمر بعد نقاش طويل بين الأعضاء.\n\nالمصدر: ${source}\n`;
  await importStories({
    "a.txt": arabic("جسر جديد يفتح في المدينة", "صحيفة الميناء"),
    "b.txt": arabic("نفق قديم يغلق في الجبل", "الميناء أونلاين"),
  });
  await studio.open();
  await studio.languageSwitch("العربية").click();
  await studio.paneItem("المصادر").click();
  await studio.doubles.getByText("زوج واحد قد يكون مصدرًا واحدًا").waitFor();
  await studio.page.getByRole("searchbox", { name: "ابحث عن مصدر بأسمائه" }).fill("صحيفة الميناء");
  await studio.page.getByText("مصدر واحد", { exact: true }).waitFor();
  await studio.sourceRow("صحيفة الميناء").getByRole("button").click();
  const dialog = studio.page.getByRole("dialog", { name: "دمج مصدرين" });
  await dialog.getByRole("searchbox").fill("أونلاين");
  await dialog.getByRole("button", { name: "الميناء أونلاين" }).click();
  await dialog.getByText(/مصدر خبر واحد/).waitFor();
  await dialog.getByRole("button", { name: "ادمج", exact: true }).click();
  await studio.merged.getByText(/صار/).waitFor();
  expect(await studio.merged.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  const names = await newsroom.client.fetch<string[]>('*[_type == "source" && count(aliases) > 1].name');
  expect(names).toContain("صحيفة الميناء");
  expect(await newsroom.client.fetch('count(*[_type == "source" && name == "الميناء أونلاين"])')).toBe(0);
});

test("two stories that may be one are compared side by side, and said to be two, or one is kept; both can be undone", async () => {
  const sentences = Array.from(
    { length: 12 },
    (_, number) => `Councillor ${number} spoke of the bridge for an hour.`,
  );
  const bridge = sentences.join(" ");
  await importStories({ "a.txt": `Bridge opens\n\n${bridge}\n\nSource: Reuters\n` });
  await importStories({
    "b.txt": `Bridge open\n\n${bridge.replace("Councillor 7", "The mayor")}\n\nSource: Reuters\n`,
  });
  const [first, second] = await newsroom.client.fetch<string[]>(
    '*[_type == "importRecord" && input in ["a.txt", "b.txt"]] | order(input).article._ref',
  );
  const review = (id: string | undefined): Promise<unknown> =>
    newsroom.client.fetch('*[_type == "importRecord" && article._ref == $id][0].review', { id });

  await studio.openQueue();
  await studio
    .queueRow(/Bridge open(?!s)/)
    .getByRole("link")
    .click();
  await studio.storyEditable("Bridge open");
  await studio.page.keyboard.press("Escape");
  await studio.page.keyboard.press("c");
  const { comparison } = studio;
  await comparison.getByText("The texts are nearly the same.").waitFor();
  const texts = comparison.getByRole("region", { name: "Text", exact: true });
  await expect
    .poll(() => texts.locator("mark").allInnerTexts())
    .toEqual([expect.stringMatching(/The mayor$/), expect.stringMatching(/Councillor 7$/)]);

  await comparison.getByRole("button", { name: "They are two stories" }).click();
  await comparison.getByText(/neither asks about the other again/).waitFor();
  const settled = (id: string | undefined) => ({
    settled: [{ _key: `near-duplicate.${id}`, how: "not-needed" }],
  });
  expect(await review(second)).toMatchObject(settled(first));
  expect(await review(first)).toMatchObject(settled(second));
  await comparison.getByRole("button", { name: "Undo" }).click();
  await comparison.getByText("It was undone.").waitFor();
  expect(await review(first)).not.toHaveProperty("settled");

  await comparison.getByRole("button", { name: /^Keep this one: .Bridge opens/ }).click();
  await comparison.getByText(/is kept/).waitFor();
  expect(await review(second)).toMatchObject({
    state: "rejected",
    decision: { kind: "rejected", sameAs: first },
  });
  expect(await newsroom.client.fetch('count(*[_type == "article" && headline match "Bridge"])')).toBe(2);
  await comparison.getByRole("button", { name: "Close", exact: true }).click();
  await studio.queueTab("Rejected 1").click();
  await studio.queueRow("Bridge open").getByText("the same as another").waitFor();
  expect(await studio.errorToasts.count()).toBe(0);
});
