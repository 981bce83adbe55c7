import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runImport } from "../../importer/index.ts";
import { makePicture } from "../importer/assets/make-pictures.ts";
import { storyFolder } from "../support/story-folder.ts";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, seedFolder, type Newsroom } from "./support/newsroom.ts";
import { StudioPage } from "./support/studio-page.ts";
import { watchPage, type PageWatch } from "./support/watch-page.ts";

/*
 * What an editor does with one story, beside its source. What they do is looked up in the lake, not on the page.
 */

/** How long a page may take for one step; long, because the machine may be busy and nothing here is about speed. */
const patienceMs = 60_000;

let browser: Browser;
let newsroom: Newsroom;
let context: BrowserContext;
let watches: PageWatch[];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  watches = [];
  newsroom = await openNewsroom();
  context = await browser.newContext({ viewport: { width: 1500, height: 1000 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(patienceMs);
});

afterEach(async () => {
  const faults = watches.flatMap((watch) => watch.faults);
  await context.close();
  await newsroom.close();
  expect(faults).toEqual([]);
});

/** The story that every newsroom has. */
const seed = (): Promise<{ id: string; headline: string }> =>
  newsroom.client.fetch('*[_type == "article"][0]{ "id": string::split(_id, "drafts.")[1], headline }');

/** Imports one story. @returns The published id of its article. */
async function importStory(headline: string, text: string): Promise<string> {
  await using folder = await storyFolder({ "story.txt": text });
  await runImport({ inputs: [folder.path], client: newsroom.client });
  return await newsroom.client.fetch('string::split(*[headline == $headline][0]._id, "drafts.")[1]', {
    headline,
  });
}

/** Opens an article's form, and waits for the panel that opens by itself. */
async function openStory(id: string): Promise<StudioPage> {
  const page = await context.newPage();
  watches.push(watchPage(page, newsroom.url));
  const studio = new StudioPage(page, newsroom.url);
  await studio.openDocument("article", id);
  await studio.story.waitFor();
  return studio;
}

/** Waits until the lake holds what the test expects: Studio saves when it sees fit. */
const stored = (query: string, id: string) =>
  expect.poll(() => newsroom.client.fetch(query, { id, draft: `drafts.${id}`, record: `import.${id}` }));

/** What people have said of a story's problems. */
const settled = "*[_id == $record][0].review.settled[]{ code, how }";

/** The text of each member of an article's body. */
const bodyTexts = '*[_id == $draft][0].body[]{ "text": array::join(children[].text, "") }.text';

/** Which versions of an article there are. */
const versions = "*[_id in [$id, $draft]] | order(_id)._id";

test("whoever goes on to another story before the panel of the first has opened comes there, and stays", async () => {
  await importStory("The bridge is closed", "The bridge is closed\n\nThe council said so on Monday.\n");
  const page = await context.newPage();
  watches.push(watchPage(page, newsroom.url));
  const studio = new StudioPage(page, newsroom.url);
  await studio.openStories();
  await studio.storyRows.nth(1).waitFor();
  const [first = "", second = ""] = await studio.storyRows.allInnerTexts();
  // What the import knows of the first story, which opens its panel, comes just when its reader leaves.
  const leaving = Promise.withResolvers<void>();
  await page.route(/query=.*sourceText/, async (route) => {
    await leaving.promise;
    await route.continue();
  });
  await studio.storyRows.first().click();
  await studio.storyEditable(first);
  page.once("framenavigated", () => leaving.resolve());
  await studio.storyRows.nth(1).click();
  await studio.story.waitFor();
  await studio.storyEditable(second);
  expect(second).toContain(await studio.input("headline").inputValue());
});

test("an Arabic story stands beside its source, each lights the other, and what is to be checked is settled", async () => {
  const { id, headline } = await seed();
  const studio = await openStory(id);
  const line = studio.story.locator("[data-line='1']");
  const text = line.getByText(headline);
  expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");

  // The field lights its line, with how it was found in words.
  await studio.input("headline").focus();
  await expect.poll(() => studio.litLines()).toEqual(["1"]);
  await line.getByText("Headline: the first line").waitFor();
  // The line leads to its field, by keyboard too; a line of the text to its paragraph.
  await studio.story.locator("[data-line='30'] button").first().press("Enter");
  await expect.poll(() => studio.litLines()).toEqual(["30"]);
  await expect.poll(() => studio.fieldInFocus("sourceLine").count()).toBe(1);
  await studio.story.locator("[data-line='8'] .copydesk-source-text").click();
  await expect.poll(() => studio.litLines()).toEqual(["8"]);
  await expect.poll(() => studio.fieldInFocus("body").count()).toBe(1);

  // References to drafts are no errors: nothing stops this story.
  expect(await studio.blocking.count()).toBe(0);
  const undated = studio.problem("publication-date-unknown");
  await undated.getByRole("button", { name: "Go to the field" }).click();
  await expect.poll(() => studio.fieldInFocus("publishedAt").count()).toBe(1);
  await undated.getByRole("button", { name: "Not needed" }).click();
  await stored(settled, id).toEqual([{ code: "publication-date-unknown", how: "not-needed" }]);
  await undated.waitFor({ state: "detached" });
  await studio.story.getByRole("button", { name: "Undo" }).click();
  await undated.waitFor();
  await stored(settled, id).toBeNull();

  // On a phone the panel covers the form, and makes way for the field.
  await studio.page.setViewportSize({ width: 390, height: 844 });
  await undated.getByRole("button", { name: "Go to the field" }).click();
  await expect.poll(() => studio.fieldInFocus("publishedAt").count()).toBe(1);
  expect(await studio.story.count()).toBe(0);
  await studio.page.setViewportSize({ width: 1500, height: 1000 });
  await studio.story.waitFor();

  // What truly stops it stands in a list, which leads to the field.
  await studio.input("headline").fill("");
  await studio.blocking.getByRole("button", { name: "Headline: Required" }).click();
  await expect.poll(() => studio.fieldInFocus("headline").count()).toBe(1);
  await studio.input("headline").fill(headline);
  await studio.blocking.waitFor({ state: "detached" });
  await studio.publish.click();
  await stored(versions, id).toEqual([id]);
  expect(await studio.errorToasts.count()).toBe(0);
});

test("values of a format without lines stand with their places and lead to their fields, and what a page left out is put in", async () => {
  const { id, headline } = await seed();
  const evidence = [
    { path: "headline", place: "meta[og:title]", rule: "meta", confidence: 0.9 },
    { path: "publishedAt", place: "body > article > time", rule: "time-element", confidence: 0.4 },
  ];
  const address = "https://pictures.example/map.png";
  const menu = Array.from({ length: 37 }, (_, at) => ({
    kind: "text",
    text: `القسم ${at}`,
    place: "body > nav",
    reason: "page-furniture",
  }));
  const map = {
    kind: "picture",
    text: "خريطة",
    address,
    place: "figure",
    reason: "picture-unusable",
    after: 2,
  };
  const leftOut = [...menu, map].map((piece) => ({ ...piece, rule: "some-rule" }));
  await newsroom.client
    .patch(`import.${id}`)
    .set({ evidence: JSON.stringify(evidence), leftOut: JSON.stringify(leftOut) })
    .commit();
  const studio = await openStory(id);
  const value = studio.story.getByRole("button", { name: /^Headline/ });
  expect(await value.innerText()).toMatch(/what the page says of itself\s+meta\[og:title\]$/);
  await studio.story
    .getByRole("button", { name: /^Published at.*a mark in the page; may be wrong/ })
    .waitFor();
  await value.click();
  await expect.poll(() => studio.fieldInFocus("headline").count()).toBe(1);
  expect(await value.getAttribute("aria-pressed")).toBe("true");
  await studio.story.getByText(headline).first().waitFor();
  expect(await studio.story.innerText()).not.toContain("some-rule");

  const list = studio.story.getByRole("region", { name: "Left out" });
  await list.getByText("The picture cannot be used").waitFor();
  expect(await list.getByRole("listitem").count()).toBe(1);
  await list.getByRole("button", { name: "37 pieces of the page" }).click();
  await expect.poll(() => list.getByRole("listitem").count()).toBe(38);
  await list.getByRole("button", { name: "Put in: خريطة" }).click();
  await stored("*[_id == $draft][0].body[3].markDefs[].href", id).toEqual([address]);
  await list.getByText("In the story").waitFor();
});

test("a line that the import left out is put into an Arabic story at its place; lines of the page are folded", async () => {
  const [first, last] = [
    "قال رئيس البلدية إن الجسر الجديد سيفتح يوم الاثنين أمام السيارات والمشاة بعد أعمال استمرت عامين.",
    "وأضاف أن تكاليف البناء بلغت عشرين مليون دينار، وأن الطريق القديم سيبقى مفتوحا حتى نهاية العام.",
  ];
  const [readAlso, share] = ["اقرأ أيضا: أعمال الطريق السريع", "شارك هذا الخبر"];
  const headline = "جسر جديد يفتح في المدينة";
  const lines = [headline, "", first, "", readAlso, "", last, "", share, "تابعنا على فيسبوك", ""];
  const id = await importStory(headline, lines.join("\n"));
  await stored(bodyTexts, id).toEqual([first, last]);

  const studio = await openStory(id);
  const line = studio.story.locator("[data-line='5']");
  await line.getByText("Belongs to the page, not to the story").waitFor();
  const text = line.getByText(readAlso);
  expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  await line.getByRole("button", { name: `Put in: ${readAlso}` }).click();
  await stored(bodyTexts, id).toEqual([first, readAlso, last]);
  await line.getByText("In the story").waitFor();

  // By keyboard alone.
  const fold = studio.story.getByRole("button", { name: "2 lines of the page" });
  expect(await studio.story.getByText(share).count()).toBe(0);
  await fold.focus();
  await studio.page.keyboard.press("Enter");
  await studio.story.getByText(share).waitFor();
  expect(await fold.getAttribute("aria-expanded")).toBe("true");
  // Past the button that says what the line is.
  await studio.page.keyboard.press("Tab");
  await studio.page.keyboard.press("Tab");
  await studio.page.keyboard.press("Enter");
  await stored(bodyTexts, id).toEqual([first, readAlso, last, share]);
  await expect
    .poll(() => studio.page.evaluate(() => document.activeElement?.textContent))
    .toBe("In the story");
  await fold.click();
  expect(await studio.story.getByText(share).count()).toBe(0);
  expect(await studio.errorToasts.count()).toBe(0);
});

test("what the source and an editor changed differently is shown word by word, and taken, given back, edited", async () => {
  const { id, headline } = await seed();
  const [file = ""] = await readdir(seedFolder);
  const text = await readFile(join(seedFolder, file), "utf8");
  const [edited, corrected] = [headline.replace("هناك", "توجد"), headline.replace("هناك", "ثمة")];
  await newsroom.client.action({
    actionType: "sanity.action.document.edit",
    draftId: `drafts.${id}`,
    publishedId: id,
    patch: { set: { headline: edited } },
  });
  {
    await using folder = await storyFolder({ [file]: text.replace(headline, corrected) });
    const report = await runImport({ inputs: [folder.path], client: newsroom.client });
    expect(report.counts).toMatchObject({ read: 1, suggested: 1 });
  }

  const studio = await openStory(id);
  const diff = studio.story.getByRole("group", { name: /From what stands here now/ });
  await diff.waitFor();
  expect(await diff.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  expect(await diff.locator("del").innerText()).toContain("توجد");
  expect(await diff.locator("ins").innerText()).toContain("ثمة");

  await studio.story.getByRole("button", { name: "Take the source's" }).click();
  await stored("*[_id == $draft][0].headline", id).toBe(corrected);
  await studio.story.getByRole("button", { name: "Undo" }).click();
  await stored("*[_id == $draft][0].headline", id).toBe(edited);

  // The same stands at the field.
  const atField = studio.suggestedAt("headline");
  await atField.locator("ins").getByText("ثمة").waitFor();
  expect(await studio.suggestedAt("subHeadline").count()).toBe(0);
  await atField.getByRole("button", { name: "Take the source's" }).click();
  await stored("*[_id == $draft][0].headline", id).toBe(corrected);
  await atField.locator("ins").waitFor({ state: "detached" });
  await atField.getByRole("button", { name: "Undo" }).click();
  await stored("*[_id == $draft][0].headline", id).toBe(edited);
  await atField.locator("ins").waitFor();

  await studio.story.getByRole("button", { name: "Edit", exact: true }).click();
  await studio.story.getByRole("textbox", { name: "Your own version" }).fill("عنوان ثالث");
  await studio.story.getByRole("button", { name: "Save" }).click();
  await stored("*[_id == $draft][0].headline", id).toBe("عنوان ثالث");
  await stored("*[_id == $record][0].suggestions[].state", id).toEqual(["accepted"]);
  await diff.waitFor({ state: "detached" });
  expect(await studio.errorToasts.count()).toBe(0);
});

test("a story that its source has withdrawn says so in the source's words, asks before it is published, and is unpublished from the banner", async () => {
  const headline = "Harbour bridge opens";
  const order = "KILL: the name of the company is wrong";
  const paragraph =
    "The bridge over the harbour opened on Monday, the council of the town said, after two years of work.";
  const id = await importStory(headline, `${order}\n\n${headline}\n\n${paragraph}\n\nSource: Reuters\n`);
  const studio = await openStory(id);
  await studio.banner.getByText("The source has withdrawn this story").waitFor();
  await studio.banner.getByText(order).waitFor();
  expect(await studio.banner.getByRole("button").count()).toBe(0);

  await studio.publish.click();
  await studio.question.getByText("The source has withdrawn this story.").waitFor();
  await studio.question.getByRole("button", { name: "Cancel" }).click();
  await studio.publish.click();
  await stored(versions, id).toEqual([`drafts.${id}`]);
  await studio.question.getByRole("button", { name: "Publish" }).click();
  await stored(versions, id).toEqual([id]);

  await studio.banner.getByRole("button", { name: "Unpublish now" }).click();
  await stored(versions, id).toEqual([`drafts.${id}`]);
  await stored("*[_id == $record][0].review.state", id).toBe("withdrawn");
  await studio.banner.getByRole("button", { name: "Undo" }).click();
  await stored(versions, id).toEqual([id]);

  // The keys of the queue work beside the panel too, and ask as well.
  await studio.openQueue();
  await studio.queueRow(headline).getByRole("link").focus();
  await studio.page.keyboard.press("o");
  await studio.story.waitFor();
  await studio.story.getByRole("button", { name: "Not needed" }).first().focus();
  await studio.page.keyboard.press("p");
  const question = studio.page.getByRole("dialog", { name: "Publish all the same?" });
  await question.getByText("The source has withdrawn this story.").waitFor();
  await question.getByRole("button", { name: "Cancel" }).click();
  await studio.story.getByRole("button", { name: "Not needed" }).first().focus();
  await studio.page.keyboard.press("j");
  await studio.banner.waitFor({ state: "detached" });
  await studio.page.keyboard.press("k");

  // An embargo says how long it lasts.
  const until = new Date(Date.now() + 3 * 3_600_000 + 60_000).toISOString();
  await newsroom.client
    .transaction()
    .patch(id, (patch) => patch.set({ pubStatus: "usable", embargoedUntil: until }))
    .patch(`import.${id}`, (patch) => patch.set({ "review.state": "embargoed" }))
    .commit();
  await studio.banner.getByText(/^Under an embargo that ends in 3 hr/).waitFor();
});

test("a key leads from the list to what is to be done first, a date or a credit, and on without the pointer", async () => {
  await using folder = await storyFolder({
    "date.txt":
      "A town without a date\n\nThe council said on Monday that it plants trees.\n\nSource: Reuters\n",
    "dam.md": `---\ntitle: "The dam is opened"\ndate: 2026-03-01T10:00:00Z\nsource: Reuters\n---\n\nThe dam was opened on Monday, the council of the town was told.\n\n<figure><img src="dam.png" alt="A dam"><figcaption>The dam</figcaption></figure>\n`,
    "dam.png": await makePicture("png"),
  });
  await runImport({ inputs: [folder.path], client: newsroom.client });
  const page = await context.newPage();
  watches.push(watchPage(page, newsroom.url));
  const studio = new StudioPage(page, newsroom.url);
  await studio.openQueue();
  await studio.queueRow("A town without a date").getByRole("link").focus();
  await page.keyboard.press("e");
  await studio.fieldInFocus("publishedAt").waitFor();
  await page.keyboard.type("2026-03-04 10:00");
  await page.keyboard.press("Control+Enter");
  const published = "*[_type == 'article' && headline == $id && !(_id in path('drafts.**'))][0]";
  await stored(`${published}.publishedAt`, "A town without a date").toMatch(/^2026-03-0[34]T/);

  // With the panel closed, too.
  await studio.queueRow("The dam is opened").getByRole("link").click();
  await studio.storyEditable("The dam is opened");
  await studio.story.waitFor();
  await page.getByRole("button", { name: "Close story and source" }).click();
  await studio.story.waitFor({ state: "detached" });
  await page.keyboard.press("e");
  const credit = studio.problem("missing-credit");
  await credit.locator("input:focus").waitFor();
  await page.keyboard.type("Ada Byron");
  // It is not stored yet, so that nothing is published without it.
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Enter");
  await credit.waitFor({ state: "detached" });
  await stored('*[_type == "newsImage" && captions[0].text == $id][0].creditLine', "The dam").toBe(
    "Ada Byron",
  );
  await stored(published, "The dam is opened").toBeNull();
  await page.keyboard.press("p");
  await stored(`${published}.headline`, "The dam is opened").toBe("The dam is opened");
});
