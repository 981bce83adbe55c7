import { daysNamed, isDay } from "./days-named.ts";
import { wordsToMatch } from "./near-duplicates/words-to-match.ts";
import type { StoryGlimpse } from "./story-glimpse.ts";
import { sentencesOf, shareOf, tellingWords, titlePhrase } from "./story-sentences.ts";

/** This much of the shorter of two texts proves that they are one story: more than a template has of its stories. */
const mostOfIt = 0.5;

/** Less will do below the same headline. */
const someOfIt = 0.35;

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
  const share = commonShare(own, others);
  const title = sameSet(was.title, is.title) ? 1 : shareOf(was.title, is.title);
  const [wasOf, isOf] = [daysNamed(before), daysNamed(now)];
  if (wasOf.size > 0 && isOf.size > 0 && wasOf.isDisjointFrom(isOf)) {
    // Somebody may have named the wrong day; then nothing else is different.
    return Math.max(share, commonShare(withoutDays(own), withoutDays(others))) >= nearlyAllOfIt;
  }
  if (share >= mostOfIt) return true;
  const dateline = datelineOf(before);
  if (dateline !== undefined && hasDay(dateline) && dateline === datelineOf(now)) {
    return title >= titleShare || share > 0;
  }
  if (was.sentences.size === 0 || is.sentences.size === 0) return hasSameWords(before, now);
  if (own.size === 0 || others.size === 0) return title === 1 && own.size === others.size;
  if (title === 1 && isTelling(was.title, common)) {
    if (isBrief(was.sentences) && isBrief(is.sentences)) return isOfSameNumbers(own, others);
    if (commonShare(own, withCorrected(own, others)) >= someOfIt) return true;
  }
  return title >= titleShare && isCorrection(own, others);
}

/** Of two texts without a sentence to know them by: whether more than half of their few words are the same. */
function hasSameWords(before: string, now: string): boolean {
  const [a, b] = [new Set(wordsToMatch(before)), new Set(wordsToMatch(now))];
  return shareOf(a, b) > 0.5 && sameSet(numbersIn(a), numbersIn(b));
}

/** The share of the words of the shorter text that stand in sentences which the other has too. */
function commonShare(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const least = Math.min(weightOf(a), weightOf(b));
  return least === 0 ? 0 : weightOf(a, b) / least;
}

const withoutDays = (sentences: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map(
    [...sentences].map(([sentence, words]) => [
      sentence
        .split(" ")
        .filter((word) => !isDay(word))
        .join(" "),
      words,
    ]),
  );

/** Beyond so many sentences a text is long enough to be known by those that nobody has touched. */
const mostCompared = 60;

/** The sentences of a text, with those of an earlier one in the place of what was made of them by a word or two. */
function withCorrected(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const gone = [...before.keys()].filter((sentence) => !now.has(sentence)).slice(0, mostCompared);
  const left = new Map(gone.map((sentence) => [sentence, new Set(tellingWords(sentence))]));
  return new Map(
    [...now].map(([sentence, words]) => {
      if (before.has(sentence)) return [sentence, words];
      const fresh = new Set(tellingWords(sentence));
      const old = left.entries().find(([, known]) => isCorrected(known, fresh))?.[0];
      if (old === undefined) return [sentence, words];
      left.delete(old);
      return [old, before.get(old) ?? words];
    }),
  );
}

/** Whether the words of a sentence differ in a few from those of another, and not in its numbers: another number is other news. */
const isCorrected = (before: ReadonlySet<string>, now: ReadonlySet<string>): boolean =>
  shareOf(before, now) >= 0.7 && sameSet(numbersIn(before), numbersIn(now));

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
