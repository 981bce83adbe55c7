import type { Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Claims the items of lists and the rows of tables. */
export function claimLists(board: RoleBoard, { start, end }: Bounds): void {
  const pageBegins = board.lines.findIndex(
    (line) => line.index >= end && board.claimOf(line)?.role === "boilerplate",
  );
  const limit = pageBegins < 0 ? board.lines.length : pageBegins;
  const lines = board.free(0, limit).filter((line) => !line.isCredit && !line.isWrapped);
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const run = runFrom(lines, at, start, board);
    for (const item of lines.slice(at, at + (run?.length ?? 0))) {
      board.claim(item, { role: "listItem", rule: run?.rule ?? "", confidence: run?.confidence ?? 0 });
    }
    at += run?.length ?? 1;
  }
}

interface Run {
  readonly length: number;
  readonly rule: string;
  readonly confidence: number;
}

const bullet = /^\s*[•▪■□◆◇▽▼▲▶►●○◦‣✓✔✅➢➤*＊・·．◾🔹🔸]\s*\S/u;
const dashed = /^\s*[-–—]\s+\S/u;
const numbered = /^\s*[(（]?(?:\d{1,2}|[٠-٩۰-۹]{1,2}|[a-z])\s?[.)）、-]\s+\S/u;
const row = /\S(?:\s{2,}|\t)\S/u;
const pair = /^[^:：.!?。]{1,45}[:：]\s?\S/u;

function runFrom(
  lines: readonly ObservedLine[],
  at: number,
  start: number,
  board: RoleBoard,
): Run | undefined {
  const line = lines[at];
  if (line === undefined || at === 0) return undefined;
  const count = (isItem: (line: ObservedLine) => boolean): number => {
    let end = at;
    while (end < lines.length) {
      const item = lines[end];
      const before = lines[end - 1];
      if (item === undefined || !isItem(item)) break;
      if (end > at && before !== undefined && isParted(board, before, item)) break;
      end += 1;
    }
    return end - at;
  };
  const bullets = count(({ text }) => bullet.test(text));
  if (bullets >= 2 || (bullets === 1 && /^\s*[•◦‣✓✔]/u.test(line.text))) {
    return { length: bullets, rule: "bullets", confidence: 0.95 };
  }
  const dashes = count(({ text, length }) => dashed.test(text) && length <= 300);
  if (dashes >= 2) return { length: dashes, rule: "dashes", confidence: 0.8 };
  const numbers = count(({ text, length }) => numbered.test(text) && length <= 400);
  if (numbers >= 2) return { length: numbers, rule: "numbers", confidence: 0.9 };
  if (line.index < start) return undefined;
  const rows = count(
    ({ text, length, endsSentence }) => length <= 110 && row.test(text) && !(endsSentence && length > 60),
  );
  if (rows >= 3) return { length: rows, rule: "table-rows", confidence: 0.8 };
  const before = board.lines[line.index - 1];
  if (before !== undefined && /[:：]\s*$/u.test(before.text) && before.length >= 15) {
    const items = count((item) => item.length <= 130 && !isSentenceOf(item) && item.index > start);
    if (items >= 2) return { length: items, rule: "after-colon", confidence: 0.75 };
  }
  const pairs = count(({ text, length }) => pair.test(text) && length <= 160 && !/^["“«„]/u.test(text));
  const even = count(
    (item) => item.length <= 90 && !isSentenceOf(item) && !item.endsWithPunctuation && item.index > start,
  );
  const run = lines.slice(at, at + even);
  const [head, second] = run;
  const isHeaded =
    head !== undefined && second !== undefined && !hasDigit(head) && hasDigit(second) && !row.test(head.text);
  if (isHeaded) return undefined;
  // What heads the next part has no number, and ends the run.
  const numberedRows = run.findLastIndex(hasDigit) + 1;
  if (numberedRows >= 3 && run.filter(hasDigit).length >= 0.5 * numberedRows) {
    return { length: numberedRows, rule: "lines-with-numbers", confidence: 0.65 };
  }
  return pairs >= 3 ? { length: pairs, rule: "name-and-value", confidence: 0.7 } : undefined;
}

const hasDigit = ({ text }: ObservedLine): boolean => /\d|[٠-٩۰-۹]/u.test(text);

/** A full stop ends a sentence, but not an abbreviated unit at the end of "31.2 in.". */
const isSentenceOf = (line: ObservedLine): boolean =>
  line.endsSentence && !bullet.test(line.text) && !(line.words <= 5 && /\d/u.test(line.text));

/** Whether another part of the story stands between two lines. */
const isParted = (board: RoleBoard, before: ObservedLine, line: ObservedLine): boolean =>
  board.lines
    .slice(before.index + 1, line.index)
    .some((other) => board.claimOf(other)?.role !== "boilerplate");
