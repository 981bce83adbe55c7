import fc from "fast-check";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, test } from "vitest";
import { runImport } from "../../../importer/index.ts";
import { CaseCount } from "../../support/case-count.ts";
import { writeStories } from "../../support/story-folder.ts";
import { cases, lawTimeoutMs } from "./support/law-cases.ts";
import { type LawLake, openLawLake } from "./support/law-lake.ts";
import {
  changeNames,
  filesOf,
  type NameChange,
  namedStories,
  type NamedStory,
  namesOf,
  nameStep,
  newNamedStory,
} from "./support/named-stories.ts";

let lake: LawLake;
let folder: string;
beforeAll(async () => {
  lake = await openLawLake();
  folder = await mkdtemp(join(tmpdir(), "names-"));
});
afterAll(async () => {
  await lake[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

test(
  "a story that is known by one of its names never doubles, and never overwrites another",
  async () => {
    const met = new CaseCount();
    let imports = 0;
    await fc.assert(
      fc.asyncProperty(
        namedStories,
        fc.array(nameStep, { minLength: 1, maxLength: 7 }),
        async (kinds, steps) => {
          await lake.empty();
          const stories = kinds.map(([carrier, isDaily], number) => newNamedStory(number, carrier, isDaily));
          const log: string[] = [];
          const done = new Set<NameChange>();
          const moved = new Set<NamedStory>();
          const corrected = new Set<NamedStory>();
          for (const { changes, isSent, isOneFeed, publish } of steps) {
            for (const { story: number, change, by } of changes) {
              const story = stories[number % stories.length];
              if (story === undefined) continue;
              // What was moved is known by its text until it is imported, and so cannot be corrected as well.
              if (moved.has(story) && change !== "another path") continue;
              if (corrected.has(story) && change === "another path") continue;
              if (change === "another story takes its path") {
                if (story.carrier === "item") continue;
                const successor = newNamedStory(stories.length, story.carrier, false);
                successor.path = story.path;
                if (stories.length < 12) stories.push(successor);
              } else if (!changeNames(story, change, by)) continue;
              if (change === "another path" && story.carrier === "file") moved.add(story);
              if (change === "a correction") corrected.add(story);
              done.add(change);
              log.push(`${story.mark}: ${change} ${by} (${namesOf(story).join(", ")})`);
            }
            const sent = onePath(stories.filter((_, at) => isSent[at] === true));
            if (sent.length === 0) continue;
            await rm(folder, { recursive: true });
            const files = filesOf(sent, isOneFeed);
            writeStories(folder, files);
            log.push(`import ${Object.keys(files).join(" ")} (${sent.map(({ mark }) => mark).join(" ")})`);
            const run = async () => {
              lake.setWeather({});
              imports += 1;
              return runImport({ inputs: [folder], client: lake.client, publish, pause: async () => {} });
            };
            const report = await run();
            log.push(
              ...report.stories.map(
                ({ input, outcome, articleId, reason }) =>
                  `  ${input.slice(folder.length)} ${outcome} ${articleId ?? ""} ${reason ?? ""}`,
              ),
              ...report.problems
                .filter(({ code }) => /reused|contested|same|duplicate|older/.test(code))
                .map(({ code, message }) => `  ${code}: ${message}`),
            );
            for (const story of sent) {
              for (const name of namesOf(story)) story.known.add(name);
              moved.delete(story);
              corrected.delete(story);
            }
            await holds(stories, log);
            const again = await run();
            if (lake.count().mutations > 0) {
              throw new Error(
                `a second import sends ${lake.count().mutations} mutations: ${JSON.stringify(again.counts)}\n${log.join("\n")}`,
              );
            }
          }
          met.add(...done);
        },
      ),
      cases(30),
    );
    met.expectShares({ "another link": 0.1, "another id": 0.05, "another path": 0.1, "a correction": 0.2 });
    console.info(`${imports} imports`);
  },
  lawTimeoutMs,
);

/** One folder holds one file under a path: the last one that was put there. */
const onePath = (stories: readonly NamedStory[]): NamedStory[] => {
  const byPath = new Map(
    stories.map((story) => [story.carrier === "item" ? story.mark : `${story.carrier} ${story.path}`, story]),
  );
  return [...byPath.values()];
};

/** Every story that was ever imported is one article, and every article tells of one story. */
async function holds(stories: readonly NamedStory[], log: readonly string[]): Promise<void> {
  const dataset = await lake.read();
  const articles = new Map<string, Set<string>>();
  for (const [id, document] of dataset) {
    if (document._type !== "article") continue;
    const marks = new Set(JSON.stringify(document).match(/k\d+x/g));
    const published = id.replace("drafts.", "");
    articles.set(published, new Set([...(articles.get(published) ?? []), ...marks]));
  }
  const broken = (law: string): Error =>
    new Error(
      `${law}\n${log.join("\n")}\n${[...articles].map(([id, marks]) => `${id}: ${[...marks].join(" ")}`).join("\n")}`,
    );
  for (const [id, marks] of articles)
    if (marks.size !== 1) throw broken(`${id} tells of ${marks.size} stories`);
  for (const { mark, known } of stories) {
    const own = [...articles.values()].filter((marks) => marks.has(mark)).length;
    const due = known.size > 0 ? 1 : 0;
    if (own !== due) throw broken(`${mark} is ${own} articles`);
  }
}
