import type { Mutation as WireMutation } from "@sanity/client";
import { Mutation } from "@sanity/mutator";
import { type SeenDocument, seenDocument } from "../../seen/seen-document.ts";

/** The documents once mutations are carried out, as Studio itself foresees them; revisions stay as they were. Pure. */
export function documentsAfter(
  documents: readonly SeenDocument[],
  mutations: readonly WireMutation[],
): SeenDocument[] {
  const after = new Map(documents.map((document) => [document._id, document]));
  for (const mutation of mutations) {
    const id = idOf(mutation);
    const before = after.get(id);
    // It writes into what it is given.
    const copy = structuredClone(mutation);
    const one =
      "delete" in copy ? { delete: { id } } : "patch" in copy ? { patch: { ...copy.patch, id } } : copy;
    const next: unknown = new Mutation({ mutations: [one] }).apply(before ? { ...before } : null);
    if (next === null) after.delete(id);
    else after.set(id, seenDocument.parse({ _rev: "", ...Object(next) }));
  }
  return [...after.values()];
}

/** Id of the document that a mutation touches; acts name each by its id. Pure. */
export function idOf(mutation: WireMutation): string {
  const [body]: unknown[] = Object.values(mutation);
  if (typeof body !== "object" || body === null) return "";
  const { id, _id }: { readonly id?: unknown; readonly _id?: unknown } = body;
  return String(id ?? _id);
}
