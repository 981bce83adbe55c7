import { idOf, type Mutation } from "./mutation.ts";

/** Documents by their ids. */
export type Documents = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Returns the documents with the mutations applied. Pure. */
export function applyMutations(documents: Documents, mutations: readonly Mutation[]): Documents {
  const after = new Map(documents);
  for (const mutation of mutations) {
    const id = idOf(mutation);
    if ("create" in mutation) after.set(id, mutation.create);
    else if ("createIfNotExists" in mutation) after.set(id, after.get(id) ?? mutation.createIfNotExists);
    else if ("delete" in mutation) after.delete(id);
    else {
      const { set = {}, unset = [] } = mutation.patch;
      const kept = Object.entries(after.get(id) ?? {}).filter(([field]) => !unset.includes(field));
      after.set(id, { ...Object.fromEntries(kept), ...set });
    }
  }
  return after;
}
