import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { pressArabic } from "./support/arabic-keyboard.ts";
import { importHeadlines, importOneByOne } from "./support/arabic-stories.ts";
import { englishOnScreen } from "./support/english-on-screen.ts";
import { newsroom, openBrowser, openForEachTest } from "./support/newsroom-and-browsers.ts";
import { standOf } from "./support/story-stand.ts";

/*
 * How editors work the desk in Arabic, which is laid out from the right and says nothing in English. What they do is looked
 * up in the lake, not on the page.
 */

openForEachTest();

/** In which direction a part of the page is laid out. */
const directionOf = (part: Locator): Promise<string> =>
  part.evaluate((element) => getComputedStyle(element).direction);

const [bridge, school, rain, market, garden] = [
  "جسر جديد يفتح في المدينة",
  "المدرسة القديمة تعود إلى طلابها",
  "مطر غزير في قرى الشمال",
  "السوق المسقوف يرمم بعد الحريق",
  "حديقة عامة عند رصيف الميناء",
];

test("in Arabic, the queue is worked down on an Arabic keyboard: publish, done, reject, later, take, undo, each with the next story", async () => {
  await importHeadlines(garden, market, rain, school, bridge);
  const studio = await openBrowser({ locale: "ar" });
  const { page } = studio;
  await studio.open();
  await studio.queueRow(bridge).getByText("بلا تاريخ").waitFor();
  await studio.queueBar.getByText("بقيت 5 أخبار").waitFor();
  await studio.queueTab("مشكوك فيه 5").waitFor();
  expect(await directionOf(studio.queueBar)).toBe("rtl");
  // The box to select a row stands at the right of its headline.
  const [box, headline] = [
    await studio.queueRow(bridge).getByRole("checkbox").boundingBox(),
    await studio.queueHeadline(studio.queueRow(bridge)).boundingBox(),
  ];
  expect(box?.x).toBeGreaterThan(headline?.x ?? Infinity);
  expect(await englishOnScreen(page)).toEqual([]);

  await pressArabic(page, "j");
  await studio.queueRowInFocus(school).waitFor();
  await pressArabic(page, "k");
  await studio.queueRowInFocus(bridge).waitFor();
  await page.keyboard.press("Enter");
  await studio.storyEditable(bridge);
  const edited = `${bridge} اليوم`;
  await studio.input("headline").fill(edited);
  await page.keyboard.press("Control+Enter");
  await studio.storyEditable(school);
  await expect.poll(() => standOf(edited)).toMatchObject({ state: "done", published: true });
  await studio.queueBar.getByText("بقيت 4 أخبار").waitFor();
  await studio.queueBar.getByText(`نُشر: ${bridge}`).waitFor({ state: "attached" });

  await pressArabic(page, "d");
  await studio.storyEditable(rain);
  await expect.poll(() => standOf(school)).toMatchObject({ state: "done", published: false });
  await pressArabic(page, "r");
  await studio.storyEditable(market);
  expect(await standOf(rain)).toMatchObject({ state: "rejected" });
  await pressArabic(page, "l");
  const dialog = page.getByRole("dialog", { name: "أجّل حتى" });
  expect(await directionOf(dialog)).toBe("rtl");
  expect(await englishOnScreen(page)).toEqual([]);
  await dialog.getByRole("button", { name: "غدًا، الساعة 8 صباحًا" }).click();
  await studio.storyEditable(garden);
  expect(await standOf(market)).toMatchObject({ state: "deferred" });
  await studio.queueBar.getByText("بقي خبر واحد").waitFor();

  await pressArabic(page, "u");
  await studio.storyEditable(market);
  await expect.poll(() => standOf(market)).toMatchObject({ state: "doubtful" });
  await pressArabic(page, "t");
  await expect.poll(() => standOf(market)).toMatchObject({ assignee: "local" });
  await studio.person("محرر محلي").first().waitFor();
  await studio.queueBar.getByText("بقي خبران").waitFor();
  await pressArabic(page, "?");
  const keys = page.getByRole("dialog", { name: "مفاتيح قائمة العمل" });
  await keys.getByText("ارفض ثم التالي؛ لا يُحذف شيء").waitFor();
  expect(await englishOnScreen(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await studio.errorToasts.count()).toBe(0);

  // What readers see cannot be put aside, and whoever tries is told.
  await studio.queueTab("منجز").click();
  await studio.queueRow(edited).getByRole("link").click();
  await studio.storyEditable(edited);
  await page.keyboard.press("Escape");
  await pressArabic(page, "r");
  await studio.errorToasts.getByText("يراه القراء: ألغِ نشره أولًا.").waitFor();
  expect(await standOf(edited)).toMatchObject({ state: "done", published: true });
});

test("in Arabic, stories are filtered by words, language and person, and the filters stand in chips and in the address", async () => {
  await importHeadlines(market, bridge);
  const studio = await openBrowser({ locale: "ar" });
  const { page } = studio;
  await studio.openQueue();
  await studio.queueBar.getByText("بقي خبران").waitFor();
  const search = page.getByRole("searchbox", { name: "كلمات من نص المصدر" });
  await search.fill("السوق");
  await search.press("Enter");
  await studio.queueBar.getByText("بقي خبر واحد").waitFor();
  await studio.queueRow(market).waitFor();
  expect(await studio.queueRows.count()).toBe(1);
  // Studio escapes what it puts into its address a second time.
  expect(decodeURIComponent(decodeURIComponent(page.url()))).toContain("queue,text=السوق");
  await page.getByRole("button", { name: "المرشحات", exact: true }).click();
  await page.getByLabel("الشخص").selectOption({ label: "لا أحد" });
  await page.getByRole("button", { name: "أزل المرشح كلمات: السوق" }).click();
  await studio.queueBar.getByText("بقي خبران").waitFor();
  expect(decodeURIComponent(page.url())).toMatch(/queue,person=nobody$/);
  await page.getByLabel("احفظ هذه المرشحات باسم").fill("بلا صاحب");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => newsroom.client.fetch('*[_type == "deskFilter"]{name, filter}'))
    .toEqual([{ name: "بلا صاحب", filter: { person: "nobody" } }]);
  await page.getByRole("button", { name: "احذف المرشح المحفوظ بلا صاحب" }).waitFor();
  expect(await directionOf(page.getByTestId("queue-chips"))).toBe("rtl");
  expect(await englishOnScreen(page)).toEqual([]);
  expect(await studio.errorToasts.count()).toBe(0);
});

