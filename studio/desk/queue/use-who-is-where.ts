import { useMemo } from "react";
import { useGlobalPresence } from "sanity";
import { publishedId } from "../../../schemas/index.ts";

/**
 * Ids of the other people who have a document open, by its published id. Studio tells it for the whole project at once:
 * `useGlobalPresence` is one of its internals, and stands here alone.
 */
export function useWhoIsWhere(me: string): ReadonlyMap<string, readonly string[]> {
  const presence = useGlobalPresence();
  return useMemo(() => {
    const where = presence.flatMap(({ user, locations }) =>
      user.id === me ? [] : locations.map(({ documentId }) => [publishedId(documentId), user.id] as const),
    );
    const byDocument = Map.groupBy(where, ([documentId]) => documentId);
    return new Map(
      [...byDocument].map(([documentId, all]) => [documentId, [...new Set(all.map(([, id]) => id))]]),
    );
  }, [presence, me]);
}
