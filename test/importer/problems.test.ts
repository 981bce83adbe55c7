import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodes } from "../../cli/exit-codes.ts";
import { outcomeWithout, problemKinds, toProblem, type ProblemCode } from "../../importer/problems.ts";
import { runHere } from "../support/run-cli.ts";
import { projectFolder } from "../support/source-files.ts";
import { shortStory, type StoryFiles } from "../support/story-folder.ts";
import { temporaryFolder, temporaryStories } from "../support/temporary-stories.ts";

const ninjs = (version: number, type = "text"): string =>
  JSON.stringify({
    uri: "urn:newsml:wire.example:bridge",
    type,
    version,
    versioncreated: `2026-01-31T1${version}:00:00Z`,
    headline: `Bridge closes, version ${version}`,
    body_text: "The council met on Monday and agreed on the plan for the bridge.",
    language: "en",
  });

/** Inputs of which something is not imported, a folder for each problem. */
const folders: Partial<Record<ProblemCode, StoryFiles>> = {
  "empty-input": { "a.txt": "" },
  "blank-input": { "a.txt": " \n\n" },
  "duplicate-story": { "a.txt": shortStory("Bridge closes"), "b.txt": shortStory("Bridge closes") },
  "same-identity": { "a.json": ninjs(1), "b.json": ninjs(1).replace("Bridge", "Tunnel") },
  "older-version": { "a.json": ninjs(2), "b.json": ninjs(1) },
  "no-stories-in-input": { "a.xml": '<rss version="2.0"><channel><title>Quiet day</title></channel></rss>' },
  "unsupported-item": { "a.json": ninjs(1, "video").replace(/"body_text":"[^"]*",/, "") },
  "nul-byte": { "a.txt": "Bridge\0closes" },
  "unknown-encoding": { "a.txt": new Uint8Array([0xff, 0xff, 0x41]) },
  "malformed-json": { "a.json": ninjs(1).slice(0, 200) },
  "unknown-format": { "a.xml": "<recipe><title>Bread</title></recipe>" },
  "bad-record": { "a.ndjson": '{"headline": "One", "body": "The council met."}\n{"headline": \n' },
};

describe("the severity of a problem decides everywhere whether its story has failed", () => {
  test.each(Object.entries(folders))("%s", async (code, files) => {
    const folder = temporaryStories(files);
    const outcome = outcomeWithout([{ code }]);
    const imported = await runHere(["import", folder, "--dry-run", "--json", "--data", temporaryFolder()]);
    const { stories } = JSON.parse(imported.stdout);
    expect(stories).toContainEqual(
      expect.objectContaining({ outcome, problems: [expect.objectContaining({ code })] }),
    );
    const ends = outcome === "failed" ? exitCodes.someFailed : exitCodes.done;
    expect([imported.code, (await runHere(["parse", folder])).code]).toEqual([ends, ends]);
    expect((await runHere(["import", "--explain", folder])).code).toBe(ends);
  });
});

test("outcomeWithout() goes by the gravest of several problems, and fails nothing for a question", () => {
  const problems = (...codes: ProblemCode[]) => codes.map((code) => toProblem(code, "Something is wrong"));
  expect(outcomeWithout(problems("empty-input", "unreadable"))).toBe("failed");
  expect(outcomeWithout(problems("older-version", "low-confidence"))).toBe("skipped");
});

test("no other place decides by a problem's code whether a story has failed", () => {
  const elsewhere = globSync("{importer,cli,studio}/**/*.{ts,tsx}", { cwd: projectFolder }).filter((path) => {
    const text = readFileSync(join(projectFolder, path), "utf8");
    return /outcome: "failed"|Set<ProblemCode>/.test(text);
  });
  expect(elsewhere).toEqual([]);
});

test("every hint is a sentence, and every kind of problem a permanent kebab-case code", () => {
  for (const [code, { hint }] of Object.entries(problemKinds)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(hint, code).toMatch(/^[A-Z].*\.$/);
  }
});
