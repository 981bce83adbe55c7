import { endsSentence } from "../phrases/line-shape.ts";
import { joinTexts } from "./join-texts.ts";
import type { RoledLine } from "./lines.ts";
import { findWrapping } from "./wrap-width.ts";

/** Joins the lines of paragraphs wrapped at a fixed width; other stories are unchanged. Pure. */
export function joinWrapped(lines: readonly RoledLine[]): readonly RoledLine[] {
  const wrapping = findWrapping(lines);
  if (wrapping === undefined) return lines;
  const joined: RoledLine[] = [];
  let before: RoledLine | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && before !== undefined && continues(before, line, wrapping.width)) {
      joined[joined.length - 1] = { ...last, text: joinTexts(last.text, line.text) };
    } else joined.push(line);
    before = line;
  }
  return joined;
}

/** Whether a line continues the one before it: no blank line between them, and the sentence did not end early. */
function continues(before: RoledLine, line: RoledLine, width: number): boolean {
  if (before.role !== "paragraph" || line.role !== "paragraph" || before.number !== line.number - 1)
    return false;
  if (before.text.length > width) return false;
  return endsSentence(before.text)
    ? before.text.length >= 0.85 * width && /^\p{Ll}/u.test(line.text)
    : before.text.length >= 0.6 * width;
}
