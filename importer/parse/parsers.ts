import { csvParser } from "./formats/csv/csv-parser.ts";
import { atomParser } from "./formats/feeds/atom-parser.ts";
import { jsonFeedParser } from "./formats/feeds/json-feed-parser.ts";
import { rssParser } from "./formats/feeds/rss-parser.ts";
import { htmlParser } from "./formats/html/html-parser.ts";
import type { Mapping } from "./mapping/mapping.ts";
import { iptc7901Parser } from "./formats/iptc7901/iptc7901-parser.ts";
import { jsonParser } from "./formats/ndjson/json-parser.ts";
import { markdownParser } from "./formats/markdown/markdown-parser.ts";
import { ndjsonParser } from "./formats/ndjson/ndjson-parser.ts";
import { newsml1Parser } from "./formats/newsml/newsml1-parser.ts";
import { newsmlG2Parser } from "./formats/newsml/newsml-g2-parser.ts";
import { ninjsParser } from "./formats/ninjs/ninjs-parser.ts";
import { nitfParser } from "./formats/nitf/nitf-parser.ts";
import type { InputHead, Parser } from "./parser.ts";
import { wxrParser } from "./formats/wxr/wxr-parser.ts";

/**
 * The parsers in the order in which they are tried: the most certain formats first, and markup before data, since a page
 * holds both commas and JSON. An input that none of them recognises is plain text, which has no mark of its own.
 *
 * @param mapping Names of the fields in JSON, NDJSON and CSV; default: guessed from the field names.
 */
export const parsersFor = (mapping?: Mapping): readonly Parser[] => [
  newsmlG2Parser,
  newsml1Parser,
  nitfParser,
  wxrParser,
  rssParser,
  atomParser,
  htmlParser,
  jsonFeedParser,
  ninjsParser,
  iptc7901Parser,
  ndjsonParser(mapping),
  jsonParser(mapping),
  csvParser(mapping),
  markdownParser,
];

/** The parser for a text; `undefined` for plain text. Pure. */
export const parserOf = (head: InputHead, parsers: readonly Parser[]): Parser | undefined =>
  parsers.find((parser) => parser.recognises(head));

/** Number of characters examined to detect a format. */
export const headCharacters = 64 * 1024;

/** Formats with one story per input, so that the path identifies the story. */
export const oneStoryFormats: ReadonlySet<string> = new Set(["html", "markdown", "nitf"]);
