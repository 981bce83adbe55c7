/**
 * Control characters of ASCII and of Latin-1, those that end a line for some programs, and those that turn the direction
 * of what follows: a terminal obeys them, and whoever names a file may write them.
 */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text of an input in one line for people to see, with signs for its control characters: `␛[2J`, `<U+202E>`. Pure. */
export const shownText = (text: string): string => text.replace(controls, signOf);

function signOf(control: string): string {
  const code = control.charCodeAt(0);
  // Unicode has pictures of those of ASCII.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** A value as JSON in which every control character is escaped, also where JSON would let it stand. Pure. */
export const shownJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    controls,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
