import { htmlToBlocks } from "../../importer/parse/markup/html/html-to-blocks.ts";
import type { ParsedBlock } from "../../importer/parse/parsed-story.ts";

export const page = "https://news.example/2026/05/story.html";

/** Blocks as short lines, so that a test shows at a glance what came out. */
export const outline = (html: string, baseUrl: string | undefined = page): string[] =>
  htmlToBlocks(html, baseUrl).blocks.map(lineOf);

/** One block as a line: `^` and `~` around what is raised and lowered. */
export function lineOf(block: ParsedBlock): string {
  if (block.kind === "picture") return `[picture ${block.picture}]`;
  if (block.kind === "embed")
    return `[embed ${[block.url, block.title, block.text].filter(Boolean).join(" · ")}]`;
  if (block.kind === "table") {
    const rows = block.rows.map((cells) => cells.join(" | "));
    return `[table ${[block.caption, ...rows].filter((line) => line !== undefined).join(" / ")}]`;
  }
  const spans = block.spans.map(({ text, strong, em, sub, sup, href }) => {
    const placed = sub ? `~${text}~` : sup ? `^${text}^` : text;
    const marked = `${strong ? "**" : ""}${em ? "_" : ""}${placed}${em ? "_" : ""}${strong ? "**" : ""}`;
    return href === undefined ? marked : `[${marked}](${href})`;
  });
  const kind = block.listItem === undefined ? block.style : `${block.listItem} ${block.level}`;
  return `${kind}: ${spans.join("")}`;
}
