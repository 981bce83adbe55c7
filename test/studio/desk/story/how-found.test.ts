import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { explainInputs } from "../../../../importer/explain-inputs.ts";
import { howFound, sayHowFound } from "../../../../studio/desk/story/how-found.ts";
import { projectFolder } from "../../../support/source-files.ts";

const ruleTable = z.array(z.object({ name: z.string(), roles: z.array(z.string()) }));

/** What becomes of lines of which the record keeps no evidence of their own. */
const ofTheBody = new Set(["boilerplate", "paragraph", "subheading", "listItem", "quotation"]);

/** The rules for lines of plain text that give a field its value. */
async function rulesForLines(): Promise<string[]> {
  const names: string[] = [];
  for (const file of globSync("importer/parse/text/rules/*.ts", { cwd: projectFolder })) {
    const exported: object = await import(join(projectFolder, file));
    const rules = Object.values(exported).flatMap((value) => ruleTable.safeParse(value).data ?? []);
    names.push(
      ...rules.filter(({ roles }) => roles.some((role) => !ofTheBody.has(role))).map(({ name }) => name),
    );
  }
  return names;
}

/** The rules that the importer's sources name beside a confidence. */
const rulesInSources = (): string[] =>
  globSync("importer/parse/**/*.ts", { cwd: projectFolder }).flatMap((file) =>
    [
      ...readFileSync(join(projectFolder, file), "utf8").matchAll(/rule: "([a-z\d-]+)",\s+confidence/g),
    ].flatMap(([, rule]) => rule ?? []),
  );

/** The rules that found a value in any of the stories that tests have. */
async function rulesInStories(): Promise<string[]> {
  const folders = ["seeds", "test/corpus", "test/importer/parse/formats/fixtures"];
  const rules: string[] = [];
  for await (const one of explainInputs({ inputs: folders.map((folder) => join(projectFolder, folder)) }))
    if (one.kind === "story") rules.push(...one.story.evidence.map(({ rule }) => rule));
  return rules;
}

describe("how a value was found", () => {
  test("is said in words for every rule of the importer that reads one", async () => {
    const rules = new Set([...(await rulesForLines()), ...rulesInSources(), ...(await rulesInStories())]);
    // What becomes of a line without any other role is a paragraph.
    rules.delete("no-other-role");
    expect(rules.size).toBeGreaterThan(190);
    expect([...rules].filter((rule) => howFound(rule) === "found.somehow")).toEqual([]);
  });

  test("is never the name of a rule, not even of one that this Studio does not know", () => {
    expect(howFound("rule-of-the-future")).toBe("found.somehow");
  });

  test("says that a value may be wrong where the importer is unsure", () => {
    const said = (confidence: number): string =>
      sayHowFound({ rule: "first-line", confidence }, (...[string, options]) =>
        options === undefined ? string : `${options.how}; ${string}`,
      );
    expect(said(0.9)).toBe("found.first-line");
    expect(said(0.4)).toBe("found.first-line; story.may-be-wrong");
  });
});
