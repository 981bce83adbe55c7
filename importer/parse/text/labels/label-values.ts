import { matchKey } from "../../lexicons/match-key.ts";
import { endsSentence, endsWithPunctuation, visualLength } from "../../phrases/line-shape.ts";
import { namesSource } from "../../phrases/names-source.ts";
import { isPersonName } from "../../phrases/person-name.ts";
import { scriptOf } from "../../phrases/scripts.ts";
import type { LabelOccurrence } from "./label-occurrence.ts";

/** What the texts after a label look like. All pure. */

const countWords = (text: string): number => text.split(/\s+/u).length;

/** Whether a text is short and no sentence, as names are. */
export const isShortName = (text: string): boolean =>
  visualLength(text) <= 80 &&
  countWords(text) <= 8 &&
  !endsWithPunctuation(text) &&
  !/[:：]/u.test(text) &&
  /\p{L}[\p{L}\p{M}]/u.test(text);

/** Whether a text is longer than a name, or a sentence. */
export const isDescription = (text: string): boolean =>
  visualLength(text) >= 25 || countWords(text) >= 4 || endsSentence(text);

/** Whether the text after a label is in Latin script and the label is not, as is so with names of agencies. */
export const isInLatinScript = ({ label, value }: LabelOccurrence): boolean =>
  scriptOf(value) === "Latin" && scriptOf(label) !== "Latin";

/** Whether a text certainly has the form of a person's name: only scripts with capitals give names a form. */
export const isCapitalisedName = (text: string): boolean => /\p{Lu}/u.test(text) && isPersonName(text);

/** Whether the texts after a label are names: of sources, in another script, repeated ones, or with capitals. */
export const areNames = (group: readonly LabelOccurrence[]): boolean =>
  group.some(({ value }) => namesSource(value)) ||
  group.some(isInLatinScript) ||
  new Set(group.map(({ value }) => matchKey(value))).size < group.length ||
  group.every(({ value }) => isCapitalisedName(value));
