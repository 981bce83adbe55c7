/**
 * Plays an editor's shift in a real browser: forty stories of all kinds are worked down, once by keyboard and once by pointer.
 * Prints how many keys and clicks a story takes, and how long the Studio takes to let the editor go on to the next.
 *
 * `npm run bench:shift`
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lakeClient } from "../cli/lake-client.ts";
import { launchChromium } from "../test/browser/support/chromium.ts";
import { StudioPage } from "../test/browser/support/studio-page.ts";
import { byKeyboard, byPointer, playShift, type StoryCost, type Way } from "./studio/play-shift.ts";
import { prepareShift } from "./studio/prepare-shift.ts";
import { shiftKinds } from "./studio/shift-stories.ts";
import { startProgram } from "./studio/start-program.ts";
import { whatIsWrong } from "./studio/judge-shift.ts";

for (const [name, way] of [
  ["keyboard", byKeyboard],
  ["pointer", byPointer],
] as const) {
  const costs = await shift(way);
  console.log(`\nby ${name}                stories   acts a story   letters typed   ms a story   slowest`);
  for (const kind of shiftKinds)
    print(
      kind,
      costs.filter((cost) => cost.kind === kind),
    );
  print("all", costs);
}

/** @throws {Error} When a story is not, in the end, what the editor has made of it. */
async function shift(way: Way): Promise<readonly StoryCost[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "copydesk-bench-"));
  const browser = await launchChromium();
  try {
    await using program = await startProgram(dataFolder);
    const client = lakeClient(program.url, "production");
    const stories = await prepareShift(client);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    const costs = await playShift(new StudioPage(page, program.url), stories, way);
    const wrong = await whatIsWrong(client, stories);
    if (wrong.length > 0) throw new Error(`Not all was done:\n${wrong.join("\n")}`);
    return costs;
  } finally {
    await browser.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function print(name: string, costs: readonly StoryCost[]): void {
  const mean = (of: (cost: StoryCost) => number): number =>
    costs.reduce((sum, cost) => sum + of(cost), 0) / costs.length;
  const times = costs.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const cells = [
    String(costs.length).padStart(7),
    mean(({ acts }) => acts)
      .toFixed(1)
      .padStart(15),
    mean(({ typed }) => typed)
      .toFixed(1)
      .padStart(16),
    (times[Math.floor(times.length / 2)] ?? 0).toFixed(0).padStart(13),
    (times.at(-1) ?? 0).toFixed(0).padStart(10),
  ];
  console.log(`${name.padEnd(24)}${cells.join("")}`);
}
