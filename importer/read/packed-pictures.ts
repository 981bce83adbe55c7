import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createFolder } from "../create-folder.ts";
import { startsAsPicture } from "./decode/starts-as-picture.ts";
import type { StoryBeside } from "./file-beside.ts";
import { maxPictureBytes } from "./picture-files.ts";
import { ByteReader } from "./unpack/byte-reader.ts";
import { TemporaryDiskError } from "./unpack/temporary-disk-error.ts";
import { fileSource } from "./unpack/file-source.ts";
import { unpack } from "./unpack/unpack.ts";
import type { UnpackSource } from "./unpack/unpacked.ts";

/** All pictures of a run that are taken out of archives: 4 GB. Those beyond are missing, and told as such. */
const mostBytes = 4_000_000_000;

/**
 * The pictures in archives, for the stories in them that name such files.
 *
 * The first story of an archive that names one has them all copied to the temporary folder, at their places; an archive
 * whose stories name none is read only once. Disposing of it deletes the copies.
 */
export class PackedPictures implements AsyncDisposable {
  readonly #archives = new Map<string, Promise<string>>();
  readonly #folders: string[] = [];
  #bytes = 0;
  readonly #signal: AbortSignal | undefined;

  /** @param signal Ends the copying. */
  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Where the files beside a packed story are; `undefined` for an archive that can be read only once, such as a pipe.
   *
   * @param name The story's name among what is unpacked from the archive.
   * @throws {TemporaryDiskError} When the temporary folder takes no files.
   */
  async beside(archive: UnpackSource, name: string): Promise<StoryBeside | undefined> {
    const { path } = archive;
    if (path === undefined) return undefined;
    const known = this.#archives.get(path) ?? this.#copy(path, archive.name);
    this.#archives.set(path, known);
    const root = await known;
    return { root, input: join(root, placeOf(name, archive.name)) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#archives.values());
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true });
  }

  /** Copies the pictures of an archive into a folder of their own, and returns that. */
  async #copy(path: string, name: string): Promise<string> {
    const root = await mkdtemp(join(tmpdir(), "copydesk-pictures-")).catch(refuse);
    this.#folders.push(root);
    for await (const found of unpack(fileSource(path, name, this.#signal))) {
      // What is wrong with the archive is told where its stories are read.
      if (found.kind !== "file" || found.web !== undefined) continue;
      const reader = new ByteReader(found.chunks);
      const head = await reader.peek(headBytes).catch(() => Buffer.alloc(0));
      const bytes = startsAsPicture(head)
        ? await reader.read(maxPictureBytes + 1).catch(() => undefined)
        : undefined;
      if (bytes === undefined || bytes.length > maxPictureBytes) continue;
      this.#bytes += bytes.length;
      if (this.#bytes > mostBytes) break;
      await write(join(root, placeOf(found.name, name)), bytes);
    }
    return root;
  }
}

/** Enough to tell a picture. */
const headBytes = 16;

/** A folder for each archive in the archive: `a.zip!b/c.jpg` is at `!/b/c.jpg`. */
const placeOf = (name: string, archive: string): string => name.slice(archive.length).replaceAll("!", "!/");

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    createFolder(dirname(path));
    await writeFile(path, bytes, { flag: "wx", mode: 0o600 });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && ofThePath.has(cause.code))) refuse(cause);
  }
}

/** Codes for a path that no disk takes; others are of a folder that takes no files. */
const ofThePath: ReadonlySet<unknown> = new Set(["ENAMETOOLONG", "ENOTDIR", "EISDIR", "EEXIST", "EINVAL"]);

function refuse(cause: unknown): never {
  throw new TemporaryDiskError(cause);
}
