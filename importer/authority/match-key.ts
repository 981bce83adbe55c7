/**
 * A name reduced to what two spellings of it share: no case, no accents or vowel marks, one form of each Arabic
 * letter that has several, no punctuation. For comparing only, never for storing. Pure.
 */
export function matchKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{Mn}\p{Cf}ـ]/gu, "")
    .replace(/[.'’‘"“”«»&]/gu, "")
    .replace(/[\p{P}\p{Z}\s]+/gu, " ")
    .trim()
    .toLowerCase()
    .replace(/[ىی]/gu, "ي")
    .replace(/ة/gu, "ه")
    .replace(/ک/gu, "ك");
}
