import { onTestFinished, expect, test } from "vitest";
import { startServer } from "../../cli/start-server.ts";
import { runHere } from "../support/run-cli.ts";
import { manyStories, temporaryFolder, temporaryStories } from "../support/temporary-stories.ts";

/** What `copydesk start` serves, without a Studio, with three stories of one outlet in it. */
async function openServer() {
  const data = temporaryFolder();
  const server = await startServer({
    dataFolder: data,
    port: 0,
    studio: Promise.resolve(() => undefined),
    log: () => {},
  });
  onTestFinished(() => server.close());
  const stories = Object.entries(manyStories(3)).map(([name, text]) => [`post/${name}`, text]);
  await runHere(["import", temporaryStories(Object.fromEntries(stories)), "--data", data]);
  const ask = (path: string, body?: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/__copydesk/${path}`, {
      ...(body && { method: "POST", body: JSON.stringify(body) }),
      headers,
    });
  return { ...server, ask };
}

const lastOf = async (answer: Response): Promise<Record<string, unknown>> =>
  JSON.parse((await answer.text()).trim().split("\n").at(-1) ?? "");

test("/__copydesk/ lets an editor teach a line and a rule, in the editor's name, and undo both", async () => {
  const { client, url, ask } = await openServer();
  const person = await fetch(`${url}/__lake/people`, {
    method: "POST",
    body: JSON.stringify({ name: "Nadia", color: "#1565c0" }),
    headers: { "content-type": "application/json" },
  });
  const cookie = person.headers.get("set-cookie")?.split(";")[0] ?? "";
  const own = { cookie, origin: url };
  const [id] = await client.fetch<string[]>('*[_type == "article"] | order(_id)._id');

  const taught = await lastOf(
    await ask(`stories/${id?.replace("drafts.", "")}/lines`, { line: 7, role: "kicker" }, own),
  );
  expect(taught).toMatchObject({ kind: "taught", outlet: "post", isSuggested: false });
  const kickers = '*[_type == "article" && defined(kicker)].kicker';
  expect(await client.fetch(kickers)).toEqual(["Source: Reuters"]);

  const rule = { shape: "Source: Reuters", role: "kicker" };
  const would = await lastOf(await ask("outlets/post/rules", { ...rule, dryRun: true }, own));
  expect(would).toMatchObject({ kind: "ruled", dryRun: true, stories: 3, changed: 2 });
  const did = await lastOf(await ask("outlets/post/rules", { ...rule, dryRun: false }, own));
  expect(did).toMatchObject({ kind: "ruled", dryRun: false, stories: 3, changed: 2 });
  expect(await client.fetch(kickers)).toHaveLength(3);

  const { outlets } = await (await ask("outlets")).json();
  expect(outlets).toMatchObject([
    {
      key: "post",
      stories: 3,
      taught: [
        { shape: "Source: Reuters", role: "kicker", state: "active", by: expect.stringMatching(/^person-/) },
      ],
    },
  ]);
  for (const { run } of [did, taught])
    expect(await lastOf(await ask(`runs/${String(run)}/undo`, { dryRun: false }, own))).toMatchObject({
      kind: "undone",
      kept: 0,
    });
  expect(await client.fetch(kickers)).toEqual([]);
});

test("/__copydesk/ keeps a dismissed rule as a retired one, and says what it cannot do", async () => {
  const { client, ask } = await openServer();
  const rule = { shape: "Source: Reuters", role: "kicker", example: "Source: Reuters" };
  expect(await lastOf(await ask("outlets/post/dismissals", rule))).toEqual({ kind: "dismissed" });
  const [taught] = await client.fetch('*[_type == "outletProfile"].taught', {}, { perspective: "raw" });
  expect(taught).toMatchObject([{ ...rule, state: "retired" }]);

  for (const [path, body] of [
    ["stories/none/lines", { line: 0, role: "kicker" }],
    ["stories/none/lines", { line: 1, role: "poem" }],
    ["outlets/post/rules", { shape: "", role: "kicker" }],
    ["outlets/post/dismissals", { role: "kicker" }],
  ] as const)
    expect((await ask(path, body)).status).toBe(400);
  expect(await lastOf(await ask("stories/none/lines", { line: 1, role: "kicker" }))).toMatchObject({
    kind: "failed",
    message: expect.stringContaining("no such line"),
  });
  expect((await ask("outlets", undefined, { "sec-fetch-site": "cross-site" })).status).toBe(403);
});
