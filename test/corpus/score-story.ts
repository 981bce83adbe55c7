import { findSource } from "../../importer/parse/authority/find-source.ts";
import { matchKey } from "../../importer/parse/lexicons/match-key.ts";
import { readLabel } from "../../importer/parse/lexicons/labels.ts";
import type { ParsedStory } from "../../importer/parse/parsed-story.ts";
import { assignRoles } from "../../importer/parse/text/assign-roles.ts";
import { groupLines, type Claim, type RoledLine } from "../../importer/parse/text/lines.ts";
import { parseText } from "../../importer/parse/text/parse-text.ts";
import type { CorpusStory, Gold } from "./read-corpus.ts";

/** One thing that was asked of a story: what a person says, and what the parser says. */
export interface Judged {
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
}

/** A line of a story: the role that a person gave it, and the one that the parser gave it. */
export interface JudgedLine extends Judged {
  readonly text: string;
  readonly claim: Claim;
}

/** All that was asked of one story. */
export interface StoryScore {
  readonly story: CorpusStory;
  /** A role for each line that is not blank. */
  readonly lines: readonly JudgedLine[];
  /** The fields that the story has, or that the parser says it has; absent is the empty text. */
  readonly fields: readonly Judged[];
}

/** What a reader makes of a text. */
export interface ReadText {
  readonly lines: readonly RoledLine[];
  readonly story: ParsedStory;
}

/** Reads a text by itself, as one of an unknown outlet. */
export const readAlone = (text: string): ReadText => ({
  lines: assignRoles(groupLines(text)),
  story: parseText(text),
});

/** Holds what the parser makes of a story against its gold. */
export function scoreStory(story: CorpusStory, read: ReadText = readAlone(story.text)): StoryScore {
  const [asked, given] = [fieldsOfGold(story.gold), fieldsOfStory(read.story)];
  const fields = Object.keys(asked)
    .map((what) => ({ what, wanted: asked[what] ?? "", got: given[what] ?? "" }))
    .filter((field) => field.wanted !== "" || field.got !== "");
  return { story, lines: judgeLines(read.lines, story.gold.roles), fields };
}

/** Holds the roles of lines against those that a person gave them. */
export function judgeLines(lines: readonly RoledLine[], roles: Gold["roles"]): JudgedLine[] {
  const wanted = new Map(roles.map(({ line, role }) => [line, role]));
  return lines.map(({ number, text, ...claim }) => ({
    what: `line ${number}`,
    wanted: wanted.get(number) ?? "",
    got: claim.role,
    text,
    claim,
  }));
}

/** Fields in a form in which equal means right; spelling of a source does not count, what it stands for does. */
function fieldsOfGold({ fields }: Gold): Record<string, string> {
  const { dateline, publishedAt, embargoedUntil } = fields;
  return {
    headline: plain(fields.headline),
    kicker: plain(fields.kicker),
    subHeadline: plain(fields.subHeadline),
    byline: plain(fields.byline),
    creators: (fields.creators ?? []).map(plain).join(" | "),
    dateline: plain(dateline?.place ?? dateline?.printed),
    "dateline date": dateline?.date ?? "",
    date: publishedAt?.slice(0, 10) ?? "",
    credits: (fields.credits ?? []).map(creditKey).toSorted().join(" | "),
    "image sources": sourcesOf(fields.imageSources ?? []),
    // Where only the dateline names the agency, the story is of that agency.
    sources: sourcesOf(fields.sources ?? fields.datelineSources ?? dateline?.agency ?? []),
    status: (fields.pubStatus ?? "usable") === "usable" ? "" : (fields.pubStatus ?? ""),
    embargo: embargoedUntil === undefined ? "" : instantOf(embargoedUntil),
    pictures: String(fields.pictures ?? 0),
  };
}

function fieldsOfStory(story: ParsedStory): Record<string, string> {
  const { dateline, publishedAt, control, pictures } = story;
  return {
    headline: plain(story.headline),
    kicker: plain(story.kicker),
    subHeadline: plain(story.subHeadline),
    byline: plain(story.byline),
    creators: story.creators.map(({ name }) => plain(name)).join(" | "),
    dateline: plain(dateline?.place ?? dateline?.printed),
    "dateline date": dateline?.date ?? "",
    date: publishedAt?.slice(0, 10) ?? "",
    credits: pictures
      .flatMap(({ creditLine }) => creditLine ?? [])
      .map(creditKey)
      .toSorted()
      .join(" | "),
    "image sources": sourcesOf(pictures.flatMap(({ sources }) => sources.slice(0, 1))),
    sources: sourcesOf(story.infoSources.map(({ printed }) => printed)),
    status: (control?.pubStatus ?? "usable") === "usable" ? "" : (control?.pubStatus ?? ""),
    embargo: control?.embargoedUntil === undefined ? "" : instantOf(control.embargoedUntil),
    pictures: String(pictures.length),
  };
}

/** Marks that readers cannot see are no part of an answer: a person copied them along, or did not. */
const plain = (text: string | undefined): string =>
  (text ?? "")
    .normalize("NFC")
    .replace(/\p{Bidi_Control}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

/** A label such as "Photo:" is printed with the credit, or not: that is no mistake. */
function creditKey(text: string): string {
  const label = readLabel(text);
  return matchKey(
    label?.kinds.has("credit") === true && label.value !== "" ? label.value : text.replace(/^[©®]\s*/u, ""),
  );
}

const sourcesOf = (names: readonly string[]): string =>
  [...new Set(names.map((name) => findSource(name)?.slug ?? matchKey(name)))].toSorted().join(" | ");

const instantOf = (time: string): string => new Date(time).toISOString();
