/** A sentence of a text, or the white space between two of them. */
export interface TextPart {
  readonly kind: "sentence" | "gap";
  readonly from: number;
  readonly to: number;
}

/**
 * What ends in a full stop and mostly ends no sentence: a short word with a capital ("Mr.", "Jan."), initials ("U.S."),
 * titles, and a small number ("am 5. Mai"). `Intl.Segmenter` knows no abbreviations (ECMA-402 leaves out the `ss`
 * extension of UTS 35), and to take two sentences for one is safe where one taken for two is not.
 */
const goesOn =
  /(?<![\p{L}\p{M}\p{N}])(?:\p{Lu}\p{Ll}{0,2}|(?:\p{L}\.)+\p{L}|Prof|Sept|Capt|Brig|Messrs|Supt|\p{N}{1,2})\.$/u;

/**
 * Takes a text apart into its sentences and the gaps between them, which together are the whole of it: by
 * `Intl.Segmenter` in the text's language, which also knows the full stops of scripts without capitals. Pure.
 *
 * @param language BCP 47; one that nobody knows counts as none.
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
