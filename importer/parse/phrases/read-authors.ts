import { findSource } from "../authority/find-source.ts";
import { joiningWords } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";
import { cleanLine, cleanLines } from "../cleaning/clean-line.ts";
import { linksIn } from "../cleaning/links-in.ts";
import { matchKey } from "../lexicons/match-key.ts";
import { isPersonName } from "./person-name.ts";
import { readPrintedByline } from "./read-printed-byline.ts";
import { titles } from "./titles.ts";

/** The authors that a field names. */
export interface Authors {
  /** As printed, without a label such as "By", markup and email addresses; absent if nothing is left. */
  readonly printed?: string;
  /** One for each author. */
  readonly names: readonly string[];
}

const joint = new RegExp(
  String.raw`\s*[,،、;&]\s*|\s+(?:${anyOf(joiningWords)})\s+|\s+و(?=\p{Script=Arabic}{2})`,
  "iu",
);

/** No byline is longer, and long texts cost time. */
const longest = 600;

/**
 * Reads a field that names a story's authors: as feeds, exports and tables have it, with or without links, lines,
 * labels and email addresses. Pure.
 *
 * Several names in one field are several authors if it marks them as such, or if each looks like a person's: after
 * "Ada Kern, Harbour Reporter", what follows the comma is a title. Any other text is one name.
 */
export function readAuthors(written: string): Authors {
  const lines = cleanLines(written.slice(0, 20 * longest))
    .map((line) => readPrintedByline(withoutAddresses(line.slice(0, longest))).printed)
    .filter((line) => line !== "");
  const linked = linksIn(written.slice(0, 20 * longest))
    .flatMap((link) => cleanLine(withoutAddresses(link)) ?? [])
    .filter((name) => /\p{L}/u.test(name) && !/^@/.test(name));
  const printed = lines.join(", ");
  const names = linked.length > 0 ? linkedIn(printed, linked) : lines.flatMap(namesIn);
  return { ...(printed === "" ? {} : { printed }), names: [...new Set(names)] };
}

/** "name@press.example (Name)" as RSS requires it, "Name <name@press.example>", and addresses alone. */
const withoutAddresses = (text: string): string =>
  text
    .replace(/\S+@\S+\.\S+\s*\(([^()]+)\)/gu, "$1")
    .replace(/\s*[<([]?(?:mailto:)?[^\s<>()[\]]+@[^\s<>()[\]]+\.[^\s<>()[\],;]+[>)\]]?/giu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s,;]+|[\s,;]+$/gu, "");

/** The links are names, as are others that a word joins to them: "Ada Kern and" before a link. */
function linkedIn(printed: string, linked: readonly string[]): string[] {
  const parts = printed.split(joint);
  const others = parts.filter((part) => !linked.some((name) => name.includes(part) || part.includes(name)));
  const isList = others.every(isPerson) && !/[,،、;]/u.test(printed);
  return [...(isList ? others : []), ...linked].toSorted((a, b) => printed.indexOf(a) - printed.indexOf(b));
}

/** @param at The first line is of the author, whatever it looks like; another may be the author's title. */
function namesIn(line: string, at: number): string[] {
  const parts = line.split(joint).filter((part) => part !== "");
  const isExplained = parts.every(
    (part) => isPerson(part) || isTitle(part) || findSource(part) !== undefined,
  );
  if (parts.length > 1 && isExplained && isPerson(parts[0] ?? "")) return parts.filter(isPerson);
  return at === 0 || isPerson(line) ? [line] : [];
}

const isPerson = (text: string): boolean =>
  isPersonName(text) && findSource(text) === undefined && !isTitle(text);

const isTitle = (text: string): boolean => titles.find(matchKey(text)) >= 0;
