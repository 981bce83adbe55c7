import { shortDigestOf } from "../digest.ts";
import type { StoryOrigin } from "../stages.ts";

/**
 * The key that makes a story's ids: from its path below the import root, so that a story keeps its ids when its
 * text is corrected; from its text where there is no path. Pure.
 *
 * @param generation Counts the stories that have stood in the same place one after the other, from 1.
 */
export const articleKeyOf = ({ identity }: StoryOrigin, generation = 1): string =>
  shortDigestOf(`${identity.kind}:${identity.value}${generation === 1 ? "" : `\n${generation}`}`);
