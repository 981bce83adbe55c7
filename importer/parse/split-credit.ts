import { findSource } from "../authority/find-source.ts";
import { creditNoise, creditPrefixes } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";
import { endsSentence } from "./line-shape.ts";
import { readCredit, type Credit } from "./read-credit.ts";

/**
 * How sure it is that the end of a line is a picture's credit: `certain` by its own shape; `likely` for a known
 * source in brackets that belongs to the sentence; `possible` for one after the full stop, as signed articles have
 * it too; `unproven` for an unknown name in brackets.
 */
export type CreditStrength = "certain" | "likely" | "possible" | "unproven";

/** A line of a picture, its credit taken off. */
export interface CreditedText {
  /** Empty if the line is a credit and nothing else. */
  readonly text: string;
  readonly credit: Credit;
  readonly strength: CreditStrength;
}

/** A credit is looked for in the last characters of a line only, so that long lines cost nothing. */
const tailLength = 160;

const brackets = /[(（[［]([^()（）[\]［］]{1,120})[)）\]］]\s*[.。]?$/u;
const prefixed = new RegExp(
  String.raw`(?:^|[\s.。!؟"”）)])((?:${anyOf(creditPrefixes)})\s*[:：]\s*[^:：]{2,100})$`,
  "iu",
);
const sentenceBreak = /[.!?…。！？؟۔]["”’»)]?(?:\s+|(?<=[。！？]))/gu;
const noiseOnly = new RegExp(`^${anyOf(creditNoise)}$`, "iu");

/** Takes the credit off the end of a line; `undefined` if there is none. Pure. */
export function splitCredit(line: string): CreditedText | undefined {
  return inBrackets(line) ?? afterPrefix(line) ?? afterSentence(line) ?? besideSlash(line);
}

function inBrackets(line: string): CreditedText | undefined {
  const match = brackets.exec(line.slice(-tailLength));
  if (match === null) return undefined;
  const [whole, inside = ""] = match;
  const text = line.slice(0, line.length - whole.length).trim();
  const credit = readCredit(inside);
  if (credit !== undefined) {
    const strength = credit.shaped
      ? "certain"
      : endsSentence(text) || /[.。]$/.test(whole)
        ? "possible"
        : "likely";
    return { text, credit, strength };
  }
  if (!isNameLike(inside)) return undefined;
  const printed = inside.trim();
  return { text, credit: { printed, sources: [printed], people: [], shaped: false }, strength: "unproven" };
}

const isNameLike = (text: string): boolean =>
  text.length <= 40 &&
  !/[\d.:!?؟]/.test(text) &&
  text.trim().split(/\s+/).length <= 4 &&
  !noiseOnly.test(text.trim());

function afterPrefix(line: string): CreditedText | undefined {
  const tail = line.slice(-tailLength);
  const found = prefixed.exec(tail)?.[1];
  const credit = found === undefined ? undefined : readCredit(found);
  if (found === undefined || credit === undefined) return undefined;
  return { text: line.slice(0, line.length - found.length).trim(), credit, strength: "certain" };
}

/** "… in Moscow, October 6. REUTERS/Jane Doe": the credit follows a full stop, the first that leaves a credit. */
function afterSentence(line: string): CreditedText | undefined {
  const start = Math.max(0, line.length - tailLength);
  const tail = line.slice(start);
  const breaks = Array.from(tail.matchAll(sentenceBreak), (match) => match.index + match[0].length);
  // A line that is a credit and nothing else has no full stop before it.
  const starts = start === 0 ? [0, ...breaks] : breaks;
  for (const at of starts) {
    const candidate = tail.slice(at);
    const credit = readCredit(candidate.replace(/\.$/, ""));
    if (credit === undefined || credit.sources.length === 0) continue;
    const text = line.slice(0, start + at).trim();
    return { text, credit, strength: credit.shaped ? "certain" : "possible" };
  }
  return undefined;
}

/** "… in Moscow REUTERS/Jane Doe": no full stop, but a known source right before a slash and a name after it. */
function besideSlash(line: string): CreditedText | undefined {
  const tail = line.slice(-tailLength);
  const slash = tail.lastIndexOf("/");
  if (slash < 1) return undefined;
  const words = tail.slice(0, slash).split(" ");
  for (const count of [3, 2, 1]) {
    const agency = words.slice(-count).join(" ").trim();
    if (words.length < count || !findSource(agency)) continue;
    const printed = agency + tail.slice(slash);
    const credit = readCredit(printed);
    if (credit === undefined || !credit.shaped) return undefined;
    return { text: line.slice(0, line.lastIndexOf(printed)).trim(), credit, strength: "certain" };
  }
  return undefined;
}
