import type { Dataset, Fate, Transaction } from "./dataset.ts";
import { draftsLayer, idInLayer, layerOf, publishedIdOf, publishedLayer, releaseOf } from "./document-id.ts";

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
 * What happened to one document as a whole, newest first: created, published, unpublished, deleted. Single edits are
 * not in this list: Studio reads them from the transaction log.
 *
 * wire: each variant has a history of its own (sanity 6.9.2 core/store/events/README.md): a draft or version was
 * created, published or deleted; the published document was published, changed directly, unpublished or deleted with
 * its whole group. Studio shows a deleted document by the newest event of its draft, and only publications and deleted
 * versions lead it to a revision, so an event of the group at the head of that list would leave the form blank.
 */
export function documentEvents(
  dataset: Dataset,
  id: string,
  { limit, before }: { readonly limit: number; readonly before?: string | undefined },
): DocumentEvents {
  const publishedId = publishedIdOf(id);
  const eventOf = layerOf(id) === publishedLayer ? eventOfPublished : eventOfVersion;
  // Walking back from the present tells what was left of the group after each transaction.
  const present = new Set(dataset.select({ kind: "group", values: [publishedId] }, {}).map(({ _id }) => _id));

  const events: DocumentEvent[] = [];
  for (const transaction of dataset.fates(publishedId)) {
    const event = eventOf(id, transaction, present);
    for (const change of transaction.changes) {
      if (change.previousRev === undefined) present.delete(change.id);
      else present.add(change.id);
    }
    if (!event || (before !== undefined && transaction.sequence >= Number(before))) continue;
    const { timestamp, author } = transaction;
    events.push({ ...event, timestamp, author, documentId: publishedId });
    if (events.length === limit) return { events, nextCursor: String(transaction.sequence) };
  }
  return { events, nextCursor: "" };
}

/** An event without what all events have. */
type Happening = { readonly type: string } & Readonly<Record<string, string | undefined>>;
/** What a transaction of a group meant for one of its documents; `present` are those that were there after it. */
type EventOf = (
  id: string,
  transaction: Transaction<Fate>,
  present: ReadonlySet<string>,
) => Happening | undefined;

const eventOfVersion: EventOf = (id, transaction) => {
  const { changes, transactionId } = transaction;
  const own = changes.find((change) => change.id === id);
  switch (verbOf(own)) {
    case "created":
      return { type: "createDocumentVersion", ...versionOf(id, transactionId) };
    case "deleted":
      return isWritten(changes.find((change) => change.id === publishedIdOf(id)))
        ? publicationOf(id, own?.previousRev, transactionId)
        : { type: "deleteDocumentVersion", ...versionOf(id, own?.previousRev) };
    // An edit, or nothing.
    default:
      return undefined;
  }
};

const eventOfPublished: EventOf = (id, transaction, present) => {
  const { changes, transactionId } = transaction;
  const verb = verbOf(changes.find((change) => change.id === id));
  if (verb === undefined) return undefined;
  if (verb === "deleted") {
    if (present.size === 0) return { type: "deleteDocumentGroup" };
    const draftId = idInLayer(id, draftsLayer);
    const versionId = present.has(draftId) ? draftId : [...present].find((left) => left !== id);
    return { type: "unpublishDocument", ...versionOf(versionId ?? draftId, transactionId) };
  }
  const version = changes.find((change) => change.id !== id && change.deleted);
  if (version) return publicationOf(version.id, version.previousRev, transactionId);
  return {
    type: verb === "created" ? "createLiveDocument" : "updateLiveDocument",
    revisionId: transactionId,
  };
};

const publicationOf = (
  versionId: string,
  versionRevisionId: string | undefined,
  revisionId: string,
): Happening => ({
  type: "publishDocumentVersion",
  revisionId,
  ...versionOf(versionId, versionRevisionId),
  publishCause: "document.publish",
});

/** wire: `releaseId` stands only where the version is one of a release. */
const versionOf = (
  versionId: string,
  versionRevisionId: string | undefined,
): Readonly<Record<string, string | undefined>> => {
  const releaseId = releaseOf(versionId);
  return { versionId, versionRevisionId, ...(releaseId === undefined ? {} : { releaseId }) };
};

function verbOf(fate: Fate | undefined): "created" | "updated" | "deleted" | undefined {
  if (!fate) return undefined;
  if (fate.deleted) return "deleted";
  return fate.previousRev === undefined ? "created" : "updated";
}

const isWritten = (fate: Fate | undefined): boolean => fate !== undefined && !fate.deleted;
