import { digestOf } from "../digest.ts";
import type { Journal } from "../journal/journal.ts";
import { toProblem } from "../problems.ts";
import type { ReadStory, SeenStory, StoryOrigin, StoryText, UnusableInput } from "../stages.ts";
import { decodeStory } from "./decode-story.ts";
import { fileStateOf } from "./file-state.ts";
import type { ListedInput } from "./list-inputs.ts";
import { mapAhead } from "./map-ahead.ts";
import { collectBytes, readFileBytes, type ReadBytes } from "./read-bytes.ts";

/** The longest input that is read: 10 MB. A longer one is no story. */
export const maxInputBytes = 10_000_000;

/** Files that are opened ahead of the story that is asked for. */
const filesAhead = 16;

export interface ReadOptions {
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly readBytes?: ReadBytes;
  /** Tells which files are as they were, and need not be read; none unless told. */
  readonly recall?: Recall | undefined;
}

/** What a journal knows, as far as it was learned by the rules that hold now. */
export interface Recall {
  readonly journal: Pick<Journal, "get">;
  readonly rules: string;
}

/**
 * Reads the stories, in order; only those that are asked for, and a few after them, are in memory.
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
  for await (const story of mapAhead(inputs, filesAhead, (input) => readOrRecall(input, options))) {
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

async function readOrRecall(input: ListedInput, options: ReadOptions): Promise<ReadStory> {
  const { recall, signal } = options;
  if (signal?.aborted) return unreadable(nameOf(input), "the run was interrupted");
  if (input.kind !== "file" || recall === undefined) return readStory(input, options);
  const origin = originOf(input, fileStateOf(input.path));
  const entry = recall.journal.get(origin.identity.value);
  if (entry === undefined || entry.rules !== recall.rules) return readStory(input, options, origin);
  const { contentHash } = entry;
  if (entry.fileState !== undefined && entry.fileState === origin.fileState) {
    return { kind: "seen", origin, contentHash, entry, read: () => readStory(input, options, origin) };
  }
  const story = await readStory(input, options, origin);
  // A file that was copied, or only touched.
  return story.kind === "text" && story.contentHash === contentHash ? toSeen(story, entry) : story;
}

const toSeen = (story: StoryText, entry: SeenStory["entry"]): SeenStory => ({
  kind: "seen",
  origin: story.origin,
  contentHash: story.contentHash,
  entry,
  read: async () => story,
});

/** Reads one input whole. */
export async function readStory(
  input: ListedInput,
  options: ReadOptions = {},
  known?: StoryOrigin,
): Promise<StoryText | UnusableInput> {
  const name = nameOf(input);
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
  const origin: StoryOrigin =
    input.kind === "stdin"
      ? { input: name, identity: { kind: "text", value: contentHash } }
      : (known ?? originOf(input, undefined));
  return { kind: "text", origin, text, contentHash };
}

const originOf = (
  { path, relativePath }: Extract<ListedInput, { kind: "file" }>,
  fileState: string | undefined,
): StoryOrigin => ({
  input: path,
  identity: { kind: "path", value: relativePath },
  ...(fileState === undefined ? {} : { fileState }),
});

const nameOf = (input: ListedInput): string => (input.kind === "stdin" ? "-" : input.path);

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

function unreadable(input: string, cause: unknown): UnusableInput {
  const why = cause instanceof Error ? cause.message : String(cause);
  return {
    kind: "unusable",
    input,
    outcome: "failed",
    problem: toProblem("unreadable", `Cannot read the input: ${why}`),
  };
}
