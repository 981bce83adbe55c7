import { hammingDistance, parseHash, type Hash } from "./sim-hash.ts";

/** Two stories that differ in at most this many bits are reported as possibly the same. */
export const nearDuplicateBits = 7;

/** One more band than differing bits: at least one band of two near-duplicates is then the same in both. */
const bands = 8;

/** Finds, among many stories, those whose texts are nearly the same. Memory: about 200 bytes per story. */
export class NearDuplicateIndex {
  readonly #places = new Map<string, number>();
  readonly #ids: string[] = [];
  /** Two 32-bit words per place, side by side: with many stories, thousands are compared with each new one. */
  #hashes = new Int32Array(2_048);
  /** Places of the stories, by band and the byte they have in that band. */
  readonly #buckets: number[][] = Array.from({ length: bands * 256 }, () => []);

  /** Adds a story, or replaces its hash. */
  add(id: string, hash: string): void {
    const parsed = parseHash(hash);
    const known = this.#places.get(id);
    const place = known ?? this.#ids.push(id) - 1;
    if (known !== undefined && hammingDistance(this.#hashAt(known), parsed) === 0) return;
    this.#places.set(id, place);
    this.#keep(place, parsed);
    // A story that is still in the bucket of an older hash is only compared once more than needed.
    for (const bucket of bucketsOf(parsed)) this.#buckets[bucket]?.push(place);
  }

  /** The other stories within {@link nearDuplicateBits}, nearest first. */
  find(id: string, hash: string): string[] {
    const wanted = parseHash(hash);
    const found = new Map<string, number>();
    for (const bucket of bucketsOf(wanted)) {
      for (const place of this.#buckets[bucket] ?? []) {
        const distance = hammingDistance(wanted, this.#hashAt(place));
        const candidate = distance <= nearDuplicateBits ? this.#ids[place] : undefined;
        if (candidate !== undefined && candidate !== id) found.set(candidate, distance);
      }
    }
    return [...found].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([candidate]) => candidate);
  }

  #hashAt(place: number): Hash {
    return [this.#hashes[2 * place] ?? 0, this.#hashes[2 * place + 1] ?? 0];
  }

  #keep(place: number, hash: Hash): void {
    if (2 * place >= this.#hashes.length) {
      const larger = new Int32Array(2 * this.#hashes.length);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes.set(hash, 2 * place);
  }
}

/** The bucket of each of the eight bytes of a hash. */
const bucketsOf = ([high, low]: Hash): number[] =>
  Array.from({ length: bands }, (_, band) => {
    const word = band < 4 ? high : low;
    return band * 256 + ((word >>> ((band % 4) * 8)) & 255);
  });
