/** Two independent 32-bit hashes. */
export type Hash = readonly [high: number, low: number];

/** How many words make one feature: word order counts, so that two stories of the same beat differ. */
const featureWords = 3;

/** Below this many features a text says too little to tell one story from another. */
const leastFeatures = 50;

/** The {@link simHash} of a story, by which near-duplicates are found; absent for one that is too short. Pure. */
export function fingerprintOf(text: string): string | undefined {
  const shingles = shinglesOf(text);
  return shingles.length < leastFeatures ? undefined : hashOf(shingles);
}

/**
 * The 64-bit SimHash of a text (Charikar 2002, every feature with the same weight), as 16 hex digits.
 *
 * Texts that share most of their runs of three words have hashes that differ in few bits. Case, diacritics,
 * tatweel, the forms of alef, ya and ta marbuta, punctuation and white space do not count. Pure.
 */
export const simHash = (text: string): string => hashOf(shinglesOf(text));

/**
 * What two texts have in common, from 0 to 1: the share of the runs of three words of the shorter one that the other
 * has too; `undefined` if one of them is too short to tell. Pure.
 */
export function overlapOf(a: string, b: string): number | undefined {
  const [one, other] = [shinglesOf(a), shinglesOf(b)].map(
    (shingles) => new Set(shingles.map(([high]) => high)),
  );
  if (one === undefined || other === undefined) return undefined;
  const shorter = Math.min(one.size, other.size);
  return shorter < leastFeatures ? undefined : one.intersection(other).size / shorter;
}

function hashOf(shingles: readonly Hash[]): string {
  const sums = new Int32Array(64);
  for (const [high, low] of shingles) {
    for (let bit = 0; bit < 32; bit += 1) {
      sums[bit] = (sums[bit] ?? 0) + (((high >>> bit) & 1) * 2 - 1);
      sums[bit + 32] = (sums[bit + 32] ?? 0) + (((low >>> bit) & 1) * 2 - 1);
    }
  }
  let [high, low] = [0, 0];
  for (let bit = 0; bit < 32; bit += 1) {
    if ((sums[bit] ?? 0) > 0) high |= 1 << bit;
    if ((sums[bit + 32] ?? 0) > 0) low |= 1 << bit;
  }
  return hex(high) + hex(low);
}

/** A hash as two words of 32 bits, from its hex digits. */
export const parseHash = (hash: string): Hash => [
  parseInt(hash.slice(0, 8), 16) | 0,
  parseInt(hash.slice(8), 16) | 0,
];

/** In how many of the 64 bits two hashes differ. */
export const hammingDistance = (a: Hash, b: Hash): number => ones(a[0] ^ b[0]) + ones(a[1] ^ b[1]);

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");

/** How many bits of a word are set. */
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Hashes of the runs of words; scripts that write no spaces (Han, Kana, Thai, …) count each character as a word. */
function shinglesOf(text: string): Hash[] {
  const words = (foldForMatching(text).match(wordOrCharacter) ?? []).map(hash64);
  if (words.length < featureWords) return words.length === 0 ? [] : [combine(words)];
  return Array.from({ length: words.length - featureWords + 1 }, (_, at) =>
    combine(words.slice(at, at + featureWords)),
  );
}

/** The hash of a run of words from those of its words: their order counts. */
function combine(words: readonly Hash[]): Hash {
  let [high, low] = [0, 0];
  for (const [wordHigh, wordLow] of words) {
    high = Math.imul(high, 0x01000193) ^ wordHigh;
    low = Math.imul(low, 0x85ebca6b) ^ wordLow;
  }
  return [mix(high), mix(low)];
}

const wordOrCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}]+/gu;

/** Folds what spelling habits vary; for comparing only, never for text that is stored. */
function foldForMatching(text: string): string {
  // Plain English, which has nothing else to fold, is a case of its own for its speed.
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/[\u0649\u06cc]/g, "\u064a")
    .replace(/\u0629/g, "\u0647")
    .replace(/\u06a9/g, "\u0643")
    .toLowerCase();
}

/** FNV-1a twice, with the final mix of MurmurHash3; not for secrets. */
function hash64(word: string): Hash {
  let [high, low] = [0x811c9dc5, 0x050c5d1f];
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return [mix(high), mix(low)];
}

function mix(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
