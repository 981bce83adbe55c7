import { expect, test } from "vitest";
import { renderJUnit } from "../../../importer/index.ts";
import { toProblem } from "../../../importer/problems.ts";
import type { StoryResult } from "../../../importer/stages.ts";
import { makeReport } from "../../support/make-report.ts";

const facts = {
  run: "r",
  startedAt: new Date("2026-11-23T10:00:00Z"),
  finishedAt: new Date("2026-11-23T10:00:01.500Z"),
  dryRun: false,
  interrupted: false,
  notes: [],
};
const story = (more: Partial<StoryResult>): StoryResult => ({
  input: "a.txt",
  outcome: "created",
  changes: [],
  problems: [],
  ...more,
});

test("renderJUnit() has a case for each story, failed and skipped as the stories were", () => {
  const xml = renderJUnit(
    makeReport({
      ...facts,
      stories: [
        story({}),
        story({ input: "b.txt", outcome: "failed", problems: [toProblem("nul-byte", "A NUL byte")] }),
        story({ input: "c.txt", outcome: "skipped", reason: "deleted after import, not recreated" }),
      ],
    }),
  );
  expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1" time="1.500"');
  expect(xml).toContain(
    'name="b.txt">\n      <failure type="nul-byte" message="A NUL byte">nul-byte: A NUL byte.',
  );
  expect(xml).toContain('<skipped message="deleted after import, not recreated"/>');
  expect(xml.match(/<testcase /g)).toHaveLength(3);
});

test("renderJUnit() writes names as XML can hold them", () => {
  const xml = renderJUnit(makeReport({ ...facts, stories: [story({ input: '<"a"&\u0001\ud800>' })] }));
  expect(xml).toContain('name="&lt;&quot;a&quot;&amp;\ufffd\ufffd&gt;"');
});

test("renderJUnit() keeps a name with line ends whole, and lets no terminal obey it", () => {
  const input = "a\n\t\r\u009b31m\u202e\u2028\u007f.txt";
  const message = "Line one\nline \u009btwo";
  const problems = [{ ...toProblem("nul-byte", "A NUL byte"), message }];
  const xml = renderJUnit(makeReport({ ...facts, stories: [story({ input, outcome: "failed", problems })] }));
  expect(xml).toContain('name="a&#10;&#9;&#13;&#155;31m&#8238;&#8232;&#127;.txt"');
  expect(xml).toContain('message="Line one&#10;line &#155;two">nul-byte: Line one\nline &#155;two.');
});
