import { sentenceTerminals } from "../../sentence-terminals.ts";
import { findSource } from "../authority/find-source.ts";
import { matchKey } from "../lexicons/match-key.ts";
import { creditNoise, creditPrefixes, creditSuffixes, creditWords } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";
import { indexPhrases } from "../lexicons/phrase-index.ts";
import { isPersonName } from "./person-name.ts";

/** The parts of a picture's credit. */
export interface Credit {
  /** As in the text, without surrounding brackets. */
  readonly printed: string;
  /** Names of sources as printed: known ones, or a single unknown one. */
  readonly sources: readonly string[];
  /** Names of photographers. */
  readonly people: readonly string[];
  /** Whether its form alone (a word such as "Photo:", a name beside a source) makes it a credit. */
  readonly shaped: boolean;
}

const labels = indexPhrases(creditPrefixes);
const words = indexPhrases(creditWords);
const noise = indexPhrases(creditNoise);
const suffix = new RegExp(String.raw`\s*${anyOf(creditSuffixes)}$`, "u");
const reporter = /\s*(?:本报|新华社|中新社)?(?:记者|記者|通讯员|實習記者|实习记者)\s*/u;
const separator =
  /\s*[/|,،、;；+•·／｜＝]\s*|\s+(?:via|VIA|Via|\/\/)\s+|\s+(?:for|für|pour|para)\s+(?=\p{Lu})|\s+[-–—]\s+|(?<=\p{Script=Arabic})\s*[-–—]\s*(?=\p{Script=Arabic})/u;
const copyright = /^(?:[©®℗]|\(c\))\s*(?:(?:19|20)\d\d\s+)?/iu;

/**
 * Reads a text as a picture credit; `undefined` if it names no known source, unless its form shows that it is a
 * credit.
 *
 * Pure. Handles "REUTERS/Jane Doe", "Jane Doe/AP", "Photo: Jane Doe", "AFP via Getty Images", "© dpa", "新华社记者 张三 摄".
 */
export function readCredit(text: string): Credit | undefined {
  const printed = text.trim().replace(/\.$/u, "");
  if (printed === "" || printed.length > 120) return undefined;
  const unprefixed = withoutPrefix(printed);
  if (unprefixed === "") return undefined;
  const isPrefixed = unprefixed !== printed;
  const names = suffix.test(unprefixed) ? unprefixed.replace(suffix, "") : unprefixed;
  const parts = findSource(names) ? [names] : names.split(separator).flatMap(splitReporter);
  const sources: string[] = [];
  const people: string[] = [];
  let others = 0;
  const unknown: string[] = [];
  for (const part of parts
    .map((name) => name.trim().replace(/^[([（]|[)\]）]$/gu, ""))
    .filter((name) => name !== "")) {
    if (findSource(part)) sources.push(part);
    else if (noise.has(matchKey(part))) others += 1;
    else if (isPersonName(part)) people.push(part);
    else if (!isPrefixed && isPhrase(part) && names.includes(`${part},`)) return undefined;
    else if (isShortName(part)) {
      others += 1;
      unknown.push(part);
    } else return undefined;
  }
  if (sources.length === 0 && !isPrefixed && names === unprefixed) return undefined;
  if (sources.length + people.length + others === 0) return undefined;
  if (
    isPrefixed &&
    sources.length + people.length === 0 &&
    names.split(separator).every((part) => noise.has(matchKey(part)))
  )
    return undefined;
  // "Photo courtesy of the county museum": an unknown name in a credit is the picture's source.
  const [only] = unknown;
  const isNamed = only !== undefined && unknown.length === 1 && sources.length + people.length === 0;
  if (isNamed && (isPrefixed || names !== unprefixed) && !/\d/u.test(only)) sources.push(only);
  return {
    printed,
    sources,
    people,
    shaped: isPrefixed || names !== unprefixed || people.length > 0 || others > 0,
  };
}

/** Removes "Photo:", "Photo by", "©" from the start, including several in a row. */
function withoutPrefix(text: string): string {
  const marked = text.replace(copyright, "");
  const colon = /^([^:：/／|,，،]{1,40}?)\s*[:：/／|,，،=＝]\s*/u.exec(marked);
  if (colon?.[1] !== undefined && labels.has(matchKey(colon[1])))
    return withoutWords(marked.slice(colon[0].length));
  const rest = withoutWords(marked);
  return rest === "" ? marked : rest;
}

function withoutWords(text: string): string {
  const key = matchKey(text.slice(0, 60));
  const length = words.lengthAt(key, 0);
  if (length === 0) return text;
  // As many words of the text as the phrase has, with the marks between them.
  const count = key.slice(0, length).split(" ").length;
  const start = new RegExp(
    String.raw`^(?:[^\p{L}\p{N}]*[\p{L}\p{N}\p{M}'’.]+){${String(count)}}[\s:：]*`,
    "u",
  ).exec(text);
  return start === null ? text : text.slice(start[0].length);
}

/** A few words and no sentence: an office, a place, a hand-out. */
const isShortName = (text: string): boolean =>
  text.split(/\s+/).length <= 5 && text.length <= 60 && !sentenceOrColon.test(text);

const sentenceOrColon = new RegExp(String.raw`[${sentenceTerminals}]\s|[:：]`, "u");

/** "Crane works at the pier, REUTERS/Jane Doe": lower-case words before a comma describe the picture. */
const isPhrase = (text: string): boolean => (text.match(/(?<![\p{L}\p{M}])\p{Ll}{3,}/gu) ?? []).length >= 2;

/** "新华社记者张三" has the agency and the person on either side of the word for reporter. */
function splitReporter(part: string): string[] {
  const at = reporter.exec(part);
  if (at === null) return [part];
  const agency = /新华社|中新社|本报/u.exec(at[0])?.[0] ?? "";
  return [part.slice(0, at.index) + agency, part.slice(at.index + at[0].length)];
}
