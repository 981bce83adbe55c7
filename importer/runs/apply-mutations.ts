import type { PlannedMutation } from "../plan/story-plan.ts";

export type Documents = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Ids of the documents that mutations touch, each once, in their order. Pure. */
export const idsOf = (mutations: readonly PlannedMutation[]): string[] => [...new Set(mutations.map(idOf))];

function idOf(mutation: PlannedMutation): string {
  if ("create" in mutation) return mutation.create._id;
  if ("createIfNotExists" in mutation) return mutation.createIfNotExists._id;
  return "patch" in mutation ? mutation.patch.id : mutation.delete.id;
}

/** What documents are once planned mutations are carried out on them. Pure. */
export function applyMutations(documents: Documents, mutations: readonly PlannedMutation[]): Documents {
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
