import { detectLanguage } from "../phrases/detect-language.ts";
import { isProse, type Bounds } from "./find-body.ts";
import { hasWordsOf } from "./has-words-of.ts";
import { mayBeHeadline } from "./may-be-headline.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";
import { metadataRules } from "./rules/metadata-rules.ts";

/** Claims lines that state the date, the authors or the sources. */
export function claimMetadata(board: RoleBoard, { start, end }: Bounds): void {
  let language: string | undefined;
  for (const line of board.lines) {
    if (!board.isFree(line) || line.isWrapped) continue;
    claimByRules(board, metadataRules, {
      line,
      part: line.index < start ? "head" : line.index >= end ? "tail" : "text",
      above: board.lines[line.index - 1],
      isBelowByline: board.claimOf(board.lines[line.index - 1])?.role === "byline",
      language: () => (language ??= languageFrom(board, start)),
      byline: () => board.bylineOf(line),
      isFirst: () => isFirst(board, line),
      isAboveHeadline: () => isAboveHeadline(board, line, start),
      isBelowPage: () => board.claimOf(board.lines[line.index - 1])?.role === "boilerplate",
      isInOpening: () => isInOpening(board, line, start),
      isNamedBeside: () => isNamedBeside(board, line),
    });
  }
}

/** In lines: a few sentences tell the language. */
const sample = 3;

const languageFrom = (board: RoleBoard, start: number): string =>
  detectLanguage(
    board
      .free(start)
      .slice(0, sample)
      .map(({ text }) => text)
      .join("\n"),
  );

const isFirst = (board: RoleBoard, line: ObservedLine): boolean =>
  board.firstFree() === line && board.firstFree(line.index + 1) !== undefined;

/** Whether it is the first line without a role, and a line of the head below it may be the headline. */
const isAboveHeadline = (board: RoleBoard, line: ObservedLine, start: number): boolean =>
  isFirst(board, line) && board.free(line.index + 1, start).some((below) => mayBeHeadline(below));

/** Whether fewer than three paragraphs are above a line of the text. */
const isInOpening = (board: RoleBoard, line: ObservedLine, start: number): boolean =>
  board.lines.slice(start, line.index).filter((above) => isProse(above)).length < 3;

const isNamedBeside = (board: RoleBoard, line: ObservedLine): boolean =>
  hasWordsOf(
    board.lines.filter((other) => other !== line),
    board.bylineOf(line)?.names ?? [],
  );
