import { sentenceTerminals } from "../../sentence-terminals.ts";
import { findSource } from "./find-source.ts";
import { joiningWords } from "./source-words.ts";
import { anyOf } from "./word-pattern.ts";

/** Quotation marks and brackets around a name, and a full stop after it. */
const outside = new RegExp(String.raw`^[«“"'(（]+|[»”"')）${sentenceTerminals}]+$`, "gu");

const strongSeparator = /\s*[+,،、;；/|＋＆&•·]\s*/u;
const weakSeparator = new RegExp(
  String.raw`\s+(?:${anyOf(joiningWords)}|[-–—])\s+|\s+و(?=\p{Script=Arabic}{2})`,
  "iu",
);

/**
 * Splits a source line into names as printed: "الجزيرة + وكالات" gives two.
 *
 * Pure. A known name is never split, and "and" splits only next to a known source: the Ministry of Health and Welfare
 * is one name.
 */
export function splitSourceNames(text: string): string[] {
  return names(text, strongSeparator).flatMap((name) => {
    if (findSource(name)) return [name];
    const parts = names(name, weakSeparator);
    return parts.some((part) => findSource(part)) ? parts : [name];
  });
}

function names(text: string, separator: RegExp): string[] {
  if (findSource(text)) return [text.trim()];
  return text
    .split(separator)
    .map((name) => name.trim().replace(/(?<=[\p{Script=Han}])(?:等|など)$/u, ""))
    .map((name) => name.replace(outside, ""))
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
}
