import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { runImport } from "../../importer/index.ts";
import { storyFolder } from "../support/story-folder.ts";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, type Newsroom } from "./support/newsroom.ts";
import { StudioPage } from "./support/studio-page.ts";
import { watchPage, type PageWatch } from "./support/watch-page.ts";

/*
 * How editors work the queue down. What they do is looked up in the lake, not on the page.
 */

/** How long a page may take for one step; long, because the machine may be busy and nothing here is about speed. */
const patienceMs = 60_000;

let browser: Browser;
let newsroom: Newsroom;
let contexts: BrowserContext[];
let watches: PageWatch[];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  [contexts, watches] = [[], []];
  newsroom = await openNewsroom();
  const [seed] = await newsroom.client.fetch<string[]>('*[_type == "importRecord"]._id');
  // The seed story would stand among those that a test counts.
  await newsroom.client
    .patch(seed ?? "")
    .set({ "review.state": "done", "review.gravity": 8 })
    .commit();
});

afterEach(async () => {
  const faults = watches.flatMap((watch) => watch.faults);
  for (const context of contexts) await context.close();
  await newsroom.close();
  expect(faults).toEqual([]);
});

/** A browser of its own, of somebody who has a name. */
async function openBrowser(name?: string, viewport = { width: 1500, height: 1000 }): Promise<StudioPage> {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  context.setDefaultTimeout(patienceMs);
  contexts.push(context);
  if (name !== undefined) {
    const data = { name, color: name === "Nadia" ? "#2e7d32" : "#1565c0" };
    const answer = await context.request.post(`${newsroom.url}/__lake/people`, { data });
    expect(answer.ok()).toBe(true);
  }
  const page = await context.newPage();
  watches.push(watchPage(page, newsroom.url));
  return new StudioPage(page, newsroom.url);
}

/** Imports stories one after the other: the last stands first. */
async function importStories(...headlines: readonly string[]): Promise<void> {
  for (const headline of headlines) {
    const text = `"${headline}" is what the council of the town said on Monday of ${headline.length * 7} new trees.`;
    await using folder = await storyFolder({
      [`${headline}.txt`]: `${headline}\n\n${text}\n\nSource: Reuters\n`,
    });
    await runImport({ inputs: [folder.path], client: newsroom.client });
  }
}

const standing = z.object({
  state: z.string(),
  assignee: z.string().nullable(),
  published: z.boolean(),
});

/** Where a story stands in the lake. */
async function stand(headline: string): Promise<z.infer<typeof standing>> {
  const query = `*[_type == "article" && headline == $headline][0]{
    "record": *[_type == "importRecord" && references(string::split(^._id, "drafts.")[-1])][0].review,
    "published": count(*[_id == string::split(^._id, "drafts.")[-1]]) > 0
  }{"state": record.state, "assignee": record.assignee, published}`;
  return standing.parse(await newsroom.client.fetch(query, { headline }));
}

test("an editor works the queue down by keyboard: publish, done, later, reject, undo, each with the next story", async () => {
  await importStories("Story five", "Story four", "Story three", "Story two", "Story one");
  const studio = await openBrowser();
  const { keyboard } = studio.page;
  await studio.open();
  await studio.queueRow("Story one").waitFor();
  await studio.queueBar.getByText("5 left").waitFor();
  await keyboard.press("j");
  await studio.queueRowInFocus("Story two").waitFor();
  await keyboard.press("k");
  await studio.queueRowInFocus("Story one").waitFor();
  await keyboard.press("Enter");
  await studio.storyEditable("Story one");

  // What was just typed is published too, without leaving the field.
  await studio.input("headline").fill("Story one, edited");
  await keyboard.press("Control+Enter");
  await studio.storyEditable("Story two");
  await expect.poll(() => stand("Story one, edited")).toMatchObject({ state: "done", published: true });
  await studio.queueBar.getByText("4 left").waitFor();

  await keyboard.press("d");
  await studio.storyEditable("Story three");
  await expect.poll(() => stand("Story two")).toMatchObject({ state: "done", published: false });
  await keyboard.press("r");
  await studio.storyEditable("Story four");
  expect(await stand("Story three")).toMatchObject({ state: "rejected" });
  await keyboard.press("l");
  await studio.page.getByRole("dialog").getByRole("button", { name: "Tomorrow" }).click();
  await studio.storyEditable("Story five");
  expect(await stand("Story four")).toMatchObject({ state: "deferred" });
  await studio.queueBar.getByText("1 left").waitFor();
  // What has left the queue stays where it was, so that nothing moves below the pointer.
  expect(await studio.queueRows.count()).toBe(5);

  await keyboard.press("u");
  await studio.storyEditable("Story four");
  await expect.poll(() => stand("Story four")).toMatchObject({ state: "doubtful" });
  await keyboard.press("t");
  await expect.poll(() => stand("Story four")).toMatchObject({ assignee: "local" });
  await studio.queueBar.getByText("2 left").waitFor();

  await keyboard.press("?");
  await studio.page.getByRole("dialog", { name: "Keys of the queue" }).getByText("Reject and next").waitFor();
  // The dialog has the keys now.
  await keyboard.press("d");
  await keyboard.press("Escape");
  expect(await stand("Story four")).toMatchObject({ state: "doubtful" });
  // The focus is back in the form that it was in.
  await studio.page.locator("[data-testid='document-pane'] :focus").waitFor();
  await studio.queueTab("Rejected 1").click();
  await studio.queueRow("Story three").waitFor();
  expect(decodeURIComponent(studio.page.url())).toContain("queue,state=rejected;");
  expect(await studio.errorToasts.count()).toBe(0);
});

