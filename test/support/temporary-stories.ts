import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { writeStories, type StoryFiles } from "./story-folder.ts";

/** A temporary folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with these files in it, which goes with the test. */
export function temporaryStories(files: StoryFiles): string {
  const folder = temporaryFolder();
  writeStories(folder, files);
  return folder;
}

/** An English story that differs from the others by its number. */
export const storyText = (number = 1): string => `Council approves river crossing number ${number}

The city council voted on Thursday to build crossing number ${number} east of the old bridge, ending a debate of nine years over its route.

Work on the foundations is to begin in the spring and to last three years, the mayor said after the vote.

Source: Reuters
`;

/** Numbered stories, `story-001.txt` and so on. */
export const manyStories = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `story-${String(at + 1).padStart(3, "0")}.txt`,
      storyText(at + 1),
    ]),
  );
