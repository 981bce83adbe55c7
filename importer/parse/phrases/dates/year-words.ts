import { matchKey } from "../../lexicons/match-key.ts";
import type { DateToken } from "./date-tokens.ts";

/** "year", "of the year" and its ordinal endings, in languages whose dates have them beside the number of the year. */
const yearWords = new Set(
  [
    ...[
      "m",
      "metų",
      "gada",
      "gads",
      "ko",
      "urteko",
      "r",
      "roku",
      "god",
      "godine",
      "il",
      "ildə",
      "cı",
      "ci",
      "cu",
      "cü",
    ],
    ...[
      "yil",
      "yilgi",
      "йил",
      "йилги",
      "жылғы",
      "жыл",
      "ж",
      "жылдын",
      "оны",
      "он",
      "ел",
      "елның",
      "йыл",
      "йылдың",
    ],
    ...["сол", "соли", "г", "года", "год", "р", "року", "წ", "წელი", "წლის", "թ", "թվականի", "ዓ ም", "ዓም"],
    ...["năm", "वर्ष", "साल", "সাল", "খ্রিস্টাব্দ"],
  ].map(matchKey),
);

/**
 * Returns the position after the words beside a year that only say that it is one, "2024 m.", "2024-cü il"; the given
 * position if there are none. Pure.
 */
export function afterYearWords(tokens: readonly DateToken[], at: number): number {
  let end = at;
  for (let next = at; next < at + 4; next += 1) {
    const token = tokens[next];
    if (token?.kind === "word" && token.text === token.text.toLowerCase() && yearWords.has(token.key))
      end = next + 1;
    else if (token?.kind !== "mark" || !".,-،".includes(token.text)) break;
    else if (end === next && token.text === ".") end = next + 1;
  }
  return end;
}
