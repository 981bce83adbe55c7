import { toProblem } from "../../problems.ts";
import { ByteReader } from "./byte-reader.ts";
import type { Packed, Unpacking } from "./packed.ts";
import { UnpackError } from "./unpack-error.ts";
import type { Unpacked } from "./unpacked.ts";
import { readWarcRecord } from "./warc-record.ts";

/**
 * Reads a web archive: pages as servers sent them (`response`) and texts extracted from them (`conversion`, as in WET
 * files). Records of other types, and responses that are not text, are counted in a note.
 *
 * A damaged record is a problem, and reading goes on at the next one found.
 *
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
export async function* readWarc(
  { name, chunks }: Packed,
  { budget }: Unpacking,
): AsyncGenerator<Unpacked, void, undefined> {
  const reader = new ByteReader(chunks);
  const passedOver = new Map<string, number>();
  try {
    while (await skipToRecord(reader)) {
      const { offset } = reader;
      budget.countEntry();
      const record = await readWarcRecord(reader, budget.limits.maxRecordBytes);
      switch (record.kind) {
        case "page": {
          const { web, bytes } = record;
          yield {
            kind: "file",
            name: `${name}!${web.url}`,
            fileName: fileNameOfUrl(web.url),
            web,
            chunks: once(bytes),
          };
          break;
        }
        case "passed-over":
          passedOver.set(record.what, (passedOver.get(record.what) ?? 0) + 1);
          break;
        case "bad": {
          const message = `${record.error.message} (record at byte ${offset})`;
          const where = record.url === undefined ? name : `${name}!${record.url}`;
          yield { kind: "problem", name: where, problem: toProblem(record.error.code, message) };
        }
      }
    }
  } catch (error) {
    yield { kind: "problem", name, problem: UnpackError.from(error).problem };
  }
  const counts = [...passedOver].map(([what, count]) => `${count} × ${what}`).toSorted();
  if (counts.length > 0) yield { kind: "note", name, message: `Ignored: ${counts.join(", ")}` };
}

/** Skips the blank lines between records; `false` at the end of the archive. */
async function skipToRecord(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const [next] = await reader.peek(1);
    if (next === undefined) return false;
    if (next !== 0x0d && next !== 0x0a) return true;
    await reader.skip(1);
  }
}

const fileNameOfUrl = (url: string): string => new URL(url).pathname.split("/").at(-1) ?? "";

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
