import type { Info, Options } from "csv-parse";
import { parse as csvSync } from "csv-parse/sync";
import { toProblem } from "../../../problems.ts";
import type { Problem } from "../../../../schemas/index.ts";
import type { DataRecord } from "../../mapping/field-at.ts";

/** A row under the header of a table. */
export type TableRow =
  | {
      readonly kind: "record";
      /** Line of the file that the row ends on, counted from 1. */
      readonly line: number;
      readonly record: DataRecord;
    }
  | { readonly kind: "problem"; readonly line: number; readonly problem: Problem };

/** Characters that may be read again in vain: each quote that is missing may make us read the rest of a table once more. */
const mostReread = 20_000_000;

/** Reads the rows that a CSV reader gives into records by the names in the first one. */
export class TableRows {
  readonly #delimiter: string;
  #names: readonly string[] | undefined;
  #skipped: SkippedRow[] = [];
  #reread = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The options that a CSV reader has to have for {@link take}. */
  options(): Options {
    return {
      bom: true,
      delimiter: this.#delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      // A stray quote stays in its cell; else it would take the rows up to the next one along.
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      // A quote that is never closed would take the rest of the file along.
      max_record_size: 10_000_000,
      on_skip: (error, raw) => {
        if (error) this.#skipped.push(toSkipped(error, raw ?? "", 0));
        return undefined;
      },
    };
  }

  /** The rows that could not be read before this one, and this one. */
  *take(row: unknown): Generator<TableRow, void, undefined> {
    if (!isRow(row)) throw new Error("BUG: the CSV reader gives something else than rows");
    // What a row has taken along is told by the names; a reader of a stream may be far ahead.
    if (this.#names !== undefined) yield* this.skipped(row.info.lines);
    const { record: cells, info, raw } = row;
    if (cells.every((cell) => cell.trim() === "")) return;
    if (this.#names === undefined) {
      this.#names = cells.map((cell) => cell.trim().normalize("NFC"));
      return;
    }
    const names = this.#names;
    const isTooLong = cells.slice(names.length).some((cell) => cell.trim() !== "");
    // A quote that the reader has left in a cell, and that has taken line ends along, may be one that was never closed.
    const isDoubted = isTooLong || cells.some((cell) => /^\s*"/.test(cell) && cell.includes("\n"));
    const line = info.lines - linesIn(raw);
    const rest = isDoubted ? this.#rest(raw.trimEnd(), line) : noRest;
    const isBroken = rest.rows.length > 0 || (rest.skipped.length > 0 && raw.includes(`${this.#delimiter}"`));
    if (isBroken || isTooLong) {
      const why = isTooLong
        ? `it has ${cells.length} cells under ${names.length} names; a quote may be missing`
        : "a quote in it is not closed";
      yield problem(isBroken ? line : info.lines, why);
      if (isBroken) yield* this.#takeRest(rest);
      return;
    }
    yield this.#record(cells, info.lines);
  }

  /** Rows up to a line that could not be read, since the last one that could. */
  *skipped(before = Infinity): Generator<TableRow, void, undefined> {
    const due = this.#skipped.filter(({ line }) => line <= before);
    this.#skipped = this.#skipped.filter(({ line }) => line > before);
    for (const row of due) yield* this.#recover(row);
  }

  /** What ends the reading of the table before its end. */
  failure(error: unknown): TableRow {
    const why = error instanceof Error ? error.message : String(error);
    return problem(lineOf(error), `${why.slice(0, 200)}; what follows is not read`);
  }

  #record(cells: readonly string[], line: number): TableRow {
    const entries = (this.#names ?? []).map((name, index): [string, string] => [name, cells[index] ?? ""]);
    return { kind: "record", line, record: Object.fromEntries(entries.filter(([name]) => name !== "")) };
  }

  /** What is left of a row that the reader has given up, and the rows that it has taken along. */
  *#recover({ raw, line, why }: SkippedRow): Generator<TableRow, void, undefined> {
    const first = line - linesIn(raw);
    const rest = this.#rest(raw, first);
    const hasRest = rest.rows.length + rest.skipped.length > 0;
    yield problem(hasRest ? first : line, why);
    yield* this.#takeRest(rest);
  }

  /**
   * The rows that begin below the first line of one that is broken. Only such as fill the columns: the lines of a text
   * are no rows.
   */
  #rest(raw: string, firstLine: number): Rest {
    const lineEnd = raw.indexOf("\n");
    const columns = this.#names?.length ?? 0;
    this.#reread += raw.length;
    if (lineEnd === -1 || columns < 2 || this.#reread > mostReread) return noRest;
    const skipped: SkippedRow[] = [];
    const rows: readonly unknown[] = csvSync(raw.slice(lineEnd + 1), {
      ...this.options(),
      bom: false,
      on_skip: (error, own = "") => {
        if (error) skipped.push(toSkipped(error, own, firstLine));
        return undefined;
      },
    });
    const whole = rows.filter(isRow).filter(({ record }) => record.length === columns);
    return {
      rows: whole.map((row) => ({ ...row, info: { ...row.info, lines: row.info.lines + firstLine } })),
      skipped: skipped.filter((row) => row.raw.includes(this.#delimiter)),
    };
  }

  *#takeRest({ rows, skipped }: Rest): Generator<TableRow, void, undefined> {
    for (const row of rows) yield* this.take(row);
    for (const row of skipped) yield* this.#recover(row);
  }
}

/** What a row without an end has taken along. */
interface Rest {
  readonly rows: readonly ReadRow[];
  readonly skipped: readonly SkippedRow[];
}

const noRest: Rest = { rows: [], skipped: [] };

/** A row that the reader has given up. */
interface SkippedRow {
  readonly raw: string;
  /** The last one that it has taken along. */
  readonly line: number;
  readonly why: string;
}

interface ReadRow {
  readonly record: readonly string[];
  readonly info: Info;
  /** As it stands in the file. */
  readonly raw: string;
}

/** Line ends within a row: the one that ends it is not its own. */
const linesIn = (raw: string): number => raw.trimEnd().split("\n").length - 1;

function isRow(row: unknown): row is ReadRow {
  return (
    typeof row === "object" &&
    row !== null &&
    "record" in row &&
    Array.isArray(row.record) &&
    "info" in row &&
    "raw" in row
  );
}

const lineOf = (error: unknown): number =>
  error instanceof Error && "lines" in error && typeof error.lines === "number" ? error.lines : 1;

const toSkipped = (error: Error, raw: string, linesBefore: number): SkippedRow => ({
  raw,
  line: lineOf(error) + linesBefore,
  why: error.message.slice(0, 200),
});

const problem = (line: number, why: string): TableRow => ({
  kind: "problem",
  line,
  problem: toProblem("bad-record", `Cannot read the row at line ${line}: ${why}`, { line }),
});
