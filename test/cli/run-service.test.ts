import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { onTestFinished, expect, test } from "vitest";
import { startServer } from "../../cli/start-server.ts";
import { runHere } from "../support/run-cli.ts";
import { manyStories, storyText, temporaryFolder, temporaryStories } from "../support/temporary-stories.ts";

/** What `copydesk start` serves, without a Studio. */
async function openServer() {
  const data = temporaryFolder();
  const log: string[] = [];
  const server = await startServer({
    dataFolder: data,
    port: 0,
    studio: Promise.resolve(() => undefined),
    log: (line) => log.push(line),
  });
  onTestFinished(() => server.close());
  const importFrom = async (folder: string, ...flags: readonly string[]): Promise<string> => {
    const { stdout } = await runHere(["import", folder, "--data", data, "--json", ...flags]);
    return JSON.parse(stdout).run;
  };
  const post = (path: string, body: object = {}, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/__copydesk/runs/${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers,
    });
  return { ...server, data, log, importFrom, post };
}

const linesOf = async (answer: Response): Promise<unknown[]> =>
  (await answer.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("POST /__copydesk/runs/<run>/undo says what an undo would do, then does it in the name of the person who asks", async () => {
  const { client, url, importFrom, post } = await openServer();
  const run = await importFrom(temporaryStories(manyStories(3)));
  const [edited] = await client.fetch<string[]>('*[_type == "article"] | order(_id)._id');
  await client
    .patch(edited ?? "")
    .set({ headline: "By hand" })
    .commit();

  const sum = { kind: "undone", whole: 2, named: [{ why: ["changed since"] }, { why: ["in use"] }] };
  const dry = await linesOf(await post(`${run}/undo`, { dryRun: true }));
  expect(dry.at(-2)).toEqual({ kind: "progress", done: 3, all: 3 });
  expect(dry.at(-1)).toMatchObject({ ...sum, dryRun: true, kept: 2 });
  expect(await client.fetch('count(*[_type == "article"])')).toBe(3);

  const person = await fetch(`${url}/__lake/people`, {
    method: "POST",
    body: JSON.stringify({ name: "Nadia", color: "#1565c0" }),
    headers: { "content-type": "application/json" },
  });
  const cookie = person.headers.get("set-cookie")?.split(";")[0] ?? "";
  const done = await linesOf(await post(`${run}/undo`, { dryRun: false }, { cookie, origin: url }));
  expect(done.at(-1)).toMatchObject({ ...sum, dryRun: false });
  expect(await client.fetch('*[_type == "article"].headline')).toEqual(["By hand"]);
  const { undoneBy } = await client.fetch('*[_type == "importRun"][0]');
  expect(undoneBy).toMatch(/^person-/);
});

test("POST /__copydesk/runs/<run>/retry imports what failed, read as it was, and saves what fails again", async () => {
  const { client, url, data, importFrom, post } = await openServer();
  const mapping = `${temporaryStories({ "m.yaml": "fields:\n  headline: kop\n  body: tekst\n" })}/m.yaml`;
  const folder = temporaryStories({
    "good.txt": storyText(1),
    "bad.txt": `${storyText(2)}\0`,
    "wire.ndjson": '{"kop":"Brug open","tekst":"De brug is open."}\n{broken\n',
  });
  const run = await importFrom(folder, "--mapping", mapping);
  expect(await (await fetch(`${url}/__copydesk/runs`)).json()).toEqual({ retriable: [run] });

  writeFileSync(`${folder}/wire.ndjson`, '{"kop":"Tunnel open","tekst":"De tunnel is open."}\n');
  const lines = await linesOf(await post(`${run}/retry`));
  expect(lines.at(-2)).toEqual({ kind: "progress", done: 2, all: 2 });
  expect(lines.at(-1)).toMatchObject({ kind: "retried", counts: { read: 2, created: 1, failed: 1 } });
  expect(await client.fetch('*[headline match "Tunnel"].headline')).toEqual(["Tunnel open"]);
  expect(existsSync(`${data}/dead-letters/${run}`)).toBe(false);
  const { retriable } = await (await fetch(`${url}/__copydesk/runs`)).json();
  expect(retriable).toHaveLength(1);
  expect(JSON.parse(readFileSync(`${data}/dead-letters/${retriable[0]}/options.json`, "utf8"))).toEqual({
    mapping,
  });
});

test("/__copydesk/ answers no other page, and says what it cannot do", async () => {
  const { url, post } = await openServer();
  for (const headers of [{ origin: "http://localhost:5173" }, { "sec-fetch-site": "cross-site" }]) {
    expect((await post("one/undo", { dryRun: true }, headers)).status).toBe(403);
  }
  expect((await fetch(`${url}/__copydesk/runs/one/undo`)).status).toBe(404);
  expect((await post("one/undo", { dryRun: "no" })).status).toBe(400);
  expect(await linesOf(await post("one/undo", { dryRun: true }))).toMatchObject([
    { kind: "failed", message: expect.stringContaining('Cannot undo run "one"'), hint: /./ },
  ]);
  for (const run of ["one", "..", "%2e%2e%2f"]) {
    const answer = await post(`${encodeURIComponent(run)}/retry`);
    if (answer.ok) expect(await linesOf(answer)).toMatchObject([{ kind: "failed" }]);
  }
});

test("an undo whose reader leaves ends, and can be completed", async () => {
  const { client, importFrom, post } = await openServer();
  const run = await importFrom(temporaryStories(manyStories(30)));
  const answer = await post(`${run}/undo`, { dryRun: false });
  const reader = answer.body?.getReader();
  await reader?.read();
  expect((await post(`${run}/undo`, { dryRun: false })).status).toBe(409);
  await reader?.cancel();
  // Until the job has noticed, it has the run.
  const again = async (): Promise<unknown> => {
    const retried = await post(`${run}/undo`, { dryRun: false });
    return retried.ok ? (await linesOf(retried)).at(-1) : retried.status;
  };
  await expect.poll(again).toMatchObject({ kind: "undone", interrupted: false, kept: 0 });
  expect(await client.fetch('count(*[_type == "article"])')).toBe(0);
});
