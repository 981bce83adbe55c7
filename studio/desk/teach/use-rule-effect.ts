import { useEffect, useState } from "react";
import { askToTeachRule, type OfferedRule, type Ruled } from "./ask-teacher.ts";

/** What a rule would do, as far as that is known yet. */
export type Effect =
  | { readonly kind: "looking"; readonly done: number; readonly all: number }
  | { readonly kind: "would"; readonly did: Ruled }
  | { readonly kind: "failed"; readonly message: string };

const begun: Effect = { kind: "looking", done: 0, all: 0 };

/** Asks what a rule would do. Whoever leaves ends the question. */
export function useRuleEffect({ outlet, shape, role, example }: OfferedRule, origin: string): Effect {
  const [effect, setEffect] = useState(begun);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setEffect(begun);
    const onProgress = (done: number, all: number): void => setEffect({ kind: "looking", done, all });
    askToTeachRule({ outlet, shape, role, example }, true, { origin, signal, onProgress }).then(
      (outcome) =>
        signal.aborted || setEffect(outcome.kind === "failed" ? outcome : { kind: "would", did: outcome }),
      () => undefined,
    );
    return () => controller.abort();
  }, [outlet, shape, role, example, origin]);
  return effect;
}
