import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { runHere } from "../support/run-cli.ts";
import { storyFolder } from "../support/story-folder.ts";

const towns = ["Kessel", "Orlen", "Marwick", "Tolva"];

const pageOf = (town: string): string =>
  [
    `${town} closes its bridge for a year`,
    `The council of ${town} met on Monday evening and agreed on the plan for the bridge of ${town}.`,
    `Traffic in ${town} will take the ferry meanwhile, which runs every ten minutes until ${town} sleeps.`,
    "Win a rowing boat",
  ].join("\n\n");

const pages = Object.fromEntries(towns.map((town) => [`post/${town}.txt`, pageOf(town)]));

test("copydesk outlets lists what imports have learned, shows one, and shares it", async () => {
  await using folder = await storyFolder(pages);
  const at = (name: string): string[] => ["--data", join(folder.path, name)];
  const stories = join(folder.path, "post");
  expect((await runHere(["outlets", ...at("one")])).stdout).toBe("Nothing is known of any outlet yet.\n");
  expect((await runHere(["import", stories, ...at("one")])).code).toBe(0);
  expect((await runHere(["outlets", ...at("one")])).stdout).toBe("post  4 stories  1 learned\n");
  const shown = await runHere(["outlets", "show", "post", ...at("one")]);
  expect(shown.stdout).toContain("below the text, in 4 stories: Win a rowing boat");
  const asJson = await runHere(["outlets", "show", "post", "--json", ...at("one")]);
  expect(JSON.parse(asJson.stdout)).toMatchObject({ key: "post", stories: 4 });

  const file = join(folder.path, "outlets.json");
  expect((await runHere(["outlets", "export", file, ...at("one")])).code).toBe(0);
  for (const _ of [1, 2]) {
    const added = await runHere(["outlets", "import", file, ...at("two")]);
    expect(added).toMatchObject({ code: 0, stderr: "Learned of 1 outlet\n" });
  }
  expect((await runHere(["outlets", "show", "post", ...at("two")])).stdout).toBe(shown.stdout);
  // A single story is then read by what the other newsroom has learned.
  for (const town of towns.slice(1)) await rm(join(stories, `${town}.txt`));
  const parsed = await runHere(["import", stories, "--json", ...at("two")]);
  const report = z.object({ stories: z.array(z.looseObject({ leftOut: z.array(z.unknown()) })) });
  expect(JSON.stringify(report.parse(JSON.parse(parsed.stdout)).stories[0]?.leftOut)).toContain("rowing");
});

test("copydesk import and parse --no-outlets read each story by itself", async () => {
  await using folder = await storyFolder(pages);
  const stories = join(folder.path, "post");
  const parsed = async (...flags: string[]): Promise<string> =>
    (await runHere(["parse", "--flat", stories, ...flags])).stdout;
  expect(await parsed()).not.toContain("rowing");
  expect(await parsed("--no-outlets")).toContain("rowing");
  const explained = await runHere(["import", "--explain", stories]);
  expect(explained.stdout).toContain("outlet-furniture");
  const data = ["--data", join(folder.path, "data")];
  await runHere(["import", stories, "--no-outlets", ...data]);
  expect((await runHere(["outlets", ...data])).stdout).toBe("Nothing is known of any outlet yet.\n");
});

test("copydesk outlets says what is wrong with how it is used", async () => {
  await using folder = await storyFolder();
  const data = ["--data", join(folder.path, "data")];
  const wrong = await runHere(["outlets", "show", ...data]);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("expected show <key>, export <file> or import <file>");
  const unknown = await runHere(["outlets", "show", "post", ...data]);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('Cannot show outlet "post": nothing is known of it');
  const file = join(folder.path, "no.json");
  expect((await runHere(["outlets", "import", file, ...data])).code).toBe(2);
  await writeFile(file, "{}");
  const none = await runHere(["outlets", "import", file, ...data]);
  expect(none.code).toBe(2);
  expect(none.stderr).toContain("it is not a file of outlets");
  expect(await readFile(file, "utf8")).toBe("{}");
});
