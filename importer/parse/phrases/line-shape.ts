import { sentenceClosers, sentenceTerminals } from "../../sentence-terminals.ts";
import { withoutEndMark } from "./end-mark.ts";

/** Visible features of a line that need no understanding of its words. All pure. */

const closing = String.raw`[\s${sentenceClosers}]*`;

/** Sentence ends, and the colons, semicolons and commas of all scripts. */
const punctuation = new RegExp(String.raw`[${sentenceTerminals}\p{Terminal_Punctuation}]${closing}$`, "u");

/** Whether a line ends in punctuation, as sentences do and headings do not. */
export const endsWithPunctuation = (text: string): boolean => punctuation.test(text.slice(-20));

const fullStop = new RegExp(String.raw`[${sentenceTerminals}]${closing}(?:【[^】]{2,12}】)?$`, "u");

/** Whether a line ends with sentence-closing punctuation, before the mark that the copy ends if there is one. */
export const endsSentence = (text: string): boolean =>
  fullStop.test(withoutEndMark(text.slice(-60)).slice(-30)) || isSpoken(text) || isSigned(text);

/** Greek has its question mark in the form of a semicolon. */
const question = new RegExp(String.raw`(?:[?？؟፧⁇⁈⁉]|(?<=\p{Script=Greek})[;;])${closing}$`, "u");

/** Whether a line ends in a question mark of any script. */
export const asksQuestion = (text: string): boolean => question.test(text.slice(-20));

/** A character for a word or syllable counts as two and a half letters. */
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Ideographs and syllables come after the alphabets. */
const beyondAlphabets = /[\u1100-\uffff]/;

/** The length of a text in letters, comparable across scripts. Only the start of a long text is measured. */
export function visualLength(text: string): number {
  if (text.length > 2000 || !beyondAlphabets.test(text)) return text.length;
  return text.length + 1.5 * (text.match(ideograph)?.length ?? 0);
}

/** Japanese omits the full stop before a closing quotation bracket. */
const isSpoken = (text: string): boolean =>
  /^[「『]/u.test(text) && /[」』](?:【[^】]{2,12}】)?$/u.test(text) && text.length >= 8;

/** Wire copy ends with the initials of its writers and editors: "… before Diwali. PTI KRV ANB". */
const isSigned = (text: string): boolean => text.length > 25 && signed.test(text.slice(-40));
const signed = new RegExp(
  String.raw`\p{Ll}{3}[${sentenceTerminals}][${sentenceClosers}]?\s\p{Lu}{2,6}(?:[\s/]\p{Lu}{2,6}){0,3}$`,
  "u",
);
