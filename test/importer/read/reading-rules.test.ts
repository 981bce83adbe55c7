import { appendFile, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../support/source-files.ts";

interface Rules {
  readonly readingRules: () => Promise<string>;
}

test.each(["importer/parse/lexicons/en.json", "importer/parse/text/find-body.ts", "schemas/article.ts"])(
  "readingRules() are others when %s is",
  async (file) => {
    const folder = await mkdtemp(join(tmpdir(), "rules-"));
    for (const part of ["importer", "schemas"])
      await cp(join(projectFolder, part), join(folder, part), { recursive: true });
    const rulesOf = async (version: number): Promise<string> => {
      const module: Rules = await import(`${join(folder, "importer/read/reading-rules.ts")}?v=${version}`);
      return module.readingRules();
    };
    const before = await rulesOf(1);
    expect(await rulesOf(2)).toBe(before);
    await appendFile(join(folder, file), "\n");
    expect(await rulesOf(3)).not.toBe(before);
    await rm(folder, { recursive: true });
  },
);
