import type { Info, Options } from "csv-parse";
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

/** Reads the rows that a CSV reader gives into records by the names in the first one. */
export class TableRows {
  #names: readonly string[] | undefined;
  #skipped: TableRow[] = [];

  /** The options that a CSV reader has to have for {@link take}. */
  options(delimiter: string): Options {
    return {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      // A stray quote stays in its cell; else it would take the rows up to the next one along.
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      // A quote that is never closed would take the rest of the file along.
      max_record_size: 10_000_000,
      on_skip: (error) => {
        if (error) this.#skipped.push(problem(lineOf(error), error.message.slice(0, 200)));
        return undefined;
      },
    };
  }

  /** The rows that could not be read before this one, and this one. */
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

  /** Rows that could not be read since the last one that could. */
  *skipped(): Generator<TableRow, void, undefined> {
    yield* this.#skipped.splice(0);
  }

  /** What ends the reading of the table before its end. */
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
