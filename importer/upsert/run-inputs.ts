import { parsersFor } from "../parse/parsers.ts";
import type { ListedInput } from "../read/list-inputs.ts";
import { readInput } from "../read/read-input.ts";

/** The inputs of a run, by the paths that identify their stories. */
export interface RunInputs {
  has(path: string): boolean;
  /**
   * Whether the input of an earlier import is in this run with a different text: then it has a successor, and a story
   * with its old text is a separate story.
   */
  isReplaced(path: string, contentHash: string): Promise<boolean>;
}

/** Indexes the inputs of a run. */
export function indexInputs(inputs: readonly ListedInput[], signal: AbortSignal): RunInputs {
  let byPath: ReadonlyMap<string, ListedInput> | undefined;
  const find = (path: string): ListedInput | undefined => {
    byPath ??= new Map(
      inputs.flatMap((input) => (input.kind === "file" ? [[input.relativePath, input] as const] : [])),
    );
    return byPath.get(path);
  };
  return {
    has: (path) => find(path) !== undefined,
    async isReplaced(path, contentHash) {
      const successor = find(path);
      if (successor === undefined) return false;
      for await (const story of readInput(successor, { parsers: parsersFor(), signal })) {
        if (story.kind === "text" && story.origin.identity.value === path) {
          return story.contentHash !== contentHash;
        }
      }
      return true;
    },
  };
}
