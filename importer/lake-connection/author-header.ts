/** Whether an API is Sanity's own. */
export const isHostedAt = (apiHost: string): boolean => /\.sanity\.io$/.test(new URL(apiHost).hostname);

/** What an id may be made of for a lake to show it. */
const shownRun = /^[\w-]{1,80}$/;

/**
 * Says who writes, to the embedded lake: its history would show every import as the local editor's work. At a hosted lake
 * the author is the user of the token, and nothing is sent.
 */
export function authorHeader(apiHost: string, run: string | undefined): Readonly<Record<string, string>> {
  if (isHostedAt(apiHost)) return {};
  return { "x-lake-program": run !== undefined && shownRun.test(run) ? `Importer/${run}` : "Importer" };
}
