import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { importOneByOne } from "./support/arabic-stories.ts";
import { englishOnScreen } from "./support/english-on-screen.ts";
import { newsroom, openBrowser, openForEachTest } from "./support/newsroom-and-browsers.ts";
import type { StudioPage } from "./support/studio-page.ts";

/*
 * What an editor does with one story in an Arabic Studio. What they do is looked up in the lake, not on the page.
 */

openForEachTest();

/** In which direction a part of the page is laid out. */
const directionOf = (part: Locator): Promise<string> =>
  part.evaluate((element) => getComputedStyle(element).direction);

const headline = "جسر جديد يفتح في المدينة";
const [first, last] = [
  "قال رئيس البلدية إن الجسر الجديد سيفتح يوم الاثنين أمام السيارات والمشاة بعد أعمال استمرت عامين.",
  "وأضاف أن تكاليف البناء بلغت عشرين مليون دينار، وأن الطريق القديم سيبقى مفتوحا حتى نهاية العام.",
];
const readAlso = "اقرأ أيضا: أعمال الطريق السريع";

/** The story, with a line that belongs to its page, and perhaps an order above it. */
const text = (title: string, ...above: readonly string[]): string =>
  [...above, title, first, readAlso, last, "المصدر: صحيفة الميناء", ""].join("\n\n");

/** Opens the story's form in Arabic. @returns The published id of the article, too. */
async function openStory(): Promise<{ studio: StudioPage; id: string }> {
  const query = 'string::split(*[_type == "article" && headline == $headline][0]._id, "drafts.")[-1]';
  const id: string = await newsroom.client.fetch(query, { headline });
  const studio = await openBrowser({ locale: "ar" });
  await studio.openDocument("article", id);
  await studio.story.waitFor();
  return { studio, id };
}

/** Waits until the lake holds what the test expects: Studio saves when it sees fit. */
const stored = (query: string, id: string) =>
  expect.poll(() => newsroom.client.fetch(query, { id, draft: `drafts.${id}`, record: `import.${id}` }));

const versions = "*[_id in [$id, $draft]] | order(_id)._id";

test("in Arabic, a story stands beside its source: lines are lit and put in, what is to be checked is settled, what stops it leads to its field", async () => {
  await importOneByOne({ "جسر.txt": text(headline) });
  const { studio, id } = await openStory();
  const { story } = studio;
  expect(await directionOf(story)).toBe("rtl");
  const left = story.locator("[data-line='5']");
  await left.getByText("من الصفحة لا من الخبر").waitFor();
  await studio.input("headline").focus();
  await expect.poll(() => studio.litLines()).toEqual(["1"]);
  await story.getByText("العنوان: السطر الأول").waitFor();
  // The panel stands at the left of the form.
  const [panel, form] = [await story.boundingBox(), await studio.form.boundingBox()];
  expect(panel?.x).toBeLessThan(form?.x ?? 0);
  expect(await englishOnScreen(studio.page)).toEqual([]);

  await left.getByRole("button", { name: `أدخل: ${readAlso}` }).click();
  const bodyTexts = '*[_id == $draft][0].body[]{ "text": array::join(children[].text, "") }.text';
  await stored(bodyTexts, id).toEqual([first, readAlso, last]);
  await left.getByText("في الخبر").waitFor();

  // References to drafts are no errors: nothing stops this story.
  expect(await studio.blocking.count()).toBe(0);
  const undated = studio.problem("publication-date-unknown");
  await undated.getByText("تاريخ النشر غير معروف").waitFor();
  await undated.getByRole("button", { name: "إلى الحقل" }).click();
  await expect.poll(() => studio.fieldInFocus("publishedAt").count()).toBe(1);
  await undated.getByRole("button", { name: "لا حاجة" }).click();
  const settled = "*[_id == $record][0].review{ state, 'how': settled[].how }";
  await stored(settled, id).toEqual({ state: "ready", how: ["not-needed"] });
  await undated.waitFor({ state: "detached" });
  await story.getByText("لا حاجة إليه: تاريخ النشر غير معروف").waitFor();
  await story.getByRole("button", { name: "تراجع" }).click();
  await undated.waitFor();
  await stored(settled, id).toEqual({ state: "doubtful", how: null });

  await studio.input("headline").fill("");
  await studio.blocking.getByText("النشر ينتظر ما يلي").waitFor();
  await studio.blocking.getByRole("button", { name: /^العنوان: / }).click();
  await expect.poll(() => studio.fieldInFocus("headline").count()).toBe(1);
  expect(await englishOnScreen(studio.page)).toEqual([]);
  await studio.input("headline").fill(headline);
  await studio.blocking.waitFor({ state: "detached" });
  await studio.publish.click();
  await stored(versions, id).toEqual([id]);
  expect(await studio.errorToasts.count()).toBe(0);
});

