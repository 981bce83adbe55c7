import { expect, test } from "vitest";
import { openWatchedLake } from "../support/open-watched-lake.ts";
import { runCli, runHere } from "../support/run-cli.ts";

test("copydesk runs lists an import, shows it, and undo takes it back", async () => {
  const { url, client } = await openWatchedLake();
  const at = ["--api", url];
  expect((await runHere(["runs", ...at])).stdout).toBe("No run has written anything yet.\n");
  const { run } = JSON.parse((await runHere(["import", "seeds", ...at, "--json"])).stdout);
  expect((await runHere(["runs", ...at])).stdout).toMatch(
    new RegExp(`^${run}  \\S+  finished  1 read, 1 created\n$`),
  );
  const shown = await runHere(["runs", "show", run, ...at]);
  expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining("  create drafts.article-")]);

  const dry = await runHere(["undo", run, "--dry-run", ...at]);
  expect(dry.stdout).toContain("nothing was written");
  const { code, stdout } = await runHere(["undo", run, "--json", ...at]);
  expect([code, JSON.parse(stdout).stories[0].kept]).toEqual([0, []]);
  expect(await client.fetch('count(*[_type != "importRun"])')).toBe(0);
  expect((await runHere(["runs", ...at])).stdout).toContain("  undone  ");
});

test.each([
  [["runs", "show", "never"], 'Cannot show run "never"'],
  [["undo", "never"], 'Cannot undo run "never"'],
  [["runs", "show"], "name the run to show"],
])("copydesk %j ends with 2 and says why", async (line, message) => {
  const { url } = await openWatchedLake();
  const { code, stderr } = await runCli([...line, "--api", url]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
