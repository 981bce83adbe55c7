import type { Candidate } from "./candidate.ts";
import type { Page } from "./page.ts";
import type { ParsedBlock } from "../../parsed-story.ts";
import { repeatsBeginning } from "../../phrases/repeats-beginning.ts";
import { textOfBlocks } from "../../text-of-block.ts";
import { isSameText } from "../../phrases/same-text.ts";

const brokenOff = /\s*(?:…|\.\.\.|\[…\])$/;

/** Finds the summary in the page's data; not one that repeats the standfirst or the first paragraph,
 * or truncates the text. Pure. */
export function findSummary(
  { described, metas }: Page,
  standfirst: string | undefined,
  blocks: readonly ParsedBlock[],
): Candidate<string> | undefined {
  const meta = metas.first("og:description", "description", "twitter:description", "dc.description");
  const found =
    described?.description === undefined
      ? meta && { ...meta, rule: "meta", confidence: 0.85 }
      : {
          value: described.description,
          place: `${described.place}.description`,
          rule: "json-ld",
          confidence: 0.9,
        };
  if (found === undefined || isSameText(found.value, standfirst ?? "")) return undefined;
  if (repeatsBeginning(found.value, blocks)) return undefined;
  const beginning = found.value.replace(brokenOff, "");
  return beginning !== found.value && textOfBlocks(blocks).startsWith(beginning.slice(0, 60))
    ? undefined
    : found;
}
