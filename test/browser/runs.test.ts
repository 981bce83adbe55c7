import { writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runHere } from "../support/run-cli.ts";
import { manyStories, storyText, temporaryStories } from "../support/temporary-stories.ts";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, type Newsroom } from "./support/newsroom.ts";
import { StudioPage } from "./support/studio-page.ts";
import { watchPage, type PageWatch } from "./support/watch-page.ts";

/*
 * How editors see what imports did, and do something about it. What they do is looked up in the lake, not on the page.
 */

let browser: Browser;
let newsroom: Newsroom;
let watch: PageWatch | undefined;
let page: Page | undefined;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  newsroom = await openNewsroom();
});
afterEach(async () => {
  const faults = watch?.faults ?? [];
  await page?.close();
  await newsroom.close();
  expect(faults).toEqual([]);
});

async function openStudio(locale: string): Promise<StudioPage> {
  const viewport = { width: 1400, height: 1000 };
  page = await browser.newPage({ viewport, locale, reducedMotion: "reduce" });
  page.setDefaultTimeout(60_000);
  watch = watchPage(page, newsroom.url);
  return new StudioPage(page, newsroom.url);
}

/** Imports a folder as its operator does. */
async function importFolder(folder: string): Promise<string> {
  const { stdout } = await runHere(["import", folder, "--data", newsroom.dataFolder, "--json"]);
  return JSON.parse(stdout).run;
}

test("an editor sees what an import did, tries again what failed, and undoes it after a dry run", async () => {
  const folder = temporaryStories({ ...manyStories(3), "bad.txt": `${storyText(9)}\0` });
  const run = await importFolder(folder);
  const [edited] = await newsroom.client.fetch<string[]>(
    '*[_type == "article" && headline match "crossing"] | order(_id)._id',
  );
  await newsroom.client
    .patch(edited ?? "")
    .set({ headline: "By hand" })
    .commit();

  const studio = await openStudio("en");
  const dialog = studio.page.getByRole("dialog");
  await studio.openImports();
  expect(await studio.imports.count()).toBe(2);
  const item = studio.imports.first();
  await item.getByText("1 failed").waitFor();
  await item.getByRole("button", { name: "Details" }).click();
  await item.getByText(/NUL bytes/).waitFor();
  await item.getByText("3 of its stories wait for somebody").waitFor();

  writeFileSync(`${folder}/bad.txt`, storyText(9));
  await item.getByRole("button", { name: "Try again …" }).click();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await dialog.getByText("1 story was tried again; failed again: 0").waitFor();
  expect(await newsroom.client.fetch('count(*[headline match "number 9"])')).toBe(1);
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  // What was tried again is an import of its own.
  await expect.poll(() => studio.imports.count()).toBe(3);

  const first = studio.imports.nth(1);
  await first.getByRole("button", { name: "Undo …" }).click();
  await dialog.getByText("2 stories would be as they were before").waitFor();
  await dialog.getByText(/changed since/).waitFor();
  expect(await newsroom.client.fetch("count(*[_type == 'importRecord' && run == $run])", { run })).toBe(3);
  await dialog.getByRole("button", { name: "Undo it" }).click();
  await dialog.getByText("2 stories are as they were before").waitFor();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await first.getByText(/^Undone .+ by Local editor$/).waitFor();
  expect(await newsroom.client.fetch('count(*[_type == "article" && headline match "crossing"])')).toBe(1);
  expect(await newsroom.client.fetch('count(*[headline == "By hand"])')).toBe(1);

  await studio.imports.first().getByRole("link", { name: "1 new" }).click();
  await studio.queueRow("number 9").waitFor();
  expect(await studio.queueRows.count()).toBe(1);
  expect(decodeURIComponent(studio.page.url())).toContain("queue,run=");
});

test("an editor reads in Arabic how imports go, in charts and in tables that lead to the queue", async () => {
  await importFolder(temporaryStories(manyStories(3)));
  const studio = await openStudio("ar");
  const scripts: string[] = [];
  studio.page.on("request", (request) => void scripts.push(request.url()));
  await studio.openImports();
  expect(scripts.filter((url) => url.includes("statistics-view"))).toEqual([]);
  await studio.page.getByRole("tab", { name: "إحصاءات" }).click();
  const languages = studio.page.getByRole("region", { name: "اللغات" });
  await languages.getByRole("img").waitFor();
  expect(await languages.getByRole("row").allInnerTexts()).toEqual([
    expect.stringContaining("اللغات"),
    expect.stringMatching(/الإنجليزية\s+3/),
    expect.stringMatching(/العربية\s+1/),
  ]);
  // The names stand at the right, where lines begin.
  const [chart, table] = [languages.locator("canvas"), languages.getByRole("table")];
  const [left, right] = [await table.boundingBox(), await chart.boundingBox()];
  expect(left?.x).toBeLessThan(right?.x ?? 0);
  await languages.getByRole("link", { name: "الإنجليزية" }).click();
  await studio.queueRow("crossing number 2").waitFor();
  expect(await studio.queueRows.count()).toBe(3);
});
