import { findSource } from "../authority/find-source.ts";
import type { ParsedStory } from "../parsed-story.ts";
import { isMonthFirst } from "../phrases/dates/is-month-first.ts";
import { type FoundDate, readDates, withClock } from "../phrases/dates/read-dates.ts";
import { findDateline } from "../phrases/find-dateline.ts";
import { readByline } from "../phrases/read-byline.ts";
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
    .filter(({ role, rule }) => datedRoles.has(role) || rule === "issue-above-headline")
    .flatMap((line) => readDates(line.text, language).dates.flatMap((found) => toDated(line, found)));
  const own = dated.filter(({ line }) => line.role === "date");
  const pool = own.length > 0 ? own : dated;
  const chosen =
    pool.find(({ date }) => date.label === "published" && date.calendar === "gregorian") ??
    pool.find(({ date }) => date.label === undefined && date.calendar === "gregorian") ??
    pool.find(({ date }) => date.label !== "updated") ??
    pool[0];
  if (chosen === undefined) return undefined;
  const { line, date, clockLine } = withClockBeside(chosen, lines);
  const isUnsure = date.isAmbiguous && isMonthFirst(language);
  const isUpdate = date.label === "updated";
  const moment = toMoment(date);
  const evident = clockLine === undefined ? [line] : [line, clockLine];
  evidence.add("publishedAt", evident, {
    rule: ruleOf(moment, isUpdate, isUnsure),
    confidence: isUnsure
      ? 0.45
      : isUpdate
        ? 0.5
        : observed.has(date.calendar)
          ? 0.6
          : date.offset === undefined
            ? 0.8
            : 0.95,
    ...(moment.kind === "local" ? { printed: evident.map(({ text }) => text).join(" ") } : {}),
  });
  return moment;
}

/** Calendars that need not name the day that a computer calculates. */
const observed: ReadonlySet<FoundDate["calendar"]> = new Set(["hijri", "hebrew"]);

/** A clock time on a line of its own, at most one line away from the date that lacks one, belongs to it. */
function withClockBeside(
  dated: DatedLine,
  lines: readonly RoledLine[],
): DatedLine & { readonly clockLine?: RoledLine } {
  const { line, date } = dated;
  if (date.time !== undefined) return dated;
  const at = lines.indexOf(line);
  for (const clockLine of [lines[at - 1], lines[at + 1]]) {
    if (clockLine?.role !== "date") continue;
    const { clock, dates, others } = readDates(clockLine.text);
    if (clock === undefined || dates.length > 0 || others > 0) continue;
    return { line, date: { ...withClock(date, clock), date: date.date }, clockLine };
  }
  return dated;
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
  const candidates = lines.filter(({ role }) => role === "dateline" || role === "paragraph");
  const found = findDateline(
    candidates.slice(0, 2).map(({ text }) => text),
    publishedOn,
  );
  const line = found && candidates[found.line];
  if (found === undefined || line === undefined) return placeOfAuthor(lines, evidence);
  evidence.add("dateline", [line], { rule: "dateline", confidence: found.confidence });
  return found.value;
}

/** Without a dateline, the place beside the author's name is where the story was filed. */
function placeOfAuthor(lines: readonly RoledLine[], evidence: Evidence): ParsedStory["dateline"] {
  const line = lines.find(({ role }) => role === "byline");
  const place = line && readByline(line.said ?? line.text)?.place;
  if (line === undefined || place === undefined || findSource(place) !== undefined) return undefined;
  evidence.add("dateline", [line], { rule: "place-of-author", confidence: 0.6 });
  return { printed: place, place };
}
