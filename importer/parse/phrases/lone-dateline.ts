import { readDateline } from "./read-dateline.ts";

const longest = 70;
/** What may follow, such as the name of the reporter; a text is longer. */
const longestRest = 20;

/**
 * Returns a line that only says where a story was filed, with a date or an agency beside the place, in the form in which a
 * text would begin with it; `undefined` for any other line. Pure.
 */
export function loneDateline(line: string): string | undefined {
  if (line.length > longest) return undefined;
  const bare = line.replace(/[\s.:–—-]+$/u, "");
  const opening = `${bare} - X`;
  const found = readDateline(opening);
  if (found?.place === undefined || bare.length > found.printed.length + longestRest) return undefined;
  const isBracketed = /[(（/]/u.test(bare) || /\s[-–—]\s/u.test(bare);
  return found.date !== undefined || (found.sources.length > 0 && isBracketed) ? opening : undefined;
}
