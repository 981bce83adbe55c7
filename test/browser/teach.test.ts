import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runImport } from "../../importer/index.ts";
import { storyFolder } from "../support/story-folder.ts";
import { barriersOn } from "./support/accessibility.ts";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, type Newsroom } from "./support/newsroom.ts";
import { StudioPage } from "./support/studio-page.ts";
import { watchPage, type PageWatch } from "./support/watch-page.ts";

/*
 * How editors teach the reader: a line beside its story, and a rule for its outlet. What comes of it is looked up in the
 * lake, and in what the next import does.
 */

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
});
afterEach(async () => {
  const faults = watches.flatMap((watch) => watch.faults);
  await context.close();
  await newsroom.close();
  expect(faults).toEqual([]);
});

async function openStudio(locale: string): Promise<StudioPage> {
  const viewport = { width: 1500, height: 1000 };
  context = await browser.newContext({ viewport, locale, reducedMotion: "reduce" });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  watches.push(watchPage(page, newsroom.url));
  return new StudioPage(page, newsroom.url);
}

async function openStory(id: string, locale: string): Promise<StudioPage> {
  const studio = await openStudio(locale);
  await studio.openDocument("article", id);
  await studio.story.waitFor();
  return studio;
}

/** The panel beside a form. */
const source = ["[data-testid='story-and-source']"];

const towns = ["Kessel", "Orlen", "Marwick"];

const pageOf = (town: string, more = ""): string =>
  [
    `${town} closes its bridge for a year`,
    `The council of ${town} met on Monday evening and agreed on the plan for the bridge of ${town}.`,
    `Vrrp: the quays of ${town} at low tide`,
    `Traffic in ${town} will take the ferry meanwhile, which runs every ten minutes until ${town} sleeps.`,
    ...(more === "" ? [] : [more]),
  ].join("\n\n");

const idOf = (town: string): Promise<string> =>
  newsroom.client.fetch('string::split(*[_type == "article" && headline match $town][0]._id, "drafts.")[1]', {
    town,
  });

const kickerOf = (town: string): Promise<string | null> =>
  newsroom.client.fetch('*[_type == "article" && headline match $town][0].kicker', { town });

/** The articles in whose text the odd line still stands. */
const withLine = (): Promise<number> =>
  newsroom.client.fetch('count(*[_type == "article" && pt::text(body) match "quays"])');

test("an editor says by keyboard what a line is, undoes it, and makes it a rule that the next import obeys", async () => {
  await using folder = await storyFolder(
    Object.fromEntries(towns.map((town) => [`post/${town}.txt`, pageOf(town)])),
  );
  const importAll = () => runImport({ inputs: [folder.path], client: newsroom.client });
  await importAll();
  expect(await withLine()).toBe(3);
  const studio = await openStory(await idOf("Kessel"), "en");
  const button = studio.story.getByRole("button", { name: "Line 5: say what it is" });

  await button.focus();
  await studio.page.keyboard.press("Enter");
  const menu = studio.page.getByTestId("role-menu");
  await menu.waitFor();
  await studio.page.keyboard.press("Escape");
  await menu.waitFor({ state: "detached" });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  await studio.page.keyboard.press("Enter");
  await menu.waitFor();
  expect(await barriersOn(studio.page, source)).toEqual([]);
  await studio.page.keyboard.press("ArrowDown");
  await studio.page.keyboard.press("Enter");
  await expect.poll(() => kickerOf("Kessel")).toBe("Vrrp: the quays of Kessel at low tide");
  await studio.story.getByText("Line 5 – Kicker").waitFor();
  await studio.story.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => kickerOf("Kessel")).toBeNull();
  await expect.poll(withLine).toBe(3);

  await button.click();
  await menu.getByText("Not part of the story").click();
  await expect.poll(withLine).toBe(2);
  const offer = studio.page.getByTestId("rule-offer");
  await offer
    .getByText("Lines of this shape stand in 3 stories of this outlet. 2 stories would change.")
    .waitFor();
  expect(await withLine()).toBe(2);
  expect(await barriersOn(studio.page, source)).toEqual([]);
  await offer.getByRole("button", { name: "Make it a rule" }).click();
  await expect.poll(withLine).toBe(0);
  await studio.story.getByText("It is a rule now; 2 stories have changed").waitFor();

  await folder.write({
    "post/Naze.txt": pageOf("Naze"),
    "post/Kessel.txt": pageOf(
      "Kessel",
      "Shops in Kessel stay open, said the mayor of Kessel to those who asked.",
    ),
  });
  expect((await importAll()).counts).toMatchObject({ read: 4, created: 1, updated: 1 });
  expect(await withLine()).toBe(0);
  expect(await newsroom.client.fetch('count(*[_type == "article" && pt::text(body) match "Shops"])')).toBe(1);
});

