/** The months of the Hebrew calendar as Hebrew copy spells them, in the order of a year that has all thirteen. */
export const hebrewMonths: readonly (readonly string[])[] = [
  ["תשרי"],
  ["חשון", "חשוון", "מרחשון", "מרחשוון"],
  ["כסלו", "כסליו"],
  ["טבת"],
  ["שבט"],
  ["אדר א"],
  ["אדר", "אדר ב"],
  ["ניסן"],
  ["אייר"],
  ["סיון", "סיוון"],
  ["תמוז"],
  ["אב", "מנחם אב"],
  ["אלול"],
];

const quotes = `["'׳״’”]`;
const month = hebrewMonths
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const lettered = new RegExp(
  `(?<!\\p{L})(?<day>[א-ת]{1,2}|[א-ת]${quotes}[א-ת])${quotes}?\\s[בל]?(?<month>${month})${quotes}?(?:,?\\s(?:ה${quotes}?)?(?<year>ת[א-ת]{1,2}${quotes}[א-ת]))?(?!\\p{L})`,
  "gu",
);

/**
 * Writes the days and years of Hebrew dates, which are letters, as numbers: "ג׳ ניסן התשפ״ד" as "3 ניסן 5784". Pure.
 *
 * A day counts only if it is marked as a number or followed by a year, since its letters may also be a word.
 */
export function withHebrewNumbers(text: string): string {
  if (!/[׳״'"’”]/u.test(text) || !/[א-ת]/u.test(text)) return text;
  return text.replace(lettered, (whole, day: string, name: string, year: string | undefined) => {
    const number = valueOf(day);
    const isMarked = year !== undefined || new RegExp(`^[א-ת]{0,2}${quotes}`, "u").test(whole);
    if (!isMarked || number > 30) return whole;
    return `${String(number)} ${name}${year === undefined ? "" : ` ${String(5000 + valueOf(year))}`}`;
  });
}

const letters: Readonly<Record<string, number>> = {
  א: 1,
  ב: 2,
  ג: 3,
  ד: 4,
  ה: 5,
  ו: 6,
  ז: 7,
  ח: 8,
  ט: 9,
  י: 10,
  כ: 20,
  ל: 30,
  מ: 40,
  נ: 50,
  ס: 60,
  ע: 70,
  פ: 80,
  צ: 90,
  ק: 100,
  ר: 200,
  ש: 300,
  ת: 400,
};

/** The letters of a Hebrew number add up. */
const valueOf = (number: string): number =>
  Array.from(number).reduce((sum, letter) => sum + (letters[letter] ?? 0), 0);
