import type { SanityClient } from "@sanity/client";
import { join } from "node:path";
import {
  ImportError,
  runImport,
  undoRun,
  type ImportReport,
  type UndoReport,
} from "../../../../importer/index.ts";
import { articleKeyOf } from "../../../../importer/identity/article-key-of.ts";
import { articleId, canonicalJson } from "../../../../schemas/index.ts";
import type { Fault } from "../../../../lake/faults/fault.ts";
import { writeStories } from "../../../support/story-folder.ts";
import { performAct, shownImages, type EditorAct } from "./editor.ts";
import type { Dataset, LawLake } from "./law-lake.ts";
import {
  changeStory,
  newStory,
  renderStory,
  saidWords,
  type SourceChange,
  type StoryPlot,
  type StoryText,
} from "./story-text.ts";
import { isEditors, markedWords, without, wordOf, Words } from "./words.ts";

/** A story, what its source has ever said, and what editors have made of it. */
export interface LawStory {
  readonly path: string;
  readonly articleId: string;
  text: StoryText;
  /** Marked words that the source has ever said. */
  readonly said: Set<string>;
  /** What the importer was given in any import, and in the last one. */
  readonly imported: { readonly ever: Set<string>; last: ReadonlySet<string> };
  /** Words that the source took apart or brought back: of them nobody can say whose they are. */
  readonly loose: Set<string>;
  /** Whether editors have cut its paragraphs up and put them together anew. */
  isCutUp: boolean;
  /** What editors brought in and took out, as `field:word`. */
  readonly facts: Map<string, "present" | "absent">;
}

/** A file of a story; its path below the import root. */
interface StoryInput {
  readonly path: string;
  readonly relativePath: string;
}

/** How an import is run. */
export interface ImportStep {
  readonly publish: boolean;
  readonly concurrency: number;
  /** What editors do between the importer's requests. */
  readonly during?: readonly { readonly at: number; readonly story: number; readonly act: EditorAct }[];
  /** The texts of the stories; those of now unless told. */
  readonly texts?: readonly StoryText[];
  /**
   * Another importer, with its own texts of the same stories, and the request before which it runs from its start to
   * its end; after this one if there is no such request.
   */
  readonly other?: { readonly at: number; readonly texts: readonly StoryText[] };
  /** What goes wrong with its requests. */
  readonly faults?: readonly { readonly at: number; readonly fault: Fault }[];
  /** The request from which on nothing gets through any more, and whether that one is carried out yet. */
  readonly crash?: { readonly at: number; readonly isCommitted: boolean };
  /** The order of the files; as they are unless told. */
  readonly order?: (files: readonly LawStory[]) => readonly LawStory[];
}

/** Words of a story as an editor sees it, as `field:word`: of its article, and of the images that it shows. */
export function shownWords(dataset: Dataset, id: string): Set<string> {
  const article = viewOf(dataset, id);
  const shown = Object.entries(article ?? {}).filter(([field]) => !field.startsWith("_"));
  const words = shown.flatMap(([field, value]) => markedWords(value).map((word) => `${field}:${word}`));
  const images = shownImages(dataset, id).flatMap((image) => imageWords(dataset, image));
  return new Set([...words, ...images]);
}

/** Words of an image as `image:word`. */
export const imageWords = (dataset: Dataset, id: string): string[] =>
  markedWords(viewOf(dataset, id)).map((word) => `image:${word}`);

/** Words of all images that there are. */
export const heldWords = (dataset: Dataset): Set<string> =>
  new Set(
    [...dataset.keys()]
      .map((id) => id.replace("drafts.", ""))
      .filter((id) => id.startsWith("newsimage-"))
      .flatMap((id) => imageWords(dataset, id)),
  );

export const viewOf = (dataset: Dataset, id: string) => dataset.get(`drafts.${id}`) ?? dataset.get(id);

