import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SanityClient } from "@sanity/client";
import type { BrowserContextOptions } from "playwright-core";
import sharp from "sharp";
import { generateStory } from "../bench/generate-story.ts";
import { defaultSeedsFolder, studioFolder } from "../cli/project-folders.ts";
import { startServer } from "../cli/start-server.ts";
import { runImport } from "../importer/index.ts";
import { buildStudio } from "../studio/build-studio.ts";
import { serveStudio } from "../studio/serve-studio.ts";
import { launchChromium } from "../test/browser/support/chromium.ts";
import { StudioPage } from "../test/browser/support/studio-page.ts";
import { editHeadline } from "../test/support/edit-headline.ts";
import { storyFolder } from "../test/support/story-folder.ts";
import { earlier, pictures, today } from "./screenshot-stories.ts";

/** Makes the pictures in `docs/images` anew, from a lake of its own. */

const folder = fileURLToPath(new URL("images/", import.meta.url));

/** As wide as the pictures are in the end. */
const desk = { width: 1400, height: 875 };

type StorageState = NonNullable<BrowserContextOptions["storageState"]>;

interface Shot {
  readonly name: string;
  readonly options?: BrowserContextOptions;
  /** Comes to what the picture shows. */
  readonly open: (studio: StudioPage) => Promise<void>;
}

const openStory = (headline: string, params?: string) => async (studio: StudioPage) => {
  await studio.openQueue(params);
  await studio.queueRow(headline).getByRole("link").click();
  await studio.storyEditable(headline);
  await studio.story.waitFor();
};

const shots: readonly Shot[] = [
  { name: "queue", open: openStory("Ferry company buys two electric ships") },
  {
    name: "story",
    open: async (studio) => {
      await openStory("موسم التمور يبدأ مبكرًا هذا العام")(studio);
      await studio.input("headline").focus();
    },
  },
  {
    name: "diff",
    open: async (studio) => {
      await openStory("ميناء المدينة يستقبل السفن من جديد")(studio);
      // What differs is known once the document is.
      await studio.story.locator("del").first().waitFor();
    },
  },
  {
    name: "runs",
    open: async (studio) => {
      await studio.openImports();
      await studio.page.getByRole("tab").last().click();
      await studio.page.locator("canvas").nth(1).waitFor();
    },
  },
  {
    name: "pictures",
    open: async (studio) => {
      await studio.openPictures(",lack=credit");
      await studio.page.getByTestId("picture").locator("img").first().waitFor();
    },
  },
  {
    name: "arabic",
    options: { locale: "ar" },
    open: openStory("موسم التمور يبدأ مبكرًا هذا العام"),
  },
  {
    name: "phone",
    options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    open: async (studio) => {
      await studio.openQueue();
      await studio.queueRows.nth(5).waitFor();
    },
  },
];

const dataFolder = await mkdtemp(join(tmpdir(), "copydesk-screenshots-"));
await buildStudio({ outDir: studioFolder });
const server = await startServer({
  dataFolder,
  port: 0,
  studio: Promise.resolve(serveStudio(studioFolder)),
  log: console.error,
});
const browser = await launchChromium();
try {
  await fill(server.client);
  const editor = await introduce("Editor A", "#2e7d32");
  await using colleague = await visit({ storageState: await introduce("Editor B", "#1565c0") });
  await openStory("Library lends tools, tents and a telescope")(colleague.studio);
  await colleague.studio.page.keyboard.press("Escape");
  await colleague.studio.page.keyboard.press("t");
  for (const shot of shots) await take(shot, editor);
} finally {
  await browser.close();
  await server.close();
  await rm(dataFolder, { recursive: true, force: true });
}

/** Makes somebody known. @returns What a browser of theirs keeps. */
async function introduce(name: string, color: string): Promise<StorageState> {
  const context = await browser.newContext();
  await context.request.post(`${server.url}/__lake/people`, { data: { name, color } });
  const state = await context.storageState();
  await context.close();
  return state;
}

async function visit(options: BrowserContextOptions): Promise<AsyncDisposable & { studio: StudioPage }> {
  const context = await browser.newContext({ viewport: desk, reducedMotion: "reduce", ...options });
  const studio = new StudioPage(await context.newPage(), server.url);
  return { studio, [Symbol.asyncDispose]: () => context.close() };
}

async function take({ name, open, options }: Shot, storageState: StorageState): Promise<void> {
  await using visitor = await visit({ ...options, storageState });
  const { page } = visitor.studio;
  await open(visitor.studio);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const png = await sharp(await page.screenshot({ animations: "disabled", caret: "hide" }))
    .png({ palette: true, colours: 128, effort: 10 })
    .toBuffer();
  await writeFile(join(folder, `${name}.png`), png);
  console.log(`${name}.png: ${(png.length / 1000).toFixed(0)} kB`);
}

/** Imports what a newsroom has after two weeks, and what has come today. */
async function fill(client: SanityClient): Promise<void> {
  await using stories = await storyFolder({ ...earlier });
  for (const name of Object.keys(pictures))
    await stories.write({ [`english/${name}.png`]: await draw(name) });
  await stories.write({ "arabic/lighthouse.png": await draw("lighthouse") });
  for (let day = 14; day > 0; day -= 1) await importOf(client, day);
  await runImport({ inputs: [stories.path], client });
  await editHeadline(client, "ميناء المدينة يفتح أبوابه من جديد", "ميناء المدينة يستقبل السفن من جديد");
  await stories.write(today);
  const { run } = await runImport({ inputs: [stories.path, defaultSeedsFolder], client });
  await spread(client, run);
}

/** Lets the stories of an import have come one after the other. */
async function spread(client: SanityClient, run: string): Promise<void> {
  const records = await client.fetch<string[]>('*[_type == "importRecord" && run == $run]._id', { run });
  const then = client.transaction();
  for (const [at, id] of records.entries())
    then.patch(id, { set: { importedAt: new Date(Date.now() - (at * 17 + 2) * 60_000).toISOString() } });
  await then.commit();
}

/** Imports what came some days ago, and publishes it. */
async function importOf(client: SanityClient, daysAgo: number): Promise<void> {
  const first = daysAgo * 20;
  const numbers = Array.from({ length: 3 + ((daysAgo * 7) % 9) }, (_, at) => first + at);
  await using stories = await storyFolder(
    Object.fromEntries(numbers.map((number) => [`${number}.txt`, generateStory(number)])),
  );
  const { run } = await runImport({ inputs: [stories.path], client, publish: true });
  const time = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const records = await client.fetch<string[]>('*[_type == "importRecord" && run == $run]._id', { run });
  const then = client.transaction();
  for (const id of records)
    then.patch(id, { set: { importedAt: time, "review.state": "done", "review.gravity": 8 } });
  await then
    .patch(
      { query: '*[_type == "importRun" && run == $run]', params: { run } },
      { set: { startedAt: time, finishedAt: time } },
    )
    .commit();
}

/** A landscape in two colours. */
async function draw(name: string): Promise<Buffer> {
  const [sky = "", land = ""] = pictures[name] ?? [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <rect width="1200" height="800" fill="${sky}"/><circle cx="900" cy="230" r="90" fill="#fff" opacity=".8"/>
    <path d="M0 560 Q300 380 620 540 T1200 470 V800 H0Z" fill="${land}" opacity=".6"/>
    <path d="M0 680 Q400 520 760 660 T1200 620 V800 H0Z" fill="${land}"/></svg>`;
  return await sharp(Buffer.from(svg)).png().toBuffer();
}
