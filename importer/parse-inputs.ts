import { parseText } from "./parse/text/parse-text.ts";
import { qualityProblemsOf } from "./problems.ts";
import { listInputs } from "./read/list-inputs.ts";
import { readStories } from "./read/read-stories.ts";
import type { ParsedInput, ParseOptions, StoryText, TransformedStory, UnusableInput } from "./stages.ts";
import { toDocuments } from "./transform/to-documents.ts";

/**
 * Parses stories without any CMS: what `runImport` would want to write, with references still strong.
 *
 * Yields one result an input, in order, as it is read. The same input always gives the same documents.
 *
 * @throws {ImportError} `input-not-found` or `no-stories`, before the first result.
 */
export async function* parseInputs(options: ParseOptions): AsyncGenerator<ParsedInput, void, undefined> {
  const { inputs } = await listInputs(options.inputs);
  for await (const read of readStories(inputs, options)) {
    if (read.kind === "seen") throw new Error(`BUG: "${read.origin.input}" was not read`);
    const story = transformStory(read);
    yield story.kind === "rejected"
      ? { input: story.input, documents: [], problems: [...story.problems] }
      : {
          input: story.origin.input,
          documents: [...story.documents],
          problems: [...story.problems, ...qualityProblemsOf(story.documents)],
        };
  }
}

/**
 * What stands between reading and planning, and is pure: plain text is parsed, and whatever was parsed becomes documents.
 * See {@link toDocuments} for the key.
 */
export function transformStory(read: StoryText | UnusableInput, articleKey?: string): TransformedStory {
  if (read.kind === "text") return toDocuments(read, read.parsed ?? parseText(read.text), articleKey);
  return { kind: "rejected", input: read.input, problems: [read.problem] };
}
