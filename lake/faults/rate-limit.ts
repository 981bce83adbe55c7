import type { FaultPlan } from "./fault.ts";

/**
 * Refuses requests beyond so many in any one second, with 429 and `Retry-After`, as hosted Sanity does for
 * mutations (25 a second; sanity.io/docs/content-lake/technical-limits).
 *
 * @param now Milliseconds on a clock that never goes back.
 */
export function rateLimit(
  options: { readonly requestsPerSecond: number; readonly path: RegExp },
  now: () => number = () => performance.now(),
): FaultPlan {
  let recent: number[] = [];
  return ({ method, path }) => {
    if (method !== "POST" || !options.path.test(path)) return undefined;
    const at = now();
    recent = recent.filter((time) => at - time < 1000);
    if (recent.length >= options.requestsPerSecond) {
      return { kind: "refuse", status: 429, retryAfterSeconds: 1 };
    }
    recent.push(at);
    return undefined;
  };
}
