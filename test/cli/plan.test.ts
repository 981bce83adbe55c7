import { expect, test } from "vitest";
import { openWatchedLake } from "../support/open-watched-lake.ts";
import { runCli, runHere } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-stories.ts";

test("copydesk import --plan writes a plan, plan show prints it, and apply does it", async () => {
  const { url, client, writes } = await openWatchedLake();
  const file = `${temporaryFolder()}/plan.json`;
  const planned = await runCli(["import", "seeds", "--plan", file, "--api", url]);
  expect([planned.code, planned.stdout]).toEqual([0, expect.stringContaining("nothing was written")]);
  expect(writes).toEqual([]);
  expect((await runCli(["plan", "show", file])).stdout).toMatch(
    /create drafts\.article-[\s\S]*\+ headline: /,
  );
  const applied = await runCli(["apply", file, "--api", url]);
  expect([applied.code, applied.stdout]).toEqual([0, expect.stringContaining("1 applied")]);
  expect(await client.fetch('count(*[_type == "article"])')).toBe(1);
});

test("copydesk apply ends with 4 when a document has moved since, and with 2 for what is no plan", async () => {
  const { url, client } = await openWatchedLake();
  const file = `${temporaryFolder()}/plan.json`;
  await runHere(["import", "seeds", "--plan", file, "--api", url]);
  await runHere(["import", "seeds", "--api", url]);
  const { code, stdout } = await runHere(["apply", file, "--api", url]);
  expect([code, stdout]).toEqual([4, expect.stringContaining("created since")]);
  expect(await client.fetch('count(*[_type == "article"])')).toBe(1);
  expect((await runHere(["apply", "package.json", "--api", url])).code).toBe(2);
  expect((await runHere(["plan", "show", "no/such/file"])).code).toBe(2);
});
