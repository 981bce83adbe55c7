import { findSource } from "../../authority/find-source.ts";
import { splitSourceNames } from "../../authority/split-source-names.ts";
import { hasComma } from "../../lexicons/labels.ts";
import { weekdays } from "../../phrases/dates/date-words.ts";
import { isDuration } from "../../phrases/is-duration.ts";
import type { Byline } from "../../phrases/read-byline.ts";
import { isDateShaped } from "../is-date-shaped.ts";
import { isDeskLine } from "../desk-line.ts";
import { isTimeAlone } from "../is-time-alone.ts";
import { readLabelShape } from "../labels/label-shape.ts";
import type { Role } from "../lines.ts";
import { namesInSourceLine } from "../names-in-source-line.ts";
import { namesOnlyKnownSources } from "../names-only-known-sources.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** A line, with the features that the rules for dates, authors and sources use. */
export interface MetadataPlace {
  readonly line: ObservedLine;
  readonly part: "head" | "text" | "tail";
  readonly isBelowByline: boolean;
  /** The language of the text. */
  language(): string;
  /** The line right above it, whatever it is. */
  readonly above: ObservedLine | undefined;
  /** The line as a byline. */
  byline(): Byline | undefined;
  /** Whether it is the first of several lines without a role, and so equally likely the headline. */
  isFirst(): boolean;
  /** Whether it is the first, but a line of the head below it may be the headline. */
  isAboveHeadline(): boolean;
  /** Whether the line above belongs to the page. */
  isBelowPage(): boolean;
  /** Whether fewer than three paragraphs are above it. */
  isInOpening(): boolean;
  /** Whether another line has a word of the names that it has as a byline. */
  isNamedBeside(): boolean;
}

