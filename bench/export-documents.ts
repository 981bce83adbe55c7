import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { readDocuments } from "./read-documents.ts";

/** Writes every document of a lake as NDJSON, drafts too, without revisions. @returns How many there are. */
export async function exportDocuments(url: string, file: string): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const { _rev, ...document } of readDocuments(url)) {
      count += 1;
      yield `${JSON.stringify(document)}\n`;
    }
  }
  await pipeline(lines, createWriteStream(file));
  return count;
}
