import { toProblem } from "../problems.ts";
import type { ImportNote, StoryText, UnusableInput } from "../stages.ts";
import { fileSource } from "./unpack/file-source.ts";
import { containerHeadBytes, recogniseContainer } from "./unpack/recognise-container.ts";
import { unpack } from "./unpack/unpack.ts";
import type { UnpackSource } from "./unpack/unpacked.ts";
import type { ListedInput } from "./list-inputs.ts";
import { readBytesOf, readFileOf, type FileContext } from "./read-file.ts";
import type { StoryPlace } from "./to-story-text.ts";
import { readFileBytes, type ReadBytes } from "./read-bytes.ts";

/** The longest story, or page, or item of an archive that is read at once: 10 MB. A longer one is no story. */
export const maxInputBytes = 10_000_000;

export interface ReadInputOptions extends Omit<FileContext, keyof StoryPlace> {
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly readBytes?: ReadBytes | undefined;
  /** Told what was passed over in an archive. */
  readonly onNote?: ((note: ImportNote) => void) | undefined;
}

/**
 * Reads one input: a story, or all the stories of a feed, a table or an archive, one at a time.
 *
 * Never throws for a bad input: what is wrong with it, or with a part of it, is among what it gives.
 *
 * @param fileState See `fileStateOf`.
 */
export async function* readInput(
  input: ListedInput,
  options: ReadInputOptions,
  fileState?: string,
): AsyncGenerator<StoryText | UnusableInput, void, undefined> {
  if (input.kind === "unlistable") {
    yield unreadable(input.path, input.cause);
    return;
  }
  if (input.kind === "stdin") {
    const stdin = options.stdin ?? noInput();
    yield* readPacked({ name: "-", open: () => untilAborted(stdin, options.signal) }, "-", options);
    return;
  }
  let bytes: Uint8Array | undefined;
  try {
    bytes = await (options.readBytes ?? readFileBytes)(input.path, maxInputBytes);
  } catch (cause) {
    yield unreadable(input.path, cause);
    return;
  }
  const { relativePath: place, path, root } = input;
  if (bytes !== undefined && recogniseContainer(bytes.subarray(0, containerHeadBytes)) === undefined) {
    yield* readBytesOf(bytes, { ...options, input: path, place, root, ...(fileState && { fileState }) });
  } else {
    yield* readPacked(fileSource(path, place), path, options);
  }
}

/** Reads what is packed in an input, and what is too long to be held in memory. */
async function* readPacked(
  source: UnpackSource,
  path: string,
  options: ReadInputOptions,
): AsyncGenerator<StoryText | UnusableInput, void, undefined> {
  for await (const found of unpack(source)) {
    const input = path + found.name.slice(source.name.length);
    if (found.kind === "note") options.onNote?.({ input, message: found.message });
    else if (found.kind === "problem") {
      yield { kind: "unusable", input, problem: found.problem };
    } else {
      yield* readFileOf(found, { ...options, input, place: found.name === "-" ? undefined : found.name });
    }
  }
}

export function unreadable(input: string, cause: unknown): UnusableInput {
  const why = cause instanceof Error ? cause.message : String(cause);
  return {
    kind: "unusable",
    input,
    problem: toProblem("unreadable", `Cannot read the input: ${why}`),
  };
}

/** Standard input may never end by itself, so the signal ends it. */
async function* untilAborted(
  stream: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  const aborted = new Promise<{ done: true; value?: undefined }>((resolve) => {
    signal?.addEventListener("abort", () => resolve({ done: true }), { once: true });
  });
  for (;;) {
    const chunk = await Promise.race([chunks.next(), aborted]);
    if (chunk.done) return;
    yield chunk.value;
  }
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
