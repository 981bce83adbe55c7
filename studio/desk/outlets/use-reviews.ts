import { useCallback, useEffect, useState } from "react";
import type { Importer } from "../importer/use-importer.ts";
import { fetchReviews, type ReviewedOutlet } from "../teach/ask-teacher.ts";

/** What the importer says of how well outlets are read. */
export type Reviews =
  | { readonly kind: "counting" | "elsewhere" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "counted"; readonly outlets: ReadonlyMap<string, ReviewedOutlet> };

/** Asks the importer how well outlets are read, and again after something was taught. */
export function useReviews(importer: Importer): {
  readonly reviews: Reviews;
  readonly countAgain: () => void;
} {
  const [reviews, setReviews] = useState<Reviews>({ kind: "counting" });
  const [turn, setTurn] = useState(0);
  const origin = importer.kind === "here" ? importer.origin : undefined;
  useEffect(() => {
    if (origin === undefined) return undefined;
    let isGone = false;
    fetchReviews(origin).then(
      (all) => isGone || setReviews({ kind: "counted", outlets: new Map(all.map((one) => [one.key, one])) }),
      (error: unknown) => isGone || setReviews({ kind: "failed", message: String(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [origin, turn]);
  const countAgain = useCallback(() => setTurn((last) => last + 1), []);
  return { reviews: importer.kind === "elsewhere" ? { kind: "elsewhere" } : reviews, countAgain };
}
