import { afterEach, beforeEach } from "vitest";
import { runImport, type ImportOptions, type ImportReport } from "../../importer/index.ts";
import { openTestLake, type TestLake } from "./open-test-lake.ts";
import { storyFolder, type StoryFolder } from "./story-folder.ts";

/** The lake of the test that is running. */
export let lake: TestLake;
/** The folder of stories of the test that is running. */
export let folder: StoryFolder;

/** Gives each test of the file an empty lake and a folder of its own, with files in it by their paths below it. */
export function openForEachTest(files: Readonly<Record<string, string>> = {}): void {
  beforeEach(async () => {
    lake = await openTestLake();
    folder = await storyFolder(files);
  });
  afterEach(async () => {
    await lake.close();
    await folder[Symbol.asyncDispose]();
  });
}

/** Imports the folder into the lake. */
export const importFolder = (options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
  runImport({ inputs: [folder.path], client: lake.client, ...options });

/** Lets somebody else be quicker than the next transaction. */
export function beforeNextMutation(act: () => Promise<unknown>): void {
  let isFirst = true;
  lake.answer(async (request) => {
    if (isFirst && new URL(request.url).pathname.includes("/data/mutate/")) {
      isFirst = false;
      await act();
    }
    return lake.fetch(request);
  });
}
