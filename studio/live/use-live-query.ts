import { useEffect, useState } from "react";
import { useClient } from "sanity";
import type { z } from "zod";

/** A query that is run again whenever a document that it reads changes. */
export interface LiveQuery<Schema extends z.ZodType> {
  readonly query: string;
  /** A filter (`*[…]`) over the documents whose changes count. */
  readonly listenTo: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: Schema;
  /** Whether drafts replace the documents that they are drafts of. */
  readonly perspective: "drafts" | "raw";
}

export type LiveResult<Value> =
  | { readonly kind: "loading" }
  /** With what `reasonOf` has words for. */
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "loaded"; readonly value: Value };

/** An import changes many documents at once: one answer shows them all. */
const settleMs = 250;

/**
 * Runs a query and keeps its result up to date. A failed query is retried on the next change.
 *
 * @param live Compared by identity: keep it constant while nothing in it changes. Without one nothing is asked.
 */
export function useLiveQuery<Schema extends z.ZodType>(
  live: LiveQuery<Schema> | undefined,
): LiveResult<z.output<Schema>> {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [result, setResult] = useState<LiveResult<z.output<Schema>>>({ kind: "loading" });

  useEffect(() => {
    if (live === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = 0;
    const reader = client.withConfig({ perspective: live.perspective });
    const load = async (): Promise<void> => {
      const turn = ++latest;
      try {
        const value = live.schema.parse(await reader.fetch(live.query, live.params));
        // A slow answer must not overwrite a newer one.
        if (turn === latest) setResult({ kind: "loaded", value });
      } catch (error) {
        if (turn === latest) setResult({ kind: "failed", error });
      }
    };
    // The listener's welcome starts the first load too, and the one after a lost connection, so that no change falls
    // in between.
    const subscription = client
      .listen(live.listenTo, live.params, {
        events: ["welcome", "mutation"],
        includeResult: false,
        // Since 2025-02-19, a listener gets drafts only on request.
        includeAllVersions: true,
        visibility: "query",
      })
      .subscribe({
        next: ({ type }) => {
          clearTimeout(timer);
          timer = setTimeout(() => void load(), type === "welcome" ? 0 : settleMs);
        },
        error: (error: unknown) => setResult({ kind: "failed", error }),
      });
    return () => {
      latest = Infinity;
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [client, live]);

  return result;
}
