import { isUnsure, type LeftOutReason } from "../../../schemas/index.ts";
import { cleanText } from "../cleaning/clean-text.ts";
import type { InputPiece } from "../input-piece.ts";
import type { ParsedEvidence } from "../parsed-story.ts";
import type { Role, RoledLine } from "./lines.ts";

/** Why a line of each role is left out, as a whole or in part. */
const reasons: Record<Role, { readonly whole: LeftOutReason; readonly rest?: LeftOutReason }> = {
  headline: { whole: "no-place" },
  kicker: { whole: "no-place" },
  subHeadline: { whole: "no-place" },
  byline: { whole: "no-place", rest: "label" },
  dateline: { whole: "no-place", rest: "label" },
  date: { whole: "no-field" },
  imageAlt: { whole: "no-place", rest: "label" },
  imageCaption: { whole: "no-place", rest: "label" },
  imageCredit: { whole: "repetition", rest: "label" },
  subheading: { whole: "no-place" },
  paragraph: { whole: "no-place" },
  listItem: { whole: "no-place", rest: "other-form" },
  quotation: { whole: "no-place" },
  sourceLine: { whole: "no-place", rest: "label" },
  wireControl: { whole: "wire-order" },
  boilerplate: { whole: "page-furniture" },
};

/** Rules that give a line of the story the role of a line of the page, since the story already says it. */
const repeats: ReadonlySet<string> = new Set(["headline-again", "headline-in-title"]);

/** The lines of a plain text, as the pieces that a story of it has to account for. Pure. */
export function piecesOf(lines: readonly RoledLine[], evidence: readonly ParsedEvidence[]): InputPiece[] {
  const dated = new Set(evidence.flatMap(({ path, lines: own = [] }) => (path === "publishedAt" ? own : [])));
  return lines.map(({ number, text, role, rule, confidence }) => {
    const { whole, rest } = reasons[role];
    const reason = repeats.has(rule) ? "repetition" : dated.has(number) ? "other-form" : whole;
    return {
      kind: "text",
      text: cleanText(text),
      lines: [number],
      rule,
      reason,
      ...(rest === undefined ? {} : { reasonOfRest: rest }),
      ...(role === "boilerplate" && !isUnsure(confidence) ? { isDropped: true } : {}),
    };
  });
}
