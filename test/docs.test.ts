import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodes } from "../cli/exit-codes.ts";
import { createProgram } from "../cli/program.ts";
import type { Output } from "../cli/terminal.ts";
import { problemKinds } from "../importer/problems.ts";
import { queryFunctions } from "../lake/query/parse/query-functions.ts";
import { qualityChecks } from "../schemas/index.ts";
import { projectFolder } from "./support/source-files.ts";

const read = (path: string): string => readFileSync(join(projectFolder, path), "utf8");
const readme = read("README.md");

const silent: Output = {
  isTerminal: false,
  gone: new AbortController().signal,
  write: () => Promise.resolve(),
};
const program = createProgram(
  { env: {}, stdin: (async function* () {})(), stdout: silent, stderr: silent, interrupt: silent.gone },
  () => undefined,
);

describe("the documentation is true", () => {
  test("README shows every command and every flag of each", () => {
    for (const command of program.commands) {
      const start = readme.indexOf(`### \`copydesk ${command.name()}`);
      expect(start, command.name()).toBeGreaterThan(0);
      const section = readme.slice(start, readme.indexOf("\n### ", start + 1));
      for (const { long, flags } of command.options) {
        expect(section, `${command.name()} ${flags}`).toContain(`\`${flags}\``);
        expect(section).toContain(long);
      }
    }
  });

  test("README and --help name no flag that there is not", () => {
    const known = program.commands.flatMap(({ options }) => options.map(({ long }) => long));
    const named = readme.match(/(?<=`|copydesk [^`\n]*)--[a-z][a-z-]+/g) ?? [];
    expect(named.length).toBeGreaterThan(10);
    for (const flag of named) expect([...known, "--help"], flag).toContain(flag);
  });

  test("README and --help give every exit code", () => {
    const table = readme.slice(readme.indexOf("### Exit codes"), readme.indexOf("## Hosted Sanity"));
    const codes = [...table.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(codes).toEqual(Object.values(exitCodes));
    for (const code of codes)
      expect(program.helpInformation({ error: false }) + helpAfter()).toMatch(new RegExp(`^  ${code} `, "m"));
  });

  test("every exit code is one that the program ends with", () => {
    const sources = globSync("cli/**/*.ts", { cwd: projectFolder }).map(read).join("\n");
    for (const name of Object.keys(exitCodes)) expect(sources, name).toContain(`exitCodes.${name}`);
  });

  test("docs/problems.md gives the severity of every problem code, and tells no other", () => {
    const explained = read("docs/problems.md").matchAll(/^\| `([a-z0-9-]+)` \| ([a-z]+) \|/gm);
    const kinds = [
      ...Object.entries(problemKinds).map(([code, { severity }]) => [code, severity]),
      ...qualityChecks.map(({ code }) => [code, "question"]),
    ];
    expect(Array.from(explained, ([, code, severity]) => `${code}: ${severity}`).toSorted()).toEqual(
      kinds.map(([code, severity]) => `${code}: ${severity}`).toSorted(),
    );
  });

  test("docs/groq.md tells of every function whether it is answered", () => {
    const rows = read("docs/groq.md").match(/^\| .* \|$/gm) ?? [];
    for (const { name, fate } of queryFunctions) {
      const row = rows.find((each) => each.includes(`\`${name}\``));
      expect(row, name).toContain(fate === "refused" ? "| refused" : "| answered");
    }
  });

  test("docs/architecture.md fits in 150 lines", () => {
    expect(read("docs/architecture.md").split("\n").length).toBeLessThanOrEqual(150);
  });

  test.each(globSync("{*,docs/*}.md", { cwd: projectFolder }))("%s names only files that exist", (path) => {
    const text = read(path);
    const folder = join(projectFolder, path, "..");
    for (const [, link = ""] of text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)) {
      expect(existsSync(join(folder, link)), link).toBe(true);
    }
    for (const [, file = ""] of text.matchAll(/`((?:[a-z-]+\/)+[a-z0-9.-]+\.(?:ts|js|md|sql))`/g)) {
      expect(existsSync(join(projectFolder, file)), file).toBe(true);
    }
  });
});

function helpAfter(): string {
  let text = "";
  program.configureOutput({ writeOut: (more) => void (text += more) });
  program.outputHelp();
  return text;
}
