import { expect, test } from "vitest";
import { arabicStory, importOneByOne } from "./support/arabic-stories.ts";
import { englishOnScreen } from "./support/english-on-screen.ts";
import { openBrowser, openForEachTest } from "./support/newsroom-and-browsers.ts";
import { standOf } from "./support/story-stand.ts";

/*
 * Stories that move in the queue by themselves while an editor looks on, in both languages of the Studio.
 */

openForEachTest();

const languages = [
  {
    locale: "en",
    inRow: "Embargo ends in 3 hr.",
    inBanner: /^Under an embargo that ends in 3 hr\./,
    asks: /This story is under an embargo that ends in 3 hr\./,
    cancel: "Cancel",
    tabs: [/^Embargoed/, /^Ready 1$/],
    newVersion: "The source has sent a new version since somebody decided about this story",
  },
  {
    locale: "ar",
    inRow: "ينتهي الحظر خلال 3 ساعات",
    inBanner: /^محظور النشر، وينتهي الحظر خلال 3 ساعات/,
    asks: /هذا الخبر تحت حظر ينتهي خلال 3 ساعات/,
    cancel: "إلغاء",
    tabs: [/^محظور النشر/, /^جاهز 1$/],
    newVersion: "أرسل المصدر نسخة جديدة بعد أن بُتّ في هذا الخبر",
  },
] as const;

const headline = "جسر جديد يفتح في المدينة";
const hourMs = 3_600_000;

test.each(languages)(
  "an embargo counts down in the row and the banner, is asked about, and ends by itself: the story rises ($locale)",
  async ({ locale, inRow, inBanner, asks, cancel, tabs: [embargoed, ready] }) => {
    const start = new Date();
    const ends = new Date(start.getTime() + 3 * hourMs + 600_000).toISOString();
    const text = (until: string): string =>
      `---\ntitle: "${headline}"\ndate: 2026-03-01T10:00:00Z\nlanguage: ar\nsource: صحيفة الميناء\n${until}---\n\nقال مجلس البلدة يوم الاثنين إن الجسر يفتح أمام المشاة.\n`;
    await importOneByOne({ "جسر.md": text(`embargo: ${ends}\n`) });
    await expect.poll(() => standOf(headline)).toMatchObject({ state: "embargoed" });

    const studio = await openBrowser({ locale, sleeps: true });
    const { page } = studio;
    await page.clock.install({ time: start });
    await studio.openQueue();
    const row = studio.queueRow(headline);
    await row.getByText(inRow).waitFor();
    await studio.queueTab(embargoed).waitFor();
    if (locale === "ar") expect(await englishOnScreen(page)).toEqual([]);
    await row.getByRole("link").click();
    await studio.storyEditable(headline);
    await studio.banner.getByText(inBanner).waitFor();
    await page.keyboard.press("Control+Enter");
    const question = page.getByRole("dialog").filter({ hasText: asks });
    await question.getByRole("button", { name: cancel }).click();
    expect(await standOf(headline)).toMatchObject({ state: "embargoed", published: false });

    await page.clock.fastForward(4 * hourMs);
    await expect.poll(() => standOf(headline)).toMatchObject({ state: "ready", published: false });
    await studio.banner.waitFor({ state: "detached" });
    await studio.queueTab(ready).waitFor();
    await page
      .locator("[data-testid='queue-row'][data-state='ready']")
      .filter({ hasText: headline })
      .waitFor();
    expect(await studio.errorToasts.count()).toBe(0);
  },
);

test.each(languages)(
  "a story that is done comes back when its source sends another text, and its banner says so ($locale)",
  async ({ locale, newVersion }) => {
    await importOneByOne({ "جسر.txt": arabicStory(headline) });
    const studio = await openBrowser({ locale });
    await studio.openQueue();
    await studio.queueRow(headline).getByRole("link").focus();
    await studio.page.keyboard.press("d");
    await expect.poll(() => standOf(headline)).toMatchObject({ state: "done" });
    await importOneByOne({ "جسر.txt": arabicStory(headline).replace("يوم الاثنين", "يوم الثلاثاء") });
    await expect.poll(() => standOf(headline)).toMatchObject({ state: "new" });
    await studio.queueRow(headline).getByRole("link").click();
    await studio.banner.getByText(newVersion).waitFor();
    expect(await studio.errorToasts.count()).toBe(0);
  },
);
