import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { openTestLake } from "../support/open-test-lake.ts";
import { openWatchedLake } from "../support/open-watched-lake.ts";
import { runCli, runHere, startCli } from "../support/run-cli.ts";
import { manyStories, temporaryStories, storyText, temporaryFolder } from "../support/temporary-stories.ts";

test("copydesk import --json prints one report with the counts of stories and all problems", async () => {
  const { url, client } = await openWatchedLake();
  const { code, stdout, stderr } = await runCli(["import", "seeds", "--api", url, "--json"]);
  expect(code).toBe(0);
  expect(stderr).toContain(`Importing into the lake at ${url}`);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    dryRun: false,
    interrupted: false,
    counts: { read: 1, created: 1, updated: 0, unchanged: 0, merged: 0, suggested: 0, skipped: 0, failed: 0 },
  });
  const [story] = report.stories;
  expect(story.input).toContain("000_930b5d963694ee47.txt");
  expect(story.problems.length).toBeGreaterThan(0);
  for (const problem of story.problems) {
    expect(problem).toMatchObject({
      code: expect.stringMatching(/^[a-z0-9-]+$/),
      message: expect.stringMatching(/./),
      hint: expect.stringMatching(/./),
    });
  }
  expect(await client.fetch('count(*[_type == "article"])')).toBe(1);
});

test("copydesk import without --json prints a table for people", async () => {
  const { url } = await openWatchedLake();
  const { code, stdout } = await runHere(["import", "seeds", "--api", url]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/created/);
  expect(stdout).toMatch(/publication date/i);
});

test("copydesk import --dry-run tells what it would do and sends no mutation", async () => {
  const { url, client, writes } = await openWatchedLake();
  const { code, stdout } = await runHere(["import", "seeds", "--api", url, "--dry-run", "--json"]);
  expect(code).toBe(0);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ dryRun: true, counts: { read: 1, created: 1 } });
  expect(report.stories[0].changes.length).toBeGreaterThan(0);
  expect(writes).toEqual([]);
  expect(await client.fetch("count(*)")).toBe(0);
});

