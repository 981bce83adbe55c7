import { inputReading } from "../read/input-reading.ts";
import type { ListedInput } from "../read/list-inputs.ts";
import { type ReadInputOptions, readInput } from "../read/read-input.ts";
import type { StoryText } from "../stages.ts";

/** The inputs of a run, by the paths that identify their stories. */
export interface RunInputs {
  has(path: string): boolean;
  /** The story that stands under a path, or under it within a file of many. */
  storyAt(path: string): Promise<StoryText | undefined>;
  /** Texts of some stories of a folder, `""` or ending in `/`, one from each of the first files. */
  textsIn(folder: string, most: number): Promise<{ readonly path: string; readonly text: string }[]>;
}

type ListedFile = Extract<ListedInput, { readonly kind: "file" }>;

/**
 * Indexes the inputs of a run.
 *
 * @param options How the run reads them: an input that is read again must give the same stories.
 */
export function indexInputs(
  inputs: readonly ListedInput[],
  options: Pick<ReadInputOptions, "mapping" | "encoding" | "signal">,
): RunInputs {
  const reading = inputReading(options);
  let byPath: ReadonlyMap<string, ListedFile> | undefined;
  let byFolder: ReadonlyMap<string, readonly ListedFile[]> | undefined;
  const files = (): ListedFile[] => inputs.filter((input) => input.kind === "file");
  const find = (path: string): ListedFile | undefined => {
    byPath ??= new Map(files().map((input) => [input.relativePath, input]));
    return byPath.get(path);
  };
  const read = async (
    input: ListedFile,
    isMeant: (story: StoryText) => boolean,
  ): Promise<StoryText | undefined> => {
    for await (const story of readInput(input, reading)) {
      if (story.kind === "text" && isMeant(story)) return story;
    }
    return undefined;
  };
  return {
    has: (path) => find(path) !== undefined,
    async storyAt(path) {
      const input = find(path);
      return input && read(input, ({ origin }) => origin.place === path);
    },
    async textsIn(folder, most) {
      byFolder ??= Map.groupBy(files(), ({ relativePath }) =>
        relativePath.slice(0, relativePath.lastIndexOf("/") + 1),
      );
      const texts: { path: string; text: string }[] = [];
      for (const input of (byFolder.get(folder) ?? []).slice(0, most)) {
        const story = await read(input, () => true);
        if (story !== undefined) texts.push({ path: input.relativePath, text: story.text });
      }
      return texts;
    },
  };
}
