import type { ContentDocument, LeftOutPiece, Problem } from "../schemas/index.ts";
import { crashProblem } from "./crash.ts";
import type { StoryText, TransformedStory } from "./stages.ts";
import { readingOfInputs } from "./outlets/reading-of-inputs.ts";
import { parseStory } from "./parse/parse-story.ts";
import { qualityProblemsOf } from "./problems.ts";
import { listInputs } from "./read/list-inputs.ts";
import { readStories } from "./read/read-stories.ts";
import type { ParseOptions } from "./parse-options.ts";
import { toDocuments } from "./transform/to-documents.ts";

/** A story on which the program fails does not keep the others from being parsed. */
function unlessCrashed(read: StoryText, { onCrash }: ParseOptions): TransformedStory {
  try {
    return toDocuments(read, parseStory(read));
  } catch (error) {
    const { input } = read.origin;
    onCrash?.({ input, error });
    return { kind: "rejected", input, problems: [crashProblem({ error })] };
  }
}

/** The result of `parseInputs` for one input; `documents` is empty if the input is not a story. */
export interface ParsedInput {
  readonly input: string;
  readonly documents: ContentDocument[];
  readonly problems: Problem[];
  /** What of the input is in none of the documents. */
  readonly leftOut: readonly LeftOutPiece[];
}

/**
 * Parses stories without a CMS: what `runImport` would want to write, with references still strong.
 *
 * Yields one result per input, in order, as it is read. The same input always gives the same documents.
 *
 * @throws {ImportError} `input-not-found` or `no-stories`, before the first result.
 */
export async function* parseInputs(options: ParseOptions): AsyncGenerator<ParsedInput, void, undefined> {
  const { inputs, notes } = await listInputs(options.inputs);
  for (const note of notes) options.onNote?.(note);
  const readingOf = await readingOfInputs(inputs, options);
  for await (const read of readStories(inputs, { ...options, readingOf })) {
    if (read.kind === "seen") throw new Error(`BUG: "${read.origin.input}" was not read`);
    if (read.kind === "unusable") {
      yield { input: read.input, documents: [], problems: [read.problem], leftOut: [] };
      continue;
    }
    const story = unlessCrashed(read, options);
    yield story.kind === "rejected"
      ? { input: story.input, documents: [], problems: [...story.problems], leftOut: [] }
      : {
          input: story.origin.input,
          documents: [...story.documents],
          problems: [...story.problems, ...qualityProblemsOf(story.documents)],
          leftOut: story.leftOut,
        };
  }
}
