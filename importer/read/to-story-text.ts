import { canonicalJson } from "../../schemas/index.ts";
import type { Crash } from "../crash.ts";
import { digestOf, shortDigestOf } from "../digest.ts";
import type { StoryIdentity } from "../identity/story-identity.ts";
import { outletOf } from "../outlets/outlet-of.ts";
import type { ReadingOfOutlet } from "../parse/outlet-reading.ts";
import type { ParsedStory } from "../parse/parsed-story.ts";
import type { ParsedItem } from "../parse/parser.ts";
import { oneStoryFormats } from "../parse/parsers.ts";
import { textOfStory } from "../parse/text-of-story.ts";
import { parseText } from "../parse/text/parse-text.ts";
import type { ImportNote, StoryText, UnusableInput } from "../stages.ts";
import { damageOf } from "./damage-of.ts";
import type { WebCapture } from "./unpack/unpacked.ts";

/** Where a story was found. */
export interface StoryPlace {
  /** As the operator would name it. */
  readonly input: string;
  /** Path below the import root, including the path inside an archive; absent for standard input. */
  readonly place: string | undefined;
  /** The imported folder; absent for a story that is not a file of its own, whose picture files cannot be found. */
  readonly root?: string;
  readonly fileState?: string;
  /** Told what was passed over, since it is no story by its nature. */
  readonly onNote?: ((note: ImportNote) => void) | undefined;
  /** Told of an input that the program has failed on. */
  readonly onCrash?: ((crash: Crash) => void) | undefined;
  /** Given where characters of the file were lost: whether its encoding is sure. See `DamagedText`. */
  readonly isEncodingSure?: boolean;
  /** What is known of the outlets of plain texts (default: nothing). */
  readonly readingOf?: ReadingOfOutlet | undefined;
}

/** Makes a plain-text story, identified by its path, or by its address if it comes from a web archive. */
export function textToStory(
  text: string,
  { input, place, root, fileState, readingOf }: StoryPlace,
  web?: WebCapture,
): StoryText {
  const contentHash = digestOf(text);
  const outlet = outletOf({ address: web?.url, place, root })?.key;
  const reading = outlet === undefined ? undefined : readingOf?.(outlet);
  const known = reading === undefined ? {} : { reading };
  if (web !== undefined) {
    const identity = { kind: "url", value: web.url } as const;
    const parsed = captured({ ...parseText(text, reading), identity, canonicalUrl: web.url }, web);
    const origin = { input, identity, ...at(place), ...of(outlet) };
    return { kind: "text", origin, text, contentHash, parsed, ...known };
  }
  const identity: StoryIdentity =
    place === undefined ? { kind: "text", value: contentHash } : { kind: "path", value: place };
  return {
    kind: "text",
    origin: {
      input,
      identity,
      ...at(place),
      ...of(outlet),
      ...(fileState === undefined ? {} : { fileState }),
    },
    text,
    contentHash,
    ...known,
  };
}

/** A page without a version gets the time of its capture as one: a web archive may hold several captures. */
const captured = (story: ParsedStory, { capturedAt }: WebCapture): ParsedStory =>
  capturedAt === undefined || story.versionCreated !== undefined
    ? story
    : { ...story, versionCreated: capturedAt };

/**
 * Turns a parser's result into a story with its place, or into a problem.
 *
 * A story that identifies itself, by its address or its agency's id, has that identity wherever it is found; any other
 * story is identified by its path, plus its headline in a file of many stories.
 */
export function* itemsToStories(
  item: ParsedItem,
  format: string,
  { input, place, root, fileState, isEncodingSure, onNote }: StoryPlace,
  web?: WebCapture,
): Generator<StoryText | UnusableInput> {
  if (item.kind === "problem") {
    yield { kind: "unusable", input, problem: item.problem };
    return;
  }
  if (item.kind === "note") {
    onNote?.({ input, message: item.message });
    return;
  }
  const damage = isEncodingSure === undefined ? undefined : damageOf(item.story, isEncodingSure);
  // A new version number or another name alone, or another line of the page around it, does not make the story a different one.
  const {
    evidence: _e,
    pieces: _l,
    problems: _p,
    version: _v,
    versionCreated: _c,
    otherIdentities: _i,
    ...said
  } = item.story;
  const isOne = oneStoryFormats.has(format);
  const contentHash = digestOf(canonicalJson(said));
  const own =
    item.story.identity ??
    (web === undefined || !isOne ? undefined : { kind: "url" as const, value: web.url });
  const within = isOne ? "" : `#${shortDigestOf(own?.value ?? item.story.headline, 12)}`;
  const path = place === undefined ? undefined : `${place}${within}`;
  const identity: StoryIdentity =
    own ?? (path === undefined ? { kind: "text", value: contentHash } : { kind: "path", value: path });
  const others: readonly StoryIdentity[] = [
    ...(item.story.otherIdentities ?? []),
    ...(web !== undefined && isOne && own?.value !== web.url
      ? [{ kind: "url" as const, value: web.url }]
      : []),
    // In a file of many it is its number in a queue, and another story's tomorrow.
    ...(isOne && path !== undefined && own !== undefined ? [{ kind: "path" as const, value: path }] : []),
  ];
  const name = isOne ? input : `${input}#${own?.value ?? item.story.headline.slice(0, 80)}`;
  if (damage?.isGrave) {
    yield { kind: "unusable", input: name, problem: damage.problem };
    return;
  }
  const story = damage ? { ...item.story, problems: [...item.story.problems, damage.problem] } : item.story;
  yield {
    kind: "text",
    origin: {
      input: name,
      identity,
      ...(others.length === 0 ? {} : { alsoKnownAs: others }),
      ...at(path),
      ...of(outletOf({ address: story.canonicalUrl ?? web?.url, place, root })?.key),
      ...(root === undefined ? {} : { beside: { root, input } }),
      ...(isOne && fileState !== undefined ? { fileState } : {}),
    },
    text: textOfStory(story),
    contentHash,
    parsed: web === undefined || !isOne ? story : captured(story, web),
  };
}

const at = (place: string | undefined): { place?: string } => (place === undefined ? {} : { place });

const of = (outlet: string | undefined): { outlet?: string } => (outlet === undefined ? {} : { outlet });
