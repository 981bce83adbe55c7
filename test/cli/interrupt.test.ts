import { execFileSync } from "node:child_process";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openTestLake } from "../support/open-test-lake.ts";
import { startCli, type CliResult, type CliRun } from "../support/run-cli.ts";
import { storyText, temporaryFolder, temporaryStories } from "../support/temporary-stories.ts";

/** Presses Ctrl-C now and every second or so, until the program has ended; so often that it had to. */
async function pressUntilEnd(run: CliRun): Promise<{ readonly presses: number; readonly result: CliResult }> {
  let presses = 0;
  const press = (): void => {
    presses += 1;
    run.kill("SIGINT");
  };
  press();
  const pressing = setInterval(press, 1_500);
  onTestFinished(() => clearInterval(pressing));
  const result = await run.result;
  return { presses, result };
}

/** By the signal itself, which shells show as 130. */
const endedByTheSecond = { presses: 2, result: { code: null } };

test("a second Ctrl-C ends the program while a lake does not answer to what it has been sent", async () => {
  await using lake = await openTestLake();
  const sent = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<Response>();
  lake.answer((request) => {
    if (!request.url.includes("/data/mutate/")) return lake.fetch(request);
    sent.resolve();
    return answer.promise;
  });
  const folder = temporaryStories({ "a.txt": storyText() });
  const run = startCli(["import", folder, "--api", lake.url, "--data", temporaryFolder()]);
  await sent.promise;
  expect(await pressUntilEnd(run)).toMatchObject(endedByTheSecond);
  answer.resolve(new Response());
});

test("a second Ctrl-C ends the program while one of its threads waits for a device", async () => {
  const mapping = join(temporaryFolder(), "mapping.yaml");
  execFileSync("mkfifo", [mapping]);
  const run = startCli(["parse", temporaryStories({ "a.txt": storyText() }), "--mapping", mapping]);
  // Opens when the program has opened the other end, which then waits for what never comes.
  await using _ = await open(mapping, "w");
  expect(await pressUntilEnd(run)).toMatchObject(endedByTheSecond);
});

test("copydesk runs interrupted while the lake asks for a minute ends with 130 at once", async () => {
  await using lake = await openTestLake();
  const asked = Promise.withResolvers<void>();
  lake.intercept((request) => {
    if (!request.url.includes("/data/query/")) return undefined;
    asked.resolve();
    const headers = { "retry-after": "60", "content-type": "application/json" };
    return new Response("{}", { status: 429, headers });
  });
  const run = startCli(["runs", "--api", lake.url]);
  await asked.promise;
  run.kill("SIGINT");
  expect(await run.result).toEqual({ code: 130, stdout: "", stderr: "" });
});
