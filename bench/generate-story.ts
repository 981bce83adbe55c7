import { randomNumbers } from "./random-numbers.ts";
import { arabic, english, type StoryWords } from "./story-words.ts";

export interface StoryOptions {
  /**
   * Default: 1. The second edition is the first, corrected by its source: every story in one paragraph, every second
   * in its headline, every third with a paragraph more, every fifth with one less, every sixth in a caption, every
   * seventh with another source.
   */
  readonly edition?: 1 | 2;
  /** Six to ten paragraphs and pictures, or two paragraphs and no picture. */
  readonly length?: "full" | "short";
}

/**
 * Generates the text of a story: the same number and options give the same story, others a different one.
 *
 * Every third has two pictures with captions and credits, every eighth is in Arabic; all share twenty sources. Both
 * editions draw the same numbers, so that they differ only in the corrections.
 */
export function generateStory(number: number, { edition = 1, length = "full" }: StoryOptions = {}): string {
  const random = randomNumbers(number + 1);
  const words = number % 8 === 5 ? arabic : english;
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)] ?? "";
  const fill = (template: string): string => filled(template, words, pick);
  const paragraph = (): string =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => fill(pick(words.sentences))).join(" ");
  const isFull = length === "full";

  const headline = `${fill(pick(words.headlines))} ${number}`;
  const paragraphs = Array.from({ length: isFull ? 6 + Math.floor(random() * 5) : 2 }, paragraph);
  const [source, other, photographer] = [pick(words.sources), pick(words.sources), pick(english.people)];
  const captions = isFull && number % 3 === 0 ? [fill(pick(words.captions)), fill(pick(words.captions))] : [];
  const subHeading = isFull && number % 2 === 0 ? `${pick(words.subHeadings)}\n` : "";
  const [addition, correction] = [paragraph(), fill(pick(words.sentences))];

  const corrects = (every: number): boolean => edition === 2 && number % every === 0;
  if (corrects(1)) paragraphs[1] += ` ${correction}`;
  if (corrects(5)) paragraphs.splice(3, 1);
  if (corrects(3)) paragraphs.splice(4, 0, addition);
  if (corrects(6)) captions[0] = `${captions[0]} ${number}`;
  const [first = [], second = []] = captions.map((caption, index) => [
    pictureText(caption, index, photographer, words),
  ]);
  const [lead = "", next = "", third, ...others] = paragraphs;
  return [
    corrects(2) ? `${headline}: ${correction}` : headline,
    ...first,
    lead,
    next,
    ...second,
    // A sub-heading comes right above its paragraph.
    ...(third === undefined ? [] : [`${subHeading}${third}`]),
    ...others,
    `${words.sourceLabel}${corrects(7) ? `${source} + ${other}` : source}\n`,
  ].join("\n\n");
}

/** A picture as a website's export has it: alternative text in English, then the caption, each with its credit. */
function pictureText(caption: string, index: number, photographer: string, { sources }: StoryWords): string {
  const alternative = `Residents walk through the old town on the ${index === 0 ? "first" : "second"} day, March 4, 2024.`;
  return `${alternative} REUTERS/${photographer}\n${caption} (${sources[0]})`;
}

/** Replaces each name in braces with a member of its list. */
function filled(template: string, words: StoryWords, pick: (items: readonly string[]) => string): string {
  const { places, people, days, subjects, objects, verbs, reasons } = words;
  const lists = new Map(Object.entries({ places, people, days, subjects, objects, verbs, reasons }));
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => pick(lists.get(name) ?? []));
  return text.charAt(0).toUpperCase() + text.slice(1);
}