test("in Arabic, several stories are published at once: what it would do, what it has done, and undo", async () => {
  await importHeadlines(market, rain, school, bridge);
  const [draft = ""] = await newsroom.client.fetch<string[]>("*[headline == $rain]._id", { rain });
  await newsroom.client.patch(draft).set({ pubStatus: "withheld" }).commit();
  const studio = await openBrowser({ locale: "ar" });
  const { page } = studio;
  await studio.openQueue();
  await studio.queueRow(bridge).waitFor();
  await pressArabic(page, "x");
  await page.getByRole("checkbox", { name: `حدّد ${rain}` }).click({ modifiers: ["Shift"] });
  const bar = page.getByTestId("bulk-bar");
  await bar.getByText("3 أخبار محددة").waitFor();
  expect(await directionOf(bar)).toBe("rtl");
  await bar.getByRole("button", { name: "انشر" }).click();
  const dialog = page.getByRole("dialog", { name: /^انشر/ });
  await dialog.getByRole("button", { name: "انظر ما الذي سيحدث" }).click();
  await dialog.getByText("يمكن فعله لخبرين.").waitFor();
  await dialog.getByText(`${rain} — يحجزه مصدره`).waitFor();
  expect(await directionOf(dialog)).toBe("rtl");
  expect(await englishOnScreen(page)).toEqual([]);
  expect(await standOf(bridge)).toMatchObject({ published: false });
  await dialog.getByRole("button", { name: "افعله لخبرين" }).click();
  await dialog.getByText("تم لخبرين.").waitFor();
  for (const story of [bridge, school])
    expect(await standOf(story)).toMatchObject({ published: true, state: "done" });
  expect(await standOf(rain)).toMatchObject({ published: false });
  await dialog.getByRole("button", { name: "تراجع عن كل ذلك" }).click();
  await dialog.getByText("تم التراجع عن خبرين.").waitFor();
  expect(await standOf(bridge)).toMatchObject({ published: false, state: "doubtful" });
  await dialog.getByRole("button", { name: "إغلاق", exact: true }).click();
  await studio.queueBar.getByText("بقيت 4 أخبار").waitFor();

  // A story is given to somebody by name.
  await page.getByRole("checkbox", { name: `حدّد ${school}` }).click();
  await bar.getByRole("button", { name: "أسند" }).click();
  await page.getByLabel("الشخص").selectOption({ label: "محرر محلي" });
  await page.getByRole("button", { name: "انظر ما الذي سيحدث" }).click();
  await page.getByRole("button", { name: "افعله لخبر واحد" }).click();
  await page.getByText("تم لخبر واحد.").waitFor();
  expect(await standOf(school)).toMatchObject({ assignee: "local" });
  expect(await englishOnScreen(page)).toEqual([]);
  expect(await studio.errorToasts.count()).toBe(0);
});

