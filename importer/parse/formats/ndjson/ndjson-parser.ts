import { orNoStories } from "../../fields/or-no-stories.ts";
import { mapRecord } from "../../mapping/map-record.ts";
import type { Mapping } from "../../mapping/mapping.ts";
import type { InputHead, ParsedItem, Parser, ParserContext } from "../../parser.ts";
import { ndjsonLines, readNdjson, type NdjsonLine } from "./read-ndjson.ts";

/** JSON objects, one per line. A mapping assigns their fields; without one, their names do. */
export const ndjsonParser = (mapping?: Mapping): Parser => ({
  format: "ndjson",
  recognises: isNdjson,
  *parse(text, context) {
    yield* orNoStories(items(text), "NDJSON");
    function* items(of: string): Generator<ParsedItem> {
      for (const line of ndjsonLines(of)) yield itemOf(line, mapping, context);
    }
  },
});

/**
 * The same from a stream of any length; each item comes with the place of its line. Rejects only if the stream does.
 */
export async function* parseNdjson(
  chunks: AsyncIterable<Uint8Array>,
  mapping: Mapping | undefined,
  context: ParserContext,
): AsyncGenerator<ParsedItem & Pick<NdjsonLine, "line" | "byteOffset">, void, undefined> {
  for await (const read of readNdjson(chunks)) {
    const { line, byteOffset } = read;
    yield { ...itemOf(read, mapping, context), line, byteOffset };
  }
}

const itemOf = (read: NdjsonLine, mapping: Mapping | undefined, context: ParserContext): ParsedItem =>
  read.kind === "problem" ? read : mapRecord(read.record, mapping, `line ${read.line}`, context);

/** Two lines of JSON objects; one is enough if the name agrees. A line may end beyond the visible head. */
function isNdjson({ text, name, mediaType }: InputHead): boolean {
  const [first = "", second = ""] = text.replace(/^[\uFEFF\s]+/, "").split(/\n\s*/, 2);
  if (!first.startsWith("{")) return false;
  const isNamedSo =
    /\.(?:ndjson|jsonl|jsonlines|ldjson)$/i.test(name ?? "") ||
    /[/+.](?:x-)?(?:ndjson|jsonl(?:ines)?)\b/.test(mediaType ?? "");
  if (isNamedSo) return true;
  return second.startsWith("{") && isObject(first);
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}
