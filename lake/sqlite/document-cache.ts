import type { LakeDocument } from "../core/dataset.ts";
import { publishedIdOf } from "../core/document-id.ts";

/** Characters of JSON whose parsed form the thread keeps that writes: some thirty megabytes of memory at most. */
export const largeCache = 8_000_000;
/** The same for each of those that read. */
export const smallCache = 4_000_000;

/** Parsed documents, so that queries do not parse the same JSON again and again. */
export interface DocumentCache {
  /** The document, if it is cached in this revision, or in any. */
  get(id: string, revision?: string): LakeDocument | undefined;
  put(document: LakeDocument, size: number): void;
  drop(id: string): void;
  /** The document as a view with layers shows it; always the same object for the same document. */
  underPublishedId(document: LakeDocument): LakeDocument;
}

/** Keeps what was used most recently. */
export function documentCache(budget: number): DocumentCache {
  // A Map remembers the order of insertion: the first entry is the least recently used.
  const entries = new Map<string, { readonly document: LakeDocument; readonly size: number }>();
  const views = new WeakMap<LakeDocument, LakeDocument>();
  let total = 0;

  function drop(id: string): void {
    total -= entries.get(id)?.size ?? 0;
    entries.delete(id);
  }

  return {
    get(id, revision) {
      const entry = entries.get(id);
      if (!entry || (revision !== undefined && entry.document._rev !== revision)) return undefined;
      entries.delete(id);
      entries.set(id, entry);
      return entry.document;
    },
    put(document, size) {
      drop(document._id);
      entries.set(document._id, { document, size });
      total += size;
      for (const id of entries.keys()) {
        if (total <= budget) break;
        drop(id);
      }
    },
    drop,
    underPublishedId(document) {
      const known = views.get(document);
      if (known) return known;
      const view = { ...document, _id: publishedIdOf(document._id), _originalId: document._id };
      views.set(document, view);
      return view;
    },
  };
}
