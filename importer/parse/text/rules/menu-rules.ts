import { isProse } from "../find-body.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** Short lines in a row above the text, with the features that their rules use. */
export interface MenuPlace {
  /** The first line of the row without a role. */
  readonly line: ObservedLine;
  /** The short lines, among them those that are known to belong to the page. */
  readonly entries: readonly ObservedLine[];
  /** Number of entries that are known to belong to the page. */
  readonly pageLines: number;
  /** The line right below the row, and whether sentences follow it soon. */
  readonly below: ObservedLine | undefined;
  readonly headsText: boolean;
}

/** Rules for menus above the headline, whatever their words, in the order in which they are tried. */
export const menuRules: readonly Rule<MenuPlace>[] = [
  {
    name: "menu-above-headline",
    roles: ["boilerplate"],
    looksAt: "a few words per line, several lines in a row, and a longer line below them",
    confidence: 0.95,
    example: { part: "top", lines: ["Town", "Country", "River", "Our pages", "People"] },
    applies: (place) => place.entries.length >= 4 && isAboveHeadline(place),
  },
  {
    name: "menu-above-headline",
    roles: ["boilerplate"],
    // Right above the headline it may be the kicker.
    looksAt: "a few words above two lines of the page that are as short, and a longer line below them",
    confidence: 0.7,
    example: { part: "top", lines: ["Bridges", "Log in", "Share"] },
    applies: (place) =>
      place.entries.length === 3 &&
      place.pageLines === 2 &&
      place.line !== place.entries[2] &&
      isAboveHeadline(place),
  },
];

/** In letters. */
const shortestHeadline = 24;

function isAboveHeadline({ entries, below, headsText }: MenuPlace): boolean {
  if (below === undefined || !headsText || isProse(below) || below.isCredit) return false;
  const longest = Math.max(...entries.map(({ length }) => length));
  return below.length >= Math.max(shortestHeadline, 1.2 * longest);
}