test("in Arabic, what the source and an editor changed differently is taken in the panel, given back, and kept at the field", async () => {
  const [edited, corrected] = ["جسر حديث يفتح في المدينة", "جسر طويل يفتح في المدينة"];
  await importOneByOne({ "جسر.txt": text(headline) });
  const { studio, id } = await openStory();
  await studio.input("headline").fill(edited);
  await stored("*[_id == $draft][0].headline", id).toBe(edited);
  await importOneByOne({ "جسر.txt": text(corrected) });

  const { story } = studio;
  await story.getByText("غيّر المصدر ما كان محرر قد غيّره: العنوان").waitFor();
  const diff = story.getByRole("group", { name: /مما هو مكتوب هنا إلى ما يقوله المصدر/ });
  expect(await directionOf(diff)).toBe("rtl");
  expect(await diff.locator("del").innerText()).toContain("حديث");
  expect(await diff.locator("ins").innerText()).toContain("طويل");
  expect(await englishOnScreen(studio.page)).toEqual([]);
  await story.getByRole("button", { name: "خذ ما في المصدر" }).click();
  await stored("*[_id == $draft][0].headline", id).toBe(corrected);
  await story.getByText("أُخذ من المصدر: العنوان").waitFor();
  await story.getByRole("button", { name: "تراجع" }).click();
  await stored("*[_id == $draft][0].headline", id).toBe(edited);

  const atField = studio.suggestedAt("headline");
  await atField.locator("ins").getByText("طويل").waitFor();
  expect(await directionOf(atField)).toBe("rtl");
  await atField.getByRole("button", { name: "أبقِ هذا" }).click();
  await stored("*[_id == $record][0].suggestions[].state", id).toEqual(["rejected"]);
  await stored("*[_id == $draft][0].headline", id).toBe(edited);
  await atField.getByText("بقي كما هو: العنوان").waitFor();
  expect(await englishOnScreen(studio.page)).toEqual([]);
  expect(await studio.errorToasts.count()).toBe(0);
});

test("in Arabic, a story that its source has withdrawn says so in the source's words, asks before it is published, and is unpublished from the banner", async () => {
  const order = "إلغاء خبر: اسم الشركة خطأ";
  await importOneByOne({ "جسر.txt": text(headline, order) });
  const { studio, id } = await openStory();
  await studio.banner.getByText("سحب المصدر هذا الخبر").waitFor();
  await studio.banner.getByText(order).waitFor();
  expect(await directionOf(studio.banner)).toBe("rtl");
  await studio.publish.click();
  await studio.question.getByText("سحب المصدر هذا الخبر.").waitFor();
  expect(await englishOnScreen(studio.page)).toEqual([]);
  await studio.question.getByRole("button", { name: "إلغاء" }).click();
  await stored(versions, id).toEqual([`drafts.${id}`]);
  await studio.publish.click();
  await studio.question.getByRole("button", { name: "انشر" }).click();
  await stored(versions, id).toEqual([id]);
  await studio.banner.getByText("الخبر منشور.").waitFor();
  await studio.banner.getByRole("button", { name: "ألغِ النشر الآن" }).click();
  await stored(versions, id).toEqual([`drafts.${id}`]);
  await stored("*[_id == $record][0].review.state", id).toBe("withdrawn");
  await studio.banner.getByText("أُلغي النشر").waitFor();
  await studio.banner.getByRole("button", { name: "تراجع" }).click();
  await stored(versions, id).toEqual([id]);
  expect(await englishOnScreen(studio.page)).toEqual([]);
  expect(await studio.errorToasts.count()).toBe(0);
});
