import { endsSentence } from "../line-shape.ts";
import type { RoledLine } from "./lines.ts";

/** Lines that editors of text files wrap at: the usual widths. */
const widest = 92;
const leastWrapped = 4;

/** Joins the lines of paragraphs that were wrapped at a fixed width; other stories stay as they are. Pure. */
export function joinWrapped(lines: readonly RoledLine[]): RoledLine[] {
  const paragraphs = lines.filter(({ role }) => role === "paragraph");
  const width = Math.max(0, ...paragraphs.map(({ text }) => text.length));
  if (width > widest || !isWrapped(paragraphs, width)) return [...lines];
  const joined: RoledLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && continues(last, line, lines, width)) {
      joined[joined.length - 1] = { ...last, text: joinTexts(last.text, line.text) };
    } else joined.push(line);
  }
  return joined;
}

/** Enough full lines that end in the middle of a sentence. */
function isWrapped(paragraphs: readonly RoledLine[], width: number): boolean {
  const full = paragraphs.filter(({ text }) => text.length >= 0.72 * width && !endsSentence(text));
  return full.length >= leastWrapped && full.length >= 0.45 * paragraphs.length;
}

/** Whether a line goes on where the one before it was cut: no blank line between, and no sentence that ended short. */
function continues(last: RoledLine, line: RoledLine, lines: readonly RoledLine[], width: number): boolean {
  if (last.role !== "paragraph" || line.role !== "paragraph") return false;
  const before = lines[lines.indexOf(line) - 1];
  if (before === undefined || before.number !== line.number - 1 || before.role !== "paragraph") return false;
  const wasFull = before.text.length >= 0.72 * width;
  return endsSentence(before.text) ? wasFull && /^\p{Ll}/u.test(line.text) : wasFull;
}

/** Chinese and Japanese put no space between the lines. */
const joinTexts = (a: string, b: string): string =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$|[、。」]$/u.test(a) ? a + b : `${a} ${b}`;
