import { parse as csvStream } from "csv-parse/stream";
import { parse as csvSync } from "csv-parse/sync";
import { delimiterOf } from "./csv-dialect.ts";
import { TableRows, type TableRow } from "./table-rows.ts";

/**
 * Reads a table with a header from a stream of text; only one row is in memory. The delimiter is told from the header
 * unless it is given.
 *
 * A row that cannot be read is a problem, and the next one is read. Pure but for the stream, whose errors it passes on.
 */
export async function* readCsv(
  chunks: AsyncIterable<string>,
  delimiter?: string,
): AsyncGenerator<TableRow, void, undefined> {
  const { head, all } = await withHead(chunks);
  const rows = new TableRows(delimiter ?? delimiterOf(head) ?? ",");
  const csv = csvStream(rows.options());
  const written = writeAll(all, csv.writable.getWriter());
  let failure: TableRow | undefined;
  try {
    for await (const row of csv.readable) yield* rows.take(row);
  } catch (error) {
    failure = rows.failure(error);
  }
  const streamError = await written;
  if (streamError !== undefined) throw streamError.cause;
  yield* rows.skipped();
  if (failure) yield failure;
}

/** Sends a stream of text to a reader of CSV. Gives the error of the stream; that of the reader is the reader's. */
async function writeAll(
  chunks: AsyncIterable<string>,
  writer: WritableStreamDefaultWriter<unknown>,
): Promise<{ readonly cause: unknown } | undefined> {
  // Both promises also reject where nobody waits for them.
  writer.closed.catch(() => undefined);
  const iterator = chunks[Symbol.asyncIterator]();
  for (;;) {
    let step: IteratorResult<string>;
    try {
      step = await iterator.next();
    } catch (cause) {
      await writer.abort(cause).catch(() => undefined);
      return { cause };
    }
    try {
      if (step.done) {
        await writer.close();
        return undefined;
      }
      await writer.ready;
      await writer.write(Buffer.from(step.value));
    } catch {
      await iterator.return?.();
      return undefined;
    }
  }
}

/** As {@link readCsv}, of a text that is in memory anyway. */
export function* csvRows(text: string, delimiter?: string): Generator<TableRow, void, undefined> {
  const rows = new TableRows(delimiter ?? delimiterOf(text) ?? ",");
  let read: readonly unknown[];
  try {
    read = csvSync(text, rows.options());
  } catch (error) {
    yield* rows.skipped();
    yield rows.failure(error);
    return;
  }
  // All rows are read by now: what was skipped cannot be put in its place any more.
  for (const row of read) yield* rows.take(row);
  yield* rows.skipped();
}

/** The first characters of a stream, and the stream as if nothing had been read. */
async function withHead(
  chunks: AsyncIterable<string>,
): Promise<{ readonly head: string; readonly all: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = "";
  while (head.length < 64 * 1024) {
    const { done, value } = await iterator.next();
    if (done) break;
    head += value;
  }
  async function* all(): AsyncGenerator<string> {
    try {
      yield head;
      for (let step = await iterator.next(); !step.done; step = await iterator.next()) yield step.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}
