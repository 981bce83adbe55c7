import type { ParsedBody } from "../parsed-body.ts";

/**
 * The paragraphs of a plain text: parted by blank lines, and by lines that are indented where others are not, as
 * wires print them. Where there is neither, each line is one.
 *
 * Pure, linear. Lines that were broken at the edge of a page are joined again.
 */
export function textBody(text: string): ParsedBody {
  const lines = text
    .normalize("NFC")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd());
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

/** Groups lines; where the test holds, a group begins. Blank lines belong to none. */
function groupAt(lines: readonly string[], begins: (line: string) => boolean): string[][] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (begins(line)) groups.push([]);
    if (line !== "") groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}
