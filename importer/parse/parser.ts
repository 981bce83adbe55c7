import type { Problem } from "../../schemas/index.ts";
import type { ParsedStory } from "./parsed-story.ts";

/** What is examined to detect the format of an input. */
export interface InputHead {
  /** Decoded text: at least the first 64 Ki characters, or all of it. It may end anywhere. */
  readonly text: string;
  /** File name or last part of the address; evidence only where the content leaves the format open. */
  readonly name?: string;
  /** Media type declared by the carrier, such as a server or an archive: a hint, like the name. */
  readonly mediaType?: string;
}

/** What a parser receives besides the text. */
export interface ParserContext {
  /** Absolute address that relative links resolve against, unless the input names its own. */
  readonly baseUrl?: string;
}

/** One thing found in an input: a story, a problem with a part that contains none, or a note on what was ignored. */
export type ParsedItem =
  /** What is no story by its nature, such as the pages and menus in the export of a site. */
  | { readonly kind: "note"; readonly message: string }
  | { readonly kind: "story"; readonly story: ParsedStory }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Reads one format. Parsers are tried in a fixed order, and the first that recognises an input reads it. */
export interface Parser {
  /** Permanent lower-case name of the format, such as `newsml-g2`: for reports and `--explain`. */
  readonly format: string;
  /** Whether the head is in this format. Pure, never throws, and takes time linear in the head. */
  recognises(head: InputHead): boolean;
  /**
   * Reads all stories of an input in order, one at a time, so that they need not all be in memory.
   *
   * Pure, and never throws: bad input is a problem. An input without stories gives at least one problem.
   */
  parse(text: string, context: ParserContext): Iterable<ParsedItem>;
}
