import { findSource } from "./find-source.ts";
import { joiningWords } from "./source-words.ts";
import { anyOf } from "./word-pattern.ts";

const strongSeparator = /\s*[+,،、;；/|＋＆&•·]\s*/u;
const weakSeparator = new RegExp(
  String.raw`\s+(?:${anyOf(joiningWords)}|[-–—])\s+|\s+و(?=\p{Script=Arabic}{2})`,
  "iu",
);

/**
 * Parts the names of a source line, as printed: "الجزيرة + وكالات" names two.
 *
 * Pure. A name that is known is never parted, and "and" parts only what has a known source beside it: the
 * Ministry of Health and Welfare is one.
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
    .map((name) => name.replace(/^[«“"'(（]+|[»”"')）.。]+$/gu, ""))
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
}
