import type { StoryGlimpse } from "./story-glimpse.ts";

/** A headline with so many words in common was only edited. */
const titleShare = 0.5;

/**
 * Whether a text can be a later version of another that has the same address. Pure: a page may be rewritten from end to
 * end, but then not with another headline over another beginning.
 */
export const isSameAtAddress = (before: StoryGlimpse, now: StoryGlimpse): boolean =>
  commonOf(before.title, now.title) >= titleShare ||
  saysTheSame(before, now) ||
  commonOf(before.words, now.words) >= 0.4;

/** Whether two texts that have an id each, and not the same one, are one story all the same. Pure. */
export const isSameDespiteIds = (before: StoryGlimpse, now: StoryGlimpse): boolean =>
  saysTheSame(before, now) ||
  (commonOf(before.title, now.title) === 1 && commonOf(before.words, now.words) >= 0.5);

/** More than half of the sentences, or a third of many: one that both have is often the feed's own. */
function saysTheSame(before: StoryGlimpse, now: StoryGlimpse): boolean {
  const share = commonOf(before.sentences, now.sentences);
  return share > 0.5 || (share >= 0.3 && Math.min(before.sentences.length, now.sentences.length) >= 6);
}

/** The share of the smaller of two lists, each without repetition, that the other one has too; 0 if one is empty. */
function commonOf(a: Int32Array, b: Int32Array): number {
  const smaller = Math.min(a.length, b.length);
  return smaller === 0 ? 0 : a.filter((hash) => b.includes(hash)).length / smaller;
}
