import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recordedMeasures, renderReading } from "../../docs/render-reading.ts";
import { ruleTables } from "../../importer/parse/text/rules/rule-tables.ts";
import { projectFolder } from "../support/source-files.ts";

const text = readFileSync(join(projectFolder, "docs/reading.md"), "utf8");

test("docs/reading.md has every row of every table, as it is: `npm run docs:reading` makes it anew", () => {
  expect(text).toBe(renderReading(recordedMeasures(text)));
});

test("docs/reading.md says of most rules how often they were right", () => {
  const measured = [...recordedMeasures(text).values()].filter((share) => /^\d+ % of \d+$/.test(share));
  const rules = ruleTables.flatMap((table) => table.rules);
  expect(measured.length).toBeGreaterThan(rules.length / 2);
});
