import fc from "fast-check";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cases, lawTimeoutMs } from "./support/law-cases.ts";
import { type LawLake, openLawLake } from "./support/law-lake.ts";
import { fairImport, lawStep, perform, roughImport, storyPlot } from "./support/law-script.ts";
import {
  contentIn,
  editorsKeepTheirWork,
  readersAreLeftAlone,
  sourcesAreHeard,
  sourcesAreOne,
  storiesIn,
} from "./support/laws.ts";
import { Newsroom } from "./support/newsroom.ts";

let lake: LawLake;
let folder: string;
beforeAll(async () => {
  lake = await openLawLake();
  folder = await mkdtemp(join(tmpdir(), "outlet-laws-"));
});
afterAll(async () => {
  await lake[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Enough stories for their outlet to be learned, and one fewer. */
const plots = fc.array(storyPlot, { minLength: 2, maxLength: 4 });
const steps = fc.array(lawStep, { maxLength: 6 });
const inPages = { hasPage: true };

test(
  "stories that come in pages: an import loses no editor's change and no source's, and the next one writes nothing",
  async () => {
    let learned = 0;
    await fc.assert(
      fc.asyncProperty(plots, fairImport, steps, roughImport, async (stories, first, happenings, rough) => {
        const newsroom = await Newsroom.open(lake, folder, stories, inPages);
        await newsroom.import(first);
        await perform(newsroom, happenings);
        const before = await lake.read();
        await newsroom.import(rough);
        const dataset = await lake.read();
        if (!rough.publish && !rough.during?.length) readersAreLeftAlone(newsroom, before, dataset);
        editorsKeepTheirWork(newsroom, dataset);
        sourcesAreHeard(newsroom, dataset);
        sourcesAreOne(newsroom, dataset);
        if (rough.during?.length) await newsroom.import({ ...rough, during: [], faults: [] });
        await newsroom.importsNothing(rough);
        if (dataset.get("import.outlet.wire")?.["version"] !== "") learned += 1;
      }),
      cases(40),
    );
    expect(learned, "some of the cases have an outlet with rules").toBeGreaterThan(0);
  },
  lawTimeoutMs,
);

test(
  "stories that come in pages: the order of files does not matter",
  async () => {
    await fc.assert(
      fc.asyncProperty(plots, fairImport, steps, fairImport, async (stories, first, happenings, second) => {
        const inOrder = async (order: <T>(files: readonly T[]) => readonly T[]) => {
          const newsroom = await Newsroom.open(lake, folder, stories, inPages);
          await newsroom.import({ ...first, order });
          await perform(newsroom, happenings);
          await newsroom.import({ ...second, order });
          return { newsroom, content: contentIn(await lake.read()) };
        };
        const [one, other] = [await inOrder((files) => files), await inOrder((files) => files.toReversed())];
        other.newsroom.expectContent(other.content, one.content);
      }),
      cases(25),
    );
  },
  lawTimeoutMs,
);

test(
  "stories that come in pages: an import that is cut off and run again ends as an undisturbed one",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        plots,
        fairImport,
        steps,
        fc.nat({ max: 12 }),
        fc.boolean(),
        async (stories, step, happenings, at, isCommitted) => {
          const run = async (isCut: boolean) => {
            const newsroom = await Newsroom.open(lake, folder, stories, inPages);
            if (happenings.length % 2 === 0) await newsroom.import(step);
            await perform(newsroom, happenings);
            await newsroom.import({ ...step, ...(isCut ? { crash: { at, isCommitted } } : {}) });
            return { newsroom, content: contentIn(await lake.read()) };
          };
          const [whole, cut] = [await run(false), await run(true)];
          cut.newsroom.expectContent(cut.content, whole.content);
        },
      ),
      cases(25),
    );
  },
  lawTimeoutMs,
);

test(
  "stories that come in pages: undoRun() gives back the state before the run, but for what was learned",
  async () => {
    await fc.assert(
      fc.asyncProperty(plots, fairImport, steps, fairImport, async (stories, first, happenings, second) => {
        const newsroom = await Newsroom.open(lake, folder, stories, inPages);
        if (happenings.length % 4 !== 3) await newsroom.import(first);
        await perform(newsroom, happenings);
        const former = await lake.read();
        const report = await newsroom.import(second);
        if (!(await lake.read()).has(`importRun.${report.run}`)) return;
        await newsroom.undo(report);
        const after = await lake.read();
        newsroom.expectContent(contentIn(storiesIn(after)), contentIn(storiesIn(former)));
      }),
      cases(25),
    );
  },
  lawTimeoutMs,
);
