/**
 * Measures the Studio in a real browser, as the program serves it: what it loads and how long it takes until the first story
 * can be clicked, what the queue takes, and how long until a story that is clicked can be edited, and until a key shows.
 *
 * `npm run bench:studio -- 50000 3`: stories, and how many browsers open the Studio that have never been there. The figures of
 * openings are medians over these.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { lakeClient } from "../cli/lake-client.ts";
import { launchChromium } from "../test/browser/support/chromium.ts";
import { StudioPage } from "../test/browser/support/studio-page.ts";
import { generateStory } from "./generate-story.ts";
import { makeDataset } from "./query/make-dataset.ts";
import { runTask } from "./run-task.ts";
import { longArticle, longArticleId } from "./studio/long-article.ts";
import { measureOpenings, openingNames, type Opening } from "./studio/measure-openings.ts";
import { measureQueue } from "./studio/measure-queue.ts";
import { measureTyping } from "./studio/measure-typing.ts";
import { startProgram } from "./studio/start-program.ts";

const [stories = 2_000, browsers = 3] = z
  .array(z.coerce.number().int().positive())
  .parse(process.argv.slice(2));
/** How many stories are opened from the list. */
const clicks = 7;
/** The number of a story that no dataset has. */
const afterAll = 100_000_000;

const dataFolder = await mkdtemp(join(tmpdir(), "copydesk-bench-"));
try {
  await makeDataset(dataFolder, stories);
  await using program = await startProgram(dataFolder);
  await lakeClient(program.url, "production").createOrReplace(longArticle());
  console.log(`${stories} stories\n`);
  await printOpenings(program.url);
  await importNewStories(program.url);
  await printWork(program.url);
} finally {
  await rm(dataFolder, { recursive: true, force: true });
}

/** Stories that nobody has published yet: those of the dataset are all there as published ones. */
async function importNewStories(url: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-bench-"));
  try {
    for (let number = 0; number <= clicks; number += 1) {
      await writeFile(join(folder, `new-${number}.txt`), generateStory(afterAll + number));
    }
    await runTask("copydesk-import", { url, folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function printOpenings(url: string): Promise<void> {
  const all: (readonly Opening[])[] = [];
  for (let browser = 0; browser < browsers; browser += 1) all.push(await measureOpenings(url));
  console.log(
    "opening   requests   over the wire   unpacked   first story (goals: 25, 2 MB, 3000 ms, then 1500 ms)",
  );
  for (const [index, name] of openingNames.entries()) {
    const each = all.flatMap((openings) => openings[index] ?? []);
    const of = (figure: (opening: Opening) => number): number => at(0.5, each.map(figure));
    const cells = [
      String(of(({ traffic }) => traffic.requests)).padStart(9),
      `${(of(({ traffic }) => traffic.wireBytes) / 1e6).toFixed(2)} MB`.padStart(16),
      `${(of(({ traffic }) => traffic.bytes) / 1e6).toFixed(2)} MB`.padStart(11),
      `${of(({ ms }) => ms).toFixed(0)} ms`.padStart(14),
    ];
    console.log(`${name.padEnd(9)}${cells.join("")}`);
  }
  const foreign = all.flat().flatMap(({ traffic }) => traffic.foreign);
  console.log(`requests to other hosts: ${foreign.length} ${foreign.join(" ")}`.trimEnd());
}

/** What an editor does once the Studio is open. */
async function printWork(url: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    const studio = new StudioPage(page, url);
    const { firstRow, filters, next } = await measureQueue(studio, clicks);
    console.log(`\nfirst story of the queue, once its bar is there: ${firstRow.toFixed(0)} ms (goal: 1200)`);
    console.log(`another tab of the queue (goal: 300 ms): ${spread(filters)}`);
    console.log(`next story that can be edited after publish and next (goal: 1000 ms): ${spread(next)}`);
    console.log(`rows of the queue drawn: ${await studio.queueRows.count()} (goal: at most 200)`);
    await studio.openStories();
    const times: number[] = [];
    for (let click = 0; click < clicks; click += 1) times.push(await clickToHeadline(studio, click));
    console.log(`from a click on a story until its headline can be edited: ${spread(times)}`);
    console.log(`rows of stories drawn: ${await studio.storyRows.count()} (goal: at most 200)`);
    await studio.openDocument("article", longArticleId);
    const keys = await measureTyping(studio);
    console.log(
      `a key in an Arabic article of 300 paragraphs: p75 ${at(0.75, keys)} ms (goal: 80), p98 ${at(0.98, keys)} ms, ${keys.length} keys`,
    );
  } finally {
    await browser.close();
  }
}

async function clickToHeadline(studio: StudioPage, place: number): Promise<number> {
  const row = studio.storyRows.nth(place);
  const title = await row.innerText();
  const start = performance.now();
  await row.click();
  await studio.storyEditable(title);
  return performance.now() - start;
}

/** The value below which a share of all lies. */
function at(share: number, values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function spread(times: readonly number[]): string {
  const [first = 0] = times;
  const figures = { median: at(0.5, times), first, slowest: Math.max(...times) };
  const told = Object.entries(figures).map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`);
  return `${told.join(", ")} (${times.length} times)`;
}
