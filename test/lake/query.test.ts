import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
beforeAll(async () => {
  lake = await serveTestLake();
  await lake.client.mutate([
    { create: { _id: "a", _type: "story", title: "published" } },
    { create: { _id: "drafts.a", _type: "story", title: "draft" } },
    { create: { _id: "versions.r1.a", _type: "story", title: "version" } },
    { create: { _id: "drafts.b", _type: "story", title: "only a draft" } },
  ]);
});
afterAll(() => lake.close());

const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(`${lake.url}${path}`, init);

describe("GET|POST /data/query", () => {
  it.each([
    ["raw", ["a", "drafts.a", "drafts.b", "versions.r1.a"]],
    ["published", ["a"]],
    ["drafts", ["a", "b"]],
    ["previewDrafts", ["a", "b"]],
    [["r1"], ["a"]],
    [
      ["r1", "drafts"],
      ["a", "b"],
    ],
  ] as const)("sees the perspective %s", async (perspective, ids) => {
    const options = { perspective: typeof perspective === "string" ? perspective : [...perspective] };
    expect(await lake.client.fetch("*._id", {}, options)).toEqual(ids);
  });

  it("says which document stands behind an id", async () => {
    const query = '*[_id == "a"][0]{_id, _originalId, title}';
    expect(await lake.client.fetch(query, {}, { perspective: ["r1", "drafts"] })).toEqual({
      _id: "a",
      _originalId: "versions.r1.a",
      title: "version",
    });
    expect(await lake.client.fetch(query, {}, { perspective: "published" })).toMatchObject({
      _originalId: "a",
    });
    expect(await lake.client.fetch(query, {}, { perspective: "raw" })).toMatchObject({ _originalId: null });
  });

  it("sees everything but versions by default before 2025-02-19, published documents after", async () => {
    const old = lake.client.withConfig({ apiVersion: "2021-06-07" });
    expect(await old.fetch("*._id")).toEqual(["a", "drafts.a", "drafts.b"]);
    expect(await lake.client.withConfig({ apiVersion: "2025-02-19" }).fetch("*._id")).toEqual(["a"]);
    expect(await lake.client.withConfig({ apiVersion: "X" }).fetch("*._id")).toEqual(["a"]);
  });

  it("refuses raw within a stack of perspectives", async () => {
    const answer = await ask("/v2025-02-19/data/query/production?query=*&perspective=raw,drafts");
    expect(answer.status).toBe(400);
  });

  it("takes a query that is too long for an address", async () => {
    const titles = Array.from({ length: 2_000 }, (_, index) => `title ${index}`);
    const query = "*[title in $titles || title == $title]._id";
    expect(await lake.client.fetch(query, { titles, title: "published" })).toEqual(["a"]);
  });

  it("returns the query when asked, and how long it took", async () => {
    const answer = await (
      await ask(`/v2025-02-19/data/query/production?query=${encodeURIComponent("*[0]._id")}`)
    ).json();
    const syncTags = [expect.stringMatching(/^s1:[\w-]{8}$/)];
    expect(answer).toEqual({ query: "*[0]._id", result: "a", ms: expect.any(Number), syncTags });
    const without = await (
      await ask("/v2025-02-19/data/query/production?query=*[0]._id&returnQuery=false")
    ).json();
    expect(without).toEqual({ result: "a", ms: expect.any(Number), syncTags });
  });

  it("tells the place of a syntax error, which clients draw a frame around", async () => {
    const query = "*[_type == ";
    await expect(lake.client.fetch(query)).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining(query),
      details: { type: "queryParseError", query, start: query.length, end: query.length },
    });
  });

  it.each([
    ["without a query", "?perspective=raw"],
    ["with a parameter that is no JSON", "?query=*&$type=story"],
  ])("refuses a request %s", async (_name, search) => {
    const answer = await ask(`/v2025-02-19/data/query/production${search}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ statusCode: 400, error: "Bad Request" });
  });
});

describe("GET /data/doc", () => {
  it("gives documents under their real ids, and names the ones that are not there", async () => {
    const documents = await lake.client.getDocuments(["drafts.a", "nobody", "a"]);
    expect(documents).toMatchObject([{ title: "draft" }, null, { title: "published" }]);
    const answer = await (await ask("/v1/data/doc/production/drafts.a%2Cnobody")).json();
    expect(answer).toMatchObject({
      documents: [{ _id: "drafts.a" }],
      omitted: [{ id: "nobody", reason: "existence" }],
    });
  });

  it("gives all versions, or only the system fields, when asked", async () => {
    const versions = await (await ask("/v2025-02-19/data/doc/production/a?includeAllVersions=true")).json();
    expect(versions.documents.map(({ _id }: { _id: string }) => _id)).toEqual([
      "a",
      "drafts.a",
      "versions.r1.a",
    ]);
    const bare = await (await ask("/v2025-02-19/data/doc/production/a?excludeContent=true")).json();
    expect(Object.keys(bare.documents[0]).sort()).toEqual([
      "_createdAt",
      "_id",
      "_rev",
      "_type",
      "_updatedAt",
    ]);
  });
});

describe("GET /data/export", () => {
  it("gives every document on a line of its own, or those of some types", async () => {
    const lines = (await (await ask("/v2025-02-19/data/export/production")).text()).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line)._id)).toEqual(["a", "drafts.a", "drafts.b", "versions.r1.a"]);
    expect(await (await ask("/v2025-02-19/data/export/production?types=source")).text()).toBe("");
  });

  it("gives all of a long dataset as it was when it was asked for, whatever is written meanwhile", async () => {
    const dataset = lake.services.dataset("production");
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      _id: `long${index}`,
      _type: "long",
      text: "x".repeat(1_000),
    }));
    dataset.commit({ author: "me", mutations: many.map((create) => ({ create })) });
    const { body } = await ask("/v2025-02-19/data/export/production?types=long,source");
    dataset.commit({
      author: "me",
      mutations: [{ delete: { id: "long999" } }, { create: { _id: "z", _type: "long" } }],
    });
    const lines = (await new Response(body).text()).trim().split("\n");
    await lake.client.delete({ query: '*[_type == "long"]' });
    expect(new Set(lines.map((line) => JSON.parse(line)._id))).toEqual(new Set(many.map(({ _id }) => _id)));
  });
});
