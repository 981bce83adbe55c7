import { defaultLast } from "./default-last.ts";

/** The languages of the Studio, Studio's own first. */
const languages = [{ id: "en-US" }, { id: "ar" }] as const;

/**
 * The language that a page of the Studio begins in: the one chosen last, else the browser's. A schema is made once, before
 * Studio asks; so this finds out what Studio will.
 *
 * wire: Studio 6.9 keeps the choice under this key (sanity, `getPreferredLocale`).
 */
export function languageAtStart(projectId: string, workspace: string): string {
  // Without a page, for example when the schema is extracted, nobody prefers anything.
  if (globalThis.document === undefined) return languages[0].id;
  const chosen = localStorage.getItem(`sanity-locale:${projectId}:${workspace}`);
  return startOf(chosen, navigator.languages);
}

/** What {@link languageAtStart} finds, from what was chosen, if anything was, and the browser's languages. Pure. */
export function startOf(chosen: string | null, preferred: readonly string[]): string {
  const known = languages.find(({ id }) => id === chosen) ?? defaultLast(languages, preferred).at(-1);
  return known?.id ?? languages[0].id;
}
