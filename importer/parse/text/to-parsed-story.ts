import { detectLanguage } from "../phrases/detect-language.ts";
import type { ParsedStory } from "../parsed-story.ts";
import { collectControl } from "./collect-control.ts";
import { collectDates } from "./collect-dates.ts";
import { collectNames } from "./collect-names.ts";
import { collectSourceNames } from "./collect-source-names.ts";
import { collectText } from "./collect-text.ts";
import { Evidence } from "./evidence.ts";
import { joinContinued } from "./join-continued.ts";
import { piecesOf } from "./pieces-of.ts";
import type { Role, RoledLine } from "./lines.ts";

/** Roles whose text is in the language of the story; alternative texts often are not. */
const mainRoles: ReadonlySet<Role> = new Set([
  "headline",
  "subHeadline",
  "subheading",
  "paragraph",
  "listItem",
]);

/** Makes a story from lines with assigned roles. Pure. */
export function toParsedStory(roled: readonly RoledLine[]): ParsedStory {
  const lines = joinContinued(roled);
  const main = lines.filter((line) => mainRoles.has(line.role)).map((line) => line.text.slice(0, 1000));
  const language = detectLanguage(main.join("\n"));
  const evidence = new Evidence();
  /** Decks and kickers may have several lines. */
  const textOf = (role: Role, path: string): string | undefined => {
    const own = lines.filter((each) => each.role === role);
    evidence.add(path, own);
    return own.length === 0 ? undefined : own.map(({ text }) => text).join("\n");
  };
  const headline = textOf("headline", "headline") ?? "";
  const kicker = textOf("kicker", "kicker");
  const subHeadline = textOf("subHeadline", "subHeadline");
  const parts = {
    ...collectNames(lines, evidence),
    ...collectDates(lines, language, evidence),
    ...collectText(lines, evidence),
    ...collectSourceNames(lines, evidence),
  };
  const control = collectControl(lines, evidence);
  return {
    headline,
    ...(kicker === undefined ? {} : { kicker }),
    ...(subHeadline === undefined ? {} : { subHeadline }),
    ...parts,
    language,
    keywords: [],
    ...control,
    evidence: evidence.items,
    pieces: piecesOf(roled, evidence.items),
  };
}
