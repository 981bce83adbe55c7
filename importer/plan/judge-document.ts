import { hasSameContent } from "../dataset/content.ts";
import type { DatasetDocument, StoredDocument } from "../dataset/stored-document.ts";
import { mergeDocument } from "./merge/merge-document.ts";
import type { Conflict } from "./merge/versions.ts";
import { orderOf } from "./order-of.ts";
import { withoutRemovedFigures } from "./removed-figures.ts";

/** What may be done with one document of a story. */
export type Verdict =
  | { readonly kind: "create" }
  /** Nothing to write: the source says nothing new, or the document already says it. */
  | { readonly kind: "keep" }
  | { readonly kind: "update" }
  /** Editors and the source have both changed it: the content of both, and what could not be brought together. */
  | { readonly kind: "merge"; readonly content: object; readonly conflicts: readonly Conflict[] }
  | { readonly kind: "leave"; readonly because: "deleted" | "unused" };

/** Everything there is to know about one document before it is written. */
export interface DocumentState {
  /** What the source says, its array members under the keys that they were first imported with. */
  readonly wanted: { readonly _id: string; readonly _type: string };
  /** What the source said when it was last imported; absent if it never was. */
  readonly base: object | undefined;
  /** That and what is stored, referring to the sources that editors have merged the old ones into; as is unless told. */
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
 * Judges one document: wanted against stored against last imported. Pure.
 *
 * The one rule of the importer: what a person has changed, added or deleted is not written over. What nobody has
 * touched follows its source; what both have changed is merged (see docs/merging.md). Editors see the draft, so
 * the draft counts.
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
  // The source says what it said, of sources that have other ids by now.
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

/** A deleted article takes its story with it; a deleted picture matters when the source has news of it. */
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

/** What a document is, under its published id, once the verdict on it is carried out; absent if there is none. Pure. */
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
