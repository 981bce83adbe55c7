import { shortDigestOf } from "../digest.ts";
import type { StoryOrigin } from "../stages.ts";

/**
 * The key that makes a story's ids: from what identifies it, so that a story keeps its ids when its text is
 * corrected. Pure.
 *
 * @param generation Counts the stories that have stood in the same place one after the other, from 1.
 */
export const articleKeyOf = ({ identity }: Pick<StoryOrigin, "identity">, generation = 1): string =>
  shortDigestOf(`${identity.kind}:${identity.value}${generation === 1 ? "" : `\n${generation}`}`);
