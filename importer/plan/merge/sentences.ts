/** A sentence, or the white space between two sentences. */
export interface TextPart {
  readonly kind: "sentence" | "gap";
  readonly from: number;
  readonly to: number;
}

/**
 * Words with a full stop that usually do not end a sentence: a short capitalised word ("Mr.", "Jan."), initials ("U.S."),
 * a title, or a small number ("am 5. Mai"). `Intl.Segmenter` does not know abbreviations (ECMA-402 leaves out the `ss`
 * extension of UTS 35). Taking two sentences for one is safe; taking one for two is not.
 */
const goesOn =
  /(?<![\p{L}\p{M}\p{N}])(?:\p{Lu}\p{Ll}{0,2}|(?:\p{L}\.)+\p{L}|Prof|Sept|Capt|Brig|Messrs|Supt|\p{N}{1,2})\.$/u;

/**
 * Splits a text into sentences and the gaps between them, without leaving anything out. Uses `Intl.Segmenter`, which
 * knows the full stops of all scripts. Pure.
 *
 * @param language BCP 47; an unknown language counts as undetermined.
 */
export function sentencesOf(text: string, language: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const to = index + segment.length;
    const begins = from + (text.length - from - text.slice(from).trimStart().length);
    const ends = index + segment.trimEnd().length;
    if (begins >= ends || (to < text.length && goesOn.test(text.slice(begins, ends)))) continue;
    if (begins > from) parts.push({ kind: "gap", from, to: begins });
    parts.push({ kind: "sentence", from: begins, to: ends });
    from = ends;
  }
  if (from < text.length) parts.push({ kind: "gap", from, to: text.length });
  return parts;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? makeSegmenter(language);
  segmenters.set(language, known);
  return known;
}

function makeSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "sentence" });
  }
}
