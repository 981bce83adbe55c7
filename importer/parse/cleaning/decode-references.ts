import { Parser } from "htmlparser2";

/** A reference to a character, with its semicolon. */
export const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** An ampersand that was escaped again and again, before the rest of a reference. */
const escapedAgain =
  /&(?:(?:amp|#0{0,4}38|#x0{0,4}26);)+(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/gi;

const known = new Map<string, string>();
const mostKnown = 5_000;

/**
 * Replaces HTML's references to characters with the characters; names that HTML does not know stay, and a
 * line end becomes a space: no reference adds a line. Pure, linear.
 *
 * @param layers `one` layer of escaping, or `all`: `&amp;#8217;` is an apostrophe.
 */
export const decodeReferences = (text: string, layers: "one" | "all"): string =>
  text.includes("&")
    ? (layers === "all" ? text.replace(escapedAgain, "&") : text).replace(reference, decode)
    : text;

function decode(written: string): string {
  const seen = known.get(written);
  if (seen !== undefined) return seen;
  let decoded = "";
  const parser = new Parser({ ontext: (part) => void (decoded += part) });
  parser.end(written);
  decoded = decoded.replace(/[\n\r]/, " ");
  if (known.size >= mostKnown) known.clear();
  known.set(written, decoded);
  return decoded;
}