/**
 * What was said in an earlier import, and not in the last one, is brought back: as when a title after the text was
 * taken for a link to another story, and is none any more.
 */
function noteImported({ text, imported, loose }: LawStory): void {
  const now = new Set(saidWords(text));
  for (const word of without(now, imported.last)) if (imported.ever.has(word)) loose.add(word);
  for (const word of now) imported.ever.add(word);
  imported.last = now;
}

/** The case in words, to be read when a law is broken. */
type Log = string[];

/** A newsroom with its stories, its editors and the importer, over a lake of its own. */
export class Newsroom {
  readonly words = new Words();
  readonly stories: LawStory[];
  readonly log: Log = [];
  /** Published ids that editors took back from readers. */
  readonly unpublished = new Set<string>();
  /** Published ids of what editors deleted. */
  readonly deleted = new Set<string>();
  /** Editors' words that readers see, by published id. */
  readonly readers = new Map<string, Set<string>>();
  readonly #lake: LawLake;
  readonly #folder: string;
  readonly #hasPage: boolean;
  #runs = 0;
  #mutations = 0;

  private constructor(lake: LawLake, folder: string, plots: readonly StoryPlot[], hasPage: boolean) {
    this.#lake = lake;
    this.#folder = folder;
    this.#hasPage = hasPage;
    this.stories = plots.map((plot, number) => {
      const path = `wire/${number}.txt`;
      const text = newStory(plot, number, this.words);
      return {
        path,
        articleId: articleId(articleKeyOf({ identity: { kind: "path", value: path } })),
        text,
        said: new Set(saidWords(text)),
        imported: { ever: new Set<string>(), last: new Set<string>() },
        loose: new Set<string>(),
        isCutUp: false,
        facts: new Map<string, "present" | "absent">(),
      };
    });
  }

  /**
   * Opens a newsroom over the lake, which loses what it held.
   *
   * @param hasPage Whether its stories come with lines of the page around them, the same in all of them.
   */
  static async open(
    lake: LawLake,
    folder: string,
    plots: readonly StoryPlot[],
    { hasPage = false }: { readonly hasPage?: boolean } = {},
  ): Promise<Newsroom> {
    await lake.empty();
    const newsroom = new Newsroom(lake, folder, plots, hasPage);
    for (const { path, text } of newsroom.stories) newsroom.log.push(`--- ${path}\n${renderStory(text)}`);
    return newsroom;
  }

  story(number: number): LawStory {
    const story = this.stories[number % this.stories.length];
    if (story === undefined) throw new Error("a newsroom has a story");
    return story;
  }

  /** The source corrects a story. */
  change(number: number, change: SourceChange): void {
    const story = this.story(number);
    const before = saidWords(story.text);
    story.text = changeStory(story.text, change, this.words);
    for (const word of saidWords(story.text)) story.said.add(word);
    if (change.kind === "splits a paragraph") before.forEach((word) => story.loose.add(word));
    this.log.push(
      `source ${change.kind} (${change.item}, ${change.place})\n--- ${story.path}\n${renderStory(story.text)}`,
    );
  }

  /** Gives a story the headline of another. */
  shareHeadline(number: number, other: number): void {
    const story = this.story(number);
    story.text = { ...story.text, headline: this.story(other).text.headline };
    story.said.clear();
    for (const word of saidWords(story.text)) story.said.add(word);
  }

