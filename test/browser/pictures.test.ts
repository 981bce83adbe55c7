import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runImport } from "../../importer/index.ts";
import { makePicture } from "../importer/assets/make-pictures.ts";
import { storyFolder } from "../support/story-folder.ts";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, type Newsroom } from "./support/newsroom.ts";
import { StudioPage } from "./support/studio-page.ts";
import { watchPage, type PageWatch } from "./support/watch-page.ts";

/*
 * How editors give pictures what they lack. What they do is looked up in the lake, not on the page.
 */

/** How long a page may take for one step; long, because the machine may be busy and nothing here is about speed. */
const patienceMs = 60_000;

let browser: Browser;
let newsroom: Newsroom;
let context: BrowserContext;
let watch: PageWatch;
let studio: StudioPage;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  newsroom = await openNewsroom();
  await using folder = await storyFolder({
    "dam.md": storyWith("The dam is opened", "dam-1024x768.jpg", "The new dam above the town"),
    "bridge.md": storyWith("The bridge is closed", "bridge.jpg", "The old bridge"),
    "harbour.md": storyWith(
      "الميناء يفتح أبوابه",
      "%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1.jpg",
      "الميناء يوم الجمعة",
    ),
  });
  await runImport({ inputs: [folder.path], client: newsroom.client });
});

afterEach(async () => {
  await context.close();
  await newsroom.close();
  expect(watch.faults).toEqual([]);
});

/** Opens a browser on the pictures with what an address says after their name. */
async function openPictures(
  params = "",
  options: BrowserContextOptions = { viewport: { width: 1500, height: 1000 } },
): Promise<void> {
  context = await browser.newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  watch = watchPage(page, newsroom.url);
  studio = new StudioPage(page, newsroom.url);
  await studio.openPictures(params);
}

/** A story with a picture of the web that has a caption and nothing else. */
const storyWith = (headline: string, picture: string, caption: string): string => `---
title: "${headline}"
date: 2026-03-01
---

${headline}: that is what the council of the town was told on Monday, and what it agreed on.

<figure><img src="https://example.org/2026/${picture}"><figcaption>${caption}</figcaption></figure>
`;

/** A value of the picture with this caption, as editors see it. */
const stored = (caption: string, what: string): Promise<unknown> =>
  newsroom.client
    .withConfig({ perspective: "drafts" })
    .fetch(`*[_type == "newsImage" && captions[0].text == $caption][0]{"is": ${what}}.is`, { caption });

test("files that are dropped go to the pictures of their names, one to a picture that is chosen, and out again by undo", async () => {
  await openPictures();
  await studio.page.getByRole("tab", { name: /^No file \d+/ }).waitFor();
  await studio.pictureTile("The new dam").waitFor();
  await studio.dropOnPictures([
    { name: "IMG_1.png", bytes: await makePicture("png", "tomato") },
    { name: "Dam.png", bytes: await makePicture("png", "teal") },
  ]);
  // What is known comes first.
  await studio.plannedFiles.nth(1).waitFor();
  expect(
    await studio.plannedFiles.evaluateAll((all) => all.map((one) => one.getAttribute("data-kind"))),
  ).toEqual(["matched", "unknown"]);
  await studio.plannedFiles.filter({ hasText: "Dam.png" }).getByText("The new dam above the town").waitFor();
  await studio.page.getByLabel("IMG_1.png").selectOption("The old bridge");
  await studio.page.getByRole("button", { name: "Upload 2 files" }).click();
  await studio.page.getByText("2 files were uploaded.").waitFor();
  expect(await stored("The new dam above the town", "asset.asset->originalFilename")).toBe("Dam.png");
  expect(await stored("The old bridge", "asset.asset->originalFilename")).toBe("IMG_1.png");

  await studio.page.getByRole("button", { name: "Undo all of it" }).click();
  await studio.page.getByText("2 files were taken out again.").waitFor();
  expect(await stored("The new dam above the town", "asset")).toBeNull();
  await studio.page.getByRole("button", { name: "Close", exact: true }).click();
});

test("several get a credit after it was said what would happen, one is written in by keyboard and told where it is used, and the story moves on", async () => {
  await openPictures(",lack=credit");
  const [dam, bridge] = [studio.pictureTile("The new dam"), studio.pictureTile("The old bridge")];
  // By keyboard: Enter stores, and undo takes back.
  const credit = dam.getByLabel(/^Credit/);
  await credit.fill("Ada Byron");
  await credit.press("Enter");
  await expect.poll(() => stored("The new dam above the town", "creditLine")).toBe("Ada Byron");
  await dam.getByRole("checkbox").press("Space");
  await bridge.getByRole("checkbox").press("Space");
  await studio.page.getByTestId("bulk-bar").getByRole("button", { name: "Credit" }).click();
  await studio.page.getByRole("dialog").getByLabel("Credit").fill("Grace Hopper");
  await studio.page.getByRole("button", { name: "See what it would do" }).click();
  await studio.page.getByText("It can be done to 1 picture.").waitFor();
  await studio.page.getByText("it has one already").waitFor();
  await studio.page.getByRole("button", { name: "Do it to 1 picture" }).click();
  await studio.page.getByText("It was done to 1 picture.").waitFor();
  expect(await stored("The old bridge", "creditLine")).toBe("Grace Hopper");
  expect(await stored("The new dam above the town", "creditLine")).toBe("Ada Byron");
  await studio.page.getByRole("button", { name: "Close", exact: true }).click();

  await studio.pictures.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => stored("The new dam above the town", "creditLine")).toBeNull();
  await bridge.getByRole("button", { name: /^Where used/ }).press("Enter");
  await bridge.getByText("In 1 story").waitFor();
  // The keeper finds out that the story lacks one thing less.
  const open = (): Promise<unknown> =>
    newsroom.client.fetch(
      '*[_type == "importRecord" && review.language == "en" && sourceText match "bridge"][0].review.settled[].code',
    );
  await expect.poll(open).toContain("missing-credit");
  await bridge.getByRole("link", { name: "The bridge is closed" }).click();
  await studio.storyEditable("The bridge is closed");
});

test("an Arabic picture is described from the right, in an Arabic Studio, on a phone", async () => {
  await openPictures(",lack=alt,language=ar", { locale: "ar", viewport: { width: 390, height: 844 } });
  await studio.page.getByRole("tab", { name: /^بلا نص بديل/ }).waitFor();
  await studio.page.getByText("الصور", { exact: true }).first().waitFor();
  const tile = studio.pictureTile("الميناء يوم الجمعة");
  await tile.waitFor();
  expect(await studio.page.getByTestId("picture").count()).toBe(1);
  const alt = tile.locator("textarea");
  expect(await alt.evaluate((input) => getComputedStyle(input).direction)).toBe("rtl");
  await alt.fill("سفن في الميناء");
  await alt.press("Enter");
  // It is never out of sight.
  expect(await alt.inputValue()).toBe("سفن في الميناء");
  await expect
    .poll(() => stored("الميناء يوم الجمعة", "altTexts[0]"))
    .toMatchObject({ language: "ar", text: "سفن في الميناء" });
  const width = await studio.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});
