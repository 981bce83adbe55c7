import { orNoStories } from "../../fields/or-no-stories.ts";
import { guessMapping } from "../../mapping/guess-mapping.ts";
import { mapRecord } from "../../mapping/map-record.ts";
import type { Mapping } from "../../mapping/mapping.ts";
import type { InputHead, ParsedItem, Parser, ParserContext } from "../../parser.ts";
import { delimiterOf } from "./csv-dialect.ts";
import { csvRows, readCsv } from "./read-csv.ts";
import type { TableRow } from "./table-rows.ts";

/** A table with a header, one story per row. A mapping assigns the columns; without one, their names do. */
export const csvParser = (mapping?: Mapping): Parser => ({
  format: "csv",
  recognises: isCsv,
  *parse(text, context) {
    yield* orNoStories(items(text), "a table");
    function* items(of: string): Generator<ParsedItem> {
      for (const row of csvRows(of, mapping?.delimiter)) yield itemOf(row, mapping, context);
    }
  },
});

/**
 * The same from a stream of any length; each item comes with the line of its row. Rejects only if the stream does.
 */
export async function* parseCsv(
  chunks: AsyncIterable<string>,
  mapping: Mapping | undefined,
  context: ParserContext,
): AsyncGenerator<ParsedItem & { readonly line: number }, void, undefined> {
  for await (const row of readCsv(chunks, mapping?.delimiter))
    yield { ...itemOf(row, mapping, context), line: row.line };
}

const itemOf = (row: TableRow, mapping: Mapping | undefined, context: ParserContext): ParsedItem =>
  row.kind === "problem" ? row : mapRecord(row.record, mapping, `line ${row.line}`, context);

/** A file named as CSV, or one whose first line includes the names of a headline and a text. */
function isCsv({ text, name, mediaType }: InputHead): boolean {
  // No column is called like a tag; a page or a document in one line has commas enough for a header.
  if (/^[\uFEFF\s]*<[!?/a-z]/i.test(text)) return false;
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) return false;
  if (/\.(?:csv|tsv|tab)$/i.test(name ?? "")) return true;
  if (/^text\/(?:csv|tab-separated-values)\b/.test(mediaType ?? "")) return true;
  const [header = ""] = text.replace(/^[\uFEFF\s]+/, "").split(/\r?\n/, 1);
  const names = header.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, "").trim());
  const guessed = guessMapping(names);
  return names.length >= 3 && guessed?.headline !== undefined && guessed.body !== undefined;
}
