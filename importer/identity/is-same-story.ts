import { daysNamed } from "./days-named.ts";
import type { StoryGlimpse } from "./story-glimpse.ts";
import { sentencesOf, shareOf, tellingWords, titlePhrase } from "./story-sentences.ts";

/** This much of the shorter of two texts proves that they are one story: more than a template has of its stories. */
const mostOfIt = 0.5;

/** As much as that if the two say that they are of different days: only a word or two may have been corrected. */
const nearlyAllOfIt = 0.8;

/** A headline with so many words in common was only edited. */
const titleShare = 0.5;

/** What else is known of two texts that stood under one path. */
export interface PathEvidence {
  /** What other stories of the folder have too, as `phrasesOf` gives it: it proves nothing. */
  readonly common: ReadonlySet<string>;
  /** The date line of each, if it has one. */
  readonly datelineOf: (text: string) => string | undefined;
}

/**
 * Whether a text is proved to be a later version of another that stood under the same path. Pure, and slow to say yes:
 * a path is given to another story every day. The two share most of their sentences, apart from those of a template;
 * or they have the same date line and are alike; or all that changed is a few words of one sentence, or the one paragraph
 * below a headline that tells it from others.
 */
export function isSameAtPath(before: string, now: string, { common, datelineOf }: PathEvidence): boolean {
  const [was, is] = [sentencesOf(before), sentencesOf(now)];
  const [own, others] = [withoutCommon(was.sentences, common), withoutCommon(is.sentences, common)];
  const least = Math.min(weightOf(own), weightOf(others));
  const share = least === 0 ? 0 : weightOf(own, others) / least;
  const [wasOf, isOf] = [daysNamed(before), daysNamed(now)];
  if (wasOf.size > 0 && isOf.size > 0 && wasOf.isDisjointFrom(isOf)) return share >= nearlyAllOfIt;
  if (share >= mostOfIt) return true;
  const title = sameSet(was.title, is.title) ? 1 : shareOf(was.title, is.title);
  const dateline = datelineOf(before);
  if (dateline !== undefined && hasDay(dateline) && dateline === datelineOf(now))
    return title >= titleShare || share > 0;
  if (least === 0) return title === 1 && own.size === others.size;
  if (title === 1 && isTelling(was.title, common) && isBrief(was.sentences) && isBrief(is.sentences)) {
    return isOfSameNumbers(own, others);
  }
  return title >= titleShare && isCorrection(own, others);
}

/** Fewer words are one paragraph, which a source may write anew under the same headline. */
const briefWords = 30;

const isBrief = (sentences: ReadonlyMap<string, number>): boolean => weightOf(sentences) < briefWords;

/** "Weather" is the headline of every day, and so is what other stories are called too. */
const isTelling = (title: ReadonlySet<string>, common: ReadonlySet<string>): boolean =>
  title.size > 1 && !common.has(titlePhrase(title));

function isOfSameNumbers(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): boolean {
  const [a, b] = [before, now].map((texts) => numbersIn(new Set(tellingWords([...texts.keys()].join(" ")))));
  return a === undefined || b === undefined || a.size === 0 || b.size === 0 || !a.isDisjointFrom(b);
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && a.isSubsetOf(b);

const hasDay = (dateline: string): boolean => /\p{N}/u.test(dateline) || daysNamed(dateline).size > 0;

/** Whether of two texts one sentence differs, and in words alone: another number is other news. */
function isCorrection(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): boolean {
  const [old, ...moreOld] = [...before.keys()].filter((sentence) => !now.has(sentence));
  const [fresh, ...moreFresh] = [...now.keys()].filter((sentence) => !before.has(sentence));
  if (old === undefined || fresh === undefined) return true;
  if (moreOld.length > 0 || moreFresh.length > 0) return false;
  const [a, b] = [new Set(tellingWords(old)), new Set(tellingWords(fresh))];
  return shareOf(a, b) >= mostOfIt && sameSet(numbersIn(a), numbersIn(b));
}

const numbersIn = (words: ReadonlySet<string>): Set<string> =>
  new Set([...words].filter((word) => /\p{N}/u.test(word)));

const withoutCommon = (
  sentences: ReadonlyMap<string, number>,
  common: ReadonlySet<string>,
): ReadonlyMap<string, number> =>
  common.size === 0 ? sentences : new Map([...sentences].filter(([sentence]) => !common.has(sentence)));

/** Number of words in the sentences, of those only that are among the others too. */
const weightOf = (sentences: ReadonlyMap<string, number>, among = sentences): number =>
  sentences.entries().reduce((sum, [sentence, words]) => sum + (among.has(sentence) ? words : 0), 0);

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
  (commonOf(before.title, now.title) === 1 && commonOf(before.words, now.words) >= mostOfIt);

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
