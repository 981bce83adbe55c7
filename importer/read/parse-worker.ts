import { htmlParser } from "../parse/formats/html/html-parser.ts";
import type { ParsedItem } from "../parse/parser.ts";

/** A text to parse, as it is sent to a thread. */
export interface ParseTask {
  readonly format: "html";
  readonly text: string;
  readonly baseUrl?: string;
}

/** Parses a text in the calling thread. */
export const parseHere = ({ text, ...context }: ParseTask): readonly ParsedItem[] => [
  ...htmlParser.parse(text, context),
];
