import { contentOf } from "../../dataset/content.ts";
import { languageOf } from "./language-of.ts";
import { mergeMembers } from "./merge-value.ts";
import { sameValue } from "./same-value.ts";
import type { Conflict } from "./versions.ts";

export type Content = Readonly<Record<string, unknown>>;

export interface DocumentMerge {
  /** Without the lake's system fields. */
  readonly content: Content;
  readonly conflicts: readonly Conflict[];
}

/**
 * Merges a newly read version of a document into the one that editors have worked on.
 *
 * Pure. See docs/merging.md for every case.
 *
 * @param incoming Its array members must have the keys they have in `base`: see `alignKeys`.
 * @param base The document as last imported; if `undefined`, only absent fields are filled in.
 */
export function mergeDocument(base: Content | undefined, current: Content, incoming: Content): DocumentMerge {
  if (base === undefined) return fillIn(current, incoming);
  const versions = { base: contentOf(base), current: contentOf(current), incoming: contentOf(incoming) };
  const { value, conflicts } = mergeMembers("", versions, languageOf(current, incoming));
  return { content: value, conflicts };
}

/** Without a base it is unknown who wrote the existing fields, so they stay; only absent ones are filled in. */
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
