import { importRecord, importRecordId, keyOfArticle } from "../../schemas/index.ts";
import { phrasesOf, shareOf } from "../identity/story-sentences.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { readRows } from "../lake-connection/read-rows.ts";
import type { DatasetView } from "./dataset-view.ts";
import type { RunInputs } from "./run-inputs.ts";

/** A story that is compared with the others of its folder. */
interface ComparedStory {
  readonly path: string;
  /** Keys of the articles that it may be: they are no others. */
  readonly articleKeys: readonly string[];
  readonly texts: readonly string[];
  /** Texts of other stories of the folder that are known anyway. */
  readonly others: readonly string[];
}

interface FolderStory {
  readonly path: string;
  readonly articleKey?: string;
  readonly sentences: ReadonlySet<string>;
}

/** Stories of a folder to look at, of those that were imported and of those that are there: enough to see a template. */
const mostStories = 12;

/** A single other story with so much in common is another version of this one, and shows no template. */
const versionShare = 0.7;

const recordText = importRecord.pick({ _id: true, sourceText: true });

/** Knows what the stories of a folder have in common. Each folder is looked at once, and only if a story there has changed. */
export class FolderSentences {
  readonly #lake: LakeConnection;
  readonly #view: DatasetView;
  readonly #inputs: RunInputs;
  readonly #folders = new Map<string, Promise<readonly FolderStory[]>>();

  constructor(lake: LakeConnection, view: DatasetView, inputs: RunInputs) {
    this.#lake = lake;
    this.#view = view;
    this.#inputs = inputs;
  }

  /**
   * The sentences that a story shares with other stories of its folder: the lines of a template, which prove nothing.
   *
   * @throws {ImportError} When the lake cannot be reached.
   */
  async sharedBy({ path, articleKeys, texts, others }: ComparedStory): Promise<ReadonlySet<string>> {
    const folder = folderOf(path);
    const stories = this.#folders.get(folder) ?? this.#read(folder);
    this.#folders.set(folder, stories);
    const said = new Set(texts.flatMap((text) => [...phrasesOf(text)]));
    const counts = new Map<string, number>();
    const known = others.map((text, at) => ({
      path: `\0${at}`,
      articleKey: undefined,
      sentences: phrasesOf(text),
    }));
    for (const { path: other, articleKey, sentences } of [...(await stories), ...known]) {
      if (other === path || (articleKey !== undefined && articleKeys.includes(articleKey))) continue;
      const weight = shareOf(sentences, said) >= versionShare ? 0.5 : 1;
      for (const one of said.intersection(sentences)) counts.set(one, (counts.get(one) ?? 0) + weight);
    }
    return new Set([...counts].filter(([, count]) => count >= 1).map(([sentence]) => sentence));
  }

  async #read(folder: string): Promise<FolderStory[]> {
    const { byHash } = await this.#view.importedTexts();
    const imported = new Map(
      byHash
        .values()
        .filter(({ input }) => folderOf(input) === folder)
        .take(mostStories)
        .map(({ articleId, input }) => [
          importRecordId(articleId),
          { path: input, articleKey: keyOfArticle(articleId) },
        ]),
    );
    const rows =
      imported.size === 0
        ? []
        : await readRows(this.#lake, recordText, "*[_id in $ids]{ _id, sourceText }", {
            ids: [...imported.keys()],
          });
    const stored = rows.flatMap(({ _id, sourceText }) => {
      const story = imported.get(_id);
      return story === undefined ? [] : [{ ...story, sentences: phrasesOf(sourceText) }];
    });
    const there = await this.#inputs.textsIn(folder, mostStories);
    return [...stored, ...there.map(({ path, text }) => ({ path, sentences: phrasesOf(text) }))];
  }
}

/** Where a path lies: a folder, or a file of many stories. */
const folderOf = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("#")) + 1);
