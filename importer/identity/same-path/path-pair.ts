import { daysNamed, isDay } from "../days-named.ts";
import { wordsToMatch } from "../near-duplicates/words-to-match.ts";
import { sentencesOf, shareOf, tellingWords, titlePhrase } from "../story-sentences.ts";

/** What else is known of two texts that stood under one path. */
export interface PathEvidence {
  /** What other stories of the folder have too, as `phrasesOf` gives it: it proves nothing. */
  readonly common: ReadonlySet<string>;
  /** The date line of a text, if it has one. */
  readonly datelineOf: (text: string) => string | undefined;
}

/** Two texts that stood under one path, with the features that the rules use. */
export interface PathPair {
  /** The share of the words of the shorter text that are in sentences of both, leaving out those of a template. */
  readonly share: number;
  /** The same share, leaving out days of the week too. */
  shareWithoutDays(): number;
  /** The same share, counting sentences that were corrected in a word or two. */
  shareWithCorrected(): number;
  /** Whether the later text begins with a sentence of the earlier one, unchanged or corrected: templates come at the end. */
  keepsBeginning(): boolean;
  /** The share of the telling words of the shorter first line that the other one has too; 1 for the same words. */
  readonly title: number;
  /** Whether the first line distinguishes the story: "Weather" is the headline of every day. */
  readonly isTitleTelling: boolean;
  /** Whether the heads of both name days, and none of them is the same. */
  readonly namesOtherDays: boolean;
  /** Whether the heads of both name a day, and it is the same. */
  readonly namesSameDay: boolean;
  /** Which figures differ between sentences that are otherwise the same. */
  otherFigures(): OtherFigures;
  /** Whether both have a date line with a day, and the same one. */
  hasSameDateline(): boolean;
  /** Whether one of them has no sentence long enough to know it by. */
  readonly lacksSentences: boolean;
  /** Whether all sentences of one of them are those of a template. */
  readonly lacksOwn: boolean;
  /** Whether all sentences of both are. */
  readonly isAllTemplate: boolean;
  /** Whether both are only a paragraph, which a source may rewrite. */
  readonly isBrief: boolean;
  /** Whether one of them has sentences of a template. */
  readonly hasTemplate: boolean;
  /** Whether they have a number in common, or one of them has none. */
  sharesNumbers(): boolean;
  /** Whether only one sentence differs, and only in words: another number is other news. */
  differsInOneSentence(): boolean;
  /** Whether more than half of the words of two texts without sentences are the same, and all their numbers. */
  hasSameWords(): boolean;
}

/** Sentences of two texts that are the same but for their figures. */
interface OtherFigures {
  /** How many figures differ in all of them. */
  readonly count: number;
  /** Whether there is a line of figures among them, such as "High 24, low 12", of which at least half differ. */
  readonly hasLine: boolean;
}

/** Sentences with their number of words. */
type Sentences = ReadonlyMap<string, number>;

/** Compares two texts that stood under one path. Pure. */
export function pairTexts(before: string, now: string, { common, datelineOf }: PathEvidence): PathPair {
  const [was, is] = [sentencesOf(before), sentencesOf(now)];
  const [own, others] = [withoutCommon(was.sentences, common), withoutCommon(is.sentences, common)];
  const [wasOf, isOf] = [daysNamed(before), daysNamed(now)];
  return {
    share: commonShare(own, others),
    shareWithoutDays: () => commonShare(withoutDays(own), withoutDays(others)),
    shareWithCorrected: () => commonShare(own, withCorrected(own, others)),
    keepsBeginning: () => own.has(withCorrected(own, others).keys().next().value ?? ""),
    title: sameSet(was.title, is.title) ? 1 : shareOf(was.title, is.title),
    isTitleTelling: was.title.size > 1 && !common.has(titlePhrase(was.title)),
    namesOtherDays: wasOf.size > 0 && isOf.size > 0 && wasOf.isDisjointFrom(isOf),
    namesSameDay: !wasOf.isDisjointFrom(isOf),
    otherFigures: () => otherFigures(own, others),
    hasSameDateline() {
      const dateline = datelineOf(before);
      return dateline !== undefined && hasDay(dateline) && dateline === datelineOf(now);
    },
    lacksSentences: was.sentences.size === 0 || is.sentences.size === 0,
    lacksOwn: own.size === 0 || others.size === 0,
    isAllTemplate: own.size === 0 && others.size === 0,
    isBrief: [was, is].every(({ sentences }) => weightOf(sentences) < briefWords),
    hasTemplate: own.size < was.sentences.size || others.size < is.sentences.size,
    sharesNumbers: () => sharesNumbers(own, others),
    differsInOneSentence: () => differsInOneSentence(own, others),
    hasSameWords: () => hasSameWords(before, now),
  };
}

