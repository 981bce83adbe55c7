import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { digestOf, shortDigestOf } from "../digest.ts";
import type { ParsedStory } from "../parse/parsed-story.ts";
import type { ParsedItem } from "../parse/parser.ts";
import { oneStoryFormats } from "../parse/parsers.ts";
import { textOfStory } from "../parse/text-of-story.ts";
import { parseText } from "../parse/text/parse-text.ts";
import { canonicalJson } from "../dataset/canonical-json.ts";
import type { StoryOrigin, StoryText, UnusableInput } from "../stages.ts";
import { damageOf } from "./damage-of.ts";
import type { WebCapture } from "./unpack/unpacked.ts";

/** Where a story was found. */
export interface StoryPlace {
  /** As the operator would name it. */
  readonly input: string;
  /** Path below the import root, into archives too; absent for standard input. */
  readonly place: string | undefined;
  /** The folder that is imported; absent for what is no file of its own, whose files cannot be found. */
  readonly root?: string;
  readonly fileState?: string;
  /** Given where characters of the file were lost: whether its encoding is sure. See `DamagedText`. */
  readonly isEncodingSure?: boolean;
}

/** A plain-text story: its path identifies it, or the address that a web archive has it from. */
export function textToStory(
  text: string,
  { input, place, fileState }: StoryPlace,
  web?: WebCapture,
): StoryText {
  const contentHash = digestOf(text);
  if (web !== undefined) {
    const identity = { kind: "url", value: web.url } as const;
    const parsed = captured({ ...parseText(text), identity, canonicalUrl: web.url }, web);
    return { kind: "text", origin: { input, identity, ...at(place) }, text, contentHash, parsed };
  }
  const identity: StoryOrigin["identity"] =
    place === undefined ? { kind: "text", value: contentHash } : { kind: "path", value: place };
  return {
    kind: "text",
    origin: { input, identity, ...at(place), ...(fileState === undefined ? {} : { fileState }) },
    text,
    contentHash,
  };
}

/** A page that says nothing of its versions is as old as its capture: a web archive may hold several. */
const captured = (story: ParsedStory, { capturedAt }: WebCapture): ParsedStory =>
  capturedAt === undefined || story.versionCreated !== undefined
    ? story
    : { ...story, versionCreated: capturedAt };

/**
 * What a parser has found: the story with its place, or the problem.
 *
 * A story that says itself who it is (by its address, or its id at the agency) is known by that wherever it is found;
 * another one by its path, and in a file of many by its headline.
 */
export function* itemsToStories(
  item: ParsedItem,
  format: string,
  { input, place, root, fileState, isEncodingSure }: StoryPlace,
  web?: WebCapture,
): Generator<StoryText | UnusableInput> {
  if (item.kind === "problem") {
    yield { kind: "unusable", input, problem: item.problem };
    return;
  }
  const damage = isEncodingSure === undefined ? undefined : damageOf(item.story, isEncodingSure);
  // A version that says the same is no other story.
  const { evidence: _e, problems: _p, version: _v, versionCreated: _c, ...said } = item.story;
  const isOne = oneStoryFormats.has(format);
  const missing = root === undefined ? [] : missingFiles(item.story, input);
  // A picture that is supplied later makes it another story.
  const contentHash = digestOf(canonicalJson(missing.length > 0 ? { ...said, missing } : said));
  const own =
    item.story.identity ??
    (web === undefined || !isOne ? undefined : { kind: "url" as const, value: web.url });
  const within = isOne ? "" : `#${shortDigestOf(own?.value ?? item.story.headline, 12)}`;
  const path = place === undefined ? undefined : `${place}${within}`;
  const identity: StoryOrigin["identity"] =
    own ?? (path === undefined ? { kind: "text", value: contentHash } : { kind: "path", value: path });
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
      ...at(path),
      ...(root === undefined ? {} : { root }),
      ...(isOne && fileState !== undefined && missing.length === 0 ? { fileState } : {}),
    },
    text: textOfStory(story),
    contentHash,
    parsed: web === undefined || !isOne ? story : captured(story, web),
  };
}

/** The files that a story names and that are not there. */
const missingFiles = ({ pictures }: ParsedStory, input: string): string[] =>
  pictures.flatMap(({ file }) =>
    file === undefined || existsSync(resolve(dirname(input), file)) ? [] : [file],
  );

const at = (place: string | undefined): { place?: string } => (place === undefined ? {} : { place });
