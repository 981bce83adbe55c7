import { isBefore } from "../parse/time/compare-moments.ts";
import { readMoment } from "../parse/time/read-moment.ts";
import type { StoryVersion } from "./story-version.ts";

/** Whatever may say which version it is. */
type Versioned = { readonly [Field in keyof StoryVersion]: StoryVersion[Field] | undefined };

/**
 * Whether a story is an older version than another one of it: by the number, else by the time. Pure.
 *
 * One that does not say which version it is is never older: it is the last that was sent. Nor is one that only may
 * be: a day is not its midnight, and a clock without a zone is not Greenwich's.
 */
export function isOlderVersion(story: Versioned, other: Versioned): boolean {
  const [a, b] = [story.version, other.version];
  if (a !== undefined && b !== undefined && a !== b) return a < b;
  const [own, others] = [story, other].map(({ versionCreated }) => readMoment(versionCreated ?? ""));
  return own !== undefined && others !== undefined && isBefore(own, others);
}

/** What something says of its version, and nothing else of it. Pure. */
export const versionOf = ({ version, versionCreated }: Versioned): StoryVersion => ({
  ...(version === undefined ? {} : { version }),
  ...(versionCreated === undefined ? {} : { versionCreated }),
});
