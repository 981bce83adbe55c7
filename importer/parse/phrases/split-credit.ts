import { sentenceBreak } from "../../sentence-break.ts";
import { sentenceTerminals } from "../../sentence-terminals.ts";
import { findSource } from "../authority/find-source.ts";
import { labelKindsOf } from "../lexicons/labels.ts";
import { matchKey } from "../lexicons/match-key.ts";
import { creditNoise, creditPrefixes, creditWords } from "../authority/source-words.ts";
import { indexPhrases } from "../lexicons/phrase-index.ts";
import { endsSentence } from "./line-shape.ts";
import { readCredit, type Credit } from "./read-credit.ts";
import { splitBrackets } from "./split-brackets.ts";

/**
 * How certain it is that the end of a line is a picture's credit: `certain` by its own form; `likely` for a known
 * source in brackets within the sentence; `possible` for one after the full stop, where signed articles have it too;
 * `unproven` for an unknown name in brackets.
 */
type CreditStrength = "certain" | "likely" | "possible" | "unproven";

/** A line of a picture, with its credit separated. */
export interface CreditedText {
  /** Empty if the line is only a credit. */
  readonly text: string;
  readonly credit: Credit;
  readonly strength: CreditStrength;
}

/** Only the last characters of a line are searched for a credit, so that long lines cost nothing. */
const tailLength = 160;

const partBreak = new RegExp(String.raw`${sentenceBreak}|\s+[|｜•–—]\s+|\S\s{2,}(?=\S)`, "gu");
const terminal = new RegExp(`[${sentenceTerminals}]`, "u");
const labels = indexPhrases(creditPrefixes);
const words = indexPhrases(creditWords);
const noise = indexPhrases(creditNoise);

/** Separates the credit from the end of a line; `undefined` if there is none. Pure. */
export function splitCredit(line: string): CreditedText | undefined {
  return inBrackets(line) ?? afterLabel(line) ?? afterSentence(line) ?? besideSlash(line);
}

function inBrackets(line: string): CreditedText | undefined {
  const split = splitBrackets(line);
  if (split === undefined) return undefined;
  const { text, inside, hasStop } = split;
  const credit = readCredit(inside) ?? readHandle(inside) ?? afterUnknownLabel(inside);
  if (credit !== undefined) {
    const isAfterSentence = endsSentence(text) || hasStop;
    const strength = credit.shaped ? "certain" : isAfterSentence ? "possible" : "likely";
    return { text, credit, strength };
  }
  const printed = inside.trim();
  if (noise.has(matchKey(printed)) || endsInNoise(printed)) {
    return text.split(/\s+/u).length < 2
      ? undefined
      : { text, credit: { printed, sources: [], people: [], shaped: true }, strength: "certain" };
  }
  const name = withoutUnknownLabel(inside);
  if (!isNameLike(name)) return undefined;
  return {
    text,
    credit: { printed: name, sources: [name], people: [], shaped: false },
    strength: "unproven",
  };
}

/** A word or two before a colon, in a language that no lexicon knows. */
const unknownLabel = /^\s*[\p{L}\p{M}]{2,20}(?:\s[\p{L}\p{M}]{2,20})?\s?[:：]\s*(?=\S)/u;

/** The text after a word or two and a colon that no lexicon knows: "Picha: Jane Doe". Pure. */
export function withoutUnknownLabel(text: string): string {
  const label = unknownLabel.exec(text)?.[0] ?? "";
  return labelKindsOf(label).size > 0 ? text.trim() : text.slice(label.length).trim();
}

/** "Picha: Jane Doe/AP": a known source proves that the word before the colon is a label of credits. */
function afterUnknownLabel(text: string): Credit | undefined {
  const label = unknownLabel.exec(text)?.[0];
  if (label === undefined || labelKindsOf(label).size > 0) return undefined;
  const credit = readCredit(text.slice(label.length));
  return credit === undefined || credit.sources.length === 0 ? undefined : { ...credit, shaped: true };
}

/** A social media account: "(X: @name)". */
function readHandle(text: string): Credit | undefined {
  const printed = text.trim();
  if (
    !/^(?:X|Twitter|Instagram|IG|Facebook|TikTok|Telegram|تويتر|إكس|انستغرام|فيسبوك|توییتر|اینستاگرام)?\s*[:：/|]?\s*@[\w.]{2,30}$/iu.test(
      printed,
    )
  ) {
    return undefined;
  }
  return { printed, sources: [], people: [], shaped: true };
}

const endsInNoise = (text: string): boolean => {
  const parts = text.split(/[/،,、\-–]/u).map((part) => matchKey(part));
  return parts.length > 1 && parts.some((part) => noise.has(part));
};