/** What an editor does in the form: takes the odd line out of the body. */
async function takeOut(town: string): Promise<void> {
  const id = `drafts.${await idOf(town)}`;
  const query = '*[_id == $id][0].body[!(children[0].text match "Vrrp*")]';
  await newsroom.client
    .patch(id)
    .set({ body: await newsroom.client.fetch(query, { id }) })
    .commit();
}

test("a correction that recurs is offered in Arabic, is made a rule that the next import obeys, and the rule is retired", async () => {
  await using folder = await storyFolder(
    Object.fromEntries([...towns, "Tolva"].map((town) => [`post/${town}.txt`, pageOf(town)])),
  );
  const importAll = () => runImport({ inputs: [folder.path], client: newsroom.client });
  await importAll();
  for (const town of towns) await takeOut(town);
  expect(await withLine()).toBe(1);

  const studio = await openStudio("ar");
  await studio.openImports();
  await studio.page.getByRole("tab", { name: "جهات النشر" }).click();
  const outlet = studio.page.getByTestId("outlet").filter({ hasText: "post" });
  await outlet.getByText(/بقي كما قُرئ: .* في 3 أخبار/).waitFor();
  const offer = outlet.getByTestId("offer");
  await offer.getByText("ليس من الخبر في 3 أخبار").waitFor();
  await offer.getByRole("button", { name: "انظر إلى القاعدة …" }).click();
  await offer.getByText("سيتغيّر خبر واحد.").waitFor();
  await offer.getByRole("button", { name: "اجعلها قاعدة" }).click();
  await expect.poll(withLine).toBe(0);
  await offer.waitFor({ state: "detached" });

  await folder.write({ "post/Naze.txt": pageOf("Naze") });
  expect((await importAll()).counts).toMatchObject({ created: 1 });
  expect(await withLine()).toBe(0);

  await outlet.getByRole("button", { name: "ما يُعرف عنها" }).click();
  const rule = outlet.getByTestId("taught-rule");
  await rule.getByText("Vrrp: …").waitFor();
  await rule.getByRole("button", { name: "أوقفها" }).click();
  const states = () =>
    newsroom.client.fetch(
      '*[_type == "outletProfile" && key == "post"][0].taught[].state',
      {},
      { perspective: "raw" },
    );
  await expect.poll(states).toEqual(["retired"]);
  await studio.page.getByRole("button", { name: "تراجع", exact: true }).click();
  await expect.poll(states).toEqual(["active"]);
  expect(await barriersOn(studio.page)).toEqual([]);
});

test("where an editor has written the same, what is taught is a suggestion, and says so", async () => {
  await using folder = await storyFolder({ "post/Kessel.txt": pageOf("Kessel") });
  await runImport({ inputs: [folder.path], client: newsroom.client });
  const id = await idOf("Kessel");
  const members = await newsroom.client.fetch("*[_id == $id][0].body", { id: `drafts.${id}` });
  const edited = JSON.parse(JSON.stringify(members).replace("low tide", "high tide"));
  await newsroom.client.patch(`drafts.${id}`).set({ body: edited }).commit();
  const studio = await openStory(id, "en");
  await studio.story.getByRole("button", { name: "Line 5: say what it is" }).click();
  await studio.page.getByTestId("role-menu").getByText("Not part of the story").click();
  await studio.story
    .getByText("Line 5 – Not part of the story. Where somebody had edited, it is a suggestion.")
    .waitFor();
  expect(await newsroom.client.fetch('count(*[pt::text(body) match "high tide"])')).toBe(1);
});

test("where the importer does not run, a sentence says so in place of the buttons", async () => {
  const id = await newsroom.client.fetch('string::split(*[_type == "article"][0]._id, "drafts.")[1]');
  const studio = await openStudio("en");
  await studio.page.route("**/__copydesk/**", (route) => route.fulfill({ json: {} }));
  await studio.openDocument("article", id);
  await studio.story.getByText("What a line is can be taught where the importer runs").waitFor();
  expect(await studio.story.getByRole("button", { name: /say what it is/ }).count()).toBe(0);
});
