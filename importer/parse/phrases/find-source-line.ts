import { sentenceTerminals } from "../../sentence-terminals.ts";
import { sourcePrefixes } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";

const prefixed = new RegExp(
  String.raw`^[(（\[［【—–-]?\s*${anyOf(sourcePrefixes)}\s*[:：|]\s*(?<names>.+?)\s*[)）\]］】]?$`,
  "iu",
);

const longestSourceLine = 300;

/** The names after "Source:", as printed; `undefined` if the line does not begin that way. Pure. */
export function sourceNamesOf(text: string): string | undefined {
  return text.length > longestSourceLine ? undefined : prefixed.exec(text)?.groups?.names;
}

/** A source line without its label or brackets. Pure. */
export const unlabelled = (text: string): string => sourceNamesOf(text) ?? withoutBrackets(text);

/** A line without the brackets or dash around it and the full stop after it. Pure. */
export const withoutBrackets = (text: string): string => text.replace(outside, "");

const outside = new RegExp(String.raw`^[\s(（[［【—–-]+|[\s)）\]］】${sentenceTerminals}]+$`, "gu");
