/** Turns the decimal digits of all scripts into ASCII digits, one for one. Pure. */
export const withAsciiDigits = (text: string): string => text.replace(/(?!\d)\p{Nd}/gu, digitOf);

const known = new Map<string, string>();

function digitOf(digit: string): string {
  const value = known.get(digit) ?? String(valueOf(digit));
  known.set(digit, value);
  return value;
}

/** Unicode keeps the ten digits of a script together, zero first. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}
