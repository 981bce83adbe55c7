const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}、。」][\p{M}\p{Cf}]*$/u;

/** Joins two lines of a paragraph; scripts without spaces between words have none between lines. Pure. */
export const joinTexts = (a: string, b: string): string => (unspaced.test(a) ? a + b : `${a} ${b}`);
