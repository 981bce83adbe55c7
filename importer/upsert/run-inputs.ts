import { inputReading } from "../read/input-reading.ts";
import type { ListedInput } from "../read/list-inputs.ts";
import { type ReadInputOptions, readInput } from "../read/read-input.ts";

/** The inputs of a run, by the paths that identify their stories. */
export interface RunInputs {
  has(path: string): boolean;
  /**
   * Whether the input of an earlier import is in this run with another text: it has got a successor then, and a
   * story with its old text is a story of its own.
   */
  isReplaced(path: string, contentHash: string): Promise<boolean>;
}

/**
 * Indexes the inputs of a run.
 *
 * @param options How the run reads them: one that is read again is to give the same.
 */
export function indexInputs(
  inputs: readonly ListedInput[],
  options: Pick<ReadInputOptions, "mapping" | "encoding" | "signal">,
): RunInputs {
  const reading = inputReading(options);
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
      for await (const story of readInput(successor, reading)) {
        if (story.kind === "text" && story.origin.identity.value === path) {
          return story.contentHash !== contentHash;
        }
      }
      return true;
    },
  };
}
