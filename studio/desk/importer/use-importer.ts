import { useCallback, useEffect, useState } from "react";
import { useClient } from "sanity";
import { fetchRetriable } from "./ask-importer.ts";

/** Whether the importer can be asked from here. */
export type Importer =
  | { readonly kind: "unknown" | "elsewhere" }
  | {
      readonly kind: "here";
      readonly origin: string;
      /** The runs of which failed stories can be tried again. */
      readonly retriable: readonly string[];
    };

/** Looks for the importer, and again after something was done. */
export function useImporter(): { readonly importer: Importer; readonly lookAgain: () => void } {
  const { apiHost } = useClient({ apiVersion: "2025-02-19" }).config();
  const [importer, setImporter] = useState<Importer>({ kind: "unknown" });
  const [turn, setTurn] = useState(0);
  // Only `copydesk start` has Studio, lake and importer on one address.
  const origin = apiHost === location.origin ? apiHost : undefined;
  useEffect(() => {
    if (origin === undefined) return undefined;
    let isGone = false;
    void fetchRetriable(origin).then((retriable) => {
      if (!isGone) setImporter(retriable ? { kind: "here", origin, retriable } : { kind: "elsewhere" });
    });
    return () => {
      isGone = true;
    };
  }, [origin, turn]);
  const lookAgain = useCallback(() => setTurn((last) => last + 1), []);
  return { importer: origin === undefined ? { kind: "elsewhere" } : importer, lookAgain };
}
