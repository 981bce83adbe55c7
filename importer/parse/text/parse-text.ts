import { cleanStory } from "../cleaning/clean-story.ts";
import { decodeLeftover } from "../cleaning/decode-leftover.ts";
import type { OutletReading } from "../outlet-reading.ts";
import { assignRoles } from "./assign-roles.ts";
import type { ParsedStory } from "../parsed-story.ts";
import { groupLines } from "./lines.ts";
import { toParsedStory } from "./to-parsed-story.ts";

/**
 * Parses a plain-text story: decides what each line is, and reads what the lines say.
 *
 * Pure, and never throws. Each non-blank line of any text gets exactly one role.
 *
 * @param text Decoded text with LF line ends.
 * @param outlet What is known of its outlet; default: nothing.
 */
export function parseText(text: string, outlet?: OutletReading): ParsedStory {
  return cleanStory(toParsedStory(assignRoles(groupLines(decodeLeftover(text)(text)), outlet)));
}
