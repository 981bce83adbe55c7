import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/**
 * The encodings in which files are kept beside themselves. Brotli's two highest levels would take four times as long for
 * a tenth less.
 */
const encodings = [
  {
    name: "br",
    ending: ".br",
    encode: (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 9,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  { name: "gzip", ending: ".gz", encode: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }) },
] as const;

/** What a file's name ends with that is kept in an encoding. */
export const endingOf: ReadonlyMap<string, string> = new Map(
  encodings.map(({ name, ending }) => [name, ending]),
);

/** Keeps the texts of a folder compressed as well, beside themselves: once, and not at every request. */
export async function compressFiles(folder: string): Promise<void> {
  const paths = globSync("**/*.{js,css,html,svg}", { cwd: folder });
  await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(join(folder, path));
      await Promise.all(
        encodings.map(async ({ ending, encode }) =>
          writeFile(join(folder, `${path}${ending}`), await encode(bytes)),
        ),
      );
    }),
  );
}
