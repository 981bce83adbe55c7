import type { ParsedStory } from "../parsed-story.ts";
import { toIsoDate } from "../phrases/dates/calendars.ts";
import { readDates, type FoundDate } from "../phrases/dates/read-dates.ts";
import { findSource } from "../authority/find-source.ts";
import { readByline } from "../phrases/read-byline.ts";
import { readDateline } from "../phrases/read-dateline.ts";
import type { Evidence } from "./evidence.ts";
import type { RoledLine } from "./lines.ts";

/** When the story was published, and where and when it was filed. Nothing is made up: no evidence, no date. Pure. */
export function collectDates(
  lines: readonly RoledLine[],
  language: string,
  evidence: Evidence,
): Pick<ParsedStory, "dateline" | "publishedAt"> {
  const publishedAt = publicationOf(lines, language, evidence);
  const dateline = datelineOf(lines, publishedAt, evidence);
  return {
    ...(dateline === undefined ? {} : { dateline }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

interface DatedLine {
  readonly line: RoledLine;
  readonly date: FoundDate & { readonly date: string };
}

/** Lines in which a date may stand beside something else. */
const datedRoles = new Set(["date", "byline", "sourceLine", "dateline"]);

/** The date that the story says it was published on; else one without a label; else that of its update. */
function publicationOf(
  lines: readonly RoledLine[],
  language: string,
  evidence: Evidence,
): string | undefined {
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
  evidence.add("publishedAt", [line], {
    rule: ruleOf(date, isUnsure),
    confidence: isUnsure
      ? 0.45
      : isUpdate
        ? 0.5
        : date.calendar === "hijri"
          ? 0.6
          : date.offset === undefined
            ? 0.8
            : 0.95,
  });
  return toInstant(date);
}

const toDated = (line: RoledLine, found: FoundDate): DatedLine[] =>
  found.date === undefined ? [] : [{ line, date: { ...found, date: found.date } }];

function ruleOf(date: FoundDate, isUnsure: boolean): string {
  if (isUnsure) return "day-or-month-first";
  if (date.label === "updated") return "date-of-update";
  if (date.time === undefined) return "day-without-time";
  return date.offset === undefined ? "time-without-zone" : "date-and-time";
}

/** The day and the time as printed; the zone is Greenwich where the story names none. */
function toInstant({ date, time, offset = 0 }: FoundDate): string {
  const clock = time === undefined ? "00:00:00" : time.length === 5 ? `${time}:00` : time;
  const sign = offset < 0 ? "-" : "+";
  const minutes = Math.abs(offset);
  const zone = offset === 0 ? "Z" : `${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  return `${date ?? ""}T${clock}${zone}`;
}

const pad = (value: number): string => String(value).padStart(2, "0");

function datelineOf(
  lines: readonly RoledLine[],
  publishedAt: string | undefined,
  evidence: Evidence,
): ParsedStory["dateline"] {
  const candidates = lines.filter(({ role }) => role === "dateline" || role === "paragraph").slice(0, 2);
  for (const line of candidates) {
    const found = readDateline(line.text);
    if (found === undefined) continue;
    const date = found.date && (found.date.date ?? inYearOf(found.date, publishedAt));
    evidence.add("dateline", [line], { rule: "dateline", confidence: found.confidence });
    return {
      printed: found.printed,
      ...(found.place === undefined ? {} : { place: found.place }),
      ...(date === undefined ? {} : { date }),
    };
  }
  return placeOfAuthor(lines, evidence);
}

/** Without a dateline the place beside the author's name says where the story was filed. */
function placeOfAuthor(lines: readonly RoledLine[], evidence: Evidence): ParsedStory["dateline"] {
  const line = lines.find(({ role }) => role === "byline");
  const place = line && readByline(line.text)?.place;
  if (line === undefined || place === undefined || findSource(place) !== undefined) return undefined;
  evidence.add("dateline", [line], { rule: "place-of-author", confidence: 0.6 });
  return { printed: place, place };
}

/** The day nearest to the publication, where the dateline leaves out the year. */
function inYearOf({ calendar, month, day }: FoundDate, publishedAt: string | undefined): string | undefined {
  if (publishedAt === undefined || calendar !== "gregorian") return undefined;
  const published = Date.parse(publishedAt);
  const year = new Date(published).getUTCFullYear();
  const days = [year - 1, year, year + 1].flatMap(
    (each) => toIsoDate(calendar, { year: each, month, day }) ?? [],
  );
  const distance = (date: string): number => Math.abs(Date.parse(date) - published);
  return days.toSorted((a, b) => distance(a) - distance(b))[0];
}
