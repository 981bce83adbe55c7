import type { z } from "zod";
import { importRecord } from "../../schemas/index.ts";
import { type Mutation, idOf } from "../dataset/mutation.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { readRows } from "../lake-connection/read-rows.ts";
import { fetchProfiles } from "./fetch-profiles.ts";
import { knownOutlet, type StoredProfile, storedSample } from "./known-outlet.ts";
import { profileChange } from "./profile-change.ts";
import { featuresOf } from "./sample/story-features.ts";
import { sampleIdOf, type StorySample } from "./sample/story-sample.ts";

/** The import record of a story that is undone. */
interface UndoneRecord {
  readonly _id: string;
  /** The name by which the sample of its outlet knows it. */
  readonly input: string;
  readonly outlet?: string | undefined;
}

interface OpenOutlet {
  readonly stored: StoredProfile;
  readonly sample: StorySample;
}

const formerText = importRecord.pick({ sourceText: true, contentHash: true });

/**
 * The profiles of outlets while a run is undone: a story that goes is no longer counted, and one that becomes what it was
 * counts with that text. A story that was displaced from a sample comes back with the next import of it.
 */
export class UndoneOutlets {
  readonly #lake: LakeConnection;
  readonly #open = new Map<string, OpenOutlet | undefined>();
  /** The profile that the transaction under way changes. */
  #changing: OpenOutlet | undefined;

  constructor(lake: LakeConnection) {
    this.#lake = lake;
  }

  /**
   * What has to change in the outlet of a story together with the story itself.
   *
   * @param planned What undoing the story does.
   * @throws {ImportError} When the lake cannot be reached.
   */
  async changesFor(record: UndoneRecord, planned: readonly Mutation[]): Promise<Mutation[]> {
    this.#changing = undefined;
    const own = planned.filter((mutation) => idOf(mutation) === record._id);
    const open = record.outlet === undefined ? undefined : await this.#openOutlet(record.outlet);
    const id = sampleIdOf(record.input);
    if (open === undefined || !open.sample.stories.has(id)) return [];
    const isGone = own.some((mutation) => "delete" in mutation);
    const former = isGone ? await this.#namesakesOf(record) : own.flatMap(textIn);
    for (const { sourceText, contentHash } of former)
      open.sample.add(id, contentHash, featuresOf(sourceText));
    if (isGone && former.length === 0) open.sample.remove(id);
    const change = changeOf(open);
    if (change === undefined) return [];
    this.#changing = open;
    return [change];
  }

  /** Notes the revision that the changes got; without one, they were not made, and the outlet is read anew. */
  settle(revision: string | undefined): void {
    if (this.#changing === undefined) return;
    const { stored, sample } = this.#changing;
    this.#changing = undefined;
    if (revision === undefined) this.#open.delete(stored.key);
    else {
      const { profile } = knownOutlet(stored, sample, stored.taught);
      this.#open.set(stored.key, { stored: { ...stored, ...profile, _rev: revision }, sample });
    }
  }

  /** The story that had the name before another one took it over. */
  #namesakesOf({ _id, input }: UndoneRecord): Promise<z.infer<typeof formerText>[]> {
    const query =
      '*[_type == "importRecord" && input == $input && _id != $id] | order(importedAt desc) [0...1]{ sourceText, contentHash }';
    return readRows(this.#lake, formerText, query, { input, id: _id });
  }

  async #openOutlet(key: string): Promise<OpenOutlet | undefined> {
    if (!this.#open.has(key)) {
      const stored = (await fetchProfiles(this.#lake, [key])).get(key);
      this.#open.set(key, stored && { stored, sample: storedSample(stored) });
    }
    return this.#open.get(key);
  }
}

/** The text that a record of an import gets back. */
const textIn = (mutation: Mutation): z.infer<typeof formerText>[] =>
  "patch" in mutation ? [formerText.safeParse(mutation.patch.set).data ?? []].flat() : [];

/** A profile of no story, in which nobody has taught anything, is none. */
function changeOf({ stored, sample }: OpenOutlet): Mutation | undefined {
  if (sample.stories.size === 0 && stored.taught === undefined) return { delete: { id: stored._id } };
  return profileChange(knownOutlet(stored, sample, stored.taught).profile, stored);
}
