import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, type Newsroom } from "./support/newsroom.ts";
import { placesReadWrongly } from "./support/reading-order.ts";
import { StudioPage } from "./support/studio-page.ts";
import { watchPage, type PageWatch } from "./support/watch-page.ts";

/** How long a page may take for one step; long, because the machine may be busy and nothing here is about speed. */
const patienceMs = 60_000;

interface StoredArticle {
  readonly _id: string;
  readonly _rev: string;
  readonly body: readonly {
    readonly _type: string;
    readonly _key: string;
    readonly children?: readonly { text: string }[];
  }[];
}

let browser: Browser;
let newsroom: Newsroom;
let context: BrowserContext;
let watch: PageWatch;
let studio: StudioPage;
let seed: StoredArticle;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  newsroom = await openNewsroom();
  seed = await newsroom.client.fetch<StoredArticle>('*[_type == "article"][0]');
  context = await browser.newContext({ viewport: { width: 1500, height: 1000 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  watch = watchPage(page, newsroom.url);
  studio = new StudioPage(page, newsroom.url);
});

afterEach(async () => {
  await context.close();
  await newsroom.close();
  expect(watch.faults).toEqual([]);
});

const articleId = (): string => seed._id.replace("drafts.", "");
const page = (): Promise<{ lang: string; dir: string }> =>
  studio.page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));

/**
 * Edits the story in nobody's name, as an editor does: a change of the importer's own would belong to its import. Waits until
 * the history tells of it, which it does a moment later.
 */
async function editAsEditor(set: Readonly<Record<string, string>>): Promise<void> {
  const lake = `${newsroom.url}/v1/data`;
  const { status } = await fetch(`${lake}/mutate/production`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ mutations: [{ patch: { id: seed._id, set } }] }),
  });
  expect(status).toBe(200);
  const log = `${lake}/history/production/transactions/${seed._id}?fromTransaction=${seed._rev}`;
  await expect.poll(async () => (await (await fetch(log)).text()).trim().split("\n")).toHaveLength(2);
}

test("the Studio is turned to Arabic and laid out from the right, a story is edited and published there, and it turns back", async () => {
  await studio.open();
  await studio.languageSwitch("العربية").press("Enter");
  await studio.languageSwitch("English").waitFor();
  expect(await page()).toEqual({ lang: "ar", dir: "rtl" });
  // Drawn anew, with the focus where it was.
  await studio.page.locator("[data-language-switch]:focus").waitFor();

  // It stays so when one comes again, and the panes follow one another to the left.
  await studio.open();
  await studio.paneItem("كل الأخبار").click();
  await studio.page.getByPlaceholder("بحث في القائمة").waitFor();
  await studio.storyRows.last().click();
  await studio.editable();
  const lefts = [];
  for (const pane of await studio.panes.all()) lefts.push((await pane.boundingBox())?.x);
  expect(lefts).toEqual(lefts.toSorted((a = 0, b = 0) => b - a));
  expect(lefts.length).toBeGreaterThan(1);
  const directionOf = (path: string): Promise<string> =>
    studio.input(path).evaluate((input) => getComputedStyle(input).direction);
  // The words of the content model, and what stands in the way of publishing.
  await studio.field("headline").getByText("العنوان", { exact: true }).waitFor();
  await studio.group("المنشأ").waitFor();
  await studio.input("headline").fill("");
  await studio.story
    .getByTestId("blocking")
    .getByText(/^العنوان: /)
    .waitFor();
  expect([await directionOf("headline"), await directionOf("slug")]).toEqual(["rtl", "ltr"]);

  await studio.input("headline").fill("النهر ينحسر بعد 12 يومًا.");
  await studio.publish.click();
  await expect
    .poll(() => newsroom.client.fetch("*[_id == $id][0].headline", { id: articleId() }))
    .toBe("النهر ينحسر بعد 12 يومًا.");
  await studio.page
    .getByTestId("pane-footer")
    .last()
    .getByText(/^آخر نشر/)
    .waitFor();

  await studio.languageSwitch("English").click();
  await studio.group("All fields").waitFor();
  expect(await page()).toEqual({ lang: "en-US", dir: "ltr" });
});

test("what changed in an Arabic paragraph is read from the right, in an English and in an Arabic Studio", async () => {
  const block = seed.body.find(({ _type }) => _type === "block");
  const text = block?.children?.[0]?.text ?? "";
  // Words, numbers and the marks at the end, each beside what it replaces.
  const changed = `قال 15 مصدرًا (من أصل 20): ${text.replace("الأربعاء", "الخميس").replace(/\.$/, " (حلب).")}`;
  await editAsEditor({
    headline: "لافروف: لا قنوات (بعد) لحل الأزمة.",
    [`body[_key=="${block?._key}"].children[0].text`]: changed,
  });
  await studio.openDocument("article", articleId());
  await studio.openReviewChanges();
  for (const shown of [studio.changedLine, studio.changedParagraph])
    expect(await placesReadWrongly(shown)).toEqual([]);

  await studio.languageSwitch("العربية").click();
  await studio.group("كل الحقول").waitFor();
  for (const shown of [studio.changedLine, studio.changedParagraph])
    expect(await placesReadWrongly(shown)).toEqual([]);
});
