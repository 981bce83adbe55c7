import { useEffect, useState } from "react";
import { isFailure, type Failure } from "../importer/ask-job.ts";
import { askToTeachRule, type OfferedRule, type Ruled } from "./ask-teacher.ts";

/** What a rule would do, as far as that is known yet. */
export type Effect =
  | { readonly kind: "looking"; readonly done: number; readonly all: number }
  | { readonly kind: "would"; readonly did: Ruled }
  | Failure;

const begun: Effect = { kind: "looking", done: 0, all: 0 };

/** Asks what a rule would do. Whoever leaves ends the question. */
export function useRuleEffect({ outlet, shape, role, example }: OfferedRule, origin: string): Effect {
  const asked = `${outlet}\n${role}\n${shape}`;
  const [known, setKnown] = useState<{ readonly asked: string; readonly effect: Effect }>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (effect: Effect): void => {
      if (!signal.aborted) setKnown({ asked, effect });
    };
    const onProgress = (done: number, all: number): void => tell({ kind: "looking", done, all });
    askToTeachRule({ outlet, shape, role, example }, true, { origin, signal, onProgress }).then(
      (outcome) => tell(isFailure(outcome) ? outcome : { kind: "would", did: outcome }),
      // Whoever has left sees nothing of it.
      () => undefined,
    );
    return () => controller.abort();
  }, [asked, outlet, shape, role, example, origin]);
  return known?.asked === asked ? known.effect : begun;
}
