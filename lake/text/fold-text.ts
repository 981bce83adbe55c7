/** Letters that Unicode keeps whole, though writers put one for the other in the same word. */
const letters: Readonly<Record<string, string>> = {
  ...{ ٱ: "ا", ى: "ي", ی: "ي", ے: "ي", ة: "ه", ہ: "ه", ھ: "ه", ە: "ه", ۃ: "ه", ک: "ك", ـ: "" },
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" },
};
const anyLetter = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");
const digit = /\p{Decimal_Number}/u;
const foreignDigits = /(?![0-9])\p{Decimal_Number}/gu;

/**
 * Marks that may be left out: accents, vowel signs and points of scripts that are read without them. Those of Indian and
 * Thai scripts are letters like others: without them दिन (day) is दान (gift).
 */
const omitted =
  /\p{Cf}|(?=\p{Mark})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Cyrillic}]/gu;

/**
 * A text without what writers omit or write differently in the same word: case, accents, Arabic vowel signs, tatweel and
 * hamza carriers, Persian letter forms, Hebrew points, the script of digits, and invisible direction marks.
 *
 * What is searched, what is searched for, and the index between them go through it alike.
 */
export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return (
    text
      // A space to JavaScript, and nothing to see to Unicode.
      .replaceAll("\ufeff", " ")
      .normalize("NFKD")
      .replace(omitted, "")
      .toLowerCase()
      .replace(anyLetter, (letter) => letters[letter] ?? letter)
      .replace(foreignDigits, valueOfDigit)
  );
}

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** Each script has its ten digits in a row, from 0 on (unicode.org/reports/tr44, Decimal_Number). */
function valueOfDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
