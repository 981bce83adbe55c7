import { toProblem } from "../../problems.ts";
import type { Problem } from "../../../schemas/index.ts";
import { UnpackError } from "./unpack-error.ts";
import type { UnpackedFile } from "./unpacked.ts";

/** The content of a file, or why it could not be read. */
export type ReadUnpacked =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Reads a whole unpacked file, unless it is larger than the limit. Never rejects for a bad file. */
export async function readUnpacked(file: UnpackedFile, limitBytes: number): Promise<ReadUnpacked> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of file.chunks) {
      length += chunk.byteLength;
      if (length > limitBytes) {
        const message = `The input is larger than ${limitBytes / 1e6} MB`;
        return { kind: "problem", problem: toProblem("too-large", message) };
      }
      chunks.push(chunk);
    }
  } catch (error) {
    return { kind: "problem", problem: UnpackError.from(error).problem };
  }
  const [first, second] = chunks;
  const bytes = first && !second ? first : Buffer.concat(chunks, length);
  return { kind: "bytes", bytes };
}
