import fc from "fast-check";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type KnownCase,
  type KnownMeeting,
  type KnownUndoing,
  knownCases,
  knownMeetings,
  knownUndoings,
} from "./support/known-cases.ts";
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
  undoingListsWhatStays,
} from "./support/laws.ts";
import { Newsroom } from "./support/newsroom.ts";

let lake: LawLake;
let folder: string;
beforeAll(async () => {
  lake = await openLawLake();
  folder = await mkdtemp(join(tmpdir(), "laws-"));
});
afterAll(async () => {
  await lake[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const plots = fc.array(storyPlot, { minLength: 1, maxLength: 3 });
const steps = fc.array(lawStep, { maxLength: 8 });

test(
  "an import loses no editor's change and no source's, and the next one writes nothing",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        plots,
        fairImport,
        fc.array(fc.tuple(steps, roughImport), { minLength: 1, maxLength: 3 }),
        async (stories, first, rounds) => {
          const newsroom = await Newsroom.open(lake, folder, stories);
          await newsroom.import(first);
          for (const [happenings, rough] of rounds) {
            await perform(newsroom, happenings);
            const before = await lake.read();
            await newsroom.import(rough);
            const dataset = await lake.read();
            if (!rough.publish && !rough.during?.length) readersAreLeftAlone(newsroom, before, dataset);
            editorsKeepTheirWork(newsroom, dataset);
            sourcesAreHeard(newsroom, dataset);
            sourcesAreOne(newsroom, dataset);
            // What editors did after the importer had read of it, the next import catches up with.
            if (rough.during?.length) await newsroom.import({ ...rough, during: [], faults: [] });
            await newsroom.importsNothing(rough);
          }
        },
      ),
      { ...cases(120), examples: knownCases.map((known): KnownCase => [...known]) },
    );
  },
  lawTimeoutMs,
);

test(
  "the order of files does not matter",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(storyPlot, { minLength: 2, maxLength: 4 }),
        fc.array(fc.nat({ max: 3 }), { maxLength: 2 }),
        fairImport,
        steps,
        fairImport,
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        async (stories, sharing, first, happenings, second, ranks) => {
          const shuffled = <T>(files: readonly T[]): T[] =>
            files
              .map((file, index) => ({ file, rank: ranks[index] ?? 0 }))
              .toSorted((a, b) => a.rank - b.rank)
              .map(({ file }) => file);
          const inOrder = async (order: <T>(files: readonly T[]) => readonly T[]) => {
            const newsroom = await Newsroom.open(lake, folder, stories);
            for (const number of sharing) newsroom.shareHeadline(number, number + 1);
            await newsroom.import({ ...first, order });
            await perform(newsroom, happenings);
            await newsroom.import({ ...second, order });
            return { newsroom, content: contentIn(await lake.read()) };
          };
          const [one, other] = [await inOrder((files) => files), await inOrder(shuffled)];
          other.newsroom.expectContent(other.content, one.content);
        },
      ),
      cases(50),
    );
  },
  lawTimeoutMs,
);

test(
  "an import that is cut off at any request and run again ends as an undisturbed one",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        plots,
        fairImport,
        steps,
        fairImport,
        fc.nat({ max: 12 }),
        fc.boolean(),
        async (stories, first, happenings, second, at, isCommitted) => {
          const run = async (isCut: boolean) => {
            const newsroom = await Newsroom.open(lake, folder, stories);
            const crash = isCut ? { crash: { at, isCommitted } } : {};
            if (happenings.length % 2 === 0) await newsroom.import(first);
            await perform(newsroom, happenings);
            await newsroom.import({ ...second, ...crash });
            return { newsroom, content: contentIn(await lake.read()) };
          };
          const [whole, cut] = [await run(false), await run(true)];
          cut.newsroom.expectContent(cut.content, whole.content);
        },
      ),
      cases(60),
    );
  },
  lawTimeoutMs,
);

test(
  "an import in whose midst another one runs ends as if one of them had come after the other",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        plots,
        fairImport,
        steps,
        fc.array(lawStep, { minLength: 1, maxLength: 4 }),
        fairImport,
        fc.nat({ max: 7 }),
        async (stories, first, happenings, later, step, at) => {
          /** The other importer has the texts as they were before the last corrections. */
          const run = async (order: "older first" | "older last" | "older in the midst") => {
            const newsroom = await Newsroom.open(lake, folder, stories);
            if (happenings.length % 2 === 0) await newsroom.import(first);
            await perform(newsroom, happenings);
            const texts = newsroom.stories.map(({ text }) => text);
            await perform(newsroom, later);
            if (order === "older first") await newsroom.import({ ...step, texts });
            const other = order === "older in the midst" ? { other: { at, texts } } : {};
            const report = await newsroom.tryImport({ ...step, ...other });
            if (report?.counts.failed !== 0) throw newsroom.broken("an import beside another one fails");
            if (order === "older last") await newsroom.import({ ...step, texts });
            return { newsroom, content: contentIn(await lake.read()) };
          };
          const [before, after] = [await run("older first"), await run("older last")];
          const { newsroom, content } = await run("older in the midst");
          newsroom.expectContentOfEither(content, before.content, after.content);
        },
      ),
      { ...cases(40), examples: knownMeetings.map((known): KnownMeeting => [...known]) },
    );
  },
  lawTimeoutMs,
);

test(
  "undoRun() gives back the state before the run where nobody has edited since, and takes no editor's work",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        plots,
        fairImport,
        steps,
        fairImport,
        fc.array(lawStep, { maxLength: 3 }),
        async (stories, first, happenings, second, since) => {
          const newsroom = await Newsroom.open(lake, folder, stories);
          if (happenings.length % 4 !== 3) await newsroom.import(first);
          await perform(newsroom, happenings);
          const former = await lake.read();
          const report = await newsroom.import(second);
          const acts = since.filter(({ kind }) => kind === "editor");
          await perform(newsroom, acts);
          const wrote = [...(await lake.read()).keys()].includes(`importRun.${report.run}`);
          if (!wrote) return;
          const undone = await newsroom.undo(report);
          const dataset = await lake.read();
          editorsKeepTheirWork(newsroom, dataset);
          undoingListsWhatStays(newsroom, undone, former, dataset);
          if (acts.length > 0) return;
          expect(undone.stories.flatMap(({ kept }) => kept)).toEqual([]);
          newsroom.expectContent(contentIn(storiesIn(dataset)), contentIn(storiesIn(former)));
        },
      ),
      { ...cases(70), examples: knownUndoings.map((known): KnownUndoing => [...known]) },
    );
  },
  lawTimeoutMs,
);
