import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assignRoles } from "../../../../../importer/parse/text/assign-roles.ts";
import { groupLines, type RoledLine } from "../../../../../importer/parse/text/lines.ts";
import { ruleTables } from "../../../../../importer/parse/text/rules/rule-tables.ts";
import type { Rule, RuleExample } from "../../../../../importer/parse/text/rules/rule.ts";
import { readCorpus } from "../../../../corpus/read-corpus.ts";
import { readingOfExample } from "../../../../support/reading-of-example.ts";
import { projectFolder } from "../../../../support/source-files.ts";

const headline = "Bridge over the river closed for a year";
const paragraphs = [
  "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year.",
  "Traffic will take the ferry meanwhile, which runs every ten minutes from six in the morning until midnight.",
  "Shops on both sides of the river fear for their customers, and the mayor has promised them lower rents.",
];

/** A story in which the lines of an example stand where the example says. */
function storyOf({ part, lines }: RuleExample): string {
  const [first = "", second = "", third = ""] = paragraphs;
  const parts: Record<RuleExample["part"], string[]> = {
    top: [...lines, headline, "", first, "", second],
    head: [headline, ...lines, "", first, "", second],
    text: [headline, "", first, "", second, "", ...lines, "", third],
    end: [headline, "", first, "", second, "", ...lines],
    whole: [...lines],
  };
  return parts[part].join("\n");
}

const kindOf = ({ name, roles, confidence }: Rule<never, unknown>): string =>
  `${name} (${roles.join(", ")}; ${confidence})`;

describe.each(ruleTables)("$title", ({ rules }) => {
  test.each(rules.map((rule) => [kindOf(rule), rule] as const))("%s fires in its example", (_, rule) => {
    const lines = assignRoles(groupLines(storyOf(rule.example)), readingOfExample(rule.example));
    const isOwn = (line: RoledLine | undefined, place: number): boolean =>
      line?.rule === rule.name && line.confidence === rule.confidence && line.role === rule.roles[place];
    const fires = lines.some((_, index) =>
      rule.roles.every((_, place) => isOwn(lines[index + place], place)),
    );
    expect(fires, lines.map(({ role, rule, text }) => `${role} (${rule}): ${text}`).join("\n")).toBe(true);
  });

  test("have permanent names in kebab-case, confidences from 0 to 1, and words that tell each from the others", () => {
    for (const { name, confidence } of rules) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(new Set(rules.map(({ looksAt }) => looksAt)).size).toBe(rules.length);
  });
});

test("all tables of rules are in the list of tables", async () => {
  const listed = new Set(ruleTables.map(({ rules }) => rules));
  const files = globSync("importer/parse/text/rules/*-rules.ts", { cwd: projectFolder });
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const exported: object = await import(join(projectFolder, file));
    for (const [name, value] of Object.entries(exported))
      if (Array.isArray(value)) expect([...listed], name).toContain(value);
  }
});

test("every role in the corpus is given by a row of a table", () => {
  const rows = new Set<object>(ruleTables.flatMap(({ rules }) => rules));
  const given = readCorpus().flatMap(({ text }) => assignRoles(groupLines(text)));
  expect(given.length).toBeGreaterThan(1000);
  expect(given.filter(({ row }) => row === undefined || !rows.has(row))).toEqual([]);
  for (const { role, rule, confidence, row } of given)
    expect(row).toMatchObject({ name: rule, confidence, roles: expect.arrayContaining([role]) });
});
