import type { LeftOutPiece, Problem } from "../schemas/index.ts";
import { readingOfInputs } from "./outlets/reading-of-inputs.ts";
import type { ParsedStory } from "./parse/parsed-story.ts";
import { assignRoles } from "./parse/text/assign-roles.ts";
import { groupLines, type RoledLine } from "./parse/text/lines.ts";
import { toParsedStory } from "./parse/text/to-parsed-story.ts";
import { listInputs } from "./read/list-inputs.ts";
import { readStories } from "./read/read-stories.ts";
import type { StoryText } from "./stages.ts";
import { toDocuments } from "./transform/to-documents.ts";
import type { ParseOptions } from "./parse-options.ts";

/** How one input was understood, or why it was not. */
export type Explanation =
  | {
      readonly kind: "story";
      readonly input: string;
      /** Every non-blank line of a plain text, with its role and the evidence for it; empty for other formats. */
      readonly lines: readonly RoledLine[];
      readonly story: ParsedStory;
      /** What of the input is in none of the documents. */
      readonly leftOut: readonly LeftOutPiece[];
    }
  | { readonly kind: "unusable"; readonly input: string; readonly problem: Problem };

/**
 * Explains how inputs are understood, plain text line by line, without a CMS. Yields one explanation per input, as it
 * is read.
 *
 * @throws {ImportError} `input-not-found` or `no-stories`, before the first one.
 */
export async function* explainInputs(options: ParseOptions): AsyncGenerator<Explanation, void, undefined> {
  const { inputs, notes } = await listInputs(options.inputs);
  for (const note of notes) options.onNote?.(note);
  const readingOf = await readingOfInputs(inputs, options);
  for await (const read of readStories(inputs, { ...options, readingOf })) {
    if (read.kind === "unusable") {
      yield { kind: "unusable", input: read.input, problem: read.problem };
      continue;
    }
    if (read.kind === "seen") throw new Error(`BUG: "${read.origin.input}" was not read`);
    const { input } = read.origin;
    if (read.parsed === undefined) {
      const lines = assignRoles(groupLines(read.text), read.reading);
      const story = toParsedStory(lines);
      yield { kind: "story", input, lines, story, leftOut: leftOutOf(read, story) };
    } else {
      yield { kind: "story", input, lines: [], story: read.parsed, leftOut: leftOutOf(read, read.parsed) };
    }
  }
}

function leftOutOf(read: StoryText, parsed: ParsedStory): readonly LeftOutPiece[] {
  const story = toDocuments(read, parsed);
  return story.kind === "wanted" ? story.leftOut : [];
}
