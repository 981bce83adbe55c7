import type { ParsedBody } from "../parsed-body.ts";
import { breaksOnPurpose } from "./breaks-on-purpose.ts";

export interface TextBodyOptions {
  /**
   * Whether the lines are known to be wrapped at a width, as wires send them, so that none of them is a paragraph just
   * because it is a line (default: that is told from indents and blank lines).
   */
  readonly isWrapped?: boolean;
}

/**
 * Splits plain text into paragraphs: at blank lines, and at indented lines among unindented ones, as wires print
 * them. Without either, each line is a paragraph.
 *
 * Pure, linear. Lines wrapped at the page width are joined again.
 */
export function textBody(text: string, { isWrapped = false }: TextBodyOptions = {}): ParsedBody {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trimEnd());
  return {
    blocks: paragraphsOf(lines, isWrapped).map((paragraph) => ({
      kind: "text",
      style: "normal",
      spans: [{ text: paragraph.map((line) => line.trimStart()).join(" ") }],
    })),
    pictures: [],
    problems: [],
  };
}

function paragraphsOf(lines: readonly string[], isWrapped: boolean): readonly (readonly string[])[] {
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  const text = first === -1 ? [] : lines.slice(first, last + 1);
  const isIndented = (line: string): boolean => /^(?: {2}|\t)/.test(line);
  if (isWrapped) {
    const width = text.reduce((longest, { length }) => Math.max(longest, length), 0);
    return groupAt(
      text,
      (line, before) => line === "" || isIndented(line) || breaksOnPurpose(before, line, width),
    );
  }
  const isWire = text.some(isIndented) && text.some((line) => line !== "" && !isIndented(line));
  if (isWire) return groupAt(text, (line) => line === "" || isIndented(line));
  return text.includes("") ? groupAt(text, (line) => line === "") : text.map((line) => [line]);
}

/** Groups lines; a group begins where the test holds. Blank lines belong to no group. */
function groupAt(lines: readonly string[], begins: (line: string, before: string) => boolean): string[][] {
  const groups: string[][] = [[]];
  let before = "";
  for (const line of lines) {
    if (begins(line, before)) groups.push([]);
    if (line !== "") groups.at(-1)?.push(line);
    before = line;
  }
  return groups.filter((group) => group.length > 0);
}