const isNameLike = (text: string): boolean =>
  text.length <= 40 && !/[\d:]/.test(text) && !terminal.test(text) && text.trim().split(/\s+/).length <= 4;

const wordsBefore = new RegExp(String.raw`[\s${sentenceTerminals}"”'’)）\]】|،,]+`, "u");

/** "… in the park. Photo: Jane Doe", "ילדים בפארק צילום: רויטרס": the last words before the colon are the label. */
function afterLabel(line: string): CreditedText | undefined {
  const tail = line.slice(-tailLength);
  const colon = Math.max(tail.lastIndexOf(":"), tail.lastIndexOf("："));
  if (colon < 0 || tail.length - colon < 3 || tail.length - colon > 102) return undefined;
  const before = tail.slice(0, colon).trimEnd();
  const candidates = before.slice(-60).split(wordsBefore).slice(-4);
  for (let skip = 0; skip < candidates.length; skip += 1) {
    const label = candidates.slice(skip).join(" ");
    if (!before.endsWith(label) || !labels.has(matchKey(label))) continue;
    const at = before.length - label.length;
    const credit = readCredit(tail.slice(at));
    if (credit === undefined) return undefined;
    return { text: line.slice(0, line.length - (tail.length - at)).trim(), credit, strength: "certain" };
  }
  return undefined;
}

/**
 * "… in Moscow, October 6. REUTERS/Jane Doe", "… at night. Photo courtesy of the museum": the credit follows a full
 * stop or another break, the first that leaves a credit.
 */
function afterSentence(line: string): CreditedText | undefined {
  const start = Math.max(0, line.length - tailLength);
  const tail = line.slice(start);
  const breaks = Array.from(tail.matchAll(partBreak), (match) => match.index + match[0].length);
  // A line that is only a credit has no full stop before it.
  const sign = tail.search(/[©®]/u);
  const equals = afterEquals(tail);
  const starts = [
    ...(start === 0 ? [0] : []),
    ...breaks,
    ...(sign > 0 ? [sign] : []),
    ...(equals === undefined ? [] : [equals]),
  ];
  for (const at of starts) {
    const candidate = tail.slice(at).replace(/\.$/, "");
    if (candidate === "") continue;
    const isSetApart = /[|｜•–—]\s+$/u.test(tail.slice(0, at));
    const credit = readCredit(candidate) ?? (isSetApart ? afterUnknownLabel(candidate) : undefined);
    if (credit === undefined) continue;
    const isSigned =
      credit.sources.length > 0 || at === equals || (opensCredit(candidate) && isNamed(credit));
    if (!isSigned) continue;
    const text = line
      .slice(0, start + at)
      .replace(/[\s|｜•–—]+$/u, "")
      .trim();
    return { text, credit, strength: credit.shaped ? "certain" : "possible" };
  }
  return undefined;
}

/** Whether a text begins like a credit: "Photo courtesy of …", "© …". */
const opensCredit = (text: string): boolean =>
  text.startsWith("©") || words.lengthAt(matchKey(text.slice(0, 60)), 0) > 0;

/** "灯台の日誌＝3日、江古町、山田太郎撮影": Japanese captions put day, place and photographer after an equals sign. */
function afterEquals(tail: string): number | undefined {
  const at = Math.max(tail.lastIndexOf("＝"), tail.lastIndexOf("="));
  if (
    at < 1 ||
    tail.length - at > 60 ||
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(tail)
  )
    return undefined;
  const last = Math.max(tail.lastIndexOf("、"), tail.lastIndexOf("で"));
  return /\d/u.test(tail.slice(at)) && last > at ? last + 1 : at + 1;
}

/** Whether the text after "photo" is a capitalised name, not the rest of a sentence. */
const isNamed = ({ people, printed }: Credit): boolean =>
  people.length > 0 || /\s(?:\p{Lu}[\p{L}\p{M}.'’-]*|\p{Lo}+)$/u.test(printed) || /^©/u.test(printed);

/** "… in Moscow REUTERS/Jane Doe": no full stop, but a known source right before a slash and a name. */
function besideSlash(line: string): CreditedText | undefined {
  const tail = line.slice(-tailLength);
  const slash = tail.lastIndexOf("/");
  if (slash < 1) return undefined;
  const before = tail.slice(0, slash).split(" ");
  for (const count of [3, 2, 1]) {
    const agency = before.slice(-count).join(" ").trim();
    if (before.length < count || !findSource(agency)) continue;
    const printed = agency + tail.slice(slash);
    const credit = readCredit(printed);
    if (credit === undefined || !credit.shaped) return undefined;
    return { text: line.slice(0, line.lastIndexOf(printed)).trim(), credit, strength: "certain" };
  }
  return undefined;
}
