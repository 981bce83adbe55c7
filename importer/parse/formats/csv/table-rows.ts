import type { Info, Options } from "csv-parse";
import { toProblem } from "../../../problems.ts";
import type { Problem } from "../../../../schemas/index.ts";
import type { DataRecord } from "../../mapping/field-at.ts";

/** A row under the header of a table. */
export type TableRow =
  | {
      readonly kind: "record";
      /** Line of the file on which the row ends, counted from 1. */
      readonly line: number;
      readonly record: DataRecord;
    }
  | { readonly kind: "problem"; readonly line: number; readonly problem: Problem };

/** Turns the rows of a CSV reader into records, named by the first row. */
export class TableRows {
  #names: readonly string[] | undefined;
  #skipped: TableRow[] = [];

  /** The CSV reader options that {@link take} requires. */
  options(delimiter: string): Options {
    return {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      // A stray quote stays in its cell; otherwise it would swallow the rows up to the next one.
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      // A quote that is never closed would swallow the rest of the file.
      max_record_size: 10_000_000,
      on_skip: (error) => {
        if (error) this.#skipped.push(problem(lineOf(error), error.message.slice(0, 200)));
        return undefined;
      },
    };
  }

  /** The unreadable rows before this one, then this one. */
  *take(row: unknown): Generator<TableRow, void, undefined> {
    yield* this.skipped();
    if (!isRow(row)) throw new Error("BUG: the CSV reader returned something other than rows");
    const { record: cells, info } = row;
    if (cells.every((cell) => cell.trim() === "")) return;
    if (this.#names === undefined) {
      this.#names = cells.map((cell) => cell.trim().normalize("NFC"));
      return;
    }
    const names = this.#names;
    if (cells.slice(names.length).some((cell) => cell.trim() !== "")) {
      const why = `it has ${cells.length} cells, the header ${names.length} names; a quote may be missing`;
      yield problem(info.lines, why);
      return;
    }
    const entries = names.map((name, index): [string, string] => [name, cells[index] ?? ""]);
    yield {
      kind: "record",
      line: info.lines,
      record: Object.fromEntries(entries.filter(([name]) => name !== "")),
    };
  }

  /** Rows that could not be read since the last readable one. */
  *skipped(): Generator<TableRow, void, undefined> {
    yield* this.#skipped.splice(0);
  }

  /** The error that stops reading before the end of the table. */
  failure(error: unknown): TableRow {
    const why = error instanceof Error ? error.message : String(error);
    return problem(lineOf(error), `${why.slice(0, 200)}; the rest of the file was not read`);
  }
}

function isRow(row: unknown): row is { readonly record: readonly string[]; readonly info: Info } {
  return (
    typeof row === "object" && row !== null && "record" in row && Array.isArray(row.record) && "info" in row
  );
}

const lineOf = (error: unknown): number =>
  error instanceof Error && "lines" in error && typeof error.lines === "number" ? error.lines : 1;

const problem = (line: number, why: string): TableRow => ({
  kind: "problem",
  line,
  problem: toProblem("bad-record", `Cannot read the row at line ${line}: ${why}`, { line }),
});
