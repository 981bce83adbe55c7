import { hasSameContent } from "../dataset/content.ts";
import type { DatasetDocument, StoredDocument } from "../dataset/stored-document.ts";
import { mergeDocument } from "./merge/merge-document.ts";
import type { Conflict } from "./merge/versions.ts";
import { orderOf } from "./order-of.ts";
import { withoutRemovedFigures } from "./removed-figures.ts";

/** What to do with one document of a story. */
export type Verdict =
  | { readonly kind: "create" }
  /** Nothing to write: the source has not changed, or the document already has the change. */
  | { readonly kind: "keep" }
  | { readonly kind: "update" }
  /** Editors and the source have both changed it: the merged content, and the conflicts that remain. */
  | { readonly kind: "merge"; readonly content: object; readonly conflicts: readonly Conflict[] }
  | { readonly kind: "leave"; readonly because: "deleted" | "unused" };

/** Everything known about one document before it is written. */
export interface DocumentState {
  /** The source's version, its array members under the keys they were first imported with. */
  readonly wanted: { readonly _id: string; readonly _type: string };
  /** The source's version at the last import; absent if it was never imported. */
  readonly base: object | undefined;
  /** `base` and the stored version with references to the sources that editors merged others into (default: as is). */
  readonly resolved?: { readonly base: object | undefined; readonly current: StoredDocument | undefined };
  readonly draft: StoredDocument | undefined;
  readonly published: StoredDocument | undefined;
  /** What releases have of it, see `judgeVersion`; none unless told. */
  readonly versions?: readonly VersionState[];
}

/** What a release, or a scheduled draft, has of a document. */
export interface VersionState {
  readonly version: StoredDocument;
  readonly resolved?: DocumentState["resolved"];
  /** Whether the lake has not let it be written to: its release is scheduled. */
  readonly isLocked: boolean;
}

/**
 * Judges one document by comparing the wanted, the stored and the last imported version. Pure.
 *
 * The importer's basic rule: whatever a person has changed, added or deleted is never overwritten. What no one has
 * touched follows its source; what both have changed is merged (see docs/merging.md). Editors see the draft, so the
 * draft counts.
 */
export function judgeDocument(state: DocumentState): Verdict {
  const { wanted, base, draft, published, versions = [] } = state;
  const current = draft ?? published;
  // What exists in a release only is neither deleted nor to be made: it goes to readers with the release.
  if (current === undefined && versions.length > 0) return { kind: "keep" };
  if (current === undefined) return base === undefined ? { kind: "create" } : judgeDeleted(wanted, base);
  if (base !== undefined && hasSameContent(wanted, base)) return { kind: "keep" };
  if (hasSameContent(wanted, current)) return { kind: "keep" };
  if (base !== undefined && hasSameContent(current, base)) return { kind: "update" };
  // The content is unchanged; only the ids of its sources have changed since.
  const { base: known, current: ours = current } = state.resolved ?? { base, current };
  if (known !== undefined && hasSameContent(wanted, known)) return { kind: "keep" };
  const said = known === undefined ? wanted : withoutRemovedFigures(wanted, known, ours);
  const { content, conflicts } = mergeDocument(known && { ...known }, ours, { ...said });
  const order = orderOf(wanted, known, ours);
  return {
    kind: "merge",
    content: { ...content, ...order },
    conflicts: conflicts.filter(({ path }) => !(path in order)),
  };
}

/** Deleting an article deletes its story; a deleted picture matters only if the source has changed it. */
function judgeDeleted(wanted: DocumentState["wanted"], base: object): Verdict {
  const hasNews = wanted._type === "article" || !hasSameContent(wanted, base);
  return hasNews ? { kind: "leave", because: "deleted" } : { kind: "keep" };
}

/** A document of a story, judged. */
export interface JudgedDocument<T> extends Omit<DocumentState, "versions"> {
  readonly wanted: T & DocumentState["wanted"];
  readonly verdict: Verdict;
  /** What releases have of it, each under its own id; none unless told. */
  readonly inReleases?: readonly JudgedDocument<T>[];
}

/** The document under its published id once its verdict is carried out; `undefined` if there is none. Pure. */
export function outcomeOf({
  wanted,
  verdict,
  draft,
  published,
}: DocumentState & { readonly verdict: Verdict }): DatasetDocument | undefined {
  const { _id, _type } = wanted;
  if (verdict.kind === "create" || verdict.kind === "update") return { ...wanted };
  if (verdict.kind === "merge") return { ...verdict.content, _id, _type };
  const current = draft ?? published;
  return current === undefined ? undefined : { ...current, _id };
}
