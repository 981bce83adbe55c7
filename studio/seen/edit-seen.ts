import type { Mutation, PatchOperations } from "@sanity/client";
import { draftId, readDocumentId } from "../../schemas/index.ts";
import type { SeenDocument } from "./seen-document.ts";

/**
 * The mutations that edit a document as an editor saw it. They are refused once that version is no longer the one that
 * was seen. Of a published document they make a draft, as an edit in Studio does. Pure.
 */
export function editSeen(seen: SeenDocument, operations: PatchOperations): Mutation[] {
  const { _rev, _updatedAt, _system, ...content } = seen;
  if (readDocumentId(seen._id).kind !== "published")
    return [{ patch: { id: seen._id, ifRevisionID: _rev, ...operations } }];
  const id = draftId(seen._id);
  return [{ create: { ...content, _id: id } }, { patch: { id, ...operations } }];
}
