import { encodingOf } from "../../encoding-of.ts";
import { decodeText, implausible } from "./decode-text.ts";
import { isBinary } from "./sniff-binary.ts";
import { unicodeFormOf } from "./unicode-form.ts";

/** A text of which some characters are lost; each of them, or each run of NUL characters, is a `\ufffd`. */
export interface DamagedText {
  /** Without byte-order mark, with LF line ends. */
  readonly text: string;
  /** Name in the Encoding Standard. */
  readonly encoding: string;
  /** Whether the rest speaks for the encoding: then what is lost is damage, and else the encoding may be another one. */
  readonly isSure: boolean;
}

/** JSON is in UTF-8, and so is XML that does not say what else (RFC 8259, 8.1; XML 1.0, 4.3.3). */
const isUtf8ByRule = /^\s*(?:<\?xml|<(?:rss|feed|rdf|news|nitf)|[{[])/i;

const lost = "\ufffd";
const runOfNuls = /\0+/g;
const everyImplausible = new RegExp(implausible, "gu");

/**
 * Decodes bytes of which some cannot be decoded, for inputs of many records: the others need not suffer. `undefined` where
 * so much is lost that the text is in another encoding, or no text. Pure.
 *
 * @param declared As for `decodeText`.
 * @param told As for `decodeText`.
 */
export function decodeDamaged(
  bytes: Uint8Array,
  declared: readonly string[] = [],
  told?: string,
): DamagedText | undefined {
  if (isBinary(bytes)) return undefined;
  const isUtf16 = unicodeFormOf(bytes)?.encoding.startsWith("utf-16") === true;
  // An encoding is told from all that is not NUL, which no text has.
  const known = isUtf16
    ? undefined
    : decodeText(
        bytes.filter((byte) => byte !== 0),
        declared,
        told,
      );
  if (known?.kind === "text") return { ...decodeLossy(bytes, known.encoding), isSure: true };
  const labels = [unicodeFormOf(bytes)?.encoding ?? "utf-8", told ?? [], declared].flat();
  for (const label of labels) {
    const encoding = encodingOf(label);
    if (encoding === undefined) continue;
    const decoded = decodeLossy(bytes, encoding);
    const { lostCharacters, soundCharacters } = countOf(decoded.text);
    if (lostCharacters * 20 > decoded.text.length && soundCharacters < lostCharacters) continue;
    const said = [told ?? [], declared].flat();
    const isDeclared =
      said.some((other) => encodingOf(other) === encoding) ||
      (said.length === 0 && encoding === "utf-8" && isUtf8ByRule.test(decoded.text));
    const isSure =
      isDeclared || soundCharacters >= 10 * lostCharacters || lostCharacters * 2_000 <= decoded.text.length;
    return { ...decoded, isSure };
  }
  return undefined;
}

/** The text with `\ufffd` for what no text has. Pure. */
export function markLost(text: string, encoding: string): string {
  const withoutNuls = text.includes("\0") ? text.replace(runOfNuls, lost) : text;
  // What Unicode itself says is what the writer wrote.
  return encoding.startsWith("utf-") ? withoutNuls : withoutNuls.replace(everyImplausible, lost);
}

function decodeLossy(
  bytes: Uint8Array,
  encoding: string,
): { readonly text: string; readonly encoding: string } {
  // What a file was filled up with, when a disk was too slow or too full, is no text.
  const text = new TextDecoder(encoding).decode(bytes).replace(/\0+$/, "");
  return { text: markLost(text, encoding).replace(/\r\n?/g, "\n"), encoding };
}

function countOf(text: string): { readonly lostCharacters: number; readonly soundCharacters: number } {
  let [lostCharacters, beyondAscii] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) beyondAscii += 1;
    if (code === 0xfffd) lostCharacters += 1;
  }
  return { lostCharacters, soundCharacters: beyondAscii - lostCharacters };
}
