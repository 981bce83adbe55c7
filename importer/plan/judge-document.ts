import { hasSameContent } from "../dataset/content.ts";
import { referencesIn } from "../dataset/references.ts";
import type { DatasetDocument, StoredDocument } from "../dataset/stored-document.ts";
import { mergeDocument } from "./merge/merge-document.ts";
import type { Conflict } from "./merge/versions.ts";
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
}

/**
 * Judges one document by comparing the wanted, the stored and the last imported version. Pure.
 *
 * The importer's basic rule: whatever a person has changed, added or deleted is never overwritten. What no one has
 * touched follows its source; what both have changed is merged (see docs/merging.md). Editors see the draft, so the
 * draft counts.
 */
export function judgeDocument(state: DocumentState): Verdict {
  const { wanted, base, draft, published } = state;
  const current = draft ?? published;
  if (current === undefined) return base === undefined ? { kind: "create" } : judgeDeleted(wanted, base);
  if (base !== undefined && hasSameContent(wanted, base)) return { kind: "keep" };
  if (hasSameContent(wanted, current)) return { kind: "keep" };
  if (base !== undefined && hasSameContent(current, base)) return { kind: "update" };
  // The content is unchanged; only the ids of its sources have changed since.
  const { base: known, current: ours = current } = state.resolved ?? { base, current };
  if (known !== undefined && hasSameContent(wanted, known)) return { kind: "keep" };
  const said = known === undefined ? wanted : withoutRemovedFigures(wanted, known, ours);
  return { kind: "merge", ...mergeDocument(known && { ...known }, ours, { ...said }) };
}

/** Deleting an article deletes its story; a deleted picture matters only if the source has changed it. */
function judgeDeleted(wanted: DocumentState["wanted"], base: object): Verdict {
  const hasNews = wanted._type === "article" || !hasSameContent(wanted, base);
  return hasNews ? { kind: "leave", because: "deleted" } : { kind: "keep" };
}

/** A document of a story, judged. */
export interface JudgedDocument<T> extends DocumentState {
  readonly wanted: T & DocumentState["wanted"];
  readonly verdict: Verdict;
}

/**
 * Judges the documents of a story, of which the article comes last. Pure.
 *
 * A story whose article was deleted stays deleted, and a picture that the article neither shows nor has as a
 * suggestion is not created.
 */
export function judgeStory<T>(
  documents: readonly (DocumentState & { readonly wanted: T })[],
): JudgedDocument<T>[] {
  const judged = documents.map((document) => ({ ...document, verdict: judgeDocument(document) }));
  const article = judged.at(-1);
  if (article === undefined) return judged;
  const isGone = article.verdict.kind === "leave";
  const conflicts = article.verdict.kind === "merge" ? article.verdict.conflicts : [];
  const shown = new Set(referencesIn([outcomeOf(article), conflicts.map(({ incoming }) => incoming)]));
  const isUnused = ({ wanted, verdict: { kind } }: JudgedDocument<T>): boolean =>
    isGone ? kind !== "leave" : kind === "create" && wanted._type !== "article" && !shown.has(wanted._id);
  return judged.map((document) =>
    isUnused(document) ? { ...document, verdict: { kind: "leave", because: "unused" } } : document,
  );
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
