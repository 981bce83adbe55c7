import { contentOf } from "../../dataset/content.ts";
import { languageOf } from "./language-of.ts";
import { mergeMembers } from "./merge-value.ts";
import { sameValue } from "./same-value.ts";
import type { Conflict } from "./versions.ts";

export type Content = Readonly<Record<string, unknown>>;

export interface DocumentMerge {
  /** Without the fields that the lake keeps. */
  readonly content: Content;
  readonly conflicts: readonly Conflict[];
}

/**
 * Merges a newly read version of a document into the one that editors have worked on.
 *
 * Pure. See docs/merging.md for every case.
 *
 * @param incoming Its array members under the keys that they have in `base`: see `alignKeys`.
 * @param base The document as last imported; `undefined` if it never was, then only what is absent is filled in.
 */
export function mergeDocument(base: Content | undefined, current: Content, incoming: Content): DocumentMerge {
  if (base === undefined) return fillIn(current, incoming);
  const versions = { base: contentOf(base), current: contentOf(current), incoming: contentOf(incoming) };
  const { value, conflicts } = mergeMembers("", versions, languageOf(current, incoming));
  return { content: value, conflicts };
}

/** Without a base nobody knows who wrote what is there, so it stays; only what is absent is taken. */
function fillIn(current: Content, incoming: Content): DocumentMerge {
  const [mine, theirs] = [contentOf(current), contentOf(incoming)];
  const differing = Object.keys(theirs).filter(
    (name) => mine[name] !== undefined && !sameValue(mine[name], theirs[name]),
  );
  const conflicts = differing.map((path) => ({
    path,
    base: undefined,
    current: mine[path],
    incoming: theirs[path],
  }));
  return { content: { ...theirs, ...mine }, conflicts };
}
