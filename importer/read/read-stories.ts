import type { StoryVersion } from "../identity/story-version.ts";
import { isOlderVersion, versionOf } from "../identity/is-older-version.ts";
import type { Mapping } from "../parse/mapping/mapping.ts";
import { toProblem } from "../problems.ts";
import type { Journal } from "../runs/journal/journal.ts";
import type { ReadStory, SeenStory, StoryText, UnusableInput } from "../stages.ts";
import { firstsAhead } from "./ahead.ts";
import { fileStateOf } from "./file-state.ts";
import { inputReading } from "./input-reading.ts";
import type { ListedInput } from "./list-inputs.ts";
import { openParsePool } from "./parse-pool.ts";
import { type ReadInputOptions, readInput } from "./read-input.ts";

export interface ReadOptions extends Omit<ReadInputOptions, "parsers"> {
  readonly mapping?: Mapping | undefined;
  /** Tells which files are as they were, and need not be read; none unless told. */
  readonly recall?: Recall | undefined;
}

/** What a journal knows, as far as it was learned by the rules that hold now. */
interface Recall {
  readonly journal: Pick<Journal, "get">;
  readonly rules: string;
}

/**
 * Reads the stories of the inputs, in order; only the one that is asked for, and the first ones of a few inputs after it,
 * are in memory.
 *
 * Never throws for a bad input: each gives at least one `ReadStory`. The second of two with the same text is
 * skipped, and so is never imported twice; so is a second one with the same address or the same id at its provider's,
 * unless it is a newer version of the first, which comes after it then.
 * A second one with another text and the same path fails, since one would overwrite the other. Ends at once when the
 * signal is aborted. However it ends, its threads, streams and files are closed by then.
 */
export async function* readStories(
  inputs: readonly ListedInput[],
  options: ReadOptions = {},
): AsyncGenerator<ReadStory, void, undefined> {
  const firstWithText = new Map<string, string>();
  const lastWithIdentity = new Map<string, KnownVersion>();
  const hasManyRoots = new Set(inputs.map((input) => (input.kind === "file" ? input.root : ""))).size > 1;
  const { signal } = options;
  const pool = options.pool ?? openParsePool({ signal });
  const sequences = inputs.values().map((input) => readOrRecall(input, { ...options, pool }));
  try {
    for await (const story of firstsAhead(sequences, pool.pagesAhead)) {
      // What was cut short is no story.
      if (signal?.aborted) return;
      yield unlessRepeated(story);
    }
  } catch (error) {
    // Whatever is waited for ends in an error of its own kind.
    if (!signal?.aborted) throw error;
  } finally {
    await pool.close();
  }

  function unlessRepeated(story: ReadStory): ReadStory {
    if (story.kind === "unusable") return story;
    const { origin } = story;
    const text = shorten(story.contentHash);
    const { kind, value } = origin.identity;
    const identity = `${kind}:${value}`;
    const version = story.kind === "text" ? versionOf(story.parsed ?? {}) : story.version;
    const own = { input: origin.input, ...version };
    const other = lastWithIdentity.get(identity);
    // A newer version counts, also one that takes the words of the one before the last up again.
    if (other === undefined || !isOlderVersion(other, own)) {
      const sameText = firstWithText.get(text);
      if (sameText !== undefined) {
        const message = `The text is the same as that of "${sameText}"`;
        return rejected(story, toProblem("duplicate-story", message));
      }
      if (other !== undefined) return sharesIdentity(story, own, other);
    }
    firstWithText.set(text, origin.input);
    // The files of one folder have paths of their own.
    if (kind !== "path" || hasManyRoots || value.includes("#")) lastWithIdentity.set(identity, own);
    return story;
  }
}

/** The first 64 bits of a digest as eight characters: enough to never meet by chance, and an eighth of the memory. */
const shorten = (hexDigest: string): string => Buffer.from(hexDigest.slice(0, 16), "hex").toString("latin1");

const rejected = ({ origin }: StoryText | SeenStory, problem: UnusableInput["problem"]): UnusableInput => ({
  kind: "unusable",
  input: origin.input,
  problem,
});

/** The newest version of a story in this run so far. */
interface KnownVersion extends StoryVersion {
  readonly input: string;
}

function sharesIdentity(
  story: StoryText | SeenStory,
  own: KnownVersion,
  { input, ...other }: KnownVersion,
): UnusableInput {
  if (story.origin.identity.kind === "path") {
    const message = `Another story of this run, "${input}", has the same path below its folder`;
    return rejected(story, toProblem("same-path", message));
  }
  if (isOlderVersion(own, other)) {
    return rejected(story, toProblem("older-version", `"${input}" is a newer version of the story`));
  }
  const message = `The same story is in "${input}" too, with other words; that one is imported`;
  return rejected(story, toProblem("same-identity", message));
}

async function* readOrRecall(
  input: ListedInput,
  options: ReadOptions,
): AsyncGenerator<ReadStory, void, undefined> {
  const { recall } = options;
  const reading = inputReading(options);
  if (recall === undefined) {
    yield* readInput(input, reading);
    return;
  }
  const fileState = input.kind === "file" ? fileStateOf(input.path) : undefined;
  const entry = input.kind === "file" ? recallEntry(input.relativePath, recall) : undefined;
  if (input.kind === "file" && entry?.fileState !== undefined && entry.fileState === fileState) {
    const { path, relativePath: place } = input;
    const origin = { input: path, identity: { kind: "path", value: place }, place, fileState } as const;
    const read = async (): Promise<StoryText | UnusableInput> => {
      for await (const story of readInput(input, reading, fileState)) return story;
      throw new Error(`BUG: "${path}" gave nothing`);
    };
    yield { kind: "seen", origin, contentHash: entry.contentHash, entry, read };
    return;
  }
  for await (const story of readInput(input, reading, fileState)) {
    const known = story.kind === "text" ? recallEntry(story.origin.place, recall) : undefined;
    // A file that was copied, or only touched; an item that is still in its feed.
    yield story.kind === "text" && known?.contentHash === story.contentHash ? toSeen(story, known) : story;
  }
}

function recallEntry(place: string | undefined, { journal, rules }: Recall): SeenStory["entry"] | undefined {
  const entry = place === undefined ? undefined : journal.get(place);
  return entry?.rules === rules ? entry : undefined;
}

const toSeen = (story: StoryText, entry: SeenStory["entry"]): SeenStory => ({
  kind: "seen",
  origin: story.origin,
  contentHash: story.contentHash,
  entry,
  version: versionOf(story.parsed ?? {}),
  read: async () => story,
});
