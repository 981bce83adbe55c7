/**
 * Faults that a lake injects on purpose, so that a client's behaviour can be tested against the real server. They are
 * decided for each request before anything else sees it.
 */
export type Fault =
  /** Wait before the request is handled. */
  | { readonly kind: "latency"; readonly delayMs: number }
  /** Answer with an error instead of handling the request. */
  | { readonly kind: "refuse"; readonly status: 429 | 500 | 502 | 503; readonly retryAfterSeconds?: number }
  /** Cut the connection; the request is never handled. */
  | { readonly kind: "reset-before" }
  /** Handle the request, then cut the connection instead of answering. */
  | { readonly kind: "drop-answer" }
  /** Answer, but delay half of the body. */
  | { readonly kind: "slow-body"; readonly delayMs: number };

interface FaultyRequest {
  readonly method: string;
  /** Path without query, for example `/v2025-02-19/data/mutate/production`. */
  readonly path: string;
}

/** Decides the fault of a request; `undefined` lets it through. */
export type FaultPlan = (request: FaultyRequest) => Fault | undefined;

/** The first plan that has a fault for a request decides. */
export function anyOf(...plans: readonly FaultPlan[]): FaultPlan {
  return (request) => {
    for (const plan of plans) {
      const fault = plan(request);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}
