import { useMemo } from "react";
import { z } from "zod";
import { useLiveQuery } from "../../live/use-live-query.ts";

const sourceName = z.string().nullable();

/** What a source is called; `undefined` until it is known, and of one that is gone. */
export function useSourceName(id: string | undefined): string | undefined {
  const live = useMemo(
    () =>
      id === undefined
        ? undefined
        : ({
            query: "*[_id == $id][0].name",
            listenTo: "*[_id == $id]",
            params: { id },
            schema: sourceName,
            perspective: "drafts",
          } as const),
    [id],
  );
  const result = useLiveQuery(live);
  return result.kind === "loaded" ? (result.value ?? undefined) : undefined;
}
