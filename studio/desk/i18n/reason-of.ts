import { ConnectionFailedError } from "@sanity/client";
import { z } from "zod";

/**
 * Why something failed, for an editor: where the lake could not be reached, that, and not the address that was asked; where
 * its answer is not what was asked for, that, and not its fields; else what the lake says. Pure.
 *
 * wire: a client marks what never reached anybody (get-it 8, `isNetworkError`).
 */
export function reasonOf(
  error: unknown,
  t: (key: "queue.unreachable" | "queue.unreadable") => string,
): string {
  if (error instanceof z.ZodError) return t("queue.unreadable");
  if (!(error instanceof Error)) return String(error);
  const isUnreached =
    error instanceof ConnectionFailedError || ("isNetworkError" in error && error.isNetworkError === true);
  return isUnreached ? t("queue.unreachable") : error.message;
}
