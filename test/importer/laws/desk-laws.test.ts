import fc from "fast-check";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, test } from "vitest";
import type { ImportReport } from "../../../importer/index.ts";
import { keepReview } from "../../../studio/desk/acts/keep-review.ts";
import { actAtDesk, type DeskAct, deskAct, peopleAreHeard, reviewsAreTrue } from "./support/desk.ts";
import { cases, lawTimeoutMs } from "./support/law-cases.ts";
import { type LawLake, openLawLake } from "./support/law-lake.ts";
import { fairImport, type LawStep, lawStep, perform, storyPlot } from "./support/law-script.ts";
import { type ImportStep, Newsroom } from "./support/newsroom.ts";

let lake: LawLake;
let folder: string;
beforeAll(async () => {
  lake = await openLawLake();
  folder = await mkdtemp(join(tmpdir(), "desk-laws-"));
});
afterAll(async () => {
  await lake[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

type DeskStep =
  | LawStep
  | { readonly kind: "desk"; readonly story: number; readonly act: DeskAct }
  | { readonly kind: "import"; readonly step: ImportStep }
  | { readonly kind: "undo" };

const deskStep: fc.Arbitrary<DeskStep> = fc.oneof(
  { arbitrary: lawStep, weight: 3 },
  {
    arbitrary: fc.record({ kind: fc.constant("desk" as const), story: fc.nat({ max: 3 }), act: deskAct }),
    weight: 4,
  },
  { arbitrary: fc.record({ kind: fc.constant("import" as const), step: fairImport }), weight: 2 },
  { arbitrary: fc.constant({ kind: "undo" as const }), weight: 1 },
);

test(
  "where a story stands is true after whatever happens, and what people have said stays until the source changes it",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(storyPlot, { minLength: 1, maxLength: 2 }),
        fairImport,
        fc.array(deskStep, { maxLength: 8 }),
        async (stories, first, steps) => {
          const newsroom = await Newsroom.open(lake, folder, stories);
          const runs: ImportReport[] = [await newsroom.import(first)];
          for (const one of steps) {
            const before = await lake.read();
            if (one.kind === "desk") {
              const { articleId, path } = newsroom.story(one.story);
              newsroom.log.push(
                `desk ${one.act.kind} ${path} (${one.act.place}, undone: ${one.act.isUndone})`,
              );
              await actAtDesk(lake.otherClient, before, articleId, one.act);
            } else if (one.kind === "import") {
              runs.push(await newsroom.import(one.step));
            } else if (one.kind === "undo") {
              const run = runs.pop();
              if (run !== undefined && before.has(`importRun.${run.run}`)) await newsroom.undo(run);
            } else {
              await perform(newsroom, [one]);
              for (const { articleId } of newsroom.stories)
                await keepReview(lake.otherClient, articleId, { by: "ada" });
            }
            const after = await lake.read();
            reviewsAreTrue(newsroom, after);
            if (one.kind === "import" || one.kind === "undo") peopleAreHeard(newsroom, before, after);
          }
        },
      ),
      cases(40),
    );
  },
  lawTimeoutMs,
);
