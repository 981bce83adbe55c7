import { type DateOfLine, datesOfLine } from "../../time/dates-of-line.ts";
import type { Moment } from "../../time/moment.ts";
import { toPublicationTime } from "../../time/to-publication-time.ts";
import { type Candidate, selectorOf } from "./candidate.ts";
import { detailsOf } from "./details-of.ts";
import type { TextLeaf } from "./text-leaves.ts";

const longestLine = 160;

/**
 * Finds the date of publication in a line that a page shows around its headline; `undefined` if it shows none, or only that
 * of an update. Pure.
 *
 * @param lines The likeliest first.
 * @param language Of the story: in English, "03/04/2026" may be in March or in April.
 */
export function findShownDate(lines: readonly TextLeaf[], language: string): Candidate<Moment> | undefined {
  const found = lines.flatMap((line) => datesIn(line).map((date) => ({ line, date })));
  const chosen =
    found.find(({ date }) => date.label === "published") ??
    found.find(({ date }) => date.label === undefined);
  if (chosen === undefined) return undefined;
  const { line, date } = chosen;
  const isUnsure = date.isAmbiguous && language.startsWith("en");
  return {
    value: date.moment,
    place: selectorOf(line.element),
    rule: isUnsure ? "day-or-month-first" : (toPublicationTime(date.moment).rule ?? "date-and-time"),
    confidence: isUnsure ? 0.45 : date.isObserved ? 0.6 : 0.75,
    elements: [line.element],
    ...(date.moment.kind === "instant" ? {} : { printed: line.text }),
  };
}

/** The whole line may be about its date, or one of the details in it. */
function datesIn({ element, text }: TextLeaf): DateOfLine[] {
  if (text.length > longestLine || !/\p{Nd}/u.test(text)) return [];
  const details = [text, ...detailsOf(element), ...text.split(/\s*[|｜•·]\s*/u), ...text.split(/[,،]\s/u)];
  return details.map(datesOfLine).find((dates) => dates.length > 0) ?? [];
}
