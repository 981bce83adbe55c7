import { isOlderVersion, versionOf } from "../identity/is-older-version.ts";
import { identitiesOf, nameOf } from "../identity/names-of.ts";
import { NamesakesOfRun } from "../identity/namesakes-of-run.ts";
import { type Namesake, recognise } from "../identity/namesakes.ts";
import { glimpseOf } from "../identity/story-glimpse.ts";
import type { StoryVersion } from "../identity/story-version.ts";
import { outletOf } from "../outlets/outlet-of.ts";
import type { Mapping } from "../parse/mapping/mapping.ts";
import { toProblem } from "../problems.ts";
import { rulesOfStory } from "../rules-of-story.ts";
import { rulesOfText } from "../rules-of-text.ts";
import type { Journal } from "../runs/journal/journal.ts";
import type { ReadStory, SeenStory, StoryText, UnusableInput } from "../stages.ts";
import { firstsAhead } from "./ahead.ts";
import { fileStateOf } from "./file-state.ts";
import { inputReading } from "./input-reading.ts";
import type { ListedInput } from "./list-inputs.ts";
import { openParsePool } from "./parse-pool.ts";
import { areAsNoted } from "./picture-files.ts";
import { type ReadInputOptions, readInput } from "./read-input.ts";

export interface ReadOptions extends Omit<ReadInputOptions, "parsers"> {
  readonly mapping?: Mapping | undefined;
  /** Knows which files are unchanged and need not be read (default: none). */
  readonly recall?: Recall | undefined;
}

/**
 * A journal, and the current rules: only entries made under those rules count, or in plain text, under those and what is
 * known of its outlet.
 */
interface Recall {
  readonly journal: Pick<Journal, "get" | "getDigest" | "putDigest">;
  readonly rules: string;
}

/**
 * Reads the stories of the inputs, in order. Only the current one, and the first stories of the next few inputs, are
 * in memory.
 *
 * Never throws for a bad input: each gives at least one `ReadStory`. The second of two stories with the same text is
 * skipped, so none is imported twice. The same goes for a second one that is the same story by its names (see
 * `recognise`), unless it is a newer version of the first: then both are imported, in that order. Two different stories
 * under one address are two stories. A second one with a different text and the same path fails, since one would
 * overwrite the other. Ends at once when the signal is aborted. However it ends, its threads, streams and files are
 * closed by then.
 */
export async function* readStories(
  inputs: readonly ListedInput[],
  options: ReadOptions = {},
): AsyncGenerator<ReadStory, void, undefined> {
  const firstWithText = new Map<string, string>();
  const lastWithPath = new Map<string, KnownVersion>();
  const named = new NamesakesOfRun();
  const lastNamed = new Map<string, KnownVersion>();
  const hasManyRoots = new Set(inputs.map((input) => (input.kind === "file" ? input.root : ""))).size > 1;
  const { signal } = options;
  const pool = options.pool ?? openParsePool({ signal });
  const sequences = inputs.values().map((input) => readOrRecall(input, { ...options, pool }));
  try {
    for await (const story of firstsAhead(sequences, pool.pagesAhead)) {
      // A truncated input is not a story.
      if (signal?.aborted) return;
      yield unlessRepeated(story);
    }
  } catch (error) {
    // An abort may surface as any kind of error from whatever was being awaited.
    if (!signal?.aborted) throw error;
  } finally {
    await pool.close();
  }

  function unlessRepeated(story: ReadStory): ReadStory {
    if (story.kind === "unusable") return story;
    const { origin } = story;
    const text = shorten(story.contentHash);
    const { kind, value } = origin.identity;
    const version = story.kind === "text" ? versionOf(story.parsed ?? {}) : story.version;
    const own = { input: origin.input, ...version };
    const namesake = kind === "path" || kind === "text" ? undefined : namesakeOf(story);
    const other = namesake === undefined ? lastWithPath.get(value) : lastNamed.get(namesake.articleKey);
    // A newer version counts even if it goes back to the text of an earlier one.
    if (other === undefined || !isOlderVersion(other, own)) {
      const sameText = firstWithText.get(text);
      if (sameText !== undefined) {
        const message = `The text is identical to that of "${sameText}"`;
        return rejected(story, toProblem("duplicate-story", message));
      }
      if (other !== undefined) return sharesIdentity(story, own, other);
    }
    firstWithText.set(text, origin.input);
    if (namesake !== undefined) {
      named.add(namesake);
      lastNamed.set(namesake.articleKey, own);
    }
    // Files of one folder cannot share a path.
    else if (hasManyRoots || value.includes("#")) lastWithPath.set(value, own);
    return story;
  }

  /** What is known of a story by its names: under the key of the one that it is, or under a new one. */
  function namesakeOf({ origin, text = "" }: StoryText | SeenStory): Namesake {
    // A path says nothing here: two pages of two folders may both be "index.html".
    const identities = identitiesOf(origin).filter(({ kind }) => kind === "url" || kind === "id");
    const glimpse = glimpseOf(text);
    const { same, contested } = recognise({ identities, glimpse }, named.find(identities));
    const isOne = same !== undefined && contested.length === 0;
    const names = new Set(identities.flatMap((identity) => nameOf(identity) ?? []));
    return { articleKey: isOne ? same.articleKey : `${lastNamed.size}`, input: origin.input, names, glimpse };
  }
}

