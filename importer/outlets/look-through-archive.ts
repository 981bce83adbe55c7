import { digestOf } from "../digest.ts";
import { plainTextOf } from "../read/plain-text-of.ts";
import { fileSource } from "../read/unpack/file-source.ts";
import { readUnpacked } from "../read/unpack/read-unpacked.ts";
import { unpack } from "../read/unpack/unpack.ts";
import type { ListedFile, LookContext } from "./look-through-files.ts";
import { type Outlet, outletOf } from "./outlet-of.ts";
import { featuresOf } from "./sample/story-features.ts";
import { sampleIdOf, type StorySample } from "./sample/story-sample.ts";

/** Of a larger archive only the beginning is looked through: so many files. */
const mostFiles = 2_000;

/** No plain-text story is longer: 1 MB. */
const maxTextBytes = 1_000_000;

/**
 * Adds the plain texts in an archive to the samples of their outlets. Never rejects for a bad archive: what is wrong with
 * it is told when its stories are read.
 *
 * @param sampleOf The sample of an outlet; `undefined` for one that is not to be learned.
 */
export async function lookThroughArchive(
  { path, relativePath, root }: ListedFile,
  sampleOf: (outlet: Outlet) => StorySample | undefined,
  context: LookContext,
): Promise<void> {
  const { signal, parsers, encoding } = context;
  let looked = 0;
  try {
    for await (const found of unpack(fileSource(path, relativePath, signal))) {
      if (signal?.aborted || looked >= mostFiles) return;
      if (found.kind !== "file") continue;
      looked += 1;
      const { name, web } = found;
      const outlet = outletOf({ address: web?.url, place: name, root });
      const sample = outlet && !isPage(web?.mediaType) ? sampleOf(outlet) : undefined;
      const id = sampleIdOf(web?.url ?? name);
      if (sample?.wouldKeep(id) !== true) continue;
      const read = await readUnpacked(found, maxTextBytes);
      const text =
        read.kind === "bytes"
          ? plainTextOf(read.bytes, { name: found.fileName, parsers, encoding, web })
          : undefined;
      if (text !== undefined) sample.add(id, digestOf(text), featuresOf(text));
    }
  } catch (error) {
    if (signal?.aborted) throw error;
  }
}

/** Pages have structure of their own. */
const isPage = (mediaType: string | undefined): boolean => /html|xml|json/.test(mediaType ?? "");
