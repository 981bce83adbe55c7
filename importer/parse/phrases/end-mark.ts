import { sentenceClosers, sentenceTerminals } from "../../sentence-terminals.ts";
import { anyOf } from "../authority/word-pattern.ts";
import { matchKey } from "../lexicons/match-key.ts";
import { wordsOf } from "../lexicons/word-lists.ts";

const words = wordsOf((lexicon) => lexicon.endMarks);
const keys = new Set(words.map((word) => matchKey(word)));

/** "###", "-30-", "– 0 –". */
const signs = /^(?:#{2,}|[-–—]\s?(?:30|0)\s?[-–—]|[xX]{3})$/u;

/** "انتهای پیام/۲۱": the number of the desk follows. */
const desk = /[/／][\p{L}\p{N}\s]{0,6}$/u;

const longestMark = 24;

/** Whether a line only says that the copy ends: "(ends)", "###", "-30-", "انتهى", "（完）", "Enditem". Pure. */
export const isEndMark = (text: string): boolean =>
  text.length <= longestMark && (signs.test(text) || keys.has(matchKey(text.replace(desk, ""))));

/** At the end of a paragraph the words stand in brackets, or after its full stop: "… before Diwali. Enditem". */
const inLine = new RegExp(
  String.raw`\s*[(（[［【]\s*${anyOf(words)}\s*[)）\]］】]$|(?<=[${sentenceTerminals}][${sentenceClosers}]{0,2})\s+(?:Enditem|ENDS?|###|-30-)$`,
  "iu",
);

/** Most lines end in none of these. */
const mayEnd = /[)）\]】#-]$|(?:item|ends?)$/iu;

/** A paragraph without the mark at its end that says that the copy ends. Pure. */
export const withoutEndMark = (text: string): string => {
  if (!mayEnd.test(text)) return text;
  const tail = text.slice(-longestMark - 8);
  const at = tail.search(inLine);
  return at < 0 ? text : text.slice(0, text.length - tail.length + at);
};