/** The first 64 bits of a digest as eight characters: no chance collisions, and an eighth of the memory. */
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
    const message = `Another story in this run, "${input}", has the same path within its folder`;
    return rejected(story, toProblem("same-path", message));
  }
  if (isOlderVersion(own, other)) {
    return rejected(story, toProblem("older-version", `"${input}" is a newer version of this story`));
  }
  const message = `"${input}" has another version of this story, which is imported instead`;
  return rejected(story, toProblem("same-identity", message));
}

async function* readOrRecall(
  input: ListedInput,
  options: ReadOptions,
): AsyncGenerator<ReadStory, void, undefined> {
  const { recall } = options;
  const reading = { ...inputReading(options), digests: recall?.journal };
  if (recall === undefined) {
    yield* readInput(input, reading);
    return;
  }
  const fileState = input.kind === "file" ? fileStateOf(input.path) : undefined;
  const entry =
    input.kind === "file" ? recallEntry(input.relativePath, recall, rulesOfFile(input, options)) : undefined;
  if (
    input.kind === "file" &&
    entry?.fileState !== undefined &&
    fileState !== undefined &&
    (await isAsNoted(entry.fileState, fileState, input))
  ) {
    const { path, relativePath: place } = input;
    const noted = entry.fileState;
    const origin = {
      input: path,
      identity: { kind: "path", value: place },
      place,
      fileState: noted,
    } as const;
    const read = async (): Promise<StoryText | UnusableInput> => {
      for await (const story of readInput(input, reading, fileState)) return story;
      throw new Error(`BUG: "${path}" gave nothing`);
    };
    yield { kind: "seen", origin, contentHash: entry.contentHash, entry, read };
    return;
  }
  for await (const story of readInput(input, reading, fileState)) {
    const known =
      story.kind === "text"
        ? recallEntry(story.origin.place, recall, [rulesOfStory(recall.rules, story)])
        : undefined;
    // A file that was copied or only touched, or an item that is still in its feed.
    yield story.kind === "text" && known?.contentHash === story.contentHash ? toSeen(story, known) : story;
  }
}

const isAsNoted = (
  noted: string,
  own: string,
  { root, path }: { readonly root: string; readonly path: string },
): Promise<boolean> | boolean => noted === own || areAsNoted(noted, own, { root, input: path });

function recallEntry(
  place: string | undefined,
  { journal }: Recall,
  rules: readonly string[],
): SeenStory["entry"] | undefined {
  const entry = place === undefined ? undefined : journal.get(place);
  return entry !== undefined && rules.includes(entry.rules) ? entry : undefined;
}

/** The rules that a file would be read with: it is not opened, and so it may be plain text or not. */
function rulesOfFile(
  { relativePath: place, root }: Extract<ListedInput, { readonly kind: "file" }>,
  { recall, readingOf }: ReadOptions,
): string[] {
  const outlet = outletOf({ place, root })?.key;
  const reading = outlet === undefined ? undefined : readingOf?.(outlet);
  return recall === undefined ? [] : [recall.rules, rulesOfText(recall.rules, reading)];
}

const toSeen = (story: StoryText, entry: SeenStory["entry"]): SeenStory => ({
  kind: "seen",
  origin: story.origin,
  contentHash: story.contentHash,
  entry,
  version: versionOf(story.parsed ?? {}),
  text: story.text,
  read: async () => story,
});