test("copydesk import of unchanged stories sends no mutation", async () => {
  const { url, writes } = await openWatchedLake();
  await runHere(["import", "seeds", "--api", url]);
  const before = writes.length;
  expect(before).toBeGreaterThan(0);
  const { code, stdout } = await runHere(["import", "seeds", "--api", url, "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).counts).toMatchObject({ read: 1, unchanged: 1 });
  expect(writes.length).toBe(before);
});

test("copydesk import leaves drafts; with --publish it publishes what is valid", async () => {
  const { url, client } = await openWatchedLake();
  const ids = () => client.fetch<string[]>('*[_type == "article"]._id');
  await runHere(["import", "seeds", "--api", url]);
  expect(await ids()).toEqual([expect.stringMatching(/^drafts\.article-/)]);
  const other = await openWatchedLake();
  await runHere(["import", "seeds", "--api", other.url, "--publish"]);
  expect(await other.client.fetch('*[_type == "article"]._id')).toEqual([expect.stringMatching(/^article-/)]);
});

test("copydesk import goes on after a bad story, ends with 4, and leaves nothing of it behind", async () => {
  const { url, client } = await openWatchedLake();
  const folder = temporaryStories({
    "1-unknown.txt": new Uint8Array([0x41, 0xff, 0x41]),
    "2-good.txt": storyText(2),
    "3-binary.txt": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
  });
  const data = temporaryFolder();
  const { code, stdout } = await runHere(["import", folder, "--api", url, "--json", "--data", data]);
  expect(code).toBe(4);
  const report = JSON.parse(stdout);
  expect(report.counts).toMatchObject({ read: 3, created: 1, failed: 2 });
  expect(report.stories[0].problems).toMatchObject([{ code: "unknown-encoding" }]);
  expect(await client.fetch('*[_type == "article"].headline')).toEqual([storyText(2).split("\n")[0]]);
  expect(await client.fetch('count(*[_type == "importRecord"])')).toBe(1);
});

test("copydesk import skips the second of two equal stories and an empty one, and ends with 0", async () => {
  const { url, client } = await openWatchedLake();
  const folder = temporaryStories({ "a.txt": storyText(), "b.txt": storyText(), "c.txt": "" });
  const { code, stdout } = await runHere(["import", folder, "--api", url, "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).counts).toMatchObject({ read: 3, created: 1, skipped: 2, failed: 0 });
  expect(await client.fetch('count(*[_type == "article"])')).toBe(1);
});

test("copydesk import --quiet prints nothing and still tells by its exit code", async () => {
  const { url } = await openWatchedLake();
  expect(await runHere(["import", "seeds", "--api", url, "--quiet"])).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  const bad = temporaryStories({ "bad.txt": new Uint8Array([0xff, 0x41]) });
  const data = temporaryFolder();
  const failed = await runHere(["import", bad, "--api", url, "--quiet", "--data", data]);
  expect(failed).toEqual({ code: 4, stdout: "", stderr: "" });
});

test("copydesk import --retry takes just the stories that failed, as the stories they were", async () => {
  const { url, client } = await openWatchedLake();
  const data = temporaryFolder();
  const folder = temporaryStories({ "good.txt": storyText(1), "sub/bad.txt": `${storyText(2)}\0` });
  const options = ["--api", url, "--data", data, "--json"];
  const first = await runHere(["import", folder, ...options]);
  const { run } = JSON.parse(first.stdout);
  expect(first.stderr).toContain(`copydesk import --retry ${run}`);
  const kept = JSON.parse(readFileSync(`${data}/dead-letters/${run}/failed.json`, "utf8"));
  expect(kept).toMatchObject([
    { relativePath: "sub/bad.txt", copy: "1-bad.txt", problems: [{ code: "nul-byte" }] },
  ]);

  writeFileSync(`${folder}/sub/bad.txt`, storyText(2));
  const second = await runHere(["import", "--retry", run, ...options]);
  expect([second.code, JSON.parse(second.stdout).counts]).toMatchObject([0, { read: 1, created: 1 }]);
  expect(existsSync(`${data}/dead-letters/${run}`)).toBe(false);
  const third = await runHere(["import", folder, ...options]);
  expect(JSON.parse(third.stdout).counts).toMatchObject({ read: 2, unchanged: 2 });
  expect(await client.fetch('count(*[_type == "article"])')).toBe(2);
});

test("copydesk import --retry tries a file of many stories again as a whole", async () => {
  const { url, client } = await openWatchedLake();
  const data = temporaryFolder();
  const line = (headline: string): string => `{"headline":"${headline}","body":"It has opened."}\n`;
  const folder = temporaryStories({ "wire.ndjson": `${line("Bridge opens")}{broken\n{worse\n` });
  const options = ["--api", url, "--data", data, "--json"];
  const first = JSON.parse((await runHere(["import", folder, ...options])).stdout);
  expect(first.counts).toMatchObject({ created: 1, failed: 2 });
  const kept = JSON.parse(readFileSync(`${data}/dead-letters/${first.run}/failed.json`, "utf8"));
  expect(kept).toMatchObject([
    { relativePath: "wire.ndjson", problems: [{ code: "bad-record" }, { code: "bad-record" }] },
  ]);
  writeFileSync(`${folder}/wire.ndjson`, line("Bridge opens") + line("Tunnel opens"));
  const second = JSON.parse((await runHere(["import", "--retry", first.run, ...options])).stdout);
  expect(second.counts).toMatchObject({ read: 2, created: 1, unchanged: 1 });
  expect(await client.fetch('count(*[_type == "article"])')).toBe(2);
});

test("copydesk import --retry takes the copies of what is no longer there, standard input among them", async () => {
  const { url } = await openWatchedLake();
  const data = temporaryFolder();
  const options = ["--api", url, "--data", data, "--json"];
  const first = await runHere(["import", "-", ...options], { input: `${storyText(1)}\0` });
  const second = await runHere(["import", "--retry", JSON.parse(first.stdout).run, ...options]);
  expect(JSON.parse(second.stdout).stories).toMatchObject([
    { input: "-", outcome: "failed", problems: [{ code: "nul-byte" }] },
  ]);
});

test("copydesk import --retry ends with 2 for a run that left no failed stories", async () => {
  const { code, stderr } = await runHere(["import", "--retry", "unknown", "--data", temporaryFolder()]);
  expect(code).toBe(2);
  expect(stderr).toContain('Cannot retry run "unknown"');
});

test("copydesk import --junit writes a test case a story", async () => {
  const { url } = await openWatchedLake();
  const file = `${temporaryFolder()}/report.xml`;
  expect((await runHere(["import", "seeds", "--api", url, "--junit", file])).code).toBe(0);
  expect(readFileSync(file, "utf8")).toMatch(/<testsuite [^>]*tests="1" failures="0"/);
});

test("copydesk import reads a story from standard input", async () => {
  const { url, client } = await openWatchedLake();
  expect((await runCli(["import", "-", "--api", url], { input: storyText(7) })).code).toBe(0);
  expect(await client.fetch('*[_type == "article"].headline')).toEqual([storyText(7).split("\n")[0]]);
});

test("copydesk import ends with 1 and names the address when the lake that --api names is not running", async () => {
  const { code, stdout, stderr } = await runHere([
    "import",
    "seeds",
    "--api",
    `http://127.0.0.1:${await closedPort()}`,
  ]);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/Cannot reach the lake at http:\/\/127\.0\.0\.1:\d+/);
  expect(stderr).toContain("npm start");
});

test("copydesk import ends with 1 when the token is refused, and writes nothing", async () => {
  const { url, client } = await openWatchedLake({ tokens: ["right"] });
  const { code, stdout, stderr } = await runCli([
    "import",
    "seeds",
    "--api",
    url,
    "--token",
    "wrong",
    "--json",
  ]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/token/i);
  expect(stderr).not.toContain("wrong");
  expect(stdout).toBe("");
  expect(await client.fetch("count(*)")).toBe(0);
});

test("copydesk import takes the token from the environment", async () => {
  const { url } = await openWatchedLake({ tokens: ["right"] });
  const env = { SANITY_TOKEN: "right", SANITY_API_HOST: url };
  expect((await runHere(["import", "seeds"], { env })).code).toBe(0);
});

test("copydesk import takes a hosted project from the environment, and flags before it", async () => {
  const { url } = await openWatchedLake({ tokens: ["right"] });
  const env = {
    SANITY_PROJECT_ID: "copydesk",
    SANITY_DATASET: "production",
    SANITY_TOKEN: "right",
    SANITY_API_HOST: url,
  };
  const { code, stderr } = await runHere(["import", "seeds"], { env });
  expect([code, stderr]).toEqual([0, "Importing into hosted Sanity, project copydesk, dataset production\n"]);
  const refused = await runHere(["import", "seeds", "--dataset", "other", "--dry-run"], { env });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("dataset other");
});

test("copydesk import says so when what answers at an address is no lake", async () => {
  const server = createHttpServer((_, response) => response.end("<h1>Hello</h1>")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const { code, stderr } = await runCli(["import", "seeds", "--api", url]);
  server.close();
  expect(code).toBe(1);
  expect(stderr).toContain(url);
  expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
});

test("copydesk import ends with 2 for a path that does not exist or a folder without stories", async () => {
  const { url, writes } = await openWatchedLake();
  expect((await runHere(["import", "no/such/path", "--api", url])).code).toBe(2);
  expect((await runHere(["import", temporaryStories({ "a.jpg": "" }), "--api", url])).code).toBe(2);
  expect(writes).toEqual([]);
});

test("copydesk import opens the data folder itself when nothing serves it, and keeps what it wrote", async () => {
  const data = `${temporaryFolder()}/new/folder`;
  const first = await runHere(["import", "seeds", "--data", data, "--json"]);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain(data);
  expect(JSON.parse(first.stdout).counts).toMatchObject({ created: 1 });
  const second = await runHere(["import", "seeds", "--data", data, "--json"]);
  expect(JSON.parse(second.stdout).counts).toMatchObject({ unchanged: 1 });
});

test("copydesk import ends with 1 when the data folder cannot be one", async () => {
  const folder = temporaryStories({ "a.txt": storyText() });
  const { code, stderr } = await runHere(["import", folder, "--data", `${folder}/a.txt`]);
  expect(code).toBe(1);
  expect(stderr).toContain("--data");
});

test("copydesk import interrupted ends with 130, and running it again completes it", async () => {
  const data = temporaryFolder();
  const folder = temporaryStories(manyStories(150));
  const run = startCli(["import", folder, "--data", data, "--json", "--concurrency", "1"]);
  await run.until(/Importing into/);
  run.kill("SIGINT");
  const interrupted = await run.result;
  expect(interrupted.code).toBe(130);
  expect(JSON.parse(interrupted.stdout)).toMatchObject({ interrupted: true });
  const { counts } = JSON.parse((await runCli(["import", folder, "--data", data, "--json"])).stdout);
  expect(counts).toMatchObject({ read: 150, failed: 0 });
  expect(counts.created + counts.unchanged).toBe(150);
});

test("copydesk import interrupted while the lake asks for a minute ends with 130 at once", async () => {
  await using lake = await openTestLake();
  const asked = Promise.withResolvers<void>();
  lake.intercept((request) => {
    if (!request.url.includes("/data/mutate/")) return undefined;
    asked.resolve();
    const headers = { "retry-after": "60", "content-type": "application/json" };
    return new Response("{}", { status: 429, headers });
  });
  const folder = temporaryStories({ "a.txt": storyText() });
  const run = startCli(["import", folder, "--api", lake.url, "--json", "--data", temporaryFolder()]);
  await asked.promise;
  const startedAt = performance.now();
  run.kill("SIGINT");
  const { code, stdout } = await run.result;
  expect(code).toBe(130);
  expect(performance.now() - startedAt).toBeLessThan(20_000);
  expect(JSON.parse(stdout)).toMatchObject({ interrupted: true, counts: { skipped: 1, failed: 0 } });
});

test("copydesk import --plan leaves no half of a plan behind when it is interrupted", async () => {
  await using lake = await openTestLake();
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<Response>();
  lake.answer((request) => {
    if (!request.url.includes("/data/query/")) return lake.fetch(request);
    asked.resolve();
    return answer.promise;
  });
  const folder = temporaryStories({ "a.txt": storyText() });
  const plan = `${temporaryFolder()}/plan.json`;
  const run = startCli(["import", folder, "--api", lake.url, "--plan", plan, "--data", temporaryFolder()]);
  await asked.promise;
  run.kill("SIGINT");
  expect((await run.result).code).toBe(130);
  expect(existsSync(plan)).toBe(false);
  answer.resolve(new Response());
});

/** A port on which nothing listens: one that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 1;
}
