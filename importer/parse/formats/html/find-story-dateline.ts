import type { ParsedBlock } from "../../parsed-story.ts";
import { findDateline, type FoundDateline } from "../../phrases/find-dateline.ts";
import { loneDateline } from "../../phrases/lone-dateline.ts";
import { textOfBlock } from "../../text-of-block.ts";

/** The dateline of a page's story, and the text without the line that was nothing else. */
export interface StoryDateline {
  readonly found?: FoundDateline;
  readonly blocks: readonly ParsedBlock[];
}

/**
 * Finds the dateline of a story: on a line of its own, or at the beginning of the text, where it stays. Pure.
 *
 * @param above The lines between the headline and the text; those that name a section and a day look alike, so that only
 * one with an agency counts.
 * @param publishedOn ISO date.
 */
export function findStoryDateline(
  blocks: readonly ParsedBlock[],
  above: readonly string[],
  publishedOn: string | undefined,
): StoryDateline {
  const texts = blocks.filter((block) => block.kind === "text");
  const [first, second] = texts;
  const lone = first === undefined || second === undefined ? undefined : loneDateline(textOfBlock(first));
  if (lone !== undefined) {
    const found = findDateline([lone], publishedOn);
    return { ...(found === undefined ? {} : { found }), blocks: blocks.filter((block) => block !== first) };
  }
  const filed = above
    .flatMap((line) => findDateline([loneDateline(line) ?? ""], publishedOn) ?? [])
    .find(({ sources }) => sources.length > 0);
  const found = filed ?? findDateline(texts.slice(0, 2).map(textOfBlock), publishedOn);
  return { ...(found === undefined ? {} : { found }), blocks };
}
