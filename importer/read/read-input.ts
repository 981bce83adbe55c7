import { crashProblem } from "../crash.ts";
import { ImportError } from "../import-error.ts";
import { Interrupted } from "../interrupted.ts";
import { toProblem } from "../problems.ts";
import { noJournal } from "../runs/journal/journal.ts";
import type { StoryText, UnusableInput } from "../stages.ts";
import { startsAsPicture } from "./decode/starts-as-picture.ts";
import type { PackedPictures } from "./packed-pictures.ts";
import { ByteReader } from "./unpack/byte-reader.ts";
import { fileSource } from "./unpack/file-source.ts";
import { containerHeadBytes, recogniseContainer } from "./unpack/recognise-container.ts";
import { TemporaryDiskError } from "./unpack/temporary-disk-error.ts";
import { UnpackError } from "./unpack/unpack-error.ts";
import { unpack } from "./unpack/unpack.ts";
import type { UnpackSource } from "./unpack/unpacked.ts";
import type { ListedInput } from "./list-inputs.ts";
import { openPipe } from "./open-pipe.ts";
import { readBytesOf, readFileOf, type FileContext } from "./read-file.ts";
import { type KnownDigests, withPictureFiles } from "./picture-files.ts";
import type { StoryPlace } from "./to-story-text.ts";
import { readFileBytes, type ReadBytes } from "./read-bytes.ts";
import { untilAborted } from "./until-aborted.ts";

/** The largest story, page or archive entry that is read at once: 10 MB. Anything longer is not a story. */
const maxInputBytes = 10_000_000;

export interface ReadInputOptions
  extends Omit<FileContext, keyof StoryPlace>, Pick<StoryPlace, "onNote" | "onCrash" | "readingOf"> {
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly readBytes?: ReadBytes | undefined;
  /** Knows which picture files need not be read again (default: none). */
  readonly digests?: KnownDigests | undefined;
  /** Supplies the pictures of stories in archives (default: none is looked for). */
  readonly packedPictures?: PackedPictures | undefined;
}

/**
 * Reads one input: a story, or all the stories of a feed, a table or an archive, one at a time.
 *
 * Never throws for a bad input: problems with it, or with a part of it, are yielded among the stories.
 *
 * @throws {ImportError} `temporary-disk` when an archive has to be copied to the temporary folder, which takes no files.
 *
 * @param fileState See `fileStateOf`.
 */
export async function* readInput(
  input: ListedInput,
  options: ReadInputOptions,
  fileState?: string,
): AsyncGenerator<StoryText | UnusableInput, void, undefined> {
  try {
    for await (const story of readAsItIs(input, options, fileState))
      yield story.kind === "text" ? await withPictureFiles(story, options.digests ?? noJournal) : story;
  } catch (error) {
    // What is broken off is not waited for; see `readStories`.
    if (error instanceof Interrupted || options.signal?.aborted) throw error;
    const path = input.kind === "stdin" ? "-" : input.path;
    if (error instanceof TemporaryDiskError) throw cannotUnpack(path, error);
    options.onCrash?.({ input: path, error });
    yield { kind: "unusable", input: path, problem: crashProblem({ error }) };
  }
}

const cannotUnpack = (path: string, cause: TemporaryDiskError): ImportError =>
  new ImportError("temporary-disk", `Cannot unpack "${path}": ${cause.message}`, {
    hint: "Make room there, or set TMPDIR to a folder on another disk, then run the command again: what is done stays done.",
    cause,
  });

async function* readAsItIs(
  input: ListedInput,
  options: ReadInputOptions,
  fileState?: string,
): AsyncGenerator<StoryText | UnusableInput, void, undefined> {
  if (input.kind === "unlistable") {
    yield unreadable(input.path, input.cause);
    return;
  }
  if (input.kind === "outside") {
    const message = "Cannot read the input: it is a link that leads out of the folder that is imported";
    yield { kind: "unusable", input: input.path, problem: toProblem("link-outside", message) };
    return;
  }
  if (input.kind === "stdin") {
    const stdin = options.stdin ?? noInput();
    yield* readPacked({ name: "-", open: () => cut(stdin, options) }, "-", options);
    return;
  }
  const { relativePath: place, path, root } = input;
  let pipe: AsyncIterable<Uint8Array> | undefined;
  let bytes: Uint8Array | undefined;
  try {
    pipe = openPipe(path, options.signal);
    if (pipe === undefined) bytes = await (options.readBytes ?? readFileBytes)(path, maxInputBytes);
  } catch (cause) {
    yield unreadable(path, cause);
    return;
  }
  if (pipe !== undefined) {
    const chunks = cut(pipe, options);
    yield* readPacked({ name: place, open: () => chunks }, path, options);
  } else if (bytes !== undefined && recogniseContainer(bytes.subarray(0, containerHeadBytes)) === undefined) {
    yield* readBytesOf(bytes, { ...options, input: path, place, root, ...(fileState && { fileState }) });
  } else {
    yield* readPacked(fileSource(path, place, options.signal), path, options);
  }
}

/** Reads an input that is packed, or too long to be held in memory. */
async function* readPacked(
  source: UnpackSource,
  path: string,
  options: ReadInputOptions,
): AsyncGenerator<StoryText | UnusableInput, void, undefined> {
  const { signal } = options;
  let pictures = 0;
  for await (const found of unpack(source)) {
    if (signal?.aborted) return;
    const input = path + found.name.slice(source.name.length);
    if (found.kind === "note") options.onNote?.({ input, message: found.message });
    else if (found.kind === "problem") {
      yield { kind: "unusable", input, problem: found.problem };
    } else {
      const reader = new ByteReader(cut(found.chunks, options));
      const head = await reader.peek(headBytes).catch((error: unknown) => UnpackError.from(error));
      if (head instanceof UnpackError) {
        yield { kind: "unusable", input, problem: head.problem };
        continue;
      }
      if (found.name !== source.name && startsAsPicture(head)) {
        pictures += 1;
        continue;
      }
      const place = found.name === "-" ? undefined : found.name;
      for await (const story of readFileOf({ ...found, chunks: reader.rest() }, { ...options, input, place }))
        yield await besidePacked(story, source, found.name, options);
    }
  }
  if (pictures > 0) {
    const message = `Pictures in the archive: ${pictures}. Those that its stories name are imported with them`;
    options.onNote?.({ input: path, message });
  }
}

/** Enough to tell a picture. */
const headBytes = 16;

/** Tells a story that names files where those beside it in the archive are. */
async function besidePacked(
  story: StoryText | UnusableInput,
  source: UnpackSource,
  name: string,
  { packedPictures }: ReadInputOptions,
): Promise<StoryText | UnusableInput> {
  const namesFiles = story.kind === "text" && story.parsed?.pictures.some(({ file }) => file !== undefined);
  const beside = namesFiles === true ? await packedPictures?.beside(source, name) : undefined;
  return story.kind === "unusable" || beside === undefined
    ? story
    : { ...story, origin: { ...story.origin, beside } };
}

function unreadable(input: string, cause: unknown): UnusableInput {
  const why = cause instanceof Error ? cause.message : String(cause);
  return {
    kind: "unusable",
    input,
    problem: toProblem("unreadable", `Cannot read the input: ${why}`),
  };
}

/** Ends input that may never end by itself, or take long. A truncated input is not a story: see `readStories`. */
const cut = (chunks: AsyncIterable<Uint8Array>, { signal }: ReadInputOptions): AsyncIterable<Uint8Array> =>
  signal === undefined ? chunks : untilAborted(chunks, signal);

async function* noInput(): AsyncGenerator<Uint8Array> {}
