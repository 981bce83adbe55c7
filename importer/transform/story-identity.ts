import { shortDigestOf } from "../digest.ts";
import type { StoryOrigin } from "../stages.ts";

/**
 * The key that makes a story's ids: from its path below the import root, so that a story keeps its ids when its
 * text is corrected; from its text where there is no path. Pure.
 */
export const articleKeyOf = ({ identity }: StoryOrigin): string =>
  shortDigestOf(`${identity.kind}:${identity.value}`);