/** Fewer words are one paragraph. */
const briefWords = 30;

const withoutCommon = (sentences: Sentences, common: ReadonlySet<string>): Sentences =>
  common.size === 0 ? sentences : new Map([...sentences].filter(([sentence]) => !common.has(sentence)));

/** The share of the words of the shorter text that stand in sentences which the other has too. */
function commonShare(a: Sentences, b: Sentences): number {
  const least = Math.min(weightOf(a), weightOf(b));
  return least === 0 ? 0 : weightOf(a, b) / least;
}

/** Number of words in the sentences, or only in those that are among the others too. */
const weightOf = (sentences: Sentences, among = sentences): number =>
  sentences.entries().reduce((sum, [sentence, words]) => sum + (among.has(sentence) ? words : 0), 0);

const withoutDays = (sentences: Sentences): Sentences =>
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

/** The sentences of a text, with those of an earlier one in place of what a correction made of them. */
function withCorrected(before: Sentences, now: Sentences): Sentences {
  const gone = [...before.keys()].filter((sentence) => !now.has(sentence)).slice(0, mostCompared);
  const left = new Map(gone.map((sentence) => [sentence, new Set(tellingWords(sentence))]));
  return new Map(
    [...now].map(([sentence, words]) => {
      if (before.has(sentence)) return [sentence, words];
      const fresh = new Set(tellingWords(sentence));
      const old = left.entries().find(([, known]) => isCorrected(known, fresh, 0.8))?.[0];
      if (old === undefined) return [sentence, words];
      left.delete(old);
      return [old, before.get(old) ?? words];
    }),
  );
}

/** Whether so many words of a sentence are those of another, and all its numbers are. */
const isCorrected = (before: ReadonlySet<string>, now: ReadonlySet<string>, least: number): boolean =>
  shareOf(before, now) >= least && sameSet(numbersIn(before), numbersIn(now));

function sharesNumbers(before: Sentences, now: Sentences): boolean {
  const [a, b] = [numbersOf(before), numbersOf(now)];
  return a.size === 0 || b.size === 0 || !a.isDisjointFrom(b);
}

const numbersOf = (sentences: Sentences): Set<string> =>
  numbersIn(new Set(tellingWords([...sentences.keys()].join(" "))));

function otherFigures(before: Sentences, now: Sentences): OtherFigures {
  const fresh = new Map(
    [...now.keys()]
      .filter((sentence) => !before.has(sentence))
      .map((sentence) => [shapeOf(sentence), sentence]),
  );
  let count = 0;
  let hasLine = false;
  for (const sentence of before.keys()) {
    const other = now.has(sentence) ? undefined : fresh.get(shapeOf(sentence));
    if (other === undefined) continue;
    const [figures, others] = [sentence.match(figure) ?? [], other.match(figure) ?? []];
    const differing = figures.filter((each, at) => each !== others[at]).length;
    count += differing;
    const isLine = figures.length >= 2 && figures.length >= (before.get(sentence) ?? 0) * figuresOfLine;
    hasLine ||= isLine && differing * 2 >= figures.length;
  }
  return { count, hasLine };
}

const figure = /(?<![^ ])\p{N}+(?![^ ])/gu;

/** A sentence with its figures left open. */
const shapeOf = (sentence: string): string => sentence.replaceAll(figure, "#");

/** The share of words of a line of figures that are figures. */
const figuresOfLine = 1 / 3;

function differsInOneSentence(before: Sentences, now: Sentences): boolean {
  const [old, ...moreOld] = [...before.keys()].filter((sentence) => !now.has(sentence));
  const [fresh, ...moreFresh] = [...now.keys()].filter((sentence) => !before.has(sentence));
  if (old === undefined || fresh === undefined) return true;
  if (moreOld.length > 0 || moreFresh.length > 0) return false;
  return isCorrected(new Set(tellingWords(old)), new Set(tellingWords(fresh)), 0.5);
}

function hasSameWords(before: string, now: string): boolean {
  const [a, b] = [new Set(wordsToMatch(before)), new Set(wordsToMatch(now))];
  return shareOf(a, b) > 0.5 && sameSet(numbersIn(a), numbersIn(b));
}

const numbersIn = (words: ReadonlySet<string>): Set<string> =>
  new Set([...words].filter((word) => /\p{N}/u.test(word)));

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && a.isSubsetOf(b);

const hasDay = (dateline: string): boolean => /\p{N}/u.test(dateline) || daysNamed(dateline).size > 0;
