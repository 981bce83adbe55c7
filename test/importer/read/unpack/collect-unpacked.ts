import { readUnpacked } from "../../../../importer/read/unpack/read-unpacked.ts";
import { unpack } from "../../../../importer/read/unpack/unpack.ts";
import type { UnpackLimits } from "../../../../importer/read/unpack/unpack-limits.ts";
import type { UnpackSource, WebCapture } from "../../../../importer/read/unpack/unpacked.ts";

/** All that was unpacked, with texts in place of streams. */
export interface Collected {
  readonly files: readonly { readonly name: string; readonly fileName: string; readonly text: string }[];
  /** Names and codes of problems, those of reading a file among them. */
  readonly problems: readonly { readonly name: string; readonly code: string; readonly message: string }[];
  readonly notes: readonly string[];
  readonly captures: readonly WebCapture[];
}

/** A source whose bytes come in pieces of one size, so that everything is cut somewhere. */
export const bytesSource = (name: string, bytes: Uint8Array, pieceBytes = 1000): UnpackSource => ({
  name,
  async *open() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  },
});

export async function collectUnpacked(
  source: UnpackSource,
  limits: Partial<UnpackLimits> = {},
): Promise<Collected> {
  const files = [];
  const problems = [];
  const notes = [];
  const captures = [];
  for await (const found of unpack(source, limits)) {
    const { name } = found;
    if (found.kind === "note") notes.push(found.message);
    else if (found.kind === "problem") problems.push({ name, ...found.problem });
    else {
      const read = await readUnpacked(found, 50_000_000);
      if (found.web) captures.push(found.web);
      if (read.kind === "problem") problems.push({ name, ...read.problem });
      else files.push({ name, fileName: found.fileName, text: Buffer.from(read.bytes).toString("utf8") });
    }
  }
  return { files, problems, notes, captures };
}
