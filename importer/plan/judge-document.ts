import { hasSameContent, type StoredDocument } from "./content.ts";

/** What may be done with one document of a story. */
export type Verdict =
  | { readonly kind: "create" }
  /** Nothing to write: the source says nothing new, or the document already says it. */
  | { readonly kind: "keep" }
  | { readonly kind: "update" }
  | { readonly kind: "leave"; readonly because: "edited" | "deleted" | "unused" };

/** Everything there is to know about one document before it is written. */
export interface DocumentState {
  readonly wanted: { readonly _id: string; readonly _type: string };
  /** As the importer last wrote it; absent if it never did. */
  readonly base: object | undefined;
  readonly draft: StoredDocument | undefined;
  readonly published: StoredDocument | undefined;
}

/**
 * Judges one document: wanted against stored against last imported. Pure.
 *
 * The one rule of the importer: what a person has changed, added or deleted is not written over. What the
 * importer wrote and nobody has touched may change with its source. Editors see the draft, so the draft counts.
 */
export function judgeDocument({ wanted, base, draft, published }: DocumentState): Verdict {
  const current = draft ?? published;
  if (current === undefined) return base === undefined ? { kind: "create" } : judgeDeleted(wanted, base);
  if (base !== undefined && hasSameContent(wanted, base)) return { kind: "keep" };
  if (hasSameContent(wanted, current)) return { kind: "keep" };
  // Without a base nobody knows who wrote what is there.
  if (base === undefined || !hasSameContent(current, base)) return { kind: "leave", because: "edited" };
  return { kind: "update" };
}

/** A deleted article takes its story with it; a deleted picture matters when the source has news of it. */
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
 * A story whose article is gone stays gone, and a picture that no article would show is not made.
 */
export function judgeStory<T>(
  documents: readonly (DocumentState & { readonly wanted: T })[],
): JudgedDocument<T>[] {
  const judged = documents.map((document) => ({ ...document, verdict: judgeDocument(document) }));
  const article = judged.at(-1)?.verdict;
  if (article?.kind !== "leave") return judged;
  const isUnused = ({ kind }: Verdict): boolean =>
    article.because === "deleted" ? kind !== "leave" : kind === "create";
  return judged.map((document) =>
    isUnused(document.verdict) ? { ...document, verdict: { kind: "leave", because: "unused" } } : document,
  );
}