/** Rules for lines that state the date, the authors or the sources, in the order in which they are tried. */
export const metadataRules: readonly Rule<MetadataPlace>[] = [
  {
    name: "source-label",
    roles: ["sourceLine"],
    looksAt: '"Source: Reuters" between paragraphs: a label for sources and a known one',
    confidence: 0.8,
    example: { part: "text", lines: ["Source: Reuters"] },
    applies: ({ line, part }) => part === "text" && isNamedSource(line),
  },
  {
    name: "updated-at-end",
    roles: ["boilerplate"],
    looksAt: "after the text, a date labelled as that of an update",
    confidence: 0.6,
    example: { part: "end", lines: ["Updated: March 4, 2024"] },
    applies: (place) => place.part === "tail" && isUpdate(place.line) && isDateLine(place),
  },
  {
    name: "date-alone",
    roles: ["date"],
    looksAt: "a date with its year and almost nothing else",
    confidence: 0.9,
    example: { part: "head", lines: ["March 4, 2024"] },
    applies: (place) => hasFullDate(place.line) && place.line.dates.others <= 1 && isDateLine(place),
  },
  {
    name: "date-alone",
    roles: ["date"],
    // "Kyodo, economy desk 2026-06-18 15:32": an outlet or section may be beside the date.
    looksAt: "a date without its year; or one in the head with a few words beside it",
    confidence: 0.7,
    example: { part: "head", lines: ["Economy desk of Kyodo, published 2024-03-04 15:32"] },
    applies: (place) => isDateLine(place),
  },
  {
    name: "date-in-any-language",
    roles: ["date"],
    looksAt:
      "before the text, a day, a word and a year, in whatever order, perhaps with a weekday and a time",
    confidence: 0.7,
    example: { part: "head", lines: ["4 Ayamarqa 2024, 17:46"] },
    applies: ({ line, part }) => part === "head" && isDateShaped(line.text),
  },
  {
    name: "date-bar",
    roles: ["date"],
    looksAt: "a few words and a date with a weekday or a mark beside it; or more words, above the headline",
    confidence: 0.65,
    example: { part: "top", lines: ["Bridge Post in the evening | 11.04.2024"] },
    applies: (place) => isDateBar(place),
  },
  {
    name: "duration",
    roles: ["boilerplate"],
    looksAt: "before the text, minutes and seconds, in any language: how long a film or the text takes",
    confidence: 0.7,
    example: { part: "head", lines: ["River film 01 minutes 12 seconds"] },
    applies: ({ line, part, language }) =>
      part === "head" && line.length <= 60 && /\p{Nd}/u.test(line.text) && isDuration(line.text, language()),
  },
  {
    name: "time-alone",
    roles: ["boilerplate"],
    looksAt: '"01:12" below a line of the page: how long a film is',
    confidence: 0.6,
    example: { part: "head", lines: ["Share", "01:12"] },
    applies: (place) =>
      place.part === "head" && /^\d{1,2}(?::\d\d){1,2}$/u.test(place.line.text) && place.isBelowPage(),
  },
  {
    name: "time-alone",
    roles: ["date"],
    looksAt: "a time of day, a weekday or a day of another calendar, alone above the text",
    confidence: 0.65,
    example: { part: "top", lines: ["09:42"] },
    applies: (place) =>
      place.part === "head" &&
      (!place.isFirst() || place.isAboveHeadline()) &&
      isTimeAlone(place.line, place.language),
  },
  {
    name: "name-with-date",
    roles: ["byline"],
    looksAt: "a name, a date or a time, and nothing else, before the text",
    confidence: 0.75,
    example: { part: "head", lines: ["Jane Doe, March 4, 17:46"] },
    applies: (place) => place.part === "head" && isDatedName(place),
  },
  {
    name: "outlet-date",
    roles: ["date"],
    looksAt: "in head or tail, a date in a line such as dates have in other stories of the outlet",
    confidence: 0.75,
    example: {
      part: "head",
      lines: ["The desk on the left bank of the river, with all its hands, as of March 4, 2024"],
      outlet: [
        {
          shape: "The desk on the left bank of the river, with all its hands, as of #",
          role: "date",
          habit: "date",
        },
      ],
    },
    applies: (place) => hasHabit(place, "date") && place.line.dates.dates.length > 0,
  },
  {
    name: "outlet-byline",
    roles: ["byline"],
    looksAt: "before the text, a label that stands before names in other stories of the outlet",
    confidence: 0.75,
    example: {
      part: "head",
      lines: ["Pennae: Jane Doe"],
      outlet: [{ shape: "Pennae: …", role: "byline", habit: "label" }],
    },
    applies: (place) => hasHabit(place, "byline") && place.part === "head",
  },
  {
    name: "outlet-source",
    roles: ["sourceLine"],
    looksAt: "a label that stands before sources in other stories of the outlet",
    confidence: 0.75,
    example: {
      part: "end",
      lines: ["Fontes: Reuters"],
      outlet: [{ shape: "Fontes: …", role: "sourceLine", habit: "label" }],
    },
    applies: (place) => hasHabit(place, "sourceLine"),
  },
  {
    name: "source-label",
    roles: ["sourceLine"],
    looksAt: "a label for sources and a few names, in head or tail",
    confidence: 0.9,
    example: { part: "end", lines: ["Source: Bridge Post"] },
    applies: ({ line, part }) =>
      part !== "text" &&
      line.length <= 320 &&
      hasSourceLabel(line) &&
      (line.label?.value ?? "").split(/\s+/u).length <= 14,
  },
  {
    name: "byline-of-sources",
    roles: ["sourceLine"],
    looksAt: "a label for authors, and known sources in place of them",
    confidence: 0.8,
    example: { part: "head", lines: ["Author: Reuters, AFP"] },
    applies: (place) =>
      maySaySource(place) &&
      place.line.label?.kinds.has("byline") === true &&
      namesSources(place.line.label.value),
  },
  {
    name: "role-of-author",
    roles: ["boilerplate"],
    looksAt: '"Role, BBC News": a few words and a comma below an author whose label ends in a comma',
    confidence: 0.7,
    example: {
      part: "head",
      lines: [
        "Image source, Reuters",
        "Image caption, Workers on the bridge",
        "Author, Jane Doe",
        "Role, Bridge Post",
      ],
    },
    applies: (place) => place.part === "head" && isRoleOfAuthor(place),
  },
  {
    name: "known-sources-in-head",
    roles: ["sourceLine"],
    looksAt: "before the text, several known sources and nothing else; or one below a byline",
    confidence: 0.65,
    example: { part: "head", lines: ["By Jane Doe", "Reuters"] },
    applies: (place) => place.part === "head" && maySaySource(place) && isSourcesInHead(place),
  },
  {
    name: "desk-line",
    roles: ["sourceLine"],
    looksAt: "after the text, the people who worked on it",
    confidence: 0.95,
    example: { part: "end", lines: ["(Reporting by Jane Doe; editing by the desk)"] },
    applies: (place) => place.part === "tail" && maySaySource(place) && isDeskLine(place.line),
  },
  {
    name: "names-only-known-sources",
    roles: ["sourceLine"],
    looksAt: "after the text, known sources and nothing else",
    confidence: 0.95,
    example: { part: "end", lines: ["Reuters, AFP"] },
    applies: (place) =>
      place.part === "tail" && maySaySource(place) && namesOnlyKnownSources(place.line.text),
  },
  {
    name: "sources-in-brackets",
    roles: ["sourceLine"],
    looksAt: "after the text, sources in brackets, and nothing but initials before them",
    confidence: 0.75,
    example: { part: "end", lines: ["jd/ms (AFP, dpa)"] },
    applies: (place) =>
      place.part === "tail" && maySaySource(place) && namesSourcesInBrackets(place.line.text),
  },
  {
    name: "desk-initials",
    roles: ["sourceLine"],
    looksAt: "after the text, initials with slashes between them",
    confidence: 0.7,
    example: { part: "end", lines: ["jd/ms"] },
    applies: (place) =>
      place.part === "tail" &&
      maySaySource(place) &&
      /^\p{Ll}{2,4}(?:\/\p{Ll}{2,4})+$/u.test(place.line.text),
  },
  {
    name: "byline-label",
    roles: ["byline"],
    looksAt: "a label for authors and a name",
    confidence: 0.9,
    example: { part: "head", lines: ["Author: Jane Doe"] },
    applies: (place) => hasBylineLabel(place.line) && isLabelledByline(place) && mayStateAuthor(place),
  },
  {
    name: "byline-word",
    roles: ["byline"],
    looksAt: '"By", "Reporting by" or another word before a name, unless it may be the headline',
    confidence: 0.9,
    example: { part: "head", lines: ["By Jane Doe"] },
    applies: (place) =>
      !hasBylineLabel(place.line) &&
      isLabelledByline(place) &&
      mayStateAuthor(place) &&
      (!place.isFirst() || place.isAboveHeadline()),
  },
];

