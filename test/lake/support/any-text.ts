import fc from "fast-check";

/** Words of several scripts. */
export const anyWord = fc.constantFrom(
  ...[
    "foo",
    "Foobar",
    "bar",
    "Straße",
    "STRASSE",
    "İstanbul",
    "ıstanbul",
    "أنسا",
    "انسا",
    "مَوسكو",
    "خدعة",
    "کتاب",
  ],
  ...[
    "שָׁלוֹם",
    "新闻",
    "新",
    "闻",
    "闻中心",
    "カナ",
    "ไทย",
    "दिन",
    "U.S.",
    "don't",
    "müller",
    "Ahmed",
    "٢٠١٦",
    "2016",
    "½",
    "😀",
  ],
  ...["...", "a_b", "x".repeat(45)],
);

/** What may stand between two words, and makes one of them or two. */
const joint = fc.constantFrom(" ", " ", "", "", "-", ".", "’", ", ", "\n", "，", "_", "\u200f", "=");

/** A few words of several scripts, joined in every way that matters to where a word ends. */
export const anyText = fc
  .array(fc.tuple(anyWord, joint), { minLength: 1, maxLength: 5 })
  .map((words) => words.flat().join(""));

/** A block of Portable Text, of which the text is in pieces. */
export const anyBlock = fc
  .array(
    fc.record({
      _type: fc.constantFrom("span", "span", "span", "link"),
      text: fc.oneof(anyText, anyWord, fc.constant("")),
      _key: anyWord,
    }),
    { maxLength: 3 },
  )
  .map((children) => ({ _type: "block", style: "normal", children }));

/** Somebody's words, with asterisks anywhere. */
export const anyAsked = askedFrom(fc.oneof(anyWord, anyText));

/** Pieces of a text, with asterisks anywhere. */
export function askedFrom(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  return fc
    .tuple(
      text,
      place,
      place,
      place,
      fc.constantFrom("", "", "*", " "),
      fc.constantFrom("", "*"),
      fc.constantFrom("", "*"),
    )
    .map(([all, from, to, middle, within, before, behind]) => {
      const piece = all.slice(
        from < 0.5 ? 0 : Math.round((from / 2) * all.length),
        to < 0.5 ? undefined : Math.round((1 - to / 2) * all.length),
      );
      const at = Math.round(middle * piece.length);
      return `${before}${piece.slice(0, at)}${within}${piece.slice(at)}${behind}`;
    })
    .chain((words) => fc.constantFrom(words, words, words.replace(/[.'’_=\u200f-]/gu, "")));
}

/** What somebody writes into a search box. */
export const anySearch = searchFrom(fc.oneof(anyWord, anyText));

export function searchFrom(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const asked = askedFrom(text);
  return fc.oneof(
    { weight: 3, arbitrary: asked },
    fc.tuple(fc.constantFrom("", "", "-"), asked).map(([minus, words]) => `${minus}"${words}"`),
    fc.tuple(asked, anyWord).map(([one, other]) => `${one} -${other}`),
    fc.constant("*"),
  );
}