test("in Arabic, two people say who they are, see what the other has, and work one queue down without meeting", async () => {
  await importHeadlines(rain, school, bridge);
  const [nadia, omar] = [
    await openBrowser({ locale: "ar", name: "نادية حداد" }),
    await openBrowser({ locale: "ar" }),
  ];
  await nadia.openQueue();
  await omar.openQueue();
  // Whoever has not said their name yet has one all the same.
  await omar.queueRow(rain).getByRole("link").focus();
  await pressArabic(omar.page, "t");
  await nadia.queueRow(rain).locator("[title='محرر محلي']").waitFor();
  await pressArabic(omar.page, "t");
  await expect.poll(() => standOf(rain)).toMatchObject({ assignee: null });

  await omar.changeWhoIAm("الاسم والشخص");
  await omar.whoIAm.getByRole("button", { name: "نادية حداد" }).waitFor();
  expect(await directionOf(omar.whoIAm)).toBe("rtl");
  expect(await englishOnScreen(omar.page)).toEqual([]);
  await omar.whoIAm.getByRole("textbox", { name: "الاسم" }).fill("عمر الخطيب");
  await omar.whoIAm.getByRole("radio", { name: "بنفسجي" }).press("Space");
  await omar.page.keyboard.press("Enter");
  await omar.person("عمر الخطيب").first().waitFor();

  await nadia.queueRow(bridge).getByRole("link").click();
  await nadia.storyEditable(bridge);
  await omar.queueRow(bridge).getByTestId("queue-reader").locator("[title='نادية حداد']").waitFor();
  await nadia.page.keyboard.press("Escape");
  await pressArabic(nadia.page, "t");
  await omar.queueRow(bridge).getByTestId("queue-assignee").locator("[title='نادية حداد']").waitFor();
  const { me } = await nadia.page.evaluate(async () => (await fetch("/__lake/people")).json());
  expect(await standOf(bridge)).toMatchObject({ assignee: me.id });

  // What is hers is not next for him.
  await omar.queueRow(school).getByRole("link").click();
  await omar.storyEditable(school);
  await omar.person("عمر الخطيب").first().waitFor();
  await omar.queueBar.getByText("التالي:").getByText(rain).waitFor();
  await omar.queueBar.getByRole("button", { name: "أنجز ثم التالي" }).click();
  await omar.storyEditable(rain);
  await nadia.queueBar.getByText("بقي خبران").waitFor();
  for (const { page, errorToasts } of [nadia, omar]) {
    expect(await englishOnScreen(page)).toEqual([]);
    expect(await errorToasts.count()).toBe(0);
  }
});

test("in Arabic, two stories that may be one are compared side by side, and said to be two, or one is kept", async () => {
  const sentences = Array.from({ length: 12 }, (_, at) => `تحدث العضو رقم ${at} عن الجسر ساعة كاملة.`);
  const text = sentences.join(" ");
  const otherText = text.replace("العضو رقم 7", "رئيس البلدية");
  await importOneByOne({
    "جسر.txt": `${bridge}\n\n${text}\n\nالمصدر: صحيفة الميناء\n`,
    "رئيس.txt": `${bridge} قريبا\n\n${otherText}\n\nالمصدر: صحيفة الميناء\n`,
  });
  const studio = await openBrowser({ locale: "ar" });
  const { comparison, page } = studio;
  await studio.openQueue();
  await studio.queueRow(`${bridge} قريبا`).getByRole("link").focus();
  await pressArabic(page, "c");
  await comparison.getByText("النصان متطابقان تقريبًا.").waitFor();
  const texts = comparison.getByRole("region", { name: "النص", exact: true });
  await expect
    .poll(() => texts.locator("mark").allInnerTexts())
    .toEqual([expect.stringMatching(/رئيس البلدية$/), expect.stringMatching(/العضو رقم 7$/)]);
  expect(await directionOf(texts.first().locator(".copydesk-compare-text"))).toBe("rtl");
  // The story that was opened stands at the right.
  const [mine, theirs] = [await texts.first().boundingBox(), await texts.last().boundingBox()];
  expect(mine?.x).toBeGreaterThan(theirs?.x ?? Infinity);
  expect(await englishOnScreen(page)).toEqual([]);

  await comparison.getByRole("button", { name: "هما خبران" }).click();
  await comparison.getByText("هما خبران، ولن يُسأل عنهما مرة أخرى.").waitFor();
  const settled = () =>
    newsroom.client.fetch('count(*[_type == "importRecord" && count(review.settled) > 0])');
  expect(await settled()).toBe(2);
  await comparison.getByRole("button", { name: "تراجع" }).click();
  await comparison.getByText("تم التراجع.").waitFor();
  expect(await settled()).toBe(0);
  await comparison.getByRole("button", { name: new RegExp(`^أبقِ هذا: .${bridge}.،`) }).click();
  await comparison.getByText(/ورُفض الآخر لأنه هو نفسه/).waitFor();
  expect(await standOf(`${bridge} قريبا`)).toMatchObject({ state: "rejected" });
  expect(await standOf(bridge)).toMatchObject({ state: "doubtful" });
  expect(await englishOnScreen(page)).toEqual([]);
  expect(await studio.errorToasts.count()).toBe(0);
});
