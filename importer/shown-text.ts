/**
 * Control characters of ASCII and of Latin-1, those that end a line for some programs, and those that turn the direction
 * of what follows: a terminal obeys them, and whoever names a file may write them.
 */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text with a sign of one's own for each control character, by its code. Pure. */
export const replaceControls = (text: string, toSign: (code: number) => string): string =>
  text.replace(controls, (control) => toSign(control.charCodeAt(0)));

/** A text of an input in one line for people to see, with signs for its control characters: `␛[2J`, `<U+202E>`. Pure. */
export const shownText = (text: string): string => replaceControls(text, signOf);

/** The same for a text of several lines, which may be indented by tabs. Pure. */
export const shownLines = (text: string): string => text.replace(/[^\n\t]+/g, shownText);

function signOf(code: number): string {
  // Unicode has pictures of those of ASCII.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** A value as JSON in which every control character is escaped, also where JSON would let it stand. Pure. */
export const shownJson = (value: unknown): string => replaceControls(JSON.stringify(value), escapeInJson);

/** The same over several lines, for a file that people may look at. Pure. */
export const shownJsonLines = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(/[^\n]+/g, (line) => replaceControls(line, escapeInJson));

const escapeInJson = (code: number): string => `\\u${code.toString(16).padStart(4, "0")}`;
