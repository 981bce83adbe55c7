import { readFileSync } from "node:fs";
import type { ParsedStory } from "../../../../importer/parse/parsed-story.ts";
import { linesOfBlock } from "../../../../importer/parse/text-of-block.ts";
import type { ParsedItem } from "../../../../importer/parse/parser.ts";

/** A file of `test/importer/parse/formats/fixtures`. */
export const fixture = (path: string): string =>
  readFileSync(new URL(`../formats/fixtures/${path}`, import.meta.url), "utf8");

export const storiesOf = (items: Iterable<ParsedItem>): ParsedStory[] =>
  [...items].flatMap((item) => (item.kind === "story" ? [item.story] : []));

export const problemsOf = (items: Iterable<ParsedItem>): string[] =>
  [...items].flatMap((item) =>
    item.kind === "problem" ? [`${item.problem.code} ${item.problem.line ?? ""}`.trim()] : [],
  );

/** The words of a story's blocks, and `▣` for a picture. */
export const wordsOf = ({ blocks }: ParsedStory): string[] =>
  blocks.map((block) => (block.kind === "picture" ? "▣" : linesOfBlock(block).join("\n")));
