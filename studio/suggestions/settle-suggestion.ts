import type { Mutation, SanityClient } from "@sanity/client";
import {
  type Suggestion,
  draftId,
  formatPath,
  importRecord,
  importRecordId,
  publishedId,
} from "../../schemas/index.ts";
import { isConflict } from "../seen/is-conflict.ts";
import { type SeenDocument, shownOf, versionsOf } from "../seen/seen-document.ts";
import { acceptSuggestion } from "./accept-suggestion.ts";
import { referencesOf } from "./references-of.ts";

/** What became of an editor's decision. */
export type Settled =
  | { readonly kind: "settled" }
  /** The document is not what the editor saw: nothing is written, and it is for the editor to look again. */
  | { readonly kind: "moved" }
  /** What the suggestion is about is gone, or somebody else has settled it: nothing is written. */
  | { readonly kind: "gone" };

/** Another suggestion of the story may be settled at the same moment. */
const mostAttempts = 5;

/**
 * Settles a suggestion in one transaction: the document says what the source says, and the import record says that it
 * was accepted, or neither. It is carried out only on the document that the editor has seen.
 *
 * @param seen The version that the editor has looked at; `undefined` where there is none.
 * @throws What the client throws, except where something has moved.
 */
export async function settleSuggestion(
  client: SanityClient,
  articleId: string,
  suggestion: Suggestion,
  state: "accepted" | "rejected",
  seen: SeenDocument | undefined,
): Promise<Settled> {
  for (let attempt = 1; ; attempt += 1) {
    const now = await readNow(client, articleId, suggestion);
    if (state === "accepted" && (now.document?._id !== seen?._id || now.document?._rev !== seen?._rev))
      return { kind: "moved" };
    const { record } = now;
    const stored = record?.suggestions?.find(({ _key }) => _key === suggestion._key);
    if (record === undefined || stored?.state !== "open" || stored.incoming !== suggestion.incoming)
      return { kind: "gone" };
    const accepted = state === "rejected" ? [] : seen && acceptSuggestion(suggestion, seen, now.unpublished);
    if (accepted === undefined) return { kind: "gone" };
    const path = formatPath(["suggestions", { _key: suggestion._key }, "state"]);
    const settle: Mutation = {
      patch: { id: record._id, ifRevisionID: record._rev, set: { [path]: state } },
    };
    try {
      await client.mutate([...accepted, settle], { visibility: "sync" });
      return { kind: "settled" };
    } catch (error) {
      if (!isConflict(error) || attempt === mostAttempts) throw error;
    }
  }
}

const storedRecord = importRecord.pick({ _id: true, suggestions: true }).loose();

/** What there is at this moment. */
async function readNow(client: SanityClient, articleId: string, { documentId, incoming }: Suggestion) {
  const references = referencesOf(incoming);
  const ids = [
    importRecordId(articleId),
    ...versionsOf(documentId),
    ...references.flatMap((id) => [id, draftId(id)]),
  ];
  const all = await client.fetch<SeenDocument[]>("*[_id in $ids]", { ids }, { perspective: "raw" });
  const byId = new Map(all.map((document) => [document._id, document]));
  const record = byId.get(importRecordId(articleId));
  const { suggestions } = storedRecord.safeParse(record).data ?? {};
  return {
    document: shownOf(documentId, all),
    record: record && { _id: record._id, _rev: record._rev, suggestions },
    unpublished: new Map(
      all
        .filter(({ _id }) => references.includes(publishedId(_id)) && !byId.has(publishedId(_id)))
        .map(({ _id, _type }) => [publishedId(_id), _type]),
    ),
  };
}
