import { hammingDistance } from "./sim-hash.ts";

/** Up to this many differing bits, two stories are reported as possibly the same. */
export const nearDuplicateBits = 7;

/** One more band than differing bits: at least one band of two near-duplicates is then the same in both. */
const bandDigits = 2;

/** Finds, among many stories, those whose texts are nearly the same. Memory: about 100 bytes a story. */
export class NearDuplicateIndex {
  readonly #hashes = new Map<string, string>();
  readonly #bands = new Map<string, string[]>();

  /** Adds a story, or replaces its hash. */
  add(id: string, hash: string): void {
    if (this.#hashes.get(id) === hash) return;
    this.#hashes.set(id, hash);
    for (const band of bandsOf(hash)) {
      const members = this.#bands.get(band);
      if (members === undefined) this.#bands.set(band, [id]);
      else members.push(id);
    }
  }

  /** The other stories within {@link nearDuplicateBits}, nearest first. */
  find(id: string, hash: string): string[] {
    const found = new Map<string, number>();
    for (const band of bandsOf(hash)) {
      for (const candidate of this.#bands.get(band) ?? []) {
        const other = this.#hashes.get(candidate);
        if (candidate === id || other === undefined || found.has(candidate)) continue;
        const distance = hammingDistance(hash, other);
        if (distance <= nearDuplicateBits) found.set(candidate, distance);
      }
    }
    return [...found].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([candidate]) => candidate);
  }
}

/** The eight bytes of a hash, each with its place. */
const bandsOf = (hash: string): string[] =>
  Array.from(
    { length: hash.length / bandDigits },
    (_, band) => `${band}:${hash.slice(band * bandDigits, (band + 1) * bandDigits)}`,
  );
