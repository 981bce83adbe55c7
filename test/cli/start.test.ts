import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { studioFolder } from "../../cli/project-folders.ts";
import { lakeClient } from "../../cli/lake-client.ts";
import { buildStudio } from "../../studio/build-studio.ts";
import { runCli, startCli, type CliRun } from "../support/run-cli.ts";
import { manyStories, temporaryStories, temporaryFolder } from "../support/temporary-stories.ts";

// Built once here, so that no test waits for it.
beforeAll(() => buildStudio({ outDir: studioFolder }), 180_000);

const addressOf = async (run: CliRun): Promise<string> =>
  (await run.until(/Studio +(http:\/\/127\.0\.0\.1:\d+)\/studio/))[1] ?? "";

test("copydesk start imports the seeds, serves Studio, frontend and API, and ends with 0 on Ctrl-C", async () => {
  const data = temporaryFolder();
  const run = startCli(["start", "--port", "0", "--data", data]);
  const url = await addressOf(run);
  const root = await fetch(url, { redirect: "manual" });
  expect([root.status, root.headers.get("location")]).toEqual([302, "/studio"]);
  const studio = await fetch(`${url}/studio`);
  expect([studio.status, await studio.text()]).toEqual([200, expect.stringContaining("<script")]);
  expect(await (await fetch(`${url}/read`)).text()).toContain("Nothing is published yet");
  expect(await lakeClient(url, "production").fetch('*[_type == "article"]{language}')).toEqual([
    { language: "ar" },
  ]);

  run.kill("SIGINT");
  const { code, stdout } = await run.result;
  expect(code).toBe(0);
  expect(stdout).toMatch(/created/);
  expect(stdout).toContain(`${url}/read`);
  expect(existsSync(join(data, "server.json"))).toBe(false);
});

test("copydesk start again keeps what editors did and imports nothing new", async () => {
  const data = temporaryFolder();
  const first = startCli(["start", "--port", "0", "--data", data]);
  const client = lakeClient(await addressOf(first), "production");
  const [article] = await client.fetch<{ _id: string }[]>('*[_type == "article"]');
  await client
    .patch(article?._id ?? "")
    .set({ summary: "Written by an editor" })
    .commit();
  first.kill("SIGTERM");
  expect((await first.result).code).toBe(0);

  const second = startCli(["start", "--port", "0", "--data", data]);
  const again = lakeClient(await addressOf(second), "production");
  expect(await again.fetch('*[_type == "article"]{_id, summary}')).toEqual([
    { _id: article?._id, summary: "Written by an editor" },
  ]);
  second.kill("SIGINT");
  expect((await second.result).stdout).toMatch(/^ +1 +0 +0 +1 +0 +0 +0 +0$/m);
});

test("copydesk start says that a port is taken and names the flag", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { code, stdout, stderr } = await runCli(["start", "--port", `${port}`, "--data", temporaryFolder()]);
  other.close();
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(`port ${port}`);
  expect(stderr).toContain("--port");
});

test("copydesk start says that a data folder is taken and by whom", async () => {
  const data = temporaryFolder();
  const first = startCli(["start", "--no-import", "--port", "0", "--data", data]);
  const url = await addressOf(first);
  const { code, stderr } = await runCli(["start", "--no-import", "--port", "0", "--data", data]);
  expect(code).toBe(1);
  expect(stderr).toContain(url);
  expect(stderr).toContain("--data");
});

test("copydesk start --no-import imports nothing, and copydesk import finds the server by its data folder", async () => {
  const data = temporaryFolder();
  const run = startCli(["start", "--no-import", "--port", "0", "--data", data]);
  const url = await addressOf(run);
  const client = lakeClient(url, "production");
  expect(await client.fetch("count(*)")).toBe(0);
  const { code, stderr } = await runCli(["import", "seeds", "--data", data]);
  expect([code, stderr]).toEqual([0, expect.stringContaining(`the lake at ${url}`)]);
  expect(await client.fetch('count(*[_type == "article"])')).toBe(1);
});

test("copydesk start serves on when there is nothing to import, and when no browser is to be had", async () => {
  const seeds = temporaryStories({ "readme.md": "no story" });
  const args = ["start", "--port", "0", "--data", temporaryFolder(), "--seeds", seeds, "--open"];
  const run = startCli(args, { env: { PATH: "" } });
  await addressOf(run);
  await run.until(/Cannot open a browser/);
  run.kill("SIGINT");
  const { code, stderr } = await run.result;
  expect(code).toBe(0);
  expect(stderr).toContain("contains no stories");
});

test("copydesk start interrupted before it is through ends with 130", async () => {
  const seeds = temporaryStories(manyStories(300));
  const run = startCli(["start", "--port", "0", "--data", temporaryFolder(), "--seeds", seeds]);
  await run.until(/Serving at/);
  run.kill("SIGINT");
  const { code, stdout } = await run.result;
  expect(code).toBe(130);
  expect(stdout).not.toContain("/read");
});

test("copydesk start ends with 2 when the seeds do not exist", async () => {
  const args = ["start", "--port", "0", "--data", temporaryFolder(), "--seeds", "no/such/folder"];
  expect((await runCli(args)).code).toBe(2);
});

test("an import whose lake is killed half-way says so; after a restart it completes, nothing lost and nothing doubled", async () => {
  const data = temporaryFolder();
  const stories = temporaryStories(manyStories(120));
  const server = startCli(["start", "--no-import", "--port", "0", "--data", data]);
  const url = await addressOf(server);
  const client = lakeClient(url, "production");
  const arrived = Promise.withResolvers<void>();
  let count = 0;
  const listening = client.listen('*[_type == "importRecord"]', {}, { events: ["mutation"] }).subscribe({
    next: () => {
      if ((count += 1) === 10) arrived.resolve();
    },
    error: () => undefined,
  });
  const importing = startCli(["import", stories, "--api", url, "--json"]);
  await arrived.promise;
  server.kill("SIGKILL");
  listening.unsubscribe();
  const broken = await importing.result;
  expect(broken.code).toBe(1);
  expect(broken.stderr).toContain(url);

  const restarted = startCli(["start", "--no-import", "--port", "0", "--data", data]);
  const newUrl = await addressOf(restarted);
  const { code, stdout } = await runCli(["import", stories, "--api", newUrl, "--json"]);
  expect(code).toBe(0);
  const { counts } = JSON.parse(stdout);
  expect(counts).toMatchObject({ read: 120, failed: 0, skipped: 0, updated: 0 });
  expect(counts.created + counts.unchanged).toBe(120);
  expect(counts.unchanged).toBeGreaterThanOrEqual(10);
  const now = lakeClient(newUrl, "production");
  expect(await now.fetch('count(*[_type == "article"])')).toBe(120);
  expect(await now.fetch('count(array::unique(*[_type == "article"].headline))')).toBe(120);
  expect(await now.fetch('count(*[_type == "importRecord"])')).toBe(120);
}, 60_000);
