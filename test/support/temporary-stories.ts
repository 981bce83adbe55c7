import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A temporary folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with these files in it, by path. */
export function storyFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
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