  /** An editor does something; what it comes to is kept in mind. */
  async edit(number: number, act: EditorAct): Promise<void> {
    const before = await this.#lake.read();
    if (act.kind === "splits a block" || act.kind === "joins two blocks") this.story(number).isCutUp = true;
    await performAct(this.#lake, this.story(number).articleId, act, this.words);
    const after = await this.#lake.read();
    const changes: string[] = [];
    // Also of images that no article shows any more.
    const erased = without(heldWords(before), heldWords(after));
    for (const story of this.stories) {
      const [was, is] = [shownWords(before, story.articleId), shownWords(after, story.articleId)];
      // Who discards a draft takes the published text as it is, whatever the source has changed in it since.
      if (act.kind === "discards the draft") is.forEach((fact) => story.loose.add(wordOf(fact)));
      // The pictures of what is published come back with it, with the words that they have there.
      if (act.kind === "discards the draft") {
        const were = shownImages(before, story.articleId);
        const back = shownImages(after, story.articleId).filter((id) => !were.includes(id));
        markedWords(back.map((id) => after.get(id))).forEach((word) => story.loose.add(word));
      }
      erased.forEach((fact) => story.facts.delete(fact));
      for (const fact of without(was, is)) {
        story.facts.set(fact, "absent");
        changes.push(`-${fact}`);
      }
      for (const fact of without(is, was)) {
        const word = wordOf(fact);
        if (isEditors(word)) story.facts.set(fact, "present");
        else {
          story.facts.delete(fact);
          story.loose.add(word);
        }
        changes.push(`+${fact}`);
      }
    }
    this.#noteDocuments(before, after);
    this.log.push(
      `editor ${act.kind} in ${this.story(number).path} (${act.place}, ${act.word}, ${act.asMutations}): ${changes.join(" ")}`,
    );
  }

  #noteDocuments(before: Dataset, after: Dataset): void {
    const ids = new Set([...before.keys(), ...after.keys()].map((id) => id.replace("drafts.", "")));
    for (const id of ids) {
      if (!/^(?:article|newsimage)-/.test(id)) continue;
      if (viewOf(before, id) !== undefined && viewOf(after, id) === undefined) this.deleted.add(id);
      if (after.has(id)) this.unpublished.delete(id);
      else if (before.has(id) && after.has(`drafts.${id}`)) this.unpublished.add(id);
      this.readers.set(id, new Set(markedWords(after.get(id)).filter(isEditors)));
    }
  }

  /** Runs an import to its end, if need be a second time in fair weather. */
  async import(step: ImportStep): Promise<ImportReport> {
    const first = await this.tryImport(step);
    if (first !== undefined && first.counts.failed === 0) return first;
    const { publish, concurrency, order } = step;
    const report = await this.tryImport({ publish, concurrency, ...(order === undefined ? {} : { order }) });
    if (report === undefined || report.counts.failed > 0) {
      throw this.broken(`an import in fair weather fails: ${JSON.stringify(report?.problems)}`);
    }
    return report;
  }

