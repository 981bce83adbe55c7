import { endsSentence, endsWithPunctuation } from "../phrases/line-shape.ts";
import { columnsOf } from "./columns-of.ts";

/** The usual widths of terminals and telegrams, in columns. */
const narrowest = 60;
const widest = 100;
/** In characters: no line of such a width has more, whatever its script. */
const mostCharacters = 2 * widest;
const fewestBroken = 3;
/** Of the lines that are nearly as wide as the widest, so many continue on the next one. */
const smallestShare = 0.6;

/**
 * Which lines continue the line above them, in a text that was wrapped word by word at a fixed width: the first word did
 * not fit there any more. None if the text was not wrapped so. Pure.
 *
 * @param lines With the white space before them, which takes columns as well.
 * @returns places in the list, counted from 0.
 */
export function linesContinued(lines: readonly string[]): ReadonlySet<number> {
  const none: ReadonlySet<number> = new Set();
  if (lines.some(({ length }) => length > mostCharacters)) return none;
  const columns = lines.map((line) => columnsOf(line.trimEnd()));
  const width = Math.max(0, ...columns);
  if (width < narrowest || width > widest) return none;
  const isWide = (at: number): boolean => (columns[at] ?? 0) >= 0.85 * width;
  const isFull = (at: number): boolean => {
    const [line = "", next = ""] = [lines[at], lines[at + 1]];
    if (line.trim() === "" || next.trim() === "") return false;
    const [word = ""] = firstWord.exec(next.trim()) ?? [];
    const space = breaksAnywhere.test(word) ? 0 : 1;
    return (columns[at] ?? 0) + space + columnsOf(word) > width;
  };
  /** A person's editor may break a line a word too soon. */
  const isByHand = (at: number): boolean =>
    isWide(at) && !endsWithPunctuation(lines[at] ?? "") && /^\s*\p{Ll}/u.test(lines[at + 1] ?? "");
  const full = lines.flatMap((_, at) => (isFull(at) ? [at] : []));
  const broken = full.filter((at) => !endsWithPunctuation(lines[at] ?? ""));
  const wide = lines.flatMap((_, at) => (isWide(at) ? [at] : []));
  const isWrapped =
    broken.length >= fewestBroken && broken.filter(isWide).length >= smallestShare * wide.length;
  if (!isWrapped) return none;
  const whole = lines.flatMap((_, at) => (isFull(at) || isByHand(at) ? [at] : []));
  // After a full stop near the edge, a heading or a credit may follow that goes on nowhere.
  const goesOn = (at: number): boolean =>
    isFull(at) || isByHand(at) || endsSentence(lines[at]?.trimEnd() ?? "");
  return new Set(
    whole.filter((at) => !endsSentence(lines[at]?.trimEnd() ?? "") || goesOn(at + 1)).map((at) => at + 1),
  );
}

const breaking = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const breaksAnywhere = new RegExp(`^[${breaking}]`, "u");
/** In scripts that break anywhere, one sign with its marks. */
const firstWord = new RegExp(String.raw`^(?:[${breaking}][\p{M}\p{Cf}]*|\S+)`, "u");
