import { findSource } from "../authority/find-source.ts";
import { creditNoise, creditPrefixes, creditSuffixes } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";

/** The credit of a picture, taken apart. */
export interface Credit {
  /** As it stands in the text, without the brackets around it. */
  readonly printed: string;
  /** Names of sources, as printed: of known ones, or one that nobody knows yet. */
  readonly sources: readonly string[];
  /** Names of photographers. */
  readonly people: readonly string[];
  /** Whether its own shape (a word such as "Photo:", a name beside a source) makes it a credit. */
  readonly shaped: boolean;
}

const prefix = new RegExp(
  String.raw`^(?:[©®]\s*|${anyOf(creditPrefixes)}\s*[:：/]\s*|${anyOf(creditPrefixes.filter((word) => word.endsWith(" by")))}\s+)`,
  "iu",
);
const suffix = new RegExp(String.raw`\s*${anyOf(creditSuffixes)}$`, "u");
const reporter = /\s*(?:记者|記者|通讯员|實習記者)\s*/u;
const separator =
  /\s*[/|,،、;；+]\s*|\s+(?:via|\/\/)\s+|\s+[-–—]\s+|(?<=\p{Script=Arabic})\s*[-–—]\s*(?=\p{Script=Arabic})/iu;
const noise = new RegExp(`^${anyOf(creditNoise)}$`, "iu");

/**
 * Reads a text as a picture credit; `undefined` if it names no known source, unless its shape says that it is one.
 *
 * Pure. Handles "REUTERS/Jane Doe", "Jane Doe/AP", "Photo: Jane Doe", "AFP via Getty Images", "© dpa", "新华社记者 张三 摄".
 */
export function readCredit(text: string): Credit | undefined {
  const printed = text.trim();
  if (printed === "" || printed.length > 120) return undefined;
  const unprefixed = printed.replace(prefix, "");
  const names = unprefixed.replace(suffix, "");
  const parts = findSource(names) ? [names] : names.split(separator).flatMap(splitReporter);
  const sources: string[] = [];
  const people: string[] = [];
  let others = 0;
  for (const part of parts.map((name) => name.trim()).filter((name) => name !== "")) {
    if (findSource(part)) sources.push(part);
    else if (noise.test(part)) others += 1;
    else if (isPersonName(part)) people.push(part);
    else if (isShortName(part)) others += 1;
    else return undefined;
  }
  const isPrefixed = unprefixed !== printed && parts.length > 0;
  if (sources.length === 0 && !isPrefixed) return undefined;
  return { printed, sources, people, shaped: names !== printed || people.length > 0 || others > 0 };
}

/** Few words and no sentence: an office, a place, a hand-out. */
const isShortName = (text: string): boolean =>
  text.split(/\s+/).length <= 4 && !/[.!?。！？؟]\s|[:：]/u.test(text);

/** "新华社记者张三" names the agency and the person on either side of the word for reporter. */
const splitReporter = (part: string): string[] => part.split(reporter);

const particles = "al|ad|ibn|bin|bint|de|da|di|du|del|della|van|von|der|den|el|la|le|y|ben|abu|st";
const latinName = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:${particles})-?\p{L}*)(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:${particles})-?\p{L}*)){1,4}$`,
  "u",
);
const otherName = /^[\p{L}\p{M}'’״׳-]+(?:\s+[\p{L}\p{M}'’״׳.-]+){1,3}$/u;
const hanName = /^[\p{Script=Han}·]{2,4}$/u;

/** Whether a part of a credit looks like the name of a person: two to five words, in Latin script with capitals. */
function isPersonName(text: string): boolean {
  if (text.length > 40) return false;
  if (hanName.test(text)) return true;
  return /\p{Script=Latin}/u.test(text) ? latinName.test(text) : otherName.test(text);
}
