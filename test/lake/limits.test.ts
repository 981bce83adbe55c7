import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listenerFilter } from "../../lake/query/listener-filter.ts";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
beforeAll(async () => {
  lake = await serveTestLake();
});
afterAll(() => lake.close());

const story = {
  _id: "a",
  _type: "story",
  count: 1e308,
  tags: ["x", "y"],
  list: Array.from({ length: 2_000 }, (_, index) => ({ _key: `k${index}` })),
};
beforeEach(() => lake.client.createOrReplace(story));

async function send(
  path: string,
  body: BodyInit,
  method = "POST",
): Promise<{ status: number; text: string }> {
  const url = `${lake.url}/v2025-02-19${path}`;
  const answer = await fetch(url, { method, body, ...(typeof body === "string" ? {} : { duplex: "half" }) });
  return { status: answer.status, text: await answer.text() };
}

const mutate = (...mutations: object[]) => send("/data/mutate/production", JSON.stringify({ mutations }));
const steps = (count: number): string => Array(count).fill("a").join(".");
const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
const long = "x".repeat(100_000);

describe("a patch is refused that", () => {
  it.each([
    ["writes far beyond the end of an array", { set: { "tags[99999999]": 1 } }, "beyond the end"],
    ["writes a little too far beyond the end", { set: { "tags[1003]": 1 } }, "beyond the end"],
    ["names half an index", { set: { "tags[0.5]": 1 } }, "is no index"],
    ["names an index that cannot be counted to", { unset: ["tags[99999999999999999999]"] }, "is no index"],
    ["ends a range there", { unset: ["tags[0:99999999999999999999]"] }, "is no index"],
    ["has a path of 1,000 steps in set", { set: { [steps(1_000)]: 1 } }, "deeper than 200"],
    ["… in setIfMissing", { setIfMissing: { [steps(1_000)]: 1 } }, "deeper than 200"],
    ["… in unset", { unset: [steps(1_000)] }, "deeper than 200"],
    ["… in inc", { inc: { [steps(1_000)]: 1 } }, "deeper than 200"],
    ["… in insert", { insert: { after: `${steps(1_000)}[-1]`, items: [1] } }, "deeper than 200"],
    ["… in diffMatchPatch", { diffMatchPatch: { [steps(1_000)]: "" } }, "deeper than 200"],
    ["has a path of 100,000 steps", { set: { [steps(100_000)]: 1 } }, "deeper than 200"],
    ["has 1,000 indexes", { set: { [`a${"[0]".repeat(1_000)}`]: 1 } }, "deeper than 200"],
    ["nests brackets without end", { set: { [`a${"[".repeat(100_000)}`]: 1 } }, "deeper than 200"],
    ["puts a deep value in a deep place", { set: { [steps(150)]: nested(100) } }, "nest deeper than 200"],
    ["counts past the largest number", { inc: { count: 1e308 } }, "out of range"],
    ["counts past the smallest", { dec: { count: -1e308 } }, "out of range"],
    ["writes a long value in many places", { set: { "list[*]": long } }, "100000000 characters"],
  ])("%s", async (_name, patch, reason) => {
    const { status, text } = await mutate({ patch: { id: "a", ...patch } });
    expect(text).toContain(reason);
    expect(status).toBe(400);
    expect(await lake.client.getDocument("a")).toMatchObject(story);
  });

  it("puts each thing inside the last one", async () => {
    const leaves = JSON.parse('{"leaf":'.repeat(150) + "1" + "}".repeat(150));
    expect((await mutate({ patch: { id: "a", set: { x: leaves } } })).status).toBe(200);
    const { status, text } = await mutate({ patch: { id: "a", set: { "..leaf": leaves } } });
    expect(text).toContain("nest deeper than 200");
    expect(status).toBe(400);
  });

  it("makes a document too long, little by little", async () => {
    expect((await mutate({ patch: { id: "a", set: { "list[*]": "x".repeat(15_000) } } })).status).toBe(200);
    const { status, text } = await mutate({ patch: { id: "a", set: { more: "x".repeat(3_000_000) } } });
    expect(text).toContain("longer than 32000000 characters");
    expect(status).toBe(400);
    expect(await lake.client.fetch("*[0].more")).toBeNull();
  });
});

describe("what is not too much still goes", () => {
  it("writes up to 1,000 items beyond the end", async () => {
    expect((await mutate({ patch: { id: "a", set: { "tags[1002]": "z" } } })).status).toBe(200);
    expect(await lake.client.fetch("*[0].tags")).toEqual(["x", "y", ...Array(1_000).fill(null), "z"]);
  });

  it("inserts more items at once than a call takes arguments", async () => {
    const items = Array(150_000).fill(1);
    expect((await mutate({ patch: { id: "a", insert: { after: "tags[0]", items } } })).status).toBe(200);
    expect((await mutate({ patch: { id: "a", insert: { replace: "tags[:]", items: ["z"] } } })).status).toBe(
      200,
    );
    expect((await mutate({ patch: { id: "a", insert: { replace: "tags[0:]", items: ["z"] } } })).status).toBe(
      200,
    );
    expect(await lake.client.getDocument("a")).toMatchObject({ tags: ["z"] });
  });

  it("takes a key that is a word of JavaScript's for a key", async () => {
    expect((await mutate({ patch: { id: "a", set: { 'list[_key=="constructor"].x': 1 } } })).status).toBe(
      200,
    );
    expect(await lake.client.getDocument("a")).toMatchObject(story);
  });
});

