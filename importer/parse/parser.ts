import type { Problem } from "../../schemas/index.ts";
import type { ParsedStory } from "./parsed-story.ts";

/** What is looked at to tell the format of an input. */
export interface InputHead {
  /** Decoded text: the first 64 Ki characters at least, or all there is. It may end anywhere. */
  readonly text: string;
  /** File name or last part of the address; evidence only where the content leaves it open. */
  readonly name?: string;
  /** Media type that the carrier declared, such as a server or an archive: a hint like the name. */
  readonly mediaType?: string;
}

/** What a parser is told besides the text. */
export interface ParserContext {
  /** Absolute address that relative links of the input are resolved against, unless the input names its own. */
  readonly baseUrl?: string;
}

/** One thing found in an input: a story, or what is wrong with a part of the input that gives none. */
export type ParsedItem =
  | { readonly kind: "story"; readonly story: ParsedStory }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Reads one format. The parsers are asked in a fixed order, and the first that recognises an input reads it. */
export interface Parser {
  /** Permanent name of the format in lower case, such as `newsml-g2`: for reports and `--explain`. */
  readonly format: string;
  /** Whether the head is of this format. Pure, never throws, and takes time linear in the head. */
  recognises(head: InputHead): boolean;
  /**
   * Reads all stories of an input, in its order, one at a time: nobody has to hold them all.
   *
   * Pure, and never throws: what is bad is a problem. An input that gives no story gives at least one problem.
   */
  parse(text: string, context: ParserContext): Iterable<ParsedItem>;
}
