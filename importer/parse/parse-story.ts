import type { RoledText } from "../stages.ts";
import { assignRoles } from "./assign-roles.ts";
import { detectLanguage } from "./detect-language.ts";
import { groupLines, type Role } from "./lines.ts";

/** The roles whose text is in the language of the story; alternative texts often are not. */
const mainRoles: ReadonlySet<Role> = new Set(["headline", "subHeadline", "subheading", "paragraph"]);

/**
 * Tells what each line of a plain-text story is, and the story's language.
 *
 * Pure, and never throws: any text has roles. Each line that is not blank has exactly one.
 *
 * @param text Decoded text with LF line ends.
 */
export function parseStory(text: string): RoledText {
  const lines = assignRoles(groupLines(text));
  const main = lines.filter((line) => mainRoles.has(line.role)).map((line) => line.text.slice(0, 1000));
  return { lines, language: detectLanguage(main.join("\n")) };
}
