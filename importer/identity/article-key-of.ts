import { shortDigestOf } from "../digest.ts";
import type { StoryOrigin } from "../stages.ts";

/**
 * The key from which a story's ids are made. It comes from the story's identity, so that the ids stay the same when
 * the text is corrected. Pure.
 *
 * @param generation Number of this story among those that have had the same place, from 1.
 */
export const articleKeyOf = ({ identity }: Pick<StoryOrigin, "identity">, generation = 1): string =>
  shortDigestOf(`${identity.kind}:${identity.value}${generation === 1 ? "" : `\n${generation}`}`);
