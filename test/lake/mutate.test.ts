import type { ClientError } from "@sanity/client";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
beforeAll(async () => {
  lake = await serveTestLake();
});
afterAll(() => lake.close());
beforeEach(() => lake.client.delete({ query: "*[true]" }));

/** The error object that a refused request gives the client, with its status. */
async function refusal(
  request: Promise<unknown>,
): Promise<{ statusCode: number; details: unknown; message: string }> {
  return request.then(
    () => expect.fail("the request was not refused"),
    (error: ClientError) => ({
      statusCode: error.statusCode,
      details: error.details,
      message: error.message,
    }),
  );
}

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${lake.url}/v2025-02-19${path}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("POST /data/mutate", () => {
  it("creates, with an id and times of its own when none are given", async () => {
    const created = await lake.client.create({ _type: "story", title: "Truce" });
    expect(created).toMatchObject({ title: "Truce", _createdAt: created._updatedAt });
    expect(created._id).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(created._rev).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(await lake.client.getDocument(created._id)).toEqual(created);
  });

  it("completes an id that ends in a dot", async () => {
    const created = await lake.client.create({ _id: "drafts.", _type: "story" });
    expect(created._id).toMatch(/^drafts\.[0-9A-Za-z]{22}$/);
  });

  it("keeps the times that a client gives, and the creation time through a replacement", async () => {
    const times = { _createdAt: "2016-10-06T10:00:00Z", _updatedAt: "2017-01-01T00:00:00Z" };
    expect(await lake.client.create({ _id: "a", _type: "story", ...times })).toMatchObject(times);
    const replaced = await lake.client.createOrReplace({
      _id: "a",
      _type: "story",
      _createdAt: "2020-01-01T00:00:00Z",
    });
    expect(replaced._createdAt).toBe(times._createdAt);
  });

  it("leaves a document alone with createIfNotExists, and says so", async () => {
    await lake.client.create({ _id: "a", _type: "story", title: "first" });
    const answer = await lake.client.mutate(
      [{ createIfNotExists: { _id: "a", _type: "story", title: "second" } }],
      {
        returnDocuments: false,
      },
    );
    expect(answer.results).toEqual([{ id: "a", operation: "none" }]);
    expect(await lake.client.getDocument("a")).toMatchObject({ title: "first" });
  });

  it("names what happened to each document once, in the order of first mention", async () => {
    await lake.client.create({ _id: "old", _type: "story" });
    const answer = await lake.client
      .transaction()
      .create({ _id: "new", _type: "story" })
      .patch("old", { set: { n: 1 } })
      .patch("new", { set: { n: 2 } })
      .delete("absent")
      .commit();
    expect(answer.results).toEqual([
      { id: "new", operation: "create" },
      { id: "old", operation: "update" },
    ]);
    expect(await lake.client.getDocument("new")).toMatchObject({ n: 2, _rev: answer.transactionId });
  });

  it("changes nothing when one mutation of many fails", async () => {
    await lake.client.create({ _id: "a", _type: "story" });
    const transaction = lake.client
      .transaction()
      .create({ _id: "b", _type: "story" })
      .create({ _id: "a", _type: "story" });
    expect(await refusal(transaction.commit())).toMatchObject({
      statusCode: 409,
      details: {
        type: "mutationError",
        items: [{ index: 1, error: { type: "documentAlreadyExistsError", id: "a" } }],
      },
    });
    expect(await lake.client.getDocument("b")).toBeUndefined();
  });

  it("checks a dry run and writes nothing", async () => {
    const answer = await lake.client.create({ _id: "a", _type: "story" }, { dryRun: true });
    expect(answer).toMatchObject({ _id: "a" });
    expect(await lake.client.getDocument("a")).toBeUndefined();
    await lake.client.create({ _id: "a", _type: "story" });
    expect(await refusal(lake.client.create({ _id: "a", _type: "story" }, { dryRun: true }))).toMatchObject({
      statusCode: 409,
    });
  });

  it("patches and deletes by query, seeing what the same transaction did before", async () => {
    await lake.client.create({ _id: "a", _type: "story", n: 1 });
    await lake.client.mutate([
      { create: { _id: "b", _type: "story", n: 1 } },
      { patch: { query: "*[_type == $type]", params: { type: "story" }, inc: { n: 1 } } },
      { delete: { query: "*[n == 2 && _id == 'a']" } },
    ]);
    expect(await lake.client.fetch("*{_id, n}")).toEqual([{ _id: "b", n: 2 }]);
  });

  it("patches several ids at once", async () => {
    await lake.client.mutate(["a", "b"].map((_id) => ({ create: { _id, _type: "story" } })));
    await lake.client.patch(["a", "b"]).set({ n: 1 }).commit({ returnFirst: false });
    expect(await lake.client.fetch("count(*[n == 1])")).toBe(2);
  });

  it("gives array items keys when asked", async () => {
    await lake.client.create(
      { _id: "a", _type: "story", list: [{ n: 1 }, { n: 2, _key: "k" }] },
      { autoGenerateArrayKeys: true },
    );
    const { list } = await lake.client
      .patch("a")
      .append("list", [{ n: 3 }])
      .commit({ autoGenerateArrayKeys: true });
    expect(list).toEqual([
      { n: 1, _key: expect.any(String) },
      { n: 2, _key: "k" },
      { n: 3, _key: expect.any(String) },
    ]);
    expect(new Set(list.map((item: { _key: string }) => item._key)).size).toBe(3);
  });

  it("answers the same request under the same transaction id again, and refuses another one", async () => {
    const request = { transactionId: "tx1", mutations: [{ create: { _id: "a", _type: "story" } }] };
    const first = await (await post("/data/mutate/production?returnIds=true", request)).json();
    const second = await (await post("/data/mutate/production?returnIds=true", request)).json();
    expect(second).toEqual(first);
    const third = await post("/data/mutate/production", { ...request, mutations: [{ delete: { id: "a" } }] });
    expect(third.status).toBe(409);
    expect(await third.json()).toMatchObject({
      error: { items: [{ error: { type: "transactionAlreadyExistsError" } }] },
    });
    expect(await lake.client.getDocument("a")).toMatchObject({ _rev: "tx1" });
  });

  it("refuses a request under the id of a transaction that had none of its own", async () => {
    const mutations = [{ create: { _id: "a", _type: "story" } }];
    const first = z
      .object({ transactionId: z.string() })
      .parse(await (await post("/data/mutate/production", { mutations })).json());
    expect((await post("/data/mutate/production", { ...first, mutations })).status).toBe(409);
    expect((await post("/data/mutate/production", { ...first, mutations: [] })).status).toBe(409);
  });

  it("guards a patch with the revision it was planned on", async () => {
    const { _rev } = await lake.client.create({ _id: "a", _type: "story" });
    const next = await lake.client.patch("a").ifRevisionId(_rev).set({ n: 1 }).commit();
    expect(await refusal(lake.client.patch("a").ifRevisionId(_rev).set({ n: 2 }).commit())).toMatchObject({
      statusCode: 409,
      details: {
        items: [
          {
            error: {
              type: "documentRevisionIDDoesNotMatchError",
              currentRevisionID: next._rev,
              expectedRevisionID: _rev,
            },
          },
        ],
      },
    });
  });

  it("makes a new revision for a patch that changes nothing", async () => {
    const { _rev } = await lake.client.create({ _id: "a", _type: "story" });
    const patched = await lake.client.patch("a").unset(["absent"]).commit();
    expect(patched._rev).not.toBe(_rev);
  });

  it("refuses a reference to nothing, but judges only the end of the transaction", async () => {
    const pointing = { _id: "a", _type: "story", source: { _type: "reference", _ref: "s" } };
    expect(await refusal(lake.client.create(pointing))).toMatchObject({
      statusCode: 409,
      details: {
        items: [{ error: { type: "documentReferenceDoesNotExistError", id: "a", referenceID: "s" } }],
      },
    });
    await lake.client.transaction().create(pointing).create({ _id: "s", _type: "source" }).commit();
    expect(await refusal(lake.client.delete("s"))).toMatchObject({
      statusCode: 409,
      message: expect.stringContaining(
        'Document "s" cannot be deleted as there are references to it from "a"',
      ),
      details: {
        items: [{ error: { type: "documentHasExistingReferencesError", id: "s", referencingIDs: ["a"] } }],
      },
    });
    expect(await refusal(lake.client.createOrReplace({ _id: "s", _type: "other" }))).toMatchObject({
      statusCode: 409,
    });
    await lake.client.transaction().delete("s").delete("a").commit();
    expect(await lake.client.fetch("count(*)")).toBe(0);
  });

  it("lets weak references and references to other datasets point anywhere", async () => {
    await lake.client.create({
      _id: "a",
      _type: "story",
      weak: { _ref: "nobody", _weak: true },
      elsewhere: { _ref: "nobody", _dataset: "other" },
      global: { _ref: "dataset:p.d:nobody", _type: "globalDocumentReference" },
    });
    expect(await lake.client.fetch('count(*[references("nobody")])')).toBe(1);
  });

  it.each([
    ["a malformed id", { create: { _id: "#no", _type: "story" } }, 400, "validationError"],
    ["an id with a leading dash", { create: { _id: "-no", _type: "story" } }, 400, "validationError"],
    [
      "versions in the middle of an id",
      { create: { _id: "a.versions.b", _type: "story" } },
      400,
      "validationError",
    ],
    [
      "a version id without a document",
      { create: { _id: "versions.a", _type: "story" } },
      400,
      "validationError",
    ],
    ["an id of 129 characters", { create: { _id: "a".repeat(129), _type: "story" } }, 400, "validationError"],
    ["a document without a type", { create: { _id: "b" } }, 400, "validationError"],
    ["createOrReplace without an id", { createOrReplace: { _type: "story" } }, 400, "validationError"],
    ["an unknown mutation", { upsert: { _id: "b", _type: "story" } }, 400, "validationError"],
    ["two mutations in one", { create: { _type: "s" }, delete: { id: "a" } }, 400, "validationError"],
    ["an unknown patch operation", { patch: { id: "a", merge: { b: {} } } }, 400, "validationError"],
    ["a patch of nothing in particular", { patch: { set: { a: 1 } } }, 400, "validationError"],
    [
      "a patch of a missing document",
      { patch: { id: "absent", set: { a: 1 } } },
      409,
      "documentNotFoundError",
    ],
    [
      "a patch of _type",
      { patch: { id: "a", set: { _type: "other" } } },
      400,
      "cannotModifyImmutableAttributeError",
    ],
    [
      "a patch of _id",
      { patch: { id: "a", set: { _id: "other" } } },
      400,
      "cannotModifyImmutableAttributeError",
    ],
    [
      "a patch of _createdAt",
      { patch: { id: "a", unset: ["_createdAt"] } },
      400,
      "cannotModifyImmutableAttributeError",
    ],
    ["a query that gives no documents", { delete: { query: "*._id" } }, 400, "validationError"],
  ])("refuses %s", async (_name, mutation, status, type) => {
    await lake.client.create({ _id: "a", _type: "story" });
    const answer = await post("/data/mutate/production", { mutations: [mutation] });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      error: { type: "mutationError", items: [{ index: 0, error: { type } }] },
    });
  });

  it.each([
    ["no JSON", "{", 400, "as JSON"],
    ["no mutations", "{}", 400, "mutations"],
    [
      "a tower of arrays",
      `{"mutations":[{"create":{"_type":"s","a":${"[".repeat(50_000)}${"]".repeat(50_000)}}}]}`,
      400,
      "nests deeper",
    ],
    [
      "more than 4 MB",
      JSON.stringify({ mutations: [{ create: { _type: "s", text: "x".repeat(4_000_000) } }] }),
      413,
      "exceeds limit of 4000000 bytes",
    ],
  ])("refuses a body of %s", async (_name, body, status, message) => {
    const answer = await post("/data/mutate/production", body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      statusCode: status,
      message: expect.stringContaining(message),
    });
  });

  it("refuses an unknown dataset", async () => {
    const answer = await post("/data/mutate/other", { mutations: [] });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: "Dataset not found" });
  });

  it("is reached under every form of address that clients use", async () => {
    for (const path of [
      "/v1/data/mutate/production",
      "//v2024-01-29//data/mutate/production",
      "/data/mutate/production",
      "/vX/projects/other/datasets/production/mutate",
    ]) {
      const answer = await fetch(lake.url + path, { method: "POST", body: '{"mutations":[]}' });
      expect([path, answer.status]).toEqual([path, 200]);
    }
  });
});
