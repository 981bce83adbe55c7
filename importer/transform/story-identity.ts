import { shortDigestOf } from "../digest.ts";
import type { ParsedStory } from "../parse/parsed-story.ts";
import type { StoryOrigin } from "../stages.ts";

/**
 * The key that makes a story's ids: from what the input says identifies the story, such as its address or its id at
 * the agency; else from its path below the import root, so that a story keeps its ids when its text is corrected;
 * from its text where there is neither. Pure.
 */
export function articleKeyOf(origin: StoryOrigin, own?: ParsedStory["identity"]): string {
  const { kind, value } = own ?? origin.identity;
  return shortDigestOf(`${kind}:${value}`);
}
