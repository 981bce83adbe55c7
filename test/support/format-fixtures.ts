import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ParsedStory } from "../../importer/parse/parsed-story.ts";
import type { Parser } from "../../importer/parse/parser.ts";
import { projectFolder } from "./source-files.ts";

/** An input of a format, and what it shall give. */
export interface FormatFixture {
  readonly name: string;
  readonly text: string;
  /** Without evidence, which is checked for all formats alike. */
  readonly expected: unknown;
}

/** The fixtures of a format: files in `test/importer/parse/formats/fixtures/<format>`, each with `<name>.expected.json` beside it. */
export function formatFixtures(format: string): FormatFixture[] {
  const folder = join(projectFolder, "test/importer/parse/formats/fixtures", format);
  return globSync("*.expected.json", { cwd: folder })
    .toSorted()
    .map((expected) => {
      const stem = basename(expected, ".expected.json");
      const [input = ""] = globSync(`${stem}.*`, { cwd: folder }).filter((file) => file !== expected);
      return {
        name: input,
        text: readFileSync(join(folder, input), "utf8"),
        expected: JSON.parse(readFileSync(join(folder, expected), "utf8")),
      };
    });
}

/** What a parser gives, sorted into stories and problems. */
export function parseFixture(
  parser: Parser,
  text: string,
  baseUrl?: string,
): { readonly stories: readonly ParsedStory[]; readonly problems: readonly string[] } {
  const items = [...parser.parse(text, baseUrl === undefined ? {} : { baseUrl })];
  return {
    stories: items.flatMap((item) => (item.kind === "story" ? [item.story] : [])),
    problems: items.flatMap((item) => (item.kind === "problem" ? [item.problem.code] : [])),
  };
}

/** A result as the files of expected results have it: no evidence, no pieces of the input, and of problems the codes. */
export function comparable({ stories, problems }: ReturnType<typeof parseFixture>): unknown {
  return JSON.parse(
    JSON.stringify({
      stories: stories.map(({ evidence: _, pieces: _pieces, problems: own, ...story }) => ({
        ...story,
        problems: own.map(({ code }) => code),
      })),
      problems,
    }),
  );
}
