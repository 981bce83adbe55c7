import { assignRoles } from "./assign-roles.ts";
import type { ParsedStory } from "../parsed-story.ts";
import { groupLines } from "./lines.ts";
import { toParsedStory } from "./to-parsed-story.ts";

/**
 * Reads a plain-text story: tells what each line of it is, and what the lines say.
 *
 * Pure, and never throws: any text has roles. Each line that is not blank has exactly one.
 *
 * @param text Decoded text with LF line ends.
 */
export function parseText(text: string): ParsedStory {
  return toParsedStory(assignRoles(groupLines(text)));
}
