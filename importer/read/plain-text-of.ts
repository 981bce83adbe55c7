import type { Parser } from "../parse/parser.ts";
import { headCharacters, parserOf } from "../parse/parsers.ts";
import { declaredEncodings } from "./decode/declared-encodings.ts";
import { decodeText } from "./decode/decode-text.ts";
import { isStructured } from "./is-structured.ts";
import { noStoryInside } from "./no-story.ts";
import type { WebCapture } from "./unpack/unpacked.ts";

/** A file, as it is told whether it is plain text. */
export interface PlainTextContext {
  readonly name: string;
  readonly parsers: readonly Parser[];
  readonly encoding?: string | undefined;
  readonly web?: WebCapture | undefined;
}

/** The text of a file that is read as plain text; `undefined` for any other, and for one that cannot be read. */
export function plainTextOf(
  bytes: Uint8Array,
  { name, parsers, encoding, web }: PlainTextContext,
): string | undefined {
  const decoded = decodeText(bytes, declaredEncodings(bytes, web?.charset), encoding);
  if (decoded.kind === "unusable") return undefined;
  const { text } = decoded;
  const head = {
    text: text.slice(0, headCharacters),
    name,
    ...(web?.mediaType === undefined ? {} : { mediaType: web.mediaType }),
  };
  const isPlain =
    parserOf(head, parsers) === undefined &&
    noStoryInside(head.text) === undefined &&
    !isStructured(head.text);
  return isPlain ? text : undefined;
}
