import { parseCsv } from "../parse/formats/csv/csv-parser.ts";
import { parseNdjson } from "../parse/formats/ndjson/ndjson-parser.ts";
import type { Mapping } from "../parse/mapping/mapping.ts";
import type { InputHead, Parser, ParserContext } from "../parse/parser.ts";
import { headCharacters, oneStoryFormats, parserOf } from "../parse/parsers.ts";
import { type ProblemCode, toProblem } from "../problems.ts";
import type { StoryText, UnusableInput } from "../stages.ts";
import { declaredEncodings } from "./decode/declared-encodings.ts";
import { decodeDamaged } from "./decode/decode-damaged.ts";
import { decodeStream } from "./decode/decode-stream.ts";
import { decodeText } from "./decode/decode-text.ts";
import { isStructured } from "./is-structured.ts";
import { noStoryInside } from "./no-story.ts";
import type { ParsePool } from "./parse-pool.ts";
import { type StoryPlace, itemsToStories, textToStory } from "./to-story-text.ts";
import { ByteReader } from "./unpack/byte-reader.ts";
import { readUnpacked } from "./unpack/read-unpacked.ts";
import { UnpackError } from "./unpack/unpack-error.ts";
import type { UnpackedFile } from "./unpack/unpacked.ts";

/** Limit for a file of many stories that is read at once, such as an export of a whole site. */
const maxExportBytes = 200_000_000;

/** Limit for a file that is one story. */
const maxStoryBytes = 10_000_000;

/** A file, and how to read it. */
export interface FileContext extends StoryPlace {
  readonly parsers: readonly Parser[];
  readonly mapping?: Mapping | undefined;
  /** Label of the encoding of files that do not declare theirs; see `decodeText`. */
  readonly encoding?: string | undefined;
  /** Parses pages in threads, since that takes long; without a pool they are parsed in place. */
  readonly pool?: ParsePool | undefined;
}

type Found = StoryText | UnusableInput;

/** Reads the stories of a file that is in memory. */
export async function* readBytesOf(
  bytes: Uint8Array,
  context: FileContext,
  web?: UnpackedFile["web"],
): AsyncGenerator<Found, void, undefined> {
  const declared = declaredEncodings(bytes, web?.charset);
  const decoded = decodeText(bytes, declared, context.encoding);
  const headOf = (text: string): InputHead => ({
    text: text.slice(0, headCharacters),
    name: context.place ?? "",
    ...(web?.mediaType === undefined ? {} : { mediaType: web.mediaType }),
  });
  if (decoded.kind === "unusable") {
    // A story that is damaged is one problem; of many stories those that are not damaged are read.
    const damaged = decodeDamaged(bytes, declared, context.encoding);
    const ofMany = damaged && parserOf(headOf(damaged.text), context.parsers);
    if (damaged === undefined || ofMany === undefined || oneStoryFormats.has(ofMany.format)) {
      yield { ...decoded, input: context.input };
      return;
    }
    if (ofMany.format === "ndjson" && context.encoding === undefined) {
      // It is told line by line what is UTF-8.
      const items = parseNdjson(oneChunk(bytes), context.mapping, contextOf(web));
      for await (const item of items) yield* itemsToStories(item, ofMany.format, context, web);
      return;
    }
    const place = { ...context, isEncodingSure: damaged.isSure };
    for (const item of ofMany.parse(damaged.text, contextOf(web)))
      yield* itemsToStories(item, ofMany.format, place, web);
    return;
  }
  const { text } = decoded;
  const head = headOf(text);
  const parser = parserOf(head, context.parsers);
  if (parser !== undefined) {
    const items =
      parser.format === "html" && context.pool !== undefined
        ? await context.pool.parse("html", text, contextOf(web))
        : parser.parse(text, contextOf(web));
    for (const item of items) yield* itemsToStories(item, parser.format, context, web);
    return;
  }
  const noStory = noStoryInside(head.text);
  if (noStory !== undefined) {
    context.onNote?.({ input: context.input, message: `Ignored, not a story: ${noStory}` });
  } else if (isStructured(head.text)) {
    const message = "The input is structured data in an unsupported format";
    yield unusable(context, "unknown-format", message);
  } else {
    yield textToStory(text, context, web);
  }
}

/** Reads the stories of an unpacked file: as a stream if its format allows it, otherwise whole. */
export async function* readFileOf(
  file: UnpackedFile,
  context: FileContext,
): AsyncGenerator<Found, void, undefined> {
  const reader = new ByteReader(file.chunks);
  try {
    const head = await reader.peek(headCharacters);
    const text = new TextDecoder().decode(head);
    const parser = parserOf({ text, name: file.fileName }, context.parsers);
    // NDJSON is UTF-8, line by line, unless the operator knows better.
    const isNdjson = parser?.format === "ndjson";
    if (isNdjson && context.encoding === undefined) {
      const items = parseNdjson(reader.rest(), context.mapping, contextOf(file.web));
      for await (const item of items) yield* itemsToStories(item, parser.format, context, file.web);
      return;
    }
    if (isNdjson || parser?.format === "csv") {
      const decoded = await decodeStream(reader.rest(), file.web?.charset, context.encoding);
      if (decoded.kind === "unusable") {
        yield { ...decoded, input: context.input };
        return;
      }
      const { chunks, isSure: isEncodingSure } = decoded;
      const items = isNdjson
        ? parseNdjson(inUtf8(chunks), context.mapping, contextOf(file.web))
        : parseCsv(chunks, context.mapping, contextOf(file.web));
      const place = { ...context, isEncodingSure };
      for await (const item of items) yield* itemsToStories(item, parser.format, place, file.web);
      return;
    }
    const limit = parser === undefined ? maxStoryBytes : maxExportBytes;
    if (file.sizeBytes !== undefined && file.sizeBytes > limit) {
      yield unusable(context, "too-large", `The input is larger than ${limit / 1e6} MB`);
      return;
    }
    const read = await readUnpacked({ ...file, chunks: reader.rest() }, limit);
    if (read.kind === "problem") yield { kind: "unusable", input: context.input, problem: read.problem };
    else yield* readBytesOf(read.bytes, context, file.web);
  } catch (error) {
    yield {
      kind: "unusable",
      input: context.input,
      problem: UnpackError.from(error).problem,
    };
  }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* inUtf8(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

const contextOf = (web: UnpackedFile["web"]): ParserContext =>
  web === undefined ? {} : { baseUrl: web.url };

const unusable = ({ input }: StoryPlace, code: ProblemCode, message: string): UnusableInput => ({
  kind: "unusable",
  input,
  problem: toProblem(code, message),
});
