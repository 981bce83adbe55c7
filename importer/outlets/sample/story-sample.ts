import { shortDigestOf } from "../../digest.ts";
import type { LabelValue, LineFeature, LinePlace, StoryFeatures } from "./story-features.ts";

/** What is kept of one story. */
export interface SampledStory {
  /** Digest of the name that identifies the story; the sample keeps the smallest ones. */
  readonly id: string;
  /** Beginning of the digest of its text. */
  readonly text: string;
  readonly prose: readonly string[];
  readonly lines: ReadonlyMap<string, SampledLine>;
}

/** Of a line: where it stands, and what the value after its label is. */
export interface SampledLine {
  readonly place: LinePlace;
  readonly value: LabelValue;
}

/** A kind of line that stands in at least two stories. */
export type SharedLine = Pick<LineFeature, "kind" | "shape">;

/** Most stories in a sample: a share is then known to some 4 percentage points, and the number of stories to a tenth. */
export const sampleSize = 128;

const idDigits = 12;
const idRange = 16 ** idDigits;

/** The digest by which a story is kept or not: of its identity in its outlet. Pure. */
export const sampleIdOf = (identity: string): string => shortDigestOf(identity, idDigits);

/** The part of a text's digest that a sample keeps. */
export const textMarkOf = (contentHash: string): string => contentHash.slice(0, 8);

/**
 * A sample of an outlet's stories: those with the smallest digests of their identities.
 *
 * Which stories are in it depends on the set of stories alone: not on their order, on how often they are added, or on
 * how they are divided among runs, and two samples make one. Of two texts of a story the one added last counts. Its
 * memory does not grow with the stories.
 */
export class StorySample {
  readonly #stories = new Map<string, SampledStory>();
  readonly #shapes = new Map<string, SharedLine>();
  #largest: string | undefined;

  get stories(): ReadonlyMap<string, SampledStory> {
    return this.#stories;
  }

  /** The kinds of lines whose shapes are known, by their digests. */
  get shapes(): ReadonlyMap<string, SharedLine> {
    return this.#shapes;
  }

  /** Whether a story with this id would be kept. */
  wouldKeep(id: string): boolean {
    return this.#stories.size < sampleSize || this.#stories.has(id) || id < this.#largestId();
  }

  /** Number of stories that were ever added, as far as the sample tells. */
  estimate(): number {
    const { size } = this.#stories;
    if (size < sampleSize) return size;
    const reach = Number.parseInt(this.#largestId(), 16) / idRange;
    return Math.max(size, Math.round((size - 1) / reach));
  }

  /** Adds a story, or replaces its text. */
  add(id: string, contentHash: string, { prose, lines }: StoryFeatures): void {
    if (!this.wouldKeep(id)) return;
    const kept = new Map<string, SampledLine>();
    for (const { kind, shape, place, value } of lines) {
      const name = shortDigestOf(`${kind} ${shape}`, 8);
      kept.set(name, { place, value });
      this.addShape(name, { kind, shape });
    }
    this.addStory({ id, text: textMarkOf(contentHash), prose, lines: kept });
  }

  /** Adds the stories of another sample; its texts count. */
  addAll(other: StorySample | undefined): void {
    for (const [name, line] of other?.shapes ?? []) this.addShape(name, line);
    for (const story of other?.stories.values() ?? []) this.addStory(story);
  }

  /** Adds a story, or replaces it. */
  addStory(story: SampledStory): void {
    if (!this.wouldKeep(story.id)) return;
    this.#stories.set(story.id, story);
    this.#largest = undefined;
    if (this.#stories.size <= sampleSize) return;
    this.#stories.delete(this.#largestId());
    this.#largest = undefined;
  }

  /** Forgets a story; one that was displaced by it does not come back. */
  remove(id: string): void {
    this.#stories.delete(id);
    this.#largest = undefined;
  }

  /** Tells what a digest is of. */
  addShape(name: string, line: SharedLine): void {
    const known = this.#shapes.get(name);
    if (known === undefined || line.shape < known.shape) this.#shapes.set(name, line);
  }

  #largestId(): string {
    this.#largest ??= [...this.#stories.keys()].reduce((a, b) => (a > b ? a : b), "");
    return this.#largest;
  }
}
