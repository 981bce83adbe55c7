import { expect, test } from "vitest";
import { renderReport } from "../../../importer/index.ts";
import { toProblem } from "../../../importer/problems.ts";
import type { StoryResult } from "../../../importer/stages.ts";
import { makeReport } from "../../support/make-report.ts";

const at = new Date("2026-11-23T10:00:00Z");
const facts = { run: "r", startedAt: at, finishedAt: at, dryRun: false, interrupted: false, notes: [] };

const failed = (number: number): StoryResult => ({
  input: `${number}.txt`,
  outcome: "failed",
  changes: [],
  problems: [toProblem("nul-byte", `NUL at byte ${number}`)],
});

test("renderReport() shows the counts, and the first twenty problems of each kind under one hint", () => {
  const created: StoryResult = { input: "a.txt", outcome: "created", changes: [], problems: [] };
  const stories = [created, ...Array.from({ length: 22 }, (_, number) => failed(number + 1))];
  const text = renderReport(
    makeReport({ ...facts, stories, notes: [{ input: "seeds", message: "1 other file" }] }),
  );
  expect(text).toContain(
    "read  created  updated  unchanged  merged  suggested  skipped  failed\n" +
      "  23        1        0          0       0          0        0      22",
  );
  expect(text).toContain("nul-byte (22). Remove the NUL bytes");
  expect(text).toContain("  20.txt: NUL at byte 20\n  … and 2 more");
  expect(text).not.toContain("21.txt");
  expect(text).toContain("Note: seeds: 1 other file");
});

test("renderReport() says that a dry run wrote nothing and that an interrupted run is not complete", () => {
  const text = renderReport(makeReport({ ...facts, stories: [], dryRun: true, interrupted: true }));
  expect(text).toContain("nothing was written");
  expect(text).toContain("Interrupted");
});

test("renderReport() lists in a dry run what an import would change", () => {
  const changes = [{ id: "drafts.article-1", type: "article", kind: "create" }] as const;
  const story: StoryResult = { input: "a.txt", outcome: "created", changes, problems: [] };
  expect(renderReport(makeReport({ ...facts, stories: [story], dryRun: true }))).toContain(
    "Would change\n  a.txt\n    create drafts.article-1",
  );
  expect(renderReport(makeReport({ ...facts, stories: [story] }))).not.toContain("drafts.article-1");
});
