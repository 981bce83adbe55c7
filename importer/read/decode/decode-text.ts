import type { Problem } from "../../../schemas/index.ts";
import { encodingOf } from "../../encoding-of.ts";
import { type ProblemCode, toProblem } from "../../problems.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { isBinary } from "./sniff-binary.ts";
import { unicodeFormOf } from "./unicode-form.ts";

/** The text of an input, or the reason why it has none. */
export type DecodedText =
  | {
      readonly kind: "text";
      /** Without byte-order mark, with LF line ends. */
      readonly text: string;
      /** Name in the Encoding Standard, such as `windows-1256`. */
      readonly encoding: string;
      /** How the encoding was determined. */
      readonly rule:
        "byte-order-mark" | "valid-utf-8" | "utf-16-nuls" | "told" | "declared" | "escapes" | "detected";
      readonly confidence: number;
    }
  | { readonly kind: "unusable"; readonly problem: Problem };

/**
 * Decodes the bytes of a text, never into garbled letters: an encoding that cannot be determined is a problem.
 *
 * A byte-order mark decides; then valid UTF-8, which longer text in another encoding never is; then the encoding that
 * the operator names; then the declared encoding, if the bytes agree with it; then detection, if one encoding is clearly
 * ahead. Pure.
 *
 * @param declared Labels declared by the carrier and by the text itself, most trusted first; see `declaredEncodings`.
 * @param told Label of the encoding that the operator says the text is in.
 */
export function decodeText(bytes: Uint8Array, declared: readonly string[] = [], told?: string): DecodedText {
  if (bytes.length === 0) return unusable("empty-input", "The file is empty");
  const toldEncoding = told === undefined ? undefined : encodingOf(told);
  // Text in these is valid UTF-8 too, or looks binary.
  if (toldEncoding !== undefined && /^(?:iso-2022-jp|utf-16[lb]e)$/.test(toldEncoding))
    return decodeAsTold(bytes, toldEncoding);
  const form = unicodeFormOf(bytes);
  if (form) {
    const rule = form.markBytes > 0 ? "byte-order-mark" : "utf-16-nuls";
    const text = decode(form.encoding, bytes.subarray(form.markBytes));
    const name = form.encoding.toUpperCase();
    if (text === undefined)
      return unusable(
        "unknown-encoding",
        `The file is marked as ${name}, but not all of it is valid ${name}`,
      );
    return usable(text, form.encoding, rule, rule === "byte-order-mark" ? 1 : 0.9);
  }
  if (isBinary(bytes)) return unusable("binary-input", "The file is binary, not plain text");
  const nul = bytes.indexOf(0);
  if (nul >= 0) return unusable("nul-byte", `The file contains a NUL byte, the first at byte ${nul + 1}`);
  const utf8 = decode("utf-8", bytes);
  if (utf8 !== undefined) {
    const escaped =
      bytes.includes(0x1b) && /\x1b\$[@B]/.test(utf8) ? decode("iso-2022-jp", bytes) : undefined;
    if (escaped !== undefined) return usable(escaped, "iso-2022-jp", "escapes", 0.95);
    return usable(utf8, "utf-8", "valid-utf-8", 1);
  }
  return toldEncoding === undefined ? decodeLegacy(bytes, declared) : decodeAsTold(bytes, toldEncoding);
}

function decodeAsTold(bytes: Uint8Array, encoding: string): DecodedText {
  const text = decode(encoding, bytes);
  return text === undefined
    ? unusable("unknown-encoding", `The file is not in ${encoding}, as it is said to be`)
    : usable(text, encoding, "told", 1);
}

function decodeLegacy(bytes: Uint8Array, declared: readonly string[]): DecodedText {
  const detected = detectEncoding(bytes)?.encoding;
  const asDetected = detected === undefined ? undefined : decode(detected, bytes);
  for (const label of declared) {
    const encoding = encodingOf(label);
    const text = encoding === undefined ? undefined : decode(encoding, bytes);
    if (encoding === undefined || text === undefined || implausible.test(text)) continue;
    // Old pages often declare whatever their server declares for every page.
    if (asDetected !== undefined && asDetected !== text) continue;
    return usable(text, encoding, "declared", asDetected === text ? 1 : 0.85);
  }
  if (asDetected !== undefined && detected !== undefined && !implausible.test(asDetected))
    return usable(asDetected, detected, "detected", declared.length === 0 ? 0.85 : 0.7);
  const [label] = declared;
  const message =
    label === undefined
      ? "The file is not UTF-8, declares no encoding, and its encoding could not be detected"
      : `The file is neither UTF-8 nor in its declared encoding, "${label.slice(0, 40)}"`;
  return unusable("unknown-encoding", message);
}

/** C1 controls, private-use, replacement and non-characters: no correctly decoded story has them. */
export const implausible = /[\u0080-\u0084\u0086-\u009f\p{Co}\ufffd\p{Noncharacter_Code_Point}]/u;

/** A character that a reader can see: not white space, a control or a format character. */
const visible = /[^\s\p{Cc}\p{Cf}]/u;

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

type UsableText = Extract<DecodedText, { kind: "text" }>;

function usable(text: string, encoding: string, rule: UsableText["rule"], confidence: number): DecodedText {
  if (text.includes("\0")) return unusable("nul-byte", "The file contains a NUL character");
  if (!visible.test(text)) return unusable("blank-input", "The file contains only blank lines");
  return {
    kind: "text",
    text: text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text,
    encoding,
    rule,
    confidence,
  };
}

const unusable = (code: ProblemCode, message: string): DecodedText => ({
  kind: "unusable",
  problem: toProblem(code, message),
});
