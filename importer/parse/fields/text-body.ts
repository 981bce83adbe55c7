import type { ParsedBody } from "./parsed-body.ts";

/**
 * The paragraphs of a plain text: parted by blank lines; where there are none, by lines that are indented, as wires
 * print them; else each line is one.
 *
 * Pure. Lines that were broken at the edge of a page are joined again.
 */
export function textBody(text: string): ParsedBody {
  const lines = text.normalize("NFC").replace(/\r\n?/g, "\n");
  return {
    blocks: paragraphsOf(lines)
      .map((paragraph) => paragraph.replace(/[ \t]*\n[ \t]*/g, " ").trim())
      .filter((paragraph) => paragraph !== "")
      .map((paragraph) => ({ kind: "text", style: "normal", spans: [{ text: paragraph }] })),
    pictures: [],
    problems: [],
  };
}

function paragraphsOf(text: string): string[] {
  const trimmed = text.replace(/^\s*\n|\s+$/g, "");
  if (/\n[ \t]*\n/.test(trimmed)) return trimmed.split(/\n(?:[ \t]*\n)+/);
  return /^(?: {2,}|\t)\S/m.test(trimmed) && /\n\S/.test(trimmed)
    ? trimmed.split(/\n(?= {2,}|\t)/)
    : trimmed.split("\n");
}
