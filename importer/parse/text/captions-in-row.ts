import { endsSentence, visualLength } from "../phrases/line-shape.ts";
import { namesSource } from "../phrases/names-source.ts";
import { readDateline } from "../phrases/read-dateline.ts";
import { splitBrackets } from "../phrases/split-brackets.ts";
import type { CreditedText } from "../phrases/split-credit.ts";
import type { Line } from "./lines.ts";
import { namedCredit } from "./named-credit.ts";

/** A line that others like it prove to be of a picture. */
export interface LineInRow {
  readonly isCaption: boolean;
  readonly credited: CreditedText | undefined;
}

/**
 * Finds the captions of picture stories, and their credits, by line: three lines or more in a row that end in a name in
 * brackets, or two or more in a row that each have one in the line below. Pure.
 *
 * The names may be unknown, and the captions have any length and any number of sentences.
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
  return mayBeCaption(text) ? { line, below, text, name: end.inside.trim() } : undefined;
}

const itemMark = /^\s*(?:[-–—•▪■▶►●*]|[(（]?[\p{N}a-z]{1,3}\s?[.)）、:])/u;
const quotation = /^["“„«‹「『].*["”“»›」』]$/su;

/** A sentence or a long phrase; no item of a list, no quotation with the name of who said it, no item of the news. */
const mayBeCaption = (text: string): boolean =>
  visualLength(text) >= (endsSentence(text) ? 25 : 50) &&
  !itemMark.test(text) &&
  !quotation.test(text) &&
  (readDateline(text)?.confidence ?? 0) < 0.7;

const longestName = 80;

/** Whether the text in brackets is a known source, or has the form of a name. */
const isCreditName = (inside: string): boolean =>
  (inside.length <= longestName &&
    /^\s*[\p{Lu}\p{Lo}@©]/u.test(inside) &&
    !/[\d:：;؛"“”«»!?؟。…]|\p{L}{3}\.\s/u.test(inside) &&
    visualLength(inside.trim()) >= 4) ||
  namesSource(inside);

function isPictureStory(run: readonly CreditedCaption[]): boolean {
  const isLong = run.length >= 3 || (run.length === 2 && run.every(({ below }) => below !== undefined));
  return isLong && run.some(namesSomebody) && new Set(run.map(({ line }) => line.text)).size === run.length;
}

/** One word in brackets may equally be a party, a country, or the laughter of an audience. */
const namesSomebody = ({ name }: CreditedCaption): boolean =>
  namesSource(name) || /\S[\s/／·・]\S/u.test(name);

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
