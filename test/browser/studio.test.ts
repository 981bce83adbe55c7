import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runImport } from "../../importer/index.ts";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, seedFolder, type Newsroom } from "./support/newsroom.ts";
import { StudioPage } from "./support/studio-page.ts";
import { watchPage, type PageWatch } from "./support/watch-page.ts";

/*
 * What an editor does. Each test has a newsroom of its own, with the seed story as it was just imported, and a fresh
 * browser profile: any of them can be run alone, and in any order.
 */

/** How long a page may take for one step; long, because the machine may be busy and nothing here is about speed. */
const patienceMs = 60_000;

let browser: Browser;
let newsroom: Newsroom;
let context: BrowserContext;
let watches: PageWatch[];

interface StoredArticle {
  readonly _id: string;
  readonly headline: string;
  readonly slug: { readonly current: string };
  readonly leadImage: { readonly image: { readonly _ref: string } };
  readonly subHeadline?: string;
}

let seed: StoredArticle;
const articleId = (): string => seed._id.replace("drafts.", "");

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  watches = [];
  newsroom = await openNewsroom();
  seed = await newsroom.client.fetch<StoredArticle>('*[_type == "article"][0]');
  context = await browser.newContext({ viewport: { width: 1500, height: 1000 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(patienceMs);
});

afterEach(async () => {
  const faults = watches.flatMap((watch) => watch.faults);
  await context.close();
  await newsroom.close();
  expect(faults).toEqual([]);
});

async function openStudio(): Promise<StudioPage> {
  const page = await context.newPage();
  watches.push(watchPage(page, newsroom.url));
  return new StudioPage(page, newsroom.url);
}

/** Waits until the lake holds what the test expects: Studio saves when it sees fit. */
async function stored<T>(
  query: string,
  params: Record<string, unknown>,
  wanted: (value: T) => boolean,
): Promise<T> {
  let value: T | undefined;
  await expect.poll(async () => wanted((value = await newsroom.client.fetch<T>(query, params)))).toBe(true);
  if (value === undefined) throw new Error("BUG: nothing was read");
  return value;
}

const isInView = (place: Locator): Promise<boolean> =>
  place.evaluate(
    (element) =>
      new Promise<boolean>((resolve) =>
        new IntersectionObserver(([entry], observer) => {
          observer.disconnect();
          resolve(entry?.isIntersecting ?? false);
        }).observe(element),
      ),
  );

const textOf = (page: Page): Promise<string> => page.locator("body").innerText();

test("Studio opens without a login form and shows the queue first, and the three types of content below it", async () => {
  const studio = await openStudio();
  await studio.open();
  await studio.queueRow(seed.headline).getByText("no date").waitFor();
  for (const title of ["Queue", "Articles", "Images", "Sources"]) await studio.paneItem(title).waitFor();
  expect(await textOf(studio.page)).not.toMatch(/log ?in|sign in|trying to connect/i);

  await studio.paneItem("Articles").click();
  await studio.paneItem(seed.headline).waitFor();
  await studio.paneItem("Sources").click();
  await studio.sourceRow("Reuters").waitFor();
  await studio.paneItem("Images").click();
  await studio.paneItem("REUTERS/Maxim Shemetov").waitFor();
  await studio.paneItem("Queue").click();
  await studio.queueRow(seed.headline).waitFor();
  expect(await studio.errorToasts.count()).toBe(0);
});

test("Studio shows an Arabic article right to left, its slug and URLs left to right, and makes the slug anew", async () => {
  const studio = await openStudio();
  await studio.openDocument("article", articleId());
  const directionOf = (path: string): Promise<string> =>
    studio.input(path).evaluate((element) => getComputedStyle(element).direction);

  expect(await studio.input("headline").inputValue()).toBe(seed.headline);
  expect(await directionOf("headline")).toBe("rtl");
  expect(await directionOf("summary")).toBe("rtl");
  expect(await directionOf("slug")).toBe("ltr");
  const body = studio
    .field("body")
    .locator("[data-testid='pt-editor'], [data-testid='scroll-container']")
    .first();
  await body.waitFor();
  expect(await body.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");

  const slug = await studio.input("slug").inputValue();
  await studio.input("slug").fill("another");
  await studio.field("slug").getByRole("button", { name: "Generate" }).click();
  await expect.poll(() => studio.input("slug").inputValue()).toBe(slug);

  await studio.openDocument("newsImage", seed.leadImage.image._ref);
  const caption = studio.field("captions").getByText("لافروف").first();
  await caption.waitFor();
  const line = await caption.evaluate((element) => getComputedStyle(element).direction);
  expect(line).toBe("rtl");
});

test("the source text shows which lines each value was read from", async () => {
  const studio = await openStudio();
  await studio.openView("article", articleId(), "source-text");
  const value = (name: RegExp) => studio.sourceText.getByRole("button", { name });
  const markedLines = (): Promise<(string | null)[]> =>
    studio.markedLines.evaluateAll((lines) => lines.map((line) => line.getAttribute("data-line")));

  await value(/^Headline.*90 %.*Line 1/).click();
  await studio.page.mouse.move(0, 0);
  expect(await markedLines()).toEqual(["1"]);
  expect(await studio.markedLines.innerText()).toContain(seed.headline);
  expect(await value(/^Headline/).getAttribute("aria-pressed")).toBe("true");

  // The last line is out of sight, and the keyboard's focus alone brings it there.
  const { height = 0 } = studio.page.viewportSize() ?? {};
  await studio.page.setViewportSize({ width: 1500, height: 500 });
  expect(await isInView(studio.sourceText.locator("[data-line='30']"))).toBe(false);
  await value(/^Source line/).focus();
  expect(await markedLines()).toEqual(["30"]);
  await expect.poll(() => isInView(studio.markedLines)).toBe(true);
  await studio.page.setViewportSize({ width: 1500, height });
  await value(/^Source line/).blur();
  expect(await markedLines()).toEqual(["1"]);

  const text = studio.sourceText.getByText(seed.headline).first();
  expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  const number = studio.markedLines.first();
  expect(await number.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
});

test("the source text lists values of a format without lines with their places, and says which are unsure", async () => {
  const id = `import.${articleId()}`;
  const evidence = [
    { path: "headline", place: "meta[og:title]", rule: "meta", confidence: 0.9 },
    { path: "publishedAt", place: "body > article > time", rule: "time-element", confidence: 0.4 },
  ];
  await newsroom.client
    .patch(id)
    .set({ evidence: JSON.stringify(evidence) })
    .unset(["leftOut"])
    .commit();
  const studio = await openStudio();
  await studio.openView("article", articleId(), "source-text");
  const values = studio.sourceText.getByRole("listitem");
  await values.first().waitFor();
  expect(await values.allInnerTexts()).toEqual([
    expect.stringMatching(/^Headline\s+90 %\s+meta\[og:title\]\s+meta$/),
    expect.stringMatching(/^Published at\s+40 %, unsure\s+body > article > time\s+time-element$/),
  ]);
  expect(await studio.sourceText.getByRole("button").count()).toBe(0);
  await studio.sourceText.getByText(seed.headline).first().waitFor();
});

test("a table is read in the body and edited as a grid that runs with the article, and an embed loads nothing", async () => {
  const row = (_key: string, ...cells: string[]) => ({ _type: "tableRow", _key, cells });
  const block = {
    _type: "block",
    _key: "p",
    style: "normal",
    markDefs: [],
    children: [
      { _type: "span", _key: "1", text: "10", marks: [] },
      { _type: "span", _key: "2", text: "6", marks: ["sup"] },
    ],
  };
  const table = { _type: "table", _key: "t", caption: "ساعات العمل", hasHeaderRow: true };
  await newsroom.client
    .patch(seed._id)
    .set({
      body: [
        block,
        { ...table, rows: [row("a", "اليوم", "الساعة"), row("b", "الاثنين", "9:00")] },
        { _type: "embed", _key: "e", url: "https://video.example/1", provider: "Video", text: "قوارب" },
      ],
    })
    .commit();
  const studio = await openStudio();
  await studio.openBlock(articleId(), "t");
  const cells = studio.tableGrid.getByRole("textbox");
  await cells.nth(3).waitFor();
  expect(await studio.tableGrid.getAttribute("dir")).toBe("rtl");
  expect(await cells.evaluateAll((all) => all.map((cell) => "value" in cell && cell.value))).toEqual([
    "اليوم",
    "الساعة",
    "الاثنين",
    "9:00",
  ]);
  await cells.nth(3).fill("10:00");
  await studio.page.getByRole("button", { name: "Add row" }).click();
  await studio.tableGrid.getByRole("textbox").nth(4).fill("الثلاثاء");
  await stored<{ cells: string[] }[]>(
    `*[_id == $id][0].body[_key == "t"][0].rows[]{cells}`,
    { id: seed._id },
    (rows) =>
      JSON.stringify(rows.map((one) => one.cells)) ===
      JSON.stringify([
        ["اليوم", "الساعة"],
        ["الاثنين", "10:00"],
        ["الثلاثاء", ""],
      ]),
  );
  await studio.openDocument("article", articleId());
  await studio.tablePreview.first().waitFor();
  expect(await studio.tablePreview.first().innerText()).toContain("10:00");
  await studio.field("body").locator("sup").filter({ hasText: "6" }).waitFor();
  expect(await studio.field("body").innerText()).toContain("قوارب");
});

/** The text of each member of an article's body. */
const bodyTexts = '*[_id == $id][0].body[]{ "text": array::join(children[].text, "") }.text';

test("a line that the import left out is put into an Arabic story at its place; lines of the page are folded", async () => {
  const [first, last] = [
    "قال رئيس البلدية إن الجسر الجديد سيفتح يوم الاثنين أمام السيارات والمشاة بعد أعمال استمرت عامين.",
    "وأضاف أن تكاليف البناء بلغت عشرين مليون دينار، وأن الطريق القديم سيبقى مفتوحا حتى نهاية العام.",
  ];
  const [readAlso, share] = ["اقرأ أيضا: أعمال الطريق السريع", "شارك هذا الخبر"];
  const headline = "جسر جديد يفتح في المدينة";
  const lines = [headline, "", first, "", readAlso, "", last, "", share, "تابعنا على فيسبوك", ""];
  const folder = await mkdtemp(join(tmpdir(), "copydesk-left-out-"));
  await writeFile(join(folder, "bridge.txt"), lines.join("\n"));
  await runImport({ inputs: [folder], client: newsroom.client });
  await rm(folder, { recursive: true });
  const draft = await newsroom.client.fetch<string>("*[headline == $headline][0]._id", { headline });
  const texts = (wanted: readonly string[]): Promise<string[]> =>
    stored<string[]>(bodyTexts, { id: draft }, (found) => JSON.stringify(found) === JSON.stringify(wanted));
  await texts([first, last]);

  const studio = await openStudio();
  await studio.openView("article", draft.replace("drafts.", ""), "source-text");
  const line = studio.sourceText.locator("[data-line='5']");
  await line.getByText("Belongs to the page, not to the story").waitFor();
  const text = line.getByText(readAlso);
  expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  await line.getByRole("button", { name: `Put in: ${readAlso}` }).click();
  await texts([first, readAlso, last]);
  await line.getByText("In the story").waitFor();
  expect(await line.getByRole("button").count()).toBe(0);

  // By keyboard alone.
  const fold = studio.sourceText.getByRole("button", { name: "2 lines of the page" });
  expect(await studio.sourceText.getByText(share).count()).toBe(0);
  await fold.focus();
  await studio.page.keyboard.press("Enter");
  await studio.sourceText.getByText(share).waitFor();
  expect(await fold.getAttribute("aria-expanded")).toBe("true");
  await studio.page.keyboard.press("Tab");
  await studio.page.keyboard.press("Enter");
  await texts([first, readAlso, last, share]);
  await expect
    .poll(() => studio.page.evaluate(() => document.activeElement?.textContent))
    .toBe("In the story");
  await fold.click();
  expect(await studio.sourceText.getByText(share).count()).toBe(0);
  expect(await studio.errorToasts.count()).toBe(0);
});

test("what a page left out is listed with its place, and a picture put in as a link", async () => {
  const address = "https://pictures.example/map.png";
  const picture = {
    kind: "picture",
    text: "خريطة",
    address,
    place: "body > figure",
    reason: "picture-unusable",
  };
  const menu = Array.from({ length: 37 }, (_, at) => ({
    kind: "text",
    text: `القسم ${at}`,
    place: "body > nav",
    reason: "page-furniture",
  }));
  const pieces = [...menu, { ...picture, after: 2 }].map((piece) => ({ ...piece, rule: "some-rule" }));
  await newsroom.client
    .patch(`import.${articleId()}`)
    .set({ leftOut: JSON.stringify(pieces), evidence: "[]" })
    .commit();
  const studio = await openStudio();
  await studio.openView("article", articleId(), "source-text");
  const list = studio.sourceText.getByRole("region", { name: "Left out" });
  await list.getByText("The picture cannot be used").waitFor();
  expect(await list.getByRole("listitem").count()).toBe(1);
  expect(await list.innerText()).not.toContain("some-rule");
  await list.getByRole("button", { name: "37 pieces of the page" }).click();
  await expect.poll(() => list.getByRole("listitem").count()).toBe(38);

  await list.getByRole("button", { name: "Put in: خريطة" }).click();
  const body = await stored<{ markDefs?: { href: string }[] }[]>(
    "*[_id == $id][0].body",
    { id: seed._id },
    (members) => members.some(({ markDefs = [] }) => markDefs.length > 0),
  );
  expect(body[3]).toMatchObject({ style: "normal", markDefs: [{ href: address }] });
  await list.getByText("In the story").waitFor();
  expect(await studio.errorToasts.count()).toBe(0);
});

test("an edit in Studio is saved as a draft, published, edited again and discarded", async () => {
  const studio = await openStudio();
  await studio.openDocument("article", articleId());
  await studio.input("subHeadline").fill("وزير الخارجية الروسي يتحدث من أثينا");
  const byId = "*[_id in $ids] | order(_id)";
  const ids = { ids: [articleId(), `drafts.${articleId()}`] };
  await stored<StoredArticle[]>(byId, ids, ([first]) => first?.subHeadline?.startsWith("وزير") === true);

  await studio.publish.click();
  const published = await stored<StoredArticle[]>(
    byId,
    ids,
    ([first, ...rest]) => first?._id === articleId() && rest.length === 0,
  );
  expect(published[0]?.headline).toBe(seed.headline);

  await studio.editable();
  await studio.input("subHeadline").fill("نص لن يبقى");
  await stored<StoredArticle[]>(byId, ids, (documents) =>
    documents.some(({ subHeadline }) => subHeadline === "نص لن يبقى"),
  );
  await studio.act(/discard/i);
  await studio.confirm.click();
  await stored<StoredArticle[]>(byId, ids, (documents) => documents.length === 1);
  await expect.poll(() => studio.input("subHeadline").inputValue()).toMatch(/^وزير/);
  expect(await studio.errorToasts.count()).toBe(0);
});

test("a published article is read at /read, right to left, with its pictures' captions and credits", async () => {
  const drafts = await newsroom.client.fetch<string[]>('*[_id in path("drafts.**")]._id');
  await newsroom.client.action(
    drafts.map((draftId) => ({
      actionType: "sanity.action.document.publish",
      draftId,
      publishedId: draftId.replace("drafts.", ""),
    })),
  );
  const page = await context.newPage();
  watches.push(watchPage(page, newsroom.url));
  await page.goto(`${newsroom.url}/read`);
  await page.getByRole("link", { name: seed.headline }).first().click();
  const heading = page.getByRole("heading", { level: 1 });
  expect(await heading.innerText()).toContain(seed.headline);
  expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  const text = await textOf(page);
  expect(text).toContain("الهدنة خدعة");
  expect(text).toContain("REUTERS/Maxim Shemetov");
});

test("a picture uploaded into an image in Studio is stored and shown", async () => {
  const picture = await sharp({ create: { width: 640, height: 400, channels: 3, background: "#356" } })
    .png()
    .toBuffer();
  const studio = await openStudio();
  await studio.openDocument("newsImage", seed.leadImage.image._ref);
  await studio.fileInput.setInputFiles({ name: "moscow.png", mimeType: "image/png", buffer: picture });
  const [image] = await stored<{ asset?: { asset?: { _ref: string } } }[]>(
    '*[_type == "newsImage" && defined(asset.asset)]',
    {},
    (images) => images.length > 0,
  );
  const asset = await newsroom.client.getDocument(image?.asset?.asset?._ref ?? "");
  expect(asset).toMatchObject({ _type: "sanity.imageAsset", originalFilename: "moscow.png" });

  await studio.picture.waitFor();
  await expect
    .poll(() => studio.picture.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
});

test("a source is made in place from a reference field", async () => {
  const studio = await openStudio();
  await studio.openDocument("newsImage", seed.leadImage.image._ref);
  await studio.replaceReference("source");
  await studio.form
    .getByRole("button", { name: /create/i })
    .first()
    .click();
  const name = studio.page.getByTestId("field-name").last().locator("input").first();
  await name.fill("وكالة الميناء");
  const [source] = await stored<{ _id: string }[]>(
    '*[_type == "source" && name == $name]',
    { name: "وكالة الميناء" },
    (found) => found.length > 0,
  );
  await stored<number>(
    'count(*[_type == "newsImage" && source._ref == $id])',
    { id: source?._id.replace("drafts.", "") },
    (count) => count > 0,
  );
});

test("two tabs on one document see each other's edits", async () => {
  const [left, right] = [await openStudio(), await openStudio()];
  await left.openDocument("article", articleId());
  await right.openDocument("article", articleId());
  await left.input("kicker").fill("سوريا");
  await expect.poll(() => left.input("kicker").inputValue()).toBe("سوريا");
  await left.input("kicker").pressSequentially("!");
  await expect.poll(() => right.input("kicker").inputValue()).toBe("سوريا!");

  await right.input("kicker").fill("حلب");
  await expect.poll(() => left.input("kicker").inputValue()).toBe("حلب");
});

test("what the source and an editor changed differently is offered in the Studio, and taken on a click", async () => {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-correction-"));
  const corrected = `${seed.headline} (تصحيح)`;
  const [file = ""] = await readdir(seedFolder);
  const text = await readFile(join(seedFolder, file), "utf8");
  await writeFile(join(folder, file), text.replace(seed.headline, corrected));
  const edited = "عنوان المحرر";
  await newsroom.client.action({
    actionType: "sanity.action.document.edit",
    draftId: `drafts.${articleId()}`,
    publishedId: articleId(),
    patch: { set: { headline: edited } },
  });
  const report = await runImport({ inputs: [folder], client: newsroom.client });
  await rm(folder, { recursive: true });
  expect(report.counts).toMatchObject({ read: 1, suggested: 1 });

  const studio = await openStudio();
  await studio.openView("article", articleId(), "source-text");
  await studio.page.getByText(corrected).first().waitFor();
  const headline = "*[_id == $id][0].headline";
  const id = { id: `drafts.${articleId()}` };
  await stored<string>(headline, id, (value) => value === edited);
  await studio.page.getByRole("button", { name: "Use the source's version" }).click();
  await stored<string>(headline, id, (value) => value === corrected);
  await stored<string[]>(
    `*[_type == "importRecord"][0].suggestions[].state`,
    {},
    (states) => states[0] === "accepted",
  );
});

test("history tells a publication once, and a deleted document shows what it last said", async () => {
  const [id, name] = ["source-of-a-day", "وكالة ليوم واحد"];
  const versions = "*[_id in $ids]";
  const ids = { ids: [id, `drafts.${id}`] };
  await newsroom.client.create({ _id: `drafts.${id}`, _type: "source", kind: "agency" });
  const studio = await openStudio();
  await studio.openDocument("source", id);
  await studio.input("name").pressSequentially(name, { delay: 30 });
  await stored<{ name: string }[]>(versions, ids, ([draft]) => draft?.name === name);
  await studio.publish.click();
  await stored<{ _id: string }[]>(versions, ids, (all) => all.length === 1 && all[0]?._id === id);
  await studio.openHistory();
  await studio.timelineItems.filter({ hasText: "Published" }).first().waitFor();
  expect(await studio.timelineItems.filter({ hasText: "Published" }).count()).toBe(1);

  await studio.act(/delete/i);
  await studio.page.getByRole("button", { name: "Delete document" }).click();
  await stored<unknown[]>(versions, ids, (all) => all.length === 0);
  const again = await openStudio();
  await again.openDeletedDocument("source", id);
  await expect.poll(() => again.input("name").inputValue(), { timeout: 20_000 }).toBe(name);
});
