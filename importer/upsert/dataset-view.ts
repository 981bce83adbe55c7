import { publishedId } from "../../schemas/index.ts";
import { StoryLikeness } from "../near-duplicates/story-likeness.ts";
import type { SourceDirectory, StoredSource } from "../plan/source-directory.ts";
import type { PlannedMutation, StoredStory, StoryPlan } from "../plan/story-plan.ts";
import type { WantedStory } from "../stages.ts";
import type { LakeConnection } from "./connect-lake.ts";
import {
  fetchImportedTexts,
  fetchSlugHolders,
  fetchSources,
  fetchStored,
  type ImportedText,
} from "./fetch-stored.ts";

/** Whether the input of an earlier import holds another text by now, so that the old one can have no new place. */
export type IsReplaced = (input: string, contentHash: string) => Promise<boolean>;

/**
 * What one run knows of the dataset: read in batches, and kept up with what the run itself writes, so that
 * stories see the sources and the slugs of the stories before them.
 */
export class DatasetView {
  readonly #lake: LakeConnection;
  readonly #isReplaced: IsReplaced;
  readonly #slugHolders = new Map<string, string>();
  readonly #likeness = new StoryLikeness();
  #sources: SourceDirectory;
  #importedTexts: ReadonlyMap<string, ImportedText> | undefined;

  private constructor(lake: LakeConnection, isReplaced: IsReplaced, sources: SourceDirectory) {
    this.#lake = lake;
    this.#isReplaced = isReplaced;
    this.#sources = sources;
  }

  /** @throws {ImportError} When the lake cannot be reached. */
  static async open(lake: LakeConnection, isReplaced: IsReplaced): Promise<DatasetView> {
    return new DatasetView(lake, isReplaced, await fetchSources(lake));
  }

  get sources(): SourceDirectory {
    return this.#sources;
  }

  readonly slugHolder = (slug: string): string | undefined => this.#slugHolders.get(slug);

  readonly similarTo = (story: WantedStory): string[] => this.#likeness.similarTo(story);

  /** Reads what is stored for a batch of stories; of what nothing has changed for, one query is enough. */
  async load(stories: readonly WantedStory[]): Promise<Map<WantedStory, StoredStory>> {
    const stored = await fetchStored(this.#lake, stories);
    const news = stories.filter((story) => stored.get(story)?.record?.contentHash !== story.contentHash);
    if (news.length === 0) return stored;
    const importedTexts = await this.#loadImportedTexts();
    const unknown = news.filter((story) => stored.get(story)?.recordRevision === undefined);
    await this.#loadSlugs(unknown);
    for (const story of unknown) {
      const before = importedTexts.get(story.contentHash);
      const found = stored.get(story);
      if (before === undefined || found === undefined) continue;
      if (await this.#isReplaced(before.input, story.contentHash)) continue;
      stored.set(story, { ...found, movedFrom: before });
    }
    for (const story of news) {
      if (stored.get(story)?.movedFrom === undefined) this.#likeness.addStory(story);
    }
    return stored;
  }

  async #loadImportedTexts(): Promise<ReadonlyMap<string, ImportedText>> {
    if (this.#importedTexts !== undefined) return this.#importedTexts;
    this.#importedTexts = await fetchImportedTexts(this.#lake);
    for (const { articleId, input, fingerprint } of this.#importedTexts.values()) {
      this.#likeness.add(articleId, input, fingerprint);
    }
    return this.#importedTexts;
  }

  /** Reads everything about one story again, after somebody else has written in between. */
  async reload(story: WantedStory): Promise<StoredStory | undefined> {
    this.#sources = await fetchSources(this.#lake);
    return (await fetchStored(this.#lake, [story])).get(story);
  }

  async #loadSlugs(stories: readonly WantedStory[]): Promise<void> {
    const slugs = stories.flatMap(({ documents }) =>
      documents.flatMap((document) => (document._type === "article" ? [document.slug.current] : [])),
    );
    const holders = await fetchSlugHolders(
      this.#lake,
      slugs.filter((slug) => !this.#slugHolders.has(slug)),
    );
    for (const [slug, id] of holders) this.#slugHolders.set(slug, publishedId(id));
  }

  /** Keeps the slug of a planned story from the stories after it. */
  reserve({ slug, articleId }: StoryPlan): void {
    if (slug !== undefined && !this.#slugHolders.has(slug)) this.#slugHolders.set(slug, articleId);
  }

  /** Takes note of the sources that a transaction has written. */
  noteWritten(mutations: readonly PlannedMutation[], transactionId: string): void {
    for (const mutation of mutations) {
      if ("createIfNotExists" in mutation) {
        const source: StoredSource = { ...mutation.createIfNotExists, _rev: transactionId };
        this.#sources.add(source);
      } else if ("delete" in mutation) {
        this.#sources.remove(mutation.delete.id);
      }
    }
  }
}
