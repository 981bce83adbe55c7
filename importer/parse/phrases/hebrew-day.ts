const months =
  "תשרי|חשוון|חשון|מרחשוון|מרחשון|כסלו|כסליו|טבת|שבט|אדר(?:\\s[אב]['׳’])?|ניסן|אייר|סיוון|סיון|תמוז|אב|אלול";
const markedDay = String.raw`(?:[א-ל]['׳’]|[א-ל]["״”][א-ט])`;
const year = String.raw`(?:ה?['׳’]?ת[א-ת]{0,2}["״”][א-ת])`;
// "אל אב" is no day without its mark or a year.
const day = new RegExp(
  String.raw`(?<![א-ת])(?:${markedDay}\s+[בל]?(?:${months})(?:\s+${year})?|[א-ל]{1,2}\s+[בל]?(?:${months})\s+${year})(?![א-ת])`,
  "gu",
);

/**
 * Returns a line without the days of the Hebrew calendar that stand in it, which pages print beside those of the other
 * one: "ג׳ ניסן התשפ״ד". Pure.
 */
export const withoutHebrewDays = (text: string): string =>
  /[א-ת]/u.test(text) ? text.replace(day, " ").trim() : text;
