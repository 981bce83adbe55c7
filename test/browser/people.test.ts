import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, type Newsroom } from "./support/newsroom.ts";
import { StudioPage } from "./support/studio-page.ts";
import { watchPage, type PageWatch } from "./support/watch-page.ts";

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
});

afterEach(async () => {
  const faults = watches.flatMap((watch) => watch.faults);
  for (const context of contexts) await context.close();
  await newsroom.close();
  expect(faults).toEqual([]);
});

/** A browser of its own, which the lake has never seen. */
async function openBrowser(viewport = { width: 1500, height: 1000 }): Promise<StudioPage> {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  context.setDefaultTimeout(patienceMs);
  contexts.push(context);
  const page = await context.newPage();
  watches.push(watchPage(page, newsroom.url));
  return new StudioPage(page, newsroom.url, "first-time");
}

/** Says who one is in the dialog of the first visit, by keyboard. */
async function introduce(studio: StudioPage, name: string, color: string): Promise<void> {
  await studio.open();
  await studio.whoIAm.getByRole("textbox", { name: "Name" }).fill(name);
  await studio.whoIAm.getByRole("radio", { name: color }).press("Space");
  await studio.page.keyboard.press("Enter");
  await studio.person(name).first().waitFor();
  expect(await studio.whoIAm.count()).toBe(0);
}

/** Who changed a document last. */
const authorOf = async (id: string): Promise<unknown> => {
  const log = `${newsroom.url}/v1/data/history/production/transactions/${id}?reverse=true&limit=1`;
  const answer = await fetch(log);
  return z.object({ author: z.string() }).parse(await answer.json()).author;
};

test("two people in two browsers say who they are, see each other, and stand in history beside the importer", async () => {
  const [nadia, omar] = [await openBrowser(), await openBrowser()];
  await introduce(nadia, "Nadia Haddad", "Green");
  const { me } = await nadia.page.evaluate(async () => (await fetch("/__lake/people")).json());
  expect(me).toMatchObject({ name: "Nadia Haddad", color: "#2e7d32" });

  // Whoever has been here before is offered to each new browser.
  await omar.open();
  await omar.whoIAm.getByRole("button", { name: "Nadia Haddad" }).waitFor();
  await introduce(omar, "عمر الخطيب", "Purple");

  const { _id } = await newsroom.client.fetch<{ _id: string }>('*[_type == "article"][0]');
  const id = _id.replace("drafts.", "");
  await nadia.openDocument("article", id);
  await omar.openDocument("article", id);
  await nadia.input("headline").fill("Nadia's headline");
  await omar.person("Nadia Haddad").first().waitFor();
  await nadia.person("عمر الخطيب").first().waitFor();
  await expect.poll(() => authorOf(_id)).toBe(me.id);

  await omar.openHistory();
  await omar.timelineItems.locator("[title='Nadia Haddad']").first().waitFor();
  await omar.timelineItems.locator("[title^='Importer (']").first().waitFor();

  // Her name is hers to change; what she did stays hers.
  await nadia.changeWhoIAm("Name and person");
  await nadia.whoIAm.getByRole("textbox", { name: "Name" }).press("Escape");
  await nadia.userMenuInFocus.waitFor();
  await nadia.changeWhoIAm("Name and person");
  await nadia.whoIAm.getByRole("textbox", { name: "Name" }).fill("Nadia H.");
  await nadia.whoIAm.getByRole("button", { name: "Save" }).click();
  await nadia.person("Nadia H.").first().waitFor();
  expect(await nadia.person("Nadia Haddad").count()).toBe(0);
  expect(await authorOf(_id)).toBe(me.id);
});

test("who puts off saying their name works as the local editor, and says it later, on a phone too", async () => {
  const studio = await openBrowser({ width: 390, height: 844 });
  await studio.open();
  await studio.whoIAm.getByRole("button", { name: "Later" }).click();
  await studio.queueRows.first().getByRole("link").click();
  await studio.editable();
  await studio.page.reload({ waitUntil: "domcontentloaded" });
  await studio.changeWhoIAm("Name and person");
  // Typed where the focus is.
  await studio.whoIAm.locator("input:focus").waitFor();
  await studio.page.keyboard.type("Omar");
  await studio.page.keyboard.press("Enter");
  await studio.whoIAm.waitFor({ state: "detached" });
  await expect
    .poll(() => newsroom.client.request({ uri: "/__lake/people" }))
    .toMatchObject({
      people: [{ name: "Omar" }],
    });
});
