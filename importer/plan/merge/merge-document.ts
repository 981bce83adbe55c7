import { alignKeys } from "./align-keys.ts";
import { mergeMembers } from "./merge-value.ts";
import { sameValue } from "./same-value.ts";
import type { Conflict } from "./versions.ts";

export type Content = Readonly<Record<string, unknown>>;

export interface DocumentMerge {
  readonly document: Content;
  readonly conflicts: readonly Conflict[];
}

/** Fields that are the lake's own. */
const systemFields = ["_id", "_rev", "_createdAt", "_updatedAt", "_originalId", "_system"] as const;

/** A document without the fields that the lake keeps. */
export function contentOf(document: Content): Content {
  const content: Record<string, unknown> = { ...document };
  for (const name of systemFields) delete content[name];
  return content;
}

/**
 * Merges a newly read version of a document into the one that editors have worked on.
 *
 * Pure. See docs/merging.md for every case.
 *
 * @param base The document as last imported; `undefined` if it never was, then only what is absent is filled in.
 */
export function mergeDocument(base: Content | undefined, current: Content, incoming: Content): DocumentMerge {
  if (base === undefined) return fillIn(current, incoming);
  const known = contentOf(base);
  const aligned = alignKeys(known, contentOf(incoming));
  const { value, conflicts } = mergeMembers("", known, contentOf(current), aligned);
  return { document: { ...value, _id: current._id }, conflicts };
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
  return { document: { ...theirs, ...mine, _id: current._id }, conflicts };
}
