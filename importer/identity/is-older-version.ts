import { isBefore } from "../parse/time/compare-moments.ts";
import { readMoment } from "../parse/time/read-moment.ts";
import type { StoryVersion } from "./story-version.ts";

/** Anything that may give its version. */
type Versioned = { readonly [Field in keyof StoryVersion]: StoryVersion[Field] | undefined };

/**
 * Whether a story is an older version than another version of it: by number, otherwise by time. Pure.
 *
 * A story that does not give its version is never older: it is the last one sent. Nor is one that only might be: a day
 * is not its midnight, and a time without a zone is not UTC.
 */
export function isOlderVersion(story: Versioned, other: Versioned): boolean {
  const [a, b] = [story.version, other.version];
  if (a !== undefined && b !== undefined && a !== b) return a < b;
  const [own, others] = [story, other].map(({ versionCreated }) => readMoment(versionCreated ?? ""));
  return own !== undefined && others !== undefined && isBefore(own, others);
}

/** Returns only the version fields. Pure. */
export const versionOf = ({ version, versionCreated }: Versioned): StoryVersion => ({
  ...(version === undefined ? {} : { version }),
  ...(versionCreated === undefined ? {} : { versionCreated }),
});
