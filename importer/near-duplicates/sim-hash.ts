/** How many words make one feature: word order counts, so that two stories of the same beat differ. */
const featureWords = 3;

/** Below this many features a text says too little to tell one story from another. */
const leastFeatures = 50;

/** The {@link simHash} of a story, by which near-duplicates are found; absent for one that is too short. Pure. */
export function fingerprintOf(text: string): string | undefined {
  const features = [...featuresOf(text)];
  return features.length < leastFeatures ? undefined : hashOf(features);
}

/**
 * The 64-bit SimHash of a text (Charikar 2002, every feature with the same weight), as 16 hex digits.
 *
 * Texts that share most of their runs of three words have hashes that differ in few bits. Case, diacritics,
 * tatweel, the forms of alef, ya and ta marbuta, punctuation and white space do not count. Pure.
 */
export const simHash = (text: string): string => hashOf(featuresOf(text));

function hashOf(features: Iterable<string>): string {
  const sums = new Int32Array(64);
  for (const feature of features) {
    const [high, low] = hash64(feature);
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

/** In how many of the 64 bits two hashes differ. */
export function hammingDistance(left: string, right: string): number {
  return (
    ones(parseInt(left.slice(0, 8), 16) ^ parseInt(right.slice(0, 8), 16)) +
    ones(parseInt(left.slice(8), 16) ^ parseInt(right.slice(8), 16))
  );
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");

function ones(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Runs of words; scripts that write no spaces (Han, Kana, Thai, …) count each character as a word. */
function* featuresOf(text: string): Generator<string> {
  const words = foldForMatching(text).match(wordOrCharacter) ?? [];
  for (let at = 0; at + featureWords <= words.length; at += 1) {
    yield words.slice(at, at + featureWords).join(" ");
  }
  if (words.length > 0 && words.length < featureWords) yield words.join(" ");
}

const wordOrCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}]+/gu;

/** Folds what spelling habits vary; for comparing only, never for text that is stored. */
function foldForMatching(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/[\u0649\u06cc]/g, "\u064a")
    .replace(/\u0629/g, "\u0647")
    .replace(/\u06a9/g, "\u0643")
    .toLowerCase();
}

/** Two independent 32-bit FNV-1a hashes with the final mix of MurmurHash3; not for secrets. */
function hash64(feature: string): readonly [number, number] {
  let [high, low] = [0x811c9dc5, 0x050c5d1f];
  for (let at = 0; at < feature.length; at += 1) {
    const unit = feature.charCodeAt(at);
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
