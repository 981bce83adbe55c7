/** Letters that Unicode keeps whole, though writers put one for the other in the same word. */
const letters: Readonly<Record<string, string>> = {
  ...{ ٱ: "ا", ى: "ي", ی: "ي", ے: "ي", ة: "ه", ہ: "ه", ھ: "ه", ە: "ه", ۃ: "ه", ک: "ك", ـ: "" },
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" },
};
const anyLetter = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");

/** Marks that may be left out: accents, vowel signs and points. Those of Indian and Thai scripts are letters like others. */
const omitted =
  /\p{Cf}|(?=\p{Mark})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Cyrillic}]/gu;
const digit = /\p{Decimal_Number}/u;

/**
 * A word without what writers omit or write differently in the same word: case, accents, vowel signs, hamza carriers, letter
 * forms, the script of digits.
 *
 * The embedded lake finds words so (docs/search.md), and a test holds this to it: pages mark what was found in a browser or
 * on an edge server too, where there is no lake to ask.
 */
export const foldWord = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(omitted, "")
    .toLowerCase()
    .replace(anyLetter, (letter) => letters[letter] ?? letter)
    .replace(/(?![0-9])\p{Decimal_Number}/gu, valueOfDigit);

/** Each script has its ten digits in a row, from 0 on (unicode.org/reports/tr44, Decimal_Number). */
function valueOfDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
