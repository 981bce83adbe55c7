import type { ParsedBody } from "../parsed-body.ts";

/**
 * Splits plain text into paragraphs: at blank lines, and at indented lines among unindented ones, as wires print
 * them. Without either, each line is a paragraph.
 *
 * Pure, linear. Lines wrapped at the page width are joined again.
 */
export function textBody(text: string): ParsedBody {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trimEnd());
  return {
    blocks: paragraphsOf(lines).map((paragraph) => ({
      kind: "text",
      style: "normal",
      spans: [{ text: paragraph.map((line) => line.trimStart()).join(" ") }],
    })),
    pictures: [],
    problems: [],
  };
}

function paragraphsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  const text = first === -1 ? [] : lines.slice(first, last + 1);
  const isIndented = (line: string): boolean => /^(?: {2}|\t)/.test(line);
  const isWire = text.some(isIndented) && text.some((line) => line !== "" && !isIndented(line));
  if (isWire) return groupAt(text, (line) => line === "" || isIndented(line));
  return text.includes("") ? groupAt(text, (line) => line === "") : text.map((line) => [line]);
}

/** Groups lines; a group begins where the test holds. Blank lines belong to no group. */
function groupAt(lines: readonly string[], begins: (line: string) => boolean): string[][] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (begins(line)) groups.push([]);
    if (line !== "") groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}
