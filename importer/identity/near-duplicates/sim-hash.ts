import { wordsToMatch } from "./words-to-match.ts";

/** Two independent 32-bit hashes. */
export type Hash = readonly [high: number, low: number];

/** Words per feature: word order counts, so that two stories on the same beat differ. */
const featureWords = 3;

/** A text with fewer features is too short to distinguish stories. */
const leastFeatures = 50;

/** The {@link simHash} of a story, for finding near-duplicates; `undefined` if it is too short. Pure. */
export function fingerprintOf(text: string): string | undefined {
  const features = featuresOf(text);
  return features.high.length < leastFeatures ? undefined : hashOf(features);
}

/**
 * The 64-bit SimHash of a text (Charikar 2002, every feature with the same weight), as 16 hex digits.
 *
 * Texts that share most of their runs of three words have hashes that differ in few bits. Case, diacritics,
 * tatweel, the forms of alef, ya and ta marbuta, punctuation and white space do not count. Pure.
 */
export const simHash = (text: string): string => hashOf(featuresOf(text));

/** The hashes of the runs of words of a text, as two columns: every story has hundreds. */
interface Features {
  readonly high: Int32Array;
  readonly low: Int32Array;
}

function hashOf({ high, low }: Features): string {
  return hex(majorityOf(high)) + hex(majorityOf(low));
}

/** The bits that more than half of the words have set. */
function majorityOf(words: Int32Array): number {
  let majority = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    let set = 0;
    for (let at = 0; at < words.length; at += 1) set += ((words[at] ?? 0) >>> bit) & 1;
    if (set * 2 > words.length) majority |= 1 << bit;
  }
  return majority;
}

/** Parses the hex digits of a hash into two 32-bit words. */
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

/**
 * Hashes of the runs of words, whose order counts; in scripts without spaces (Han, Kana, Thai, …) each character
 * counts as a word.
 */
function featuresOf(text: string): Features {
  const words = wordsToMatch(text);
  return {
    high: hashRuns(words, 0x811c9dc5, 0x01000193),
    low: hashRuns(words, 0x050c5d1f, 0x85ebca6b),
  };
}

/** A hash for each run of words, made from the hashes of its words; a text of fewer words is one run. */
function hashRuns(words: readonly string[], basis: number, prime: number): Int32Array {
  const hashes = new Int32Array(words.length);
  for (let at = 0; at < words.length; at += 1) hashes[at] = hashWord(words[at] ?? "", basis, prime);
  const length = Math.min(words.length, featureWords);
  const runs = new Int32Array(length === 0 ? 0 : words.length - length + 1);
  for (let at = 0; at < runs.length; at += 1) {
    let hash = 0;
    for (let word = at; word < at + length; word += 1) hash = Math.imul(hash, prime) ^ (hashes[word] ?? 0);
    runs[at] = mix(hash);
  }
  return runs;
}

/** FNV-1a with the final mix of MurmurHash3; not for secrets. */
function hashWord(word: string, basis: number, prime: number): number {
  let hash = basis;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return mix(hash);
}

function mix(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
