import { findSource } from "../authority/find-source.ts";
import type { ParsedStory } from "../parsed-story.ts";
import { inYearNear } from "../phrases/dates/in-year-near.ts";
import { type FoundDate, readDates } from "../phrases/dates/read-dates.ts";
import { readByline } from "../phrases/read-byline.ts";
import { readDateline } from "../phrases/read-dateline.ts";
import { type Moment, toMoment } from "../time/moment.ts";
import { toPublicationTime } from "../time/to-publication-time.ts";
import type { Evidence } from "./evidence.ts";
import type { RoledLine } from "./lines.ts";

/**
 * Returns when the story was published, and when and where it was filed. Never invents a date without evidence. Pure.
 */
export function collectDates(
  lines: readonly RoledLine[],
  language: string,
  evidence: Evidence,
): Pick<ParsedStory, "dateline" | "publishedAt"> {
  const publishedAt = publicationOf(lines, language, evidence);
  const dateline = datelineOf(lines, publishedAt?.day, evidence);
  return {
    ...(dateline === undefined ? {} : { dateline }),
    ...(publishedAt === undefined ? {} : { publishedAt: toPublicationTime(publishedAt).value }),
  };
}

interface DatedLine {
  readonly line: RoledLine;
  readonly date: FoundDate & { readonly date: string };
}

/** Lines that may contain a date beside something else. */
const datedRoles = new Set(["date", "byline", "sourceLine", "dateline"]);

/** The date that the story gives for its publication; else an unlabelled one; else that of its update. */
function publicationOf(
  lines: readonly RoledLine[],
  language: string,
  evidence: Evidence,
): Moment | undefined {
  const dated = lines
    .filter(({ role }) => datedRoles.has(role))
    .flatMap((line) => readDates(line.text).dates.flatMap((found) => toDated(line, found)));
  const own = dated.filter(({ line }) => line.role === "date");
  const pool = own.length > 0 ? own : dated;
  const chosen =
    pool.find(({ date }) => date.label === "published" && date.calendar === "gregorian") ??
    pool.find(({ date }) => date.label === undefined && date.calendar === "gregorian") ??
    pool.find(({ date }) => date.label !== "updated") ??
    pool[0];
  if (chosen === undefined) return undefined;
  const { line, date } = chosen;
  const isUnsure = date.isAmbiguous && language.startsWith("en");
  const isUpdate = date.label === "updated";
  const moment = toMoment(date);
  evidence.add("publishedAt", [line], {
    rule: ruleOf(moment, isUpdate, isUnsure),
    confidence: isUnsure
      ? 0.45
      : isUpdate
        ? 0.5
        : date.calendar === "hijri"
          ? 0.6
          : date.offset === undefined
            ? 0.8
            : 0.95,
    ...(moment.kind === "local" ? { printed: line.text } : {}),
  });
  return moment;
}

const toDated = (line: RoledLine, found: FoundDate): DatedLine[] =>
  found.date === undefined ? [] : [{ line, date: { ...found, date: found.date } }];

function ruleOf(moment: Moment, isUpdate: boolean, isUnsure: boolean): string {
  if (isUnsure) return "day-or-month-first";
  if (isUpdate) return "date-of-update";
  return toPublicationTime(moment).rule ?? "date-and-time";
}

function datelineOf(
  lines: readonly RoledLine[],
  publishedOn: string | undefined,
  evidence: Evidence,
): ParsedStory["dateline"] {
  const candidates = lines.filter(({ role }) => role === "dateline" || role === "paragraph").slice(0, 2);
  for (const line of candidates) {
    const found = readDateline(line.text);
    if (found === undefined) continue;
    const date =
      found.date?.date ?? (found.date && publishedOn && inYearNear(found.date, publishedOn)) ?? undefined;
    evidence.add("dateline", [line], { rule: "dateline", confidence: found.confidence });
    return {
      printed: found.printed,
      ...(found.place === undefined ? {} : { place: found.place }),
      ...(date === undefined ? {} : { date }),
    };
  }
  return placeOfAuthor(lines, evidence);
}

/** Without a dateline, the place beside the author's name is where the story was filed. */
function placeOfAuthor(lines: readonly RoledLine[], evidence: Evidence): ParsedStory["dateline"] {
  const line = lines.find(({ role }) => role === "byline");
  const place = line && readByline(line.said ?? line.text)?.place;
  if (line === undefined || place === undefined || findSource(place) !== undefined) return undefined;
  evidence.add("dateline", [line], { rule: "place-of-author", confidence: 0.6 });
  return { printed: place, place };
}
