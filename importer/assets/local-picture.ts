import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { type StoryBeside, findFileBeside } from "../read/file-beside.ts";
import { collectBytes } from "../read/read-bytes.ts";

/** The bytes of a file, or why it was not read; the reason completes "Cannot import the picture: …". */
export type ReadBytesOfPicture =
  | {
      readonly kind: "bytes";
      readonly bytes: Uint8Array;
      /** Of an address: what its server calls this version of the picture. */
      readonly validator?: string;
    }
  | {
      readonly kind: "refused";
      readonly why: string;
      /** Whether there is no such file, as far as anybody may look. */
      readonly isAbsent?: boolean;
    };

export interface LocalPictureOptions extends StoryBeside {
  readonly limitBytes: number;
}

/** Reads a picture that a story names; see `findFileBeside`. Never rejects. */
export async function readLocalPicture(
  name: string,
  options: LocalPictureOptions,
): Promise<ReadBytesOfPicture> {
  const { limitBytes } = options;
  const found = await findFileBeside(name, options);
  if (found.kind === "refused") return { ...found, isAbsent: true };
  try {
    // The path is already resolved; a link created since is not followed.
    await using file = await open(
      found.path,
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    const stat = await file.stat();
    if (!stat.isFile()) return { kind: "refused", why: "it is not a file" };
    const bytes =
      stat.size > limitBytes
        ? undefined
        : await collectBytes(file.createReadStream({ autoClose: false }), limitBytes);
    return bytes === undefined
      ? { kind: "refused", why: `it is larger than ${limitBytes / 1e6} MB` }
      : { kind: "bytes", bytes };
  } catch (error) {
    return { kind: "refused", why: messageOf(error) };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
