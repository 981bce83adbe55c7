/** Cache of the keys of short texts: the same labels, names and words are looked up again and again. */
const known = new Map<string, string>();
const longestKept = 80;
const mostKept = 20_000;

/**
 * Reduces a name to what different spellings of it share: no case, accents, vowel marks or punctuation, and one form
 * of each Arabic letter that has several. For comparison only, never for storage. Pure.
 */
export function matchKey(name: string): string {
  if (name.length > longestKept) return makeKey(name);
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const key = makeKey(name);
  if (known.size >= mostKept) known.clear();
  known.set(name, key);
  return key;
}

const ascii = /^[\x20-\x7e]*$/;

function makeKey(name: string): string {
  if (ascii.test(name)) {
    return name
      .replace(/[.'"&]/g, "")
      .replace(/[!#%()*,\-/:;?@[\\\]_{}\s]+/g, " ")
      .trim()
      .toLowerCase();
  }
  return name
    .normalize("NFKD")
    .replace(/[\p{Mn}\p{Cf}ـ]+/gu, "")
    .replace(/[.'’‘"“”«»&]+/gu, "")
    .replace(/[\p{P}\p{Z}\s]+/gu, " ")
    .trim()
    .toLowerCase()
    .replace(/[ىی]/gu, "ي")
    .replace(/ة/gu, "ه")
    .replace(/ک/gu, "ك");
}
