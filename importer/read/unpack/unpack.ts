import { toProblem } from "../../problems.ts";
import { ByteReader } from "./byte-reader.ts";
import { fileNameOf } from "./entry-path.ts";
import type { Packed } from "./packed.ts";
import { readGzip } from "./read-gzip.ts";
import { readTar } from "./read-tar.ts";
import { readWarc } from "./read-warc.ts";
import { readZip } from "./read-zip.ts";
import { containerHeadBytes, recogniseContainer } from "./recognise-container.ts";
import { UnpackError } from "./unpack-error.ts";
import { defaultLimits, UnpackBudget, type UnpackLimits } from "./unpack-limits.ts";
import type { Unpacked, UnpackSource } from "./unpacked.ts";

/**
 * Unpacks gzip, zip, tar and WARC, nested in any way, as streams; any other file is yielded as it is.
 *
 * Containers are recognised by their bytes. Order and names depend on the input alone. Memory stays flat however long
 * the input is. Anything wrong is yielded as a problem, and reading goes on where it can.
 *
 * @throws {TemporaryDiskError} When an archive has to be copied to the temporary folder, which takes no files.
 *
 * @example The texts of a packed folder
 * ```ts
 * for await (const found of unpack(fileSource("wire.tar.gz", "wire.tar.gz"))) {
 *   if (found.kind === "file") console.log(found.name, await readUnpacked(found, 10_000_000));
 * }
 * ```
 */
export async function* unpack(
  source: UnpackSource,
  limits: Partial<UnpackLimits> = {},
): AsyncGenerator<Unpacked, void, undefined> {
  const budget = new UnpackBudget({ ...defaultLimits, ...limits });
  const { name, path, sizeBytes } = source;
  const fileName = fileNameOf(name);
  const size = sizeBytes === undefined ? {} : { sizeBytes };
  yield* unpackFile({ name, fileName, path, ...size, chunks: source.open() }, budget, 0);
}

async function* unpackFile(
  packed: Packed,
  budget: UnpackBudget,
  depth: number,
): AsyncGenerator<Unpacked, void, undefined> {
  const { name } = packed;
  const reader = new ByteReader(packed.chunks);
  try {
    const kind = recogniseContainer(await reader.peek(containerHeadBytes));
    const read = typeof kind === "string" ? readers[kind] : undefined;
    if (read) {
      budget.checkDepth(depth + 1);
      const inner = (found: Packed) => unpackFile(found, budget, depth + 1);
      const { sizeBytes: _packedBytes, ...container } = packed;
      yield* read({ ...container, chunks: reader.rest() }, { budget, inner });
    } else if (typeof kind === "object") {
      const message = `The file is packed with ${kind.other}, which is not supported`;
      yield { kind: "problem", name, problem: toProblem("unsupported-archive", message) };
    } else {
      yield { kind: "file", ...withoutPath(packed), chunks: reader.rest() };
    }
  } catch (error) {
    yield { kind: "problem", name, problem: UnpackError.from(error).problem };
  } finally {
    await reader.close().catch(() => undefined);
  }
}

const readers = { gzip: readGzip, zip: readZip, tar: readTar, warc: readWarc };

const withoutPath = ({ path: _path, chunks: _chunks, ...file }: Packed): Omit<Packed, "path" | "chunks"> =>
  file;