test("who chooses another story while the last is still being published stays there", async () => {
  await importStories("Story three", "Story two", "Story one");
  const studio = await openBrowser();
  await studio.open();
  await studio.queueRow("Story one").getByRole("link").click();
  await studio.storyEditable("Story one");
  const [sent, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await studio.page.route("**/data/mutate/**", async (route) => {
    // A publication takes the draft away.
    if (route.request().postData()?.includes('"delete"') === true) {
      sent.resolve();
      await held.promise;
    }
    await route.continue();
  });
  await studio.page.keyboard.press("Control+Enter");
  await sent.promise;
  await studio.queueRow("Story three").getByRole("link").click();
  await studio.storyEditable("Story three");
  held.resolve();
  await studio.queueBar.getByText("2 left").waitFor();
  await expect.poll(() => stand("Story one")).toMatchObject({ state: "done", published: true });
  await studio.storyEditable("Story three");
  expect(await studio.errorToasts.count()).toBe(0);
});

test("two people work one queue down, each sees what the other has, and a withdrawn story is not published unasked", async () => {
  await importStories("Story three", "Story two", "Story one");
  const [nadia, omar] = [await openBrowser("Nadia"), await openBrowser("Omar")];
  await nadia.openQueue();
  await omar.openQueue();
  await nadia.queueRow("Story one").getByRole("link").click();
  await nadia.storyEditable("Story one");
  await omar.queueRow("Story one").locator("[title='Nadia']").waitFor();
  await nadia.page.keyboard.press("Escape");
  await nadia.page.keyboard.press("t");
  await omar.queueRow("Story one").getByTestId("queue-assignee").waitFor();

  // What is hers is not next for him.
  await omar.queueRow("Story three").getByRole("link").click();
  await omar.storyEditable("Story three");
  await omar.page.keyboard.press("Escape");
  await omar.queueBar.getByText("Next: Story two").waitFor();
  await omar.queueBar.getByRole("button", { name: "Done and next" }).click();
  await omar.storyEditable("Story two");
  await nadia.queueBar.getByText("2 left").waitFor();
  await nadia.page
    .locator("[data-testid='queue-row'][data-gone]")
    .filter({ hasText: "Story three" })
    .waitFor();

  // A new story waits to be shown.
  await importStories("Story zero");
  await nadia.page.getByTestId("queue-newcomers").getByText("1 new").waitFor();
  expect(await nadia.queueRow("Story zero").count()).toBe(0);
  await nadia.page.getByTestId("queue-newcomers").click();
  await nadia.queueRow("Story zero").waitFor();
  expect(await nadia.queueRow("Story three").count()).toBe(0);

  const [draft] = await newsroom.client.fetch<string[]>('*[headline == "Story two"]._id');
  await newsroom.client
    .patch(draft ?? "")
    .set({ pubStatus: "canceled" })
    .commit();
  await omar.page.getByRole("button", { name: "Publish and next" }).click();
  const question = omar.page.getByRole("dialog", { name: "Publish all the same?" });
  await question.getByText("The source has withdrawn this story.").waitFor();
  await question.getByRole("button", { name: "Cancel" }).click();
  expect(await stand("Story two")).toMatchObject({ published: false });
});

test("filters stand in the address, are saved for everybody, and can be chosen again", async () => {
  await importStories("A bridge opens", "A bridge closes");
  await using folder = await storyFolder({
    "arabic.txt":
      "جسر جديد يفتح في المدينة\n\nقال رئيس البلدية إن الجسر الجديد سيفتح يوم الاثنين أمام السيارات والمشاة.\n\nالمصدر: رويترز\n",
  });
  await runImport({ inputs: [folder.path], client: newsroom.client });
  const studio = await openBrowser();
  await studio.openQueue();
  await studio.queueBar.getByText("3 left").waitFor();
  const arabic = studio.queueRow("جسر جديد يفتح").locator("[lang='ar']");
  expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");

  const search = studio.page.getByRole("searchbox", { name: "Words of the source text" });
  await search.fill("bridge closes");
  await search.press("Enter");
  await studio.queueBar.getByText("1 left").waitFor();
  await studio.queueRow("A bridge closes").waitFor();
  expect(await studio.queueRows.count()).toBe(1);
  await studio.page.getByRole("button", { name: "Remove the filter Words" }).click();
  await studio.queueBar.getByText("3 left").waitFor();

  await studio.page.getByRole("button", { name: "Filters" }).click();
  await studio.page.getByLabel("Language").selectOption("ar");
  await studio.queueBar.getByText("1 left").waitFor();
  await studio.page.getByLabel("Person").selectOption("nobody");
  expect(decodeURIComponent(studio.page.url())).toMatch(/queue,language=ar,person=nobody$/);
  await studio.page.getByLabel("Save these filters as").fill("Arabic, free");
  await studio.page.keyboard.press("Enter");
  await expect
    .poll(() => newsroom.client.fetch('*[_type == "deskFilter"]{name, filter}'))
    .toEqual([{ name: "Arabic, free", filter: { language: "ar", person: "nobody" } }]);

  // Somebody else opens the address, and then the filter.
  const other = await openBrowser("Omar");
  await other.openQueue(",language=en");
  await other.queueRow("A bridge opens").waitFor();
  expect(await other.queueRows.count()).toBe(2);
  await other.page.getByRole("button", { name: "Filters" }).click();
  await other.page.getByRole("button", { name: "Arabic, free", exact: true }).click();
  await other.queueRow("جسر جديد يفتح").waitFor();
  expect(await other.queueRows.count()).toBe(1);
  await other.page.getByRole("button", { name: "Delete the saved filter Arabic, free" }).click();
  await expect.poll(() => newsroom.client.fetch('count(*[_type == "deskFilter"])')).toBe(0);
});

test("several stories are published at once: what it would do, what it has done, and undo", async () => {
  await importStories("Story four", "Story three", "Story two", "Story one");
  const [draft] = await newsroom.client.fetch<string[]>('*[headline == "Story three"]._id');
  await newsroom.client
    .patch(draft ?? "")
    .set({ pubStatus: "withheld" })
    .commit();
  const studio = await openBrowser();
  const { page } = studio;
  await studio.openQueue();
  await studio.queueRow("Story one").waitFor();
  await page.keyboard.press("x");
  await page.getByRole("checkbox", { name: "Select Story three" }).click({ modifiers: ["Shift"] });
  const bar = page.getByTestId("bulk-bar");
  await bar.getByText("3 selected").waitFor();
  await bar.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog", { name: /^Publish/ });
  await dialog.getByRole("button", { name: "See what it would do" }).click();
  await dialog.getByText("It can be done to 2 stories.").waitFor();
  await dialog.getByText("Story three — its source holds it back").waitFor();
  expect(await stand("Story one")).toMatchObject({ published: false });
  await dialog.getByRole("button", { name: "Do it to 2 stories" }).click();
  await dialog.getByText("It was done to 2 stories.").waitFor();
  for (const story of ["Story one", "Story two"])
    expect(await stand(story)).toMatchObject({ published: true, state: "done" });
  expect(await stand("Story three")).toMatchObject({ published: false });
  await studio.queueBar.getByText("2 left").waitFor();

  await dialog.getByRole("button", { name: "Undo all of it" }).click();
  await dialog.getByText("It was undone for 2 stories.").waitFor();
  expect(await stand("Story one")).toMatchObject({ published: false, state: "doubtful" });
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await studio.queueBar.getByText("4 left").waitFor();
  expect(await bar.count()).toBe(0);

  await page.getByRole("checkbox", { name: "Select Story two" }).click();
  await bar.getByRole("checkbox", { name: "Select all that are listed" }).click();
  await bar.getByText("4 selected").waitFor();
  await bar.getByRole("button", { name: "Tag" }).click();
  await page.getByLabel("Keyword").fill("council");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Do it to 4 stories" }).click();
  await page.getByText("It was done to 4 stories.").waitFor();
  expect(await newsroom.client.fetch('count(*["council" in keywords])')).toBe(4);
});

test("on a phone the queue is worked down in the story, with a finger", async () => {
  await importStories("Story three", "Story two", "Story one");
  const studio = await openBrowser(undefined, { width: 390, height: 844 });
  await studio.open();
  await studio.queueRow("Story one").getByRole("link").click();
  await studio.storyEditable("Story one");
  expect(await studio.queueRows.count()).toBe(0);
  await studio.queueBar.getByRole("button", { name: "Publish and next" }).click();
  await studio.storyEditable("Story two");
  await expect.poll(() => stand("Story one")).toMatchObject({ published: true, state: "done" });
  await studio.queueBar.getByText("2 left").waitFor();
  await studio.queueBar.getByRole("button", { name: "Done and next" }).click();
  await studio.storyEditable("Story three");
  await studio.queueBar.getByRole("button", { name: "Undo" }).click();
  await studio.storyEditable("Story two");
  await studio.queueBar.getByRole("button", { name: "To the list" }).click();
  await studio.queueRow("Story two").waitFor();
  // Nothing is wider than the screen.
  expect(await studio.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
