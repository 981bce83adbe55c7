import { z } from "zod";
import { publishedId } from "../../schemas/index.ts";
import { type StoredDocument, datasetDocument } from "./stored-document.ts";

/**
 * A mutation as the Content Lake accepts it (sanity.io/docs/http-mutations), of the kinds that the importer sends. A
 * patch always names the revision it was planned on.
 */
export const mutation = z.union([
  z.strictObject({ create: datasetDocument }),
  z.strictObject({ createIfNotExists: datasetDocument }),
  z.strictObject({
    patch: z.strictObject({
      id: z.string(),
      ifRevisionID: z.string(),
      set: z.record(z.string(), z.unknown()).exactOptional(),
      unset: z.array(z.string()).exactOptional(),
    }),
  }),
  z.strictObject({ delete: z.strictObject({ id: z.string() }) }),
]);
export type Mutation = Readonly<z.infer<typeof mutation>>;

/** Ids of the documents that mutations touch, each once, in order. Pure. */
export const idsOf = (mutations: readonly Mutation[]): string[] => [...new Set(mutations.map(idOf))];

/**
 * Ids of the published documents that mutations make drafts of: each draft holds what was published when it was planned,
 * and the mutations do not touch that themselves. Pure.
 */
export function idsBeneath(mutations: readonly Mutation[]): string[] {
  const touched = new Set(idsOf(mutations));
  const drafts = mutations.flatMap((mutation) => ("create" in mutation ? [mutation.create._id] : []));
  return drafts.map(publishedId).filter((id) => !touched.has(id));
}

/** Id of the document that a mutation touches. Pure. */
export function idOf(one: Mutation): string {
  if ("create" in one) return one.create._id;
  if ("createIfNotExists" in one) return one.createIfNotExists._id;
  return "patch" in one ? one.patch.id : one.delete.id;
}

/** A patch of a document as it was read: refused if its revision has changed. Pure. */
export const patchOf = (
  { _id, _rev }: Pick<StoredDocument, "_id" | "_rev">,
  { set, unset }: { readonly set: Record<string, unknown>; readonly unset: string[] },
): Mutation => ({
  patch: { id: _id, ifRevisionID: _rev, set, ...(unset.length > 0 ? { unset } : {}) },
});

/** A patch that changes nothing but fails the transaction if the revision has changed. Pure. */
export const guardOf = ({ _id, _rev }: Pick<StoredDocument, "_id" | "_rev">): Mutation => ({
  patch: { id: _id, ifRevisionID: _rev, unset: ["_import_guard"] },
});
