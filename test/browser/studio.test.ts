import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, type Newsroom } from "./support/newsroom.ts";
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
