import { publishedId } from "../../schemas/index.ts";
import type { Mutation } from "../dataset/mutation.ts";
import { storedSource } from "../dataset/stored-source.ts";
import { StoryLikeness } from "../identity/near-duplicates/story-likeness.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import type { SourceDirectory } from "../plan/source-directory.ts";
import type { StoryPlan } from "../plan/story-plan.ts";
import type { SimilarStory, WantedStory } from "../stages.ts";
import { type ImportedText, fetchImportedTexts, fetchSlugHolders, fetchSources } from "./fetch-stored.ts";

/** The texts that earlier runs imported, indexed by digest and by file name. */
export interface ImportedTexts {
  readonly byHash: ReadonlyMap<string, ImportedText>;
  /** By the last part of their paths. */
  readonly byName: ReadonlyMap<string, readonly ImportedText[]>;
}

/** Far more than the number of stories looked up but not yet written. */
const mostSlugs = 10_000;

/** The last part of a path with `/`. */
export const nameOfPath = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/**
 * What one run knows about the dataset as a whole, kept up to date with the run's own writes, so that stories see the
 * sources and slugs of the stories before them.
 */
export class DatasetView {
  readonly #lake: LakeConnection;
  readonly #slugHolders = new Map<string, string>();
  readonly #likeness = new StoryLikeness();
  /** What was written since each reload that is under way began. */
  readonly #reloads = new Set<(readonly [mutations: readonly Mutation[], transactionId: string])[]>();
  #sources: SourceDirectory | undefined;
  #importedTexts: Promise<ImportedTexts> | undefined;

  constructor(lake: LakeConnection) {
    this.#lake = lake;
  }

  /** The sources, once {@link loadSources} has read them. */
  get sources(): SourceDirectory {
    if (this.#sources === undefined) throw new Error("BUG: the sources were not read");
    return this.#sources;
  }

  /** Reads the sources; a run in which nothing is new needs none. */
  async loadSources(): Promise<void> {
    this.#sources ??= await fetchSources(this.#lake);
  }

  readonly slugHolder = (slug: string): string | undefined => this.#slugHolders.get(slug);

  readonly similarTo = (story: WantedStory): SimilarStory[] => this.#likeness.similarTo(story);

  /** The texts of earlier runs, read once and only if a story is new. */
  importedTexts(): Promise<ImportedTexts> {
    return (this.#importedTexts ??= this.#readImportedTexts());
  }

  async #readImportedTexts(): Promise<ImportedTexts> {
    const texts = await fetchImportedTexts(this.#lake);
    for (const { articleId, input, fingerprint } of texts) this.#likeness.add(articleId, input, fingerprint);
    return {
      byHash: new Map(texts.map((text) => [text.contentHash, text])),
      byName: Map.groupBy(texts, ({ input }) => nameOfPath(input)),
    };
  }

  /** Adds a story's text, so that later stories can be compared with it. */
  noteStory(story: WantedStory): void {
    this.#likeness.addStory(story);
  }

  /** Reads the sources again after someone else has changed the dataset. */
  async reloadSources(): Promise<void> {
    const since: (readonly [mutations: readonly Mutation[], transactionId: string])[] = [];
    this.#reloads.add(since);
    try {
      this.#sources = await fetchSources(this.#lake);
      // Other stories of the run may have written after the lake took its answer together.
      for (const [mutations, transactionId] of since) this.#note(mutations, transactionId);
    } finally {
      this.#reloads.delete(since);
    }
  }

  /** Reads which articles have the slugs that new stories want. */
  async loadSlugs(stories: readonly WantedStory[]): Promise<void> {
    const slugs = stories.flatMap(({ documents }) =>
      documents.flatMap((document) => (document._type === "article" ? [document.slug.current] : [])),
    );
    const holders = await fetchSlugHolders(
      this.#lake,
      slugs.filter((slug) => !this.#slugHolders.has(slug)),
    );
    for (const [slug, id] of holders) this.#slugHolders.set(slug, publishedId(id));
  }

  /** Reserves the slug of a planned story until it is written and can be read. */
  reserveSlug({ slug, articleId }: Pick<StoryPlan, "slug" | "articleId">): void {
    if (slug === undefined || this.#slugHolders.has(slug)) return;
    this.#slugHolders.set(slug, articleId);
    const [oldest] = this.#slugHolders.keys();
    if (this.#slugHolders.size > mostSlugs && oldest !== undefined) this.#slugHolders.delete(oldest);
  }

  /** Notes the sources that a transaction has written. */
  noteWritten(mutations: readonly Mutation[], transactionId: string): void {
    for (const since of this.#reloads) since.push([mutations, transactionId]);
    this.#note(mutations, transactionId);
  }

  #note(mutations: readonly Mutation[], transactionId: string): void {
    for (const mutation of mutations) {
      if ("createIfNotExists" in mutation) {
        this.sources.add(storedSource.parse({ ...mutation.createIfNotExists, _rev: transactionId }));
      } else if ("delete" in mutation) {
        this.sources.remove(mutation.delete.id);
      }
    }
  }
}