/** Whether lines of its shape play the role in other stories of the outlet, above or below the text. */
const hasHabit = ({ line: { outlet }, part }: MetadataPlace, role: Role): boolean =>
  part !== "text" && outlet?.role === role && outlet.habit !== "taught";

const isNamedSource = ({ label, length, endsSentence }: ObservedLine): boolean =>
  label !== undefined &&
  length <= 120 &&
  !endsSentence &&
  label.kinds.has("source") &&
  splitSourceNames(label.value).some((name) => findSource(name) !== undefined);

const hasFullDate = ({ dates }: ObservedLine): boolean => dates.dates.some(({ date }) => date !== undefined);

const isUpdate = ({ dates }: ObservedLine): boolean =>
  dates.isLabelled && dates.dates.every(({ label }) => label === "updated");

/** Whether a line of head or tail is a date, or in the head mostly one. */
function isDateLine({ line, part, byline }: MetadataPlace): boolean {
  const { dates, length } = line;
  if (part === "text") return false;
  if (dates.dates.length === 0 && !(dates.isLabelled && dates.hasHint)) return false;
  if (dates.others <= 1) return true;
  const isMostlyDate =
    part === "head" && dates.others <= 3 && length <= 100 && dates.hasHint && hasFullDate(line);
  return isMostlyDate && !byline()?.names.length;
}

