import type { ParsedTable } from "../../parsed-story.ts";
import { formOf } from "./element-forms.ts";
import type { HtmlElement } from "./read-tree.ts";
import { attribute, elementsIn, findElement, textOf } from "./walk-tree.ts";

/** A cell with more text is a column of a page. */
const longestCell = 400;
/** Without a head, columns of text look like a table. */
const longestFigure = 200;
const mostCells = 20_000;
const mostSpanned = 100;

/** Whether a table holds data, and does not lay out a page. Pure, and takes time linear in the table. */
export function isDataTable(table: HtmlElement): boolean {
  if (table.name !== "table" || /^(?:presentation|none)$/.test(attribute(table, "role") ?? "")) return false;
  let hasHead = false;
  let holdsStory = false;
  let links = 0;
  for (const part of elementsIn(table)) {
    if (part !== table && part.name === "table") return false;
    if (/^(?:th|thead|caption)$/.test(part.name) && textOf(part) !== "") hasHead = true;
    if (storyParts.test(part.name)) holdsStory = true;
    if (part.name === "a") links += textOf(part).length;
  }
  const rows = rowsOf(table);
  const texts = rows.map(({ cells }) => cells.map(textOf));
  const columns = widest(texts);
  const lengths = texts.flat().map(({ length }) => length);
  const letters = lengths.reduce((sum, length) => sum + length, 0);
  if (letters === 0 || lengths.length > mostCells || lengths.some((length) => length > longestCell))
    return false;
  if (hasHead) return rows.length > 1 || columns > 1;
  return (
    !holdsStory &&
    rows.length > 1 &&
    columns > 1 &&
    links <= letters / 2 &&
    lengths.every((length) => length <= longestFigure) &&
    texts.filter((cells) => cells.filter((text) => text !== "").length > 1).length > 1
  );
}

const storyParts = /^(?:h[1-6]|img|amp-img|figure|picture|blockquote|article|section|form)$/;

/**
 * Reads a table of data: its caption, and its rows with as many cells each, in the order in which they are shown. Pure.
 *
 * @param wordsOf The words of a cell, its lines separated by line breaks.
 */
export function readTable(table: HtmlElement, wordsOf: (cell: HtmlElement) => string): ParsedTable {
  const found = rowsOf(table);
  const caption = textOf(findElement(table, ({ name }) => name === "caption") ?? { kind: "text", text: "" });
  const [first] = found;
  const isHead =
    first !== undefined &&
    (first.isInHead || first.cells.every((cell) => cell.name === "th" || textOf(cell) === ""));
  const rows = withoutEmptyColumns(spread(found, wordsOf));
  return {
    kind: "table",
    ...(caption === "" ? {} : { caption }),
    hasHeaderRow: isHead && rows.length > 1,
    rows,
  };
}

interface Row {
  readonly cells: readonly HtmlElement[];
  readonly isInHead: boolean;
}

/** The rows with text; the foot may come before the body, and is shown after it. */
function rowsOf(table: HtmlElement): Row[] {
  const rows: Row[] = [];
  const feet: Row[] = [];
  const walk = (element: HtmlElement, part: string): void => {
    for (const child of element.children) {
      if (child.kind === "text") continue;
      const form = formOf(child.name);
      if ("as" in form && form.as === "row") {
        const cells = child.children.filter(
          (cell) => cell.kind === "element" && (cell.name === "td" || cell.name === "th"),
        );
        const row = { cells: cells.filter((cell) => cell.kind === "element"), isInHead: part === "thead" };
        if (row.cells.some((cell) => textOf(cell) !== "")) (part === "tfoot" ? feet : rows).push(row);
      } else if (/^(?:thead|tbody|tfoot|form)$/.test(child.name)) walk(child, child.name);
    }
  };
  walk(table, "");
  return [...rows, ...feet];
}

/** Puts every cell into its column: one that spans several is followed by empty ones, to the side and below. */
function spread(found: readonly Row[], wordsOf: (cell: HtmlElement) => string): string[][] {
  /** How many more rows a cell above reaches into, by column. */
  const reaching: number[] = [];
  const rows = found.map(({ cells }) => {
    const row: string[] = [];
    const isTaken = (): boolean => (reaching[row.length] ?? 0) > 0;
    const skip = (): void => {
      while (isTaken()) {
        reaching[row.length] = (reaching[row.length] ?? 0) - 1;
        row.push("");
      }
    };
    for (const cell of cells) {
      skip();
      const [columns, below] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan") - 1];
      for (let at = 0; at < columns; at += 1) {
        reaching[row.length] = below;
        row.push(at === 0 ? wordsOf(cell) : "");
      }
    }
    skip();
    return row;
  });
  const columns = widest(rows);
  return rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => "")]);
}

const widest = (rows: readonly (readonly unknown[])[]): number =>
  rows.reduce((most, { length }) => Math.max(most, length), 0);

function spanOf(cell: HtmlElement, name: string): number {
  const written = Number.parseInt(attribute(cell, name) ?? "1", 10);
  return Number.isNaN(written) ? 1 : Math.min(Math.max(written, 1), mostSpanned);
}

/** A cell that spans a hundred columns, to be sure that it spans all, makes none. */
const withoutEmptyColumns = (rows: readonly string[][]): string[][] => {
  const filled = (rows[0] ?? []).map((_, at) => rows.some((row) => row[at] !== ""));
  return rows.map((row) => row.filter((_, at) => filled[at]));
};
