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
  for (const line of lines) {
    const dates = datesIn(line).filter(({ label }) => label !== "updated");
    const date = dates.find(({ label }) => label === "published") ?? dates[0];
    if (date !== undefined) return toCandidate(line, date, language);
  }
  return undefined;
}

function toCandidate({ element, text }: TextLeaf, date: DateOfLine, language: string): Candidate<Moment> {
  const isUnsure = date.isAmbiguous && language.startsWith("en");
  return {
    value: date.moment,
    place: selectorOf(element),
    rule: isUnsure ? "day-or-month-first" : (toPublicationTime(date.moment).rule ?? "date-and-time"),
    confidence: isUnsure ? 0.45 : date.isObserved ? 0.6 : 0.75,
    elements: [element],
    ...(date.moment.kind === "instant" ? {} : { printed: text }),
  };
}

/** The whole line may be about its date, or one of the details in it. */
function datesIn({ element, text }: TextLeaf): DateOfLine[] {
  if (text.length > longestLine || !/\p{Nd}/u.test(text)) return [];
  const details = [text, ...detailsOf(element), ...text.split(/\s*[|｜•·]\s*/u), ...text.split(/[,،]\s/u)];
  for (const detail of new Set(details)) {
    const dates = /\p{Nd}/u.test(detail) ? datesOfLine(detail) : [];
    if (dates.length > 0) return dates;
  }
  return [];
}