describe("a request is refused that", () => {
  const infinite = '{"mutations":[{"create":{"_id":"b","_type":"story","n":1e999}}]}';
  const copies = Array.from({ length: 500 }, (_, index) => ({
    actionType: "sanity.action.document.version.create",
    baseId: "a",
    versionId: `versions.r${index}.a`,
  }));
  const tooLong = (): ReadableStream<Uint8Array> => {
    let left = 300;
    return new ReadableStream({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(new Uint8Array(100_000));
      },
    });
  };

  it.each([
    ["holds a number that no computer holds", "/data/mutate/production", () => infinite, 400],
    ["has such a parameter", "/data/query/production", () => '{"query":"$n","params":{"n":1e999}}', 400],
    [
      "begins an event with its transaction id",
      "/data/mutate/production",
      () => '{"mutations":[],"transactionId":"a\\n\\nevent: x"}',
      400,
    ],
    [
      "begins an event with that of its actions",
      "/data/actions/production",
      () => '{"actions":[],"transactionId":"a\\nid: x"}',
      400,
    ],
    ["is too long and does not say how long", "/data/mutate/production", tooLong, 413],
  ])("%s", async (_name, path, body, status) => {
    expect((await send(path, body())).status).toBe(status);
  });

  it.each(["1e999", "[".repeat(300) + "]".repeat(300)])(
    "has the parameter %.10s in its address",
    async (value) => {
      const answer = await fetch(
        `${lake.url}/v1/data/query/production?query=$n&$n=${encodeURIComponent(value)}`,
      );
      expect(answer.status).toBe(400);
    },
  );

  it("saves settings without end", async () => {
    const settings = JSON.stringify([{ key: "a", value: "x".repeat(5_000_000) }]);
    expect((await send("/users/me/keyvalue", settings, "PUT")).status).toBe(413);
    const deep = `[{"key":"a","value":${"[".repeat(50_000)}${"]".repeat(50_000)}}]`;
    expect((await send("/users/me/keyvalue", deep, "PUT")).status).toBe(400);
  });

  it("copies a long document many times", async () => {
    await mutate({ patch: { id: "a", set: { text: "x".repeat(1_000_000) } } });
    const { status, text } = await send("/data/actions/production", JSON.stringify({ actions: copies }));
    expect(text).toContain("100000000 characters");
    expect(status).toBe(400);
    expect(await lake.client.fetch("count(*)", {}, { perspective: "raw" })).toBe(1);
  });
});

describe("a long query is answered", () => {
  const list = (count: number, term: (index: number) => string, join: string): string =>
    Array.from({ length: count }, (_, index) => term(index)).join(join);
  it.each([
    ["of 1,100 ids", list(1_100, (index) => `_id == "${index === 999 ? "a" : index}"`, " || "), ["a"]],
    [
      "of 1,200 ids and types",
      list(1_200, (index) => `_id == "${index}" || _type == "story"`, " || "),
      ["a"],
    ],
    ["of 1,100 pairs", list(1_100, (index) => `(_type == "story" && _id == "${index}")`, " || "), []],
    ["of 1,100 pairs without brackets", list(1_100, () => '_type == "story" && _id == "a"', " || "), ["a"]],
    ["of 2,500 exceptions", list(2_500, (index) => `_id != "${index}"`, " && "), ["a"]],
    [
      "of 1,100 choices in all of which it must be",
      list(1_100, (index) => `_id in ["a", "${index}"]`, " && "),
      ["a"],
    ],
    [
      "of references",
      list(1_100, (index) => `references("${index}") || slug.current == "${index}"`, " || "),
      [],
    ],
  ])("%s", async (_name, filter, ids) => {
    expect(await lake.client.fetch(`*[${filter}]._id`)).toEqual(ids);
  });

  it("to a listener", () => {
    const filter = list(1_100, (index) => `_id == "${index === 999 ? "a" : index}"`, " || ");
    const { accepts } = listenerFilter(`*[${filter}]`, {}, "local");
    const accepted = lake.services.dataset("production").documents(["a"]).filter(accepts);
    expect(accepted).toHaveLength(1);
  });
});

describe("a query is refused that nests too deep", () => {
  it.each([
    ["sums", Array(4_000).fill("1+1").join("+")],
    ["brackets", `${"(".repeat(4_000)}1${")".repeat(4_000)}`],
    ["arrays", `${"[".repeat(20_000)}1${"]".repeat(20_000)}`],
    ["objects", `${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`],
    ["filters", `*${"[true]".repeat(2_000)}`],
    ["projections", `*${"{...}".repeat(2_000)}`],
    ["denials", `*[${"!".repeat(4_000)}true]`],
    ["attributes", `*[0]${".a".repeat(2_000)}`],
    ["references", `*[0]${"->a".repeat(2_000)}`],
    ["bracketed alternatives", `*[${"(true || ".repeat(1_500)}true${")".repeat(1_500)}]`],
  ])("of %s", async (_name, query) => {
    const { status, text } = await send("/data/query/production", JSON.stringify({ query }));
    expect(text).toContain("nests deeper than 500 levels");
    expect(status).toBe(400);
  });

  it("in a mutation", async () => {
    const query = `*[${"!".repeat(4_000)}true]`;
    expect((await mutate({ delete: { query } })).status).toBe(400);
  });
});

it("what is too much is refused, and no bug", () => {
  expect(lake.logged).toEqual([]);
});
