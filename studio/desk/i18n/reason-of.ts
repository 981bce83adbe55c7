/**
 * Why something failed, for an editor: where the lake could not be reached, that, and not the address that was asked; else
 * what the lake says. Pure.
 *
 * wire: a client marks what never reached anybody (get-it 8, `isNetworkError`).
 */
export function reasonOf(error: unknown, t: (key: "queue.unreachable") => string): string {
  if (!(error instanceof Error)) return String(error);
  return "isNetworkError" in error && error.isNetworkError === true ? t("queue.unreachable") : error.message;
}