  /** Runs an import; `undefined` if it had to stop. */
  async tryImport(step: ImportStep): Promise<ImportReport | undefined> {
    const { during = [], texts, other, faults = [], crash, order = (all) => all } = step;
    const run = `run-${++this.#runs}`;
    const files = this.#writeFiles("ours", order(this.stories), texts);
    let otherFiles = other && this.#writeFiles("theirs", this.stories, other.texts);
    const runOther = async (): Promise<void> => {
      const inputs = otherFiles;
      if (inputs === undefined) return;
      otherFiles = undefined;
      await this.#run(`${run}-other`, this.#lake.otherClient, inputs, step);
    };
    for (const story of this.stories) noteImported(story);
    const due = during.toSorted((a, b) => a.at - b.at);
    this.#lake.setWeather({
      fault(request) {
        if (crash !== undefined && request >= crash.at) {
          const isLast = request === crash.at && crash.isCommitted;
          return { kind: isLast ? "drop-answer" : "reset-before" };
        }
        return faults.find(({ at }) => at === request)?.fault;
      },
      before: async (request) => {
        if (request === other?.at) {
          this.log.push(`before request ${request} of ${run}:`);
          await runOther();
        }
        for (let next = due[0]; next !== undefined && next.at <= request; next = due[0]) {
          due.shift();
          this.log.push(`before request ${request} of ${run}:`);
          await this.edit(next.story, next.act);
        }
      },
    });
    try {
      const report = await this.#run(run, this.#lake.client, files, step);
      await runOther();
      return report;
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.log.push(`  ${error.code}`);
      return undefined;
    } finally {
      this.#mutations = this.#lake.count().mutations;
      this.#lake.setWeather({});
    }
  }

  /** Writes the stories into a folder; gives them as inputs. */
  #writeFiles(
    name: string,
    stories: readonly LawStory[],
    texts?: readonly StoryText[],
  ): readonly StoryInput[] {
    const folder = join(this.#folder, name);
    const textOf = (story: LawStory): StoryText => texts?.[this.stories.indexOf(story)] ?? story.text;
    writeStories(
      folder,
      Object.fromEntries(stories.map((story) => [story.path, this.#inPage(renderStory(textOf(story)))])),
    );
    return stories.map(({ path }) => ({ path: join(folder, path), relativePath: path }));
  }

  #inPage(story: string): string {
    return this.#hasPage ? `Harbour Gazette\n\n${story}\n\nGulls of the week\n\nWin a rowing boat` : story;
  }

  async #run(
    run: string,
    client: SanityClient,
    inputs: readonly StoryInput[],
    { publish, concurrency }: ImportStep,
  ): Promise<ImportReport> {
    this.log.push(`import ${run}${publish ? " --publish" : ""} --concurrency ${concurrency}`);
    const report = await runImport({
      inputs,
      client,
      publish,
      concurrency,
      newRunId: () => run,
      pause: async () => {},
    });
    const outcomes = report.stories.map(({ input, outcome }) => `${input.slice(-5)} ${outcome}`);
    this.log.push(`  ${run}: ${outcomes.join(", ")}`);
    return report;
  }

  /** Takes back the run of a report. */
  async undo({ run }: Pick<ImportReport, "run">): Promise<UndoReport> {
    this.log.push(`undo ${run}`);
    return undoRun({ client: this.#lake.client, run, pause: async () => {} });
  }

  /** An import of what is imported sends no mutation. */
  async importsNothing({ publish, concurrency }: ImportStep): Promise<void> {
    const report = await this.tryImport({ publish, concurrency });
    const { unchanged = 0, skipped = 0, read = 0 } = report?.counts ?? {};
    if (this.#mutations > 0 || report === undefined || unchanged + skipped !== read) {
      throw this.broken(
        `a second import sends ${this.#mutations} mutations: ${JSON.stringify(report?.counts)}`,
      );
    }
  }

  /** Holds what the dataset has come to against what it should be. */
  expectContent(
    content: Readonly<Record<string, unknown>>,
    expected: Readonly<Record<string, unknown>>,
  ): void {
    for (const id of new Set([...Object.keys(content), ...Object.keys(expected)])) {
      const [is, should] = [content[id], expected[id]].map((document) => canonicalJson(document));
      if (is !== should) throw this.broken(`${id} is\n${is}\nand should be\n${should}`);
    }
  }

  /** Holds each story against what it may be; whole, since half of each would be neither. */
  expectContentOfEither(
    content: Readonly<Record<string, unknown>>,
    one: Readonly<Record<string, unknown>>,
    other: Readonly<Record<string, unknown>>,
  ): void {
    const storyOf = (id: string): string => id.replace(/^(?:import|drafts)\./, "");
    for (const story of new Set([content, one, other].flatMap((all) => Object.keys(all).map(storyOf)))) {
      const [is, ...may] = [content, one, other].map((all) =>
        canonicalJson(Object.entries(all).filter(([id]) => storyOf(id) === story)),
      );
      if (is !== undefined && !may.includes(is)) {
        throw this.broken(`${story} is\n${is}\nand should be\n${may.join("\nor\n")}`);
      }
    }
  }

  /** The error of a broken law, with the case as a story that can be read. */
  broken(law: string): Error {
    return new Error(`${law}\n\n${this.log.join("\n")}\n`);
  }
}
