/**
 * Puts the language last in which a browser begins that has chosen none yet: the first of the browser's own languages
 * that there is, else Studio's first, English.
 *
 * wire: without a choice Studio 6.9 takes the last of its locales (sanity, `getI18NextOptions`).
 *
 * @param preferred Language tags, the dearest first.
 */
export function defaultLast<Locale extends { readonly id: string }>(
  locales: readonly Locale[],
  preferred: readonly string[],
): Locale[] {
  const known = preferred
    .map((tag) => locales.find(({ id }) => languageOf(id) === languageOf(tag)))
    .find((locale) => locale !== undefined);
  const first = known ?? locales[0];
  return locales.toSorted((a, b) => Number(a === first) - Number(b === first));
}

const languageOf = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? tag;
