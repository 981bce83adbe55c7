import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runImport } from "../../importer/index.ts";
import { storyFolder } from "../support/story-folder.ts";
import { barriersOn } from "./support/accessibility.ts";
import { launchChromium } from "./support/chromium.ts";
import { openNewsroom, type Newsroom } from "./support/newsroom.ts";
import { StudioPage } from "./support/studio-page.ts";

/*
 * Whether our own screens can be used by everybody, as far as a program can tell: each is opened and held to the rules.
 */

let browser: Browser;
let newsroom: Newsroom;

beforeAll(async () => {
  [browser, newsroom] = await Promise.all([launchChromium(), openNewsroom()]);
  await using folder = await storyFolder({
    "kill.txt": story("The harbour bridge is open", "Reuters", "KILL: the name of the company is wrong"),
    "first.txt": story("A tunnel is closed", "The Harbour Gazette"),
    "second.txt": story("A tunnel is closed", "harbour gazette online").replace("councillor 7", "the mayor"),
    "dam.md": `---\ntitle: "The dam is opened"\n---\n\nThe dam was opened on Monday, the council was told.\n\n<figure><img src="dam.png"><figcaption>The dam</figcaption></figure>\n`,
    "broken.txt": "A story\0 that cannot be read",
  });
  await runImport({ inputs: [folder.path], client: newsroom.client });
});
afterAll(async () => {
  await browser.close();
  await newsroom.close();
});

/** A story with so many sentences that another one may be nearly the same. */
function story(headline: string, source: string, ...orders: readonly string[]): string {
  const sentences = Array.from(
    { length: 12 },
    (_, at) => `${headline}, said councillor ${at} after the vote.`,
  );
  return [...orders, headline, sentences.join(" "), `Source: ${source}\n`].join("\n\n");
}

interface Screen {
  readonly name: string;
  /** Comes to it from the one before. */
  readonly open: (studio: StudioPage) => Promise<void>;
}

const press = (key: string) => async (studio: StudioPage) => {
  await closeDialog(studio);
  await studio.page.keyboard.press(key);
  await studio.page.getByRole("dialog").waitFor();
};

async function closeDialog({ page }: StudioPage): Promise<void> {
  const dialog = page.getByRole("dialog");
  if ((await dialog.count()) > 0) await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

const screens: readonly Screen[] = [
  {
    name: "queue",
    open: async (studio) => {
      await studio.openQueue();
      await studio.queueRows.nth(3).waitFor();
      await studio.queueRows.first().getByRole("link").focus();
    },
  },
  { name: "its keys", open: press("?") },
  { name: "when to come back to a story", open: press("l") },
  { name: "whether to publish against an order", open: press("p") },
  {
    name: "what is done to several",
    open: async (studio) => {
      await closeDialog(studio);
      await studio.page.keyboard.press("x");
      await studio.page.getByTestId("bulk-bar").getByRole("button").first().click();
      await studio.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "what it would come to",
    open: async ({ page }) => {
      await page.getByRole("dialog").locator("button[type='submit']").click();
      await page.getByRole("dialog").locator("li").first().waitFor();
    },
  },
  {
    name: "filters",
    open: async (studio) => {
      await closeDialog(studio);
      await studio.page.locator("[data-testid='queue'] button[aria-expanded='false']").click();
      await studio.page.getByTestId("saved-filters").waitFor();
    },
  },
  {
    name: "story",
    open: async (studio) => {
      await studio.queueRow("The harbour bridge is open").getByRole("link").click();
      await studio.story.waitFor();
      await studio.banner.waitFor();
    },
  },
  {
    name: "two stories side by side",
    open: async (studio) => {
      await studio.openQueue();
      await studio.queueRow("A tunnel is closed").first().getByRole("link").focus();
      await studio.page.keyboard.press("c");
      await studio.comparison.locator("mark").first().waitFor();
    },
  },
  {
    name: "pictures",
    open: async (studio) => {
      await studio.openPictures();
      await studio.pictureTile("The dam").waitFor();
    },
  },
  {
    name: "sources",
    open: async (studio) => {
      await studio.openSources();
      await studio.doubles.waitFor();
    },
  },
  {
    name: "merging two of them",
    open: async (studio) => {
      await studio.sourceRow("Reuters").getByRole("button").click();
      await studio.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "imports",
    open: async (studio) => {
      await studio.openImports();
      await studio.imports.first().locator("button[aria-expanded='false']").click();
    },
  },
  {
    name: "charts of them",
    open: async ({ page }) => {
      await page.getByRole("tab").nth(1).click();
      await page.locator("canvas").first().waitFor();
    },
  },
  {
    name: "outlets",
    open: async ({ page }) => {
      await page.getByRole("tab").last().click();
      await page.getByTestId("outlet").first().getByRole("button").click();
    },
  },
];

async function openPage(options: Parameters<Browser["newPage"]>[0]): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1500, height: 1000 },
    reducedMotion: "reduce",
    ...options,
  });
  page.setDefaultTimeout(60_000);
  return page;
}

test.each([
  { language: "English, on white", options: { locale: "en-US" } },
  { language: "Arabic, on black", options: { locale: "ar", colorScheme: "dark" } },
] as const)("no screen of ours breaks a rule of WCAG 2.2 AA: in $language", async ({ options }) => {
  const page = await openPage(options);
  const studio = new StudioPage(page, newsroom.url);
  const barriers: Record<string, readonly string[]> = {};
  for (const { name, open } of screens) {
    await open(studio);
    barriers[name] = await barriersOn(page);
  }
  const stranger = await openPage(options);
  await new StudioPage(stranger, newsroom.url, "first-time").open();
  await stranger.getByRole("dialog").waitFor();
  barriers["who one is"] = await barriersOn(stranger);
  await Promise.all([page.close(), stranger.close()]);
  expect(barriers).toEqual(Object.fromEntries(Object.keys(barriers).map((name) => [name, []])));
});