/** "Flash news - Monday 11.04.2024": the section or the issue, with its day. */
function isDateBar({ line, part, byline, isAboveHeadline }: MetadataPlace): boolean {
  const { dates, text, key, length, endsSentence } = line;
  if (part !== "head" || length > 80 || endsSentence || line.isCredited || !hasFullDate(line)) return false;
  if (dates.others > 5 || dates.otherNumbers > 0 || byline()?.names.length) return false;
  const isMarked = /[|｜·•]/u.test(text) || weekdays.find(key) >= 0;
  if (isMarked && dates.others <= 3) return true;
  return (isMarked || /\s[-–—/]\s|[,،]/u.test(text)) && isAboveHeadline();
}

/** "Jane Doe, March 4, 17:46": hardly a word that belongs to neither. */
function isDatedName({ line, byline }: MetadataPlace): boolean {
  const { dates, hasHint, others } = line.dates;
  // "New York, March 4" is a place: datelines have neither a year nor a time of day.
  const isOfPage = hasHint || hasFullDate(line) || (dates.length > 0 && /[|｜·•]/u.test(line.text));
  if (!isOfPage || line.endsSentence) return false;
  const read = byline();
  if (read === undefined || read.names.length === 0) return false;
  // A few characters beside a date are as likely the name of a page or an era.
  if (/\p{Script=Han}/u.test(read.printed) && read.strength !== "labelled") return false;
  return others <= read.printed.split(/\s+/u).length + 1;
}

const hasSourceLabel = ({ label }: ObservedLine): boolean =>
  label !== undefined && label.kinds.has("source") && label.value !== "" && !label.kinds.has("credit");

/** Whether a line of head or tail may name sources without a label. */
const maySaySource = ({ line, part }: MetadataPlace): boolean =>
  part !== "text" && line.length <= 320 && !hasSourceLabel(line) && !line.isOfPicture;

/** Known sources, perhaps beside others that are equally short. */
function namesSources(text: string): boolean {
  const names = splitSourceNames(text);
  return (
    names.some((name) => findSource(name) !== undefined) &&
    names.every((name) => findSource(name) || name.length <= 12)
  );
}

function isSourcesInHead({ line, isBelowByline }: MetadataPlace): boolean {
  if (line.index === 0 || line.length > 60 || !namesOnlyKnownSources(line.text)) return false;
  const count = splitSourceNames(line.text).length;
  return count >= 2 || (count === 1 && isBelowByline);
}

/** "(με πληροφορίες από Reuters, AFP)", "م.ر/ف.ن (AFP, dpa)". */
function namesSourcesInBrackets(text: string): boolean {
  const [, before = "", inside] =
    /^(.{0,14}?)[(（【［[]([^()（）]{2,160})[)）】］\]]\s*\.?$/su.exec(text) ?? [];
  if (inside === undefined || (before !== "" && !/^[\p{L}./\s]{1,14}$/u.test(before))) return false;
  return namesInSourceLine(inside).length > 0 && (before === "" || namesOnlyKnownSources(inside));
}

function isRoleOfAuthor({ line, above, isBelowByline }: MetadataPlace): boolean {
  const isOfAuthor = isBelowByline && above?.label !== undefined && hasComma(above.label);
  const shape = isOfAuthor && line.length <= 80 && !line.endsSentence ? readLabelShape(line.text) : undefined;
  return shape !== undefined && hasComma(shape) && line.dates.dates.length === 0;
}

const hasBylineLabel = ({ label }: ObservedLine): boolean =>
  label?.kinds.has("byline") === true && label.value !== "";

/** Head and tail state the author; a short line among the first paragraphs may, if it names somebody. */
function mayStateAuthor(place: MetadataPlace): boolean {
  const { line, part, byline } = place;
  if (part !== "text") return true;
  if (line.length > 60 || line.endsSentence || !place.isInOpening()) return false;
  if (hasBylineLabel(line)) return (byline()?.names.length ?? 0) > 0;
  // "כתב" is a word for "by", and for much else.
  return hasNameForm.test(line.text) || !place.isNamedBeside();
}

const hasNameForm = /[\p{Lu}\p{Script=Han}\p{Script=Hangul}]/u;

const isLabelledByline = ({ line, byline }: MetadataPlace): boolean =>
  line.length <= 130 &&
  !line.isCredited &&
  line.label?.kinds.has("credit") !== true &&
  byline()?.strength === "labelled";
