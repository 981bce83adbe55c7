import type { GoldRole } from "./read-corpus.ts";

const roles: Readonly<Record<string, GoldRole>> = {
  h: "headline",
  k: "kicker",
  s: "subHeadline",
  b: "byline",
  dl: "dateline",
  d: "date",
  c: "imageCaption",
  r: "imageCredit",
  u: "subheading",
  p: "paragraph",
  l: "listItem",
  S: "sourceLine",
  x: "boilerplate",
};

/**
 * The role that a code before a line of an outlet's material stands for.
 *
 * @throws {RangeError} When there is no such code.
 */
export function roleOfCode(code: string): GoldRole {
  const role = roles[code];
  if (role === undefined) throw new RangeError(`Cannot read the role "${code}": no such code`);
  return role;
}
