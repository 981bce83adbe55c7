import { isRightBelow } from "./is-right-below.ts";
import { endsSentence, visualLength } from "../phrases/line-shape.ts";
import { namesSource } from "../phrases/names-source.ts";
import { readDateline } from "../phrases/read-dateline.ts";
import { splitBrackets } from "../phrases/split-brackets.ts";
import { type CreditedText, withoutUnknownLabel } from "../phrases/split-credit.ts";
import type { Line } from "./lines.ts";
import { namedCredit } from "./named-credit.ts";

/** A line that others like it prove to be of a picture. */
export interface LineInRow {
  readonly isCaption: boolean;
  readonly credited: CreditedText | undefined;
}

/**
 * Finds the captions of picture stories, and their credits, by line. Pure.
 *
 * Three lines or more in a row that end in a name in brackets prove each other, as do two or more in a row that each have
 * one in the line below, and anywhere two few words with a name below them. The names may be unknown, and captions in a
 * row have any length and any number of sentences.
 */
export function captionsInRow(lines: readonly Line[]): ReadonlyMap<Line, LineInRow> {
  const found = new Map<Line, LineInRow>();
  // The first line is the headline.
  for (let at = 1; at < lines.length;) {
    const run = runFrom(lines, at);
    if (isPictureStory(run)) {
      const outlets = outletsIn(run);
      for (const caption of run) claim(found, caption, outlets);
    }
    at += Math.max(
      1,
      run.reduce((count, { below }) => count + (below === undefined ? 1 : 2), 0),
    );
  }
  const others = lines.flatMap((line, at) => {
    const caption = at > 0 && !found.has(line) ? captionAt(line, lines[at + 1]) : undefined;
    return caption !== undefined && isFewWordsAboveName(caption) ? [caption] : [];
  });
  if (others.length >= 2) for (const caption of others) claim(found, caption, outletsIn(others));
  return found;
}

/** A caption with the name in its credit. */
interface CreditedCaption {
  readonly line: Line;
  /** The line with the name, if it is not the same. */
  readonly below: Line | undefined;
  readonly text: string;
  readonly name: string;
}

function runFrom(lines: readonly Line[], start: number): CreditedCaption[] {
  const run: CreditedCaption[] = [];
  for (let at = start; ;) {
    const caption = captionAt(lines[at], lines[at + 1]);
    if (caption === undefined) return run;
    run.push(caption);
    at += caption.below === undefined ? 1 : 2;
  }
}

function captionAt(line: Line | undefined, next: Line | undefined): CreditedCaption | undefined {
  if (line === undefined) return undefined;
  const own = splitBrackets(line.text);
  const end = own ?? (next && splitBrackets(next.text));
  if (end === undefined || end.hasStop || !isCreditName(end.inside)) return undefined;
  const [text, below] = own === undefined ? [line.text, next] : [own.text, undefined];
  if (below !== undefined && end.text !== "") return undefined;
  const caption = { line, below, text, name: withoutUnknownLabel(end.inside) };
  return mayBeCaption(caption) ? caption : undefined;
}

const itemMark = /^\s*(?:[-–—•▪■▶►●*]|[(（]?[\p{N}a-z]{1,3}\s?[.)）、:])/u;
const quotation = /^["“„«‹「『].*["”“»›」』]$/su;

/**
 * No item of a list, no quotation with the name of who said it, no item of the news; where the name is in the same line,
 * a sentence or a long phrase.
 */
const mayBeCaption = ({ text, below, name }: CreditedCaption): boolean =>
  (below === undefined
    ? visualLength(text) >= (endsSentence(text) ? 25 : 50)
    : visualLength(text) >= 8 && (visualLength(text) >= 50 || isName(name))) &&
  !itemMark.test(text) &&
  !quotation.test(text) &&
  (readDateline(text)?.confidence ?? 0) < 0.7;

/** Elsewhere than in a row, a sentence above a name may equally be a paragraph. */
const isFewWordsAboveName = ({ line, below, text, name }: CreditedCaption): boolean =>
  below !== undefined &&
  isRightBelow(below, line) &&
  !endsSentence(text) &&
  visualLength(text) <= 150 &&
  isName(name);

const longestName = 80;

/** Whether the text in brackets is a known source, or has the form of a name, perhaps after a label. */
function isCreditName(inside: string): boolean {
  const name = inside.replace(/^\s*[\p{L}\p{M}\s]{2,40}[:：]\s*/u, "").trim();
  const isNameLike =
    name.length <= longestName &&
    visualLength(name) >= 4 &&
    /^[\p{Lu}\p{Lo}@©]/u.test(name) &&
    !/[\d:：;؛"“”«»!?؟。…]|\p{L}{3}\.\s/u.test(name);
  return isNameLike || namesSource(inside);
}

function isPictureStory(run: readonly CreditedCaption[]): boolean {
  const isLong = run.length >= 3 || (run.length === 2 && run.every(({ below }) => below !== undefined));
  return (
    isLong &&
    run.some(({ name }) => isName(name)) &&
    new Set(run.map(({ line }) => line.text)).size === run.length
  );
}

/** One word in brackets may equally be a party, a country, or the laughter of an audience. */
const isName = (name: string): boolean => namesSource(name) || /\S[\s/／·・]\S/u.test(name);

/** "Jane Doe/Bridge Museum", "Bridge Museum/John Smith": the name beside several others is no photographer's. */
function outletsIn(run: readonly CreditedCaption[]): ReadonlySet<string> {
  const beside = new Map<string, Set<string>>();
  for (const { name } of run) {
    const parts = name.split(/\s*[/／]\s*/u);
    for (const part of parts) {
      const others = beside.get(part) ?? new Set();
      beside.set(part, others.union(new Set(parts.filter((other) => other !== part))));
    }
  }
  return new Set([...beside].filter(([, others]) => others.size > 1).map(([part]) => part));
}

function claim(
  found: Map<Line, LineInRow>,
  { line, below, text, name }: CreditedCaption,
  outlets: ReadonlySet<string>,
): void {
  if (below === undefined) found.set(line, { isCaption: true, credited: namedCredit(text, name, outlets) });
  else {
    found.set(line, { isCaption: true, credited: undefined });
    found.set(below, { isCaption: false, credited: namedCredit("", name, outlets) });
  }
}
