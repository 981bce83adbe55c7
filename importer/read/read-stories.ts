import { digestOf } from "../digest.ts";
import { toProblem } from "../problems.ts";
import type { ReadStory, StoryOrigin } from "../stages.ts";
import { decodeStory } from "./decode-story.ts";
import type { ListedInput } from "./list-inputs.ts";
import { collectBytes, readFileBytes, type ReadBytes } from "./read-bytes.ts";

/** The longest input that is read: 10 MB. A longer one is no story. */
export const maxInputBytes = 10_000_000;

export interface ReadOptions {
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly readBytes?: ReadBytes;
}

/**
 * Reads the stories one at a time, in order; only the one that is asked for is in memory.
 *
 * Never throws for a bad input: each gives one `ReadStory`. The second of two inputs with the same text is
 * skipped, and so is never imported twice; a second input with another text and the same identity fails, since
 * one would overwrite the other. Ends early when the signal is aborted.
 */
export async function* readStories(
  inputs: readonly ListedInput[],
  options: ReadOptions = {},
): AsyncGenerator<ReadStory, void, undefined> {
  const firstWithText = new Map<string, string>();
  const firstWithPath = new Map<string, string>();
  for (const input of inputs) {
    if (options.signal?.aborted) return;
    const story = await readStory(input, options);
    // What was cut short is no story.
    if (options.signal?.aborted) return;
    if (story.kind === "unusable") {
      yield story;
      continue;
    }
    const { origin, contentHash } = story;
    const sameText = firstWithText.get(contentHash);
    const samePath = firstWithPath.get(origin.identity.value);
    if (sameText !== undefined) {
      const message = `The text is the same as that of "${sameText}"`;
      const problem = toProblem("duplicate-story", message);
      yield { kind: "unusable", input: origin.input, outcome: "skipped", problem };
    } else if (samePath !== undefined) {
      const message = `Another story of this run, "${samePath}", has the same path below its folder`;
      const problem = toProblem("same-path", message);
      yield { kind: "unusable", input: origin.input, outcome: "failed", problem };
    } else {
      firstWithText.set(contentHash, origin.input);
      firstWithPath.set(origin.identity.value, origin.input);
      yield story;
    }
  }
}

async function readStory(input: ListedInput, options: ReadOptions): Promise<ReadStory> {
  const name = input.kind === "stdin" ? "-" : input.path;
  if (input.kind === "unlistable") return unreadable(name, input.cause);
  let bytes: Uint8Array | undefined;
  try {
    bytes =
      input.kind === "stdin"
        ? await collectBytes(untilAborted(options.stdin ?? noInput(), options.signal), maxInputBytes)
        : await (options.readBytes ?? readFileBytes)(input.path, maxInputBytes);
  } catch (cause) {
    return unreadable(name, cause);
  }
  if (bytes === undefined) {
    const problem = toProblem("too-large", `The input is longer than ${maxInputBytes / 1e6} MB`);
    return { kind: "unusable", input: name, outcome: "failed", problem };
  }
  const decoded = decodeStory(bytes);
  if (decoded.kind === "unusable") return { ...decoded, input: name };
  const { text } = decoded;
  const contentHash = digestOf(text);
  const identity: StoryOrigin["identity"] =
    input.kind === "stdin"
      ? { kind: "text", value: contentHash }
      : { kind: "path", value: input.relativePath };
  return { kind: "text", origin: { input: name, identity }, text, contentHash };
}

/** Digest of the text of one input, as in its `ReadStory`; `undefined` if it has none. */
export async function contentHashOf(input: ListedInput): Promise<string | undefined> {
  const story = await readStory(input, {});
  return story.kind === "text" ? story.contentHash : undefined;
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

function unreadable(input: string, cause: unknown): ReadStory {
  const why = cause instanceof Error ? cause.message : String(cause);
  return {
    kind: "unusable",
    input,
    outcome: "failed",
    problem: toProblem("unreadable", `Cannot read the input: ${why}`),
  };
}
