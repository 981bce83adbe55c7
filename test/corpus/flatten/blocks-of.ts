import type { CorpusStory } from "../read-corpus.ts";
import type { PageBlock } from "./page-block.ts";

interface NumberedBlock extends PageBlock {
  readonly line: number;
}

/**
 * The blocks of the page that a story was on: its lines, without blank ones.
 *
 * Pure.
 *
 * @returns `undefined` for a story that is wrapped at a fixed width: its lines are no blocks.
 */
export function blocksOf({ text, gold }: CorpusStory): PageBlock[] | undefined {
  const lines = text.split("\n");
  const blocks = gold.roles
    .map(({ line, role }) => ({ line, role, text: lines[line - 1]?.trim() ?? "" }))
    .filter((block) => block.text !== "")
    .toSorted((a, b) => a.line - b.line);
  if (blocks.some((_, place) => areWrapped(blocks.slice(place, place + 3)))) return undefined;
  return blocks.map(({ role, text: own }) => ({ role, text: own }));
}

/** Whether three lines are of one paragraph: two about as long that end in the middle of a sentence, and one more. */
function areWrapped([first, second, third]: readonly NumberedBlock[]): boolean {
  if (first === undefined || second === undefined || third === undefined) return false;
  return (
    [first, second, third].every(({ role }) => role === "paragraph") &&
    third.line === first.line + 2 &&
    [first, second].every(({ text }) => /[\p{L}\p{N},،、-]$/u.test(text)) &&
    Math.abs(first.text.length - second.text.length) <= 15
  );
}
