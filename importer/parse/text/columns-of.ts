const plain = /^[\t\x20-\u02ff]*$/;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/gu;
/** Marks above and below letters, and those that nobody sees, take no column. */
const narrow = /[\p{Mn}\p{Me}\p{Cf}]/gu;

/** How many columns a text takes in a terminal, where the signs of East Asian scripts are two columns wide. Pure. */
export function columnsOf(text: string): number {
  if (plain.test(text)) return text.length;
  return text.length + (text.match(wide)?.length ?? 0) - (text.match(narrow)?.length ?? 0);
}
