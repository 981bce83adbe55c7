import type { Dataset, Fate, Transaction } from "./dataset.ts";
import { draftsLayer, idInLayer, layerOf, publishedIdOf, publishedLayer } from "./document-id.ts";

/** An entry of Studio's history pane (sanity 6.9.2 core/store/events/types.ts). */
interface DocumentEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly author: string;
  readonly documentId: string;
  readonly [detail: string]: string | undefined;
}

export interface DocumentEvents {
  readonly events: readonly DocumentEvent[];
  /** Where the next page starts; empty on the last one. */
  readonly nextCursor: string;
}

/**
 * What happened to a document as a whole, newest first: created, published, unpublished, deleted. Single edits are
 * not in this list: Studio reads them from the transaction log.
 */
export function documentEvents(
  dataset: Dataset,
  id: string,
  { limit, before }: { readonly limit: number; readonly before?: string | undefined },
): DocumentEvents {
  const publishedId = publishedIdOf(id);
  const layer = layerOf(id) === publishedLayer ? draftsLayer : layerOf(id);
  const ids = [publishedId, idInLayer(publishedId, layer)];
  // Walking back from the present tells what was left of the group after each transaction.
  const present = new Set(dataset.documents(ids).map(({ _id }) => _id));

  const events: DocumentEvent[] = [];
  for (const transaction of dataset.fates(ids)) {
    const event = eventOf(transaction, publishedId, present.size > 0);
    for (const change of transaction.changes) {
      if (change.previousRev === undefined) present.delete(change.id);
      else present.add(change.id);
    }
    if (!event || (before !== undefined && transaction.sequence >= Number(before))) continue;
    events.push(event);
    if (events.length === limit) return { events, nextCursor: String(transaction.sequence) };
  }
  return { events, nextCursor: "" };
}

function verbOf(fate: Fate | undefined): "created" | "updated" | "deleted" | undefined {
  if (!fate) return undefined;
  if (fate.deleted) return "deleted";
  return fate.previousRev === undefined ? "created" : "updated";
}

function eventOf(
  transaction: Transaction<Fate>,
  publishedId: string,
  groupRemains: boolean,
): DocumentEvent | undefined {
  const { transactionId, timestamp, author, changes } = transaction;
  const versionChange = changes.find((change) => change.id !== publishedId);
  const published = verbOf(changes.find((change) => change.id === publishedId));
  const version = verbOf(versionChange);
  const common = { timestamp, author, documentId: publishedId };
  const versionId = versionChange?.id ?? idInLayer(publishedId, draftsLayer);
  const lastRevision = versionChange?.previousRev;
  const revisionId = transactionId;

  if (published === "created" || published === "updated") {
    if (version === "deleted") {
      const revisions = { revisionId, versionId, versionRevisionId: lastRevision };
      return { type: "publishDocumentVersion", ...common, ...revisions, publishCause: "document.publish" };
    }
    return {
      type: published === "created" ? "createLiveDocument" : "updateLiveDocument",
      ...common,
      revisionId,
    };
  }
  if (version === "deleted") {
    if (!groupRemains) return { type: "deleteDocumentGroup", ...common };
    return { type: "deleteDocumentVersion", ...common, versionId, versionRevisionId: lastRevision };
  }
  if (published === "deleted") {
    return groupRemains
      ? { type: "unpublishDocument", ...common, versionId, versionRevisionId: transactionId }
      : { type: "deleteDocumentGroup", ...common };
  }
  if (version === "created") {
    return { type: "createDocumentVersion", ...common, versionId, versionRevisionId: transactionId };
  }
  return undefined;
}
