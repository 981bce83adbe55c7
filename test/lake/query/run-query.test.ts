import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Dataset, View } from "../../../lake/core/dataset.ts";
import { runQuery } from "../../../lake/query/run-query.ts";
import { openServices, type OpenServices } from "../../../lake/open-services.ts";

let lake: OpenServices;
let dataset: Dataset;

beforeEach(() => {
  lake = openServices({ dataFolder: ":memory:" });
  dataset = lake.dataset("production");
});
afterEach(() => lake.close());

const context = {
  identity: "me",
  now: new Date("2026-11-23T10:00:00Z"),
  projectId: "copydesk",
  dataset: "production",
};

function run(query: string, params = {}, view: View = {}): Promise<unknown> {
  return runQuery(dataset, { query, params, view }, context);
}

function create(...documents: readonly object[]): void {
  dataset.commit({ author: "me", mutations: documents.map((document) => ({ create: document })) });
}

describe("runQuery()", () => {
  it("fills a slice from as many candidates as it takes", async () => {
    const numbers = Array.from({ length: 700 }, (_, number) => number);
    create(
      ...numbers.map((number) => ({
        ...{ _id: `n${String(number).padStart(3, "0")}`, _type: "number", number },
        title: number % 100 === 99 ? "hundredth word" : "word",
      })),
    );
    expect(await run('*[title match "hundredth"] | order(number desc)[0...3].number')).toEqual([
      ...[699, 599, 499],
    ]);
    expect(await run('*[title match "hundredth"][5...20].number')).toEqual([599, 699]);
    expect(await run('*[title match "hundredth"] | order(number)[6]._id')).toBe("n699");
    expect(await run('*[title match "hundredth"] | order(number)[7]._id')).toBeNull();
    expect(await run('*[title match "word"]{"k": [number]} | order(k[0] desc)[1...3]')).toEqual([
      ...[{ k: [698] }, { k: [697] }],
    ]);
  });

  it("answers the query of a Studio list, with a search and without", async () => {
    create(
      { _id: "one", _type: "article", headline: "الهدنةُ خدعة" },
      { _id: "two", _type: "article", headline: "Truce", source: { _ref: "three" } },
      { _id: "three", _type: "source", name: "Reuters" },
    );
    const query = `// findability-mvi:5
      *[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery))]{_type,_id,_originalId}
      | order(_id asc)[0...$__limit] // end`;
    const search = (text: string): Promise<unknown> =>
      run(
        query,
        { __types: ["article"], __query: text || "*", __rawQuery: text, __limit: 10 },
        { layers: ["drafts", ""] },
      );
    expect(await search("")).toMatchObject([{ _id: "one" }, { _id: "two" }]);
    expect(await search("الهدنة*")).toMatchObject([{ _id: "one" }]);
    expect(await search("three")).toMatchObject([{ _id: "two" }]);
    expect(await search("tw*")).toMatchObject([{ _id: "two" }]);
    expect(await search("rubbish")).toEqual([]);
  });

  it("answers the query of Studio's global search, best match first", async () => {
    create(
      { _id: "body", _type: "article", headline: "Else", text: "a truce" },
      { _id: "headline", _type: "article", headline: "Truce" },
      { _id: "neither", _type: "article", headline: "Else" },
    );
    const query = `*[_type in $__types] | score(
      boost(_type in ["article"] && headline match text::query($__query), 10), [@, _id] match text::query($__query)
    ) | order(_score desc) [_score > 0][0...10]{_id}`;
    expect(await run(query, { __types: ["article"], __query: "truce*" })).toEqual([
      { _id: "headline" },
      { _id: "body" },
    ]);
  });

  it("matches whole documents and dereferenced fields", async () => {
    create(
      { _id: "reuters", _type: "source", name: "Reuters" },
      { _id: "story", _type: "article", headline: "Truce", source: { _ref: "reuters" } },
    );
    expect(await run('*[@ match "tru*"]._id')).toEqual(["story"]);
    expect(await run('*[_type == "article" && source->name match text::query("reut*")]._id')).toEqual([
      "story",
    ]);
  });

  it("sees drafts behind references in the drafts perspective", async () => {
    create(
      { _id: "s", _type: "source", name: "old" },
      { _id: "drafts.s", _type: "source", name: "new" },
      { _id: "a", _type: "article", source: { _ref: "s" } },
    );
    const query = '*[_id == "a"][0].source->{_id, _originalId, name}';
    expect(await run(query, {}, { layers: ["drafts", ""] })).toEqual({
      _id: "s",
      _originalId: "drafts.s",
      name: "new",
    });
    expect(await run(query, {}, { layers: [""] })).toEqual({ _id: "s", _originalId: "s", name: "old" });
  });

  it("hides a version that stands for an unpublishing", async () => {
    create(
      { _id: "a", _type: "article" },
      { _id: "versions.r1.a", _type: "article", _system: { delete: true } },
    );
    expect(await run("*", {}, { layers: ["versions.r1", ""] })).toEqual([]);
  });

  it("evaluates what groq-js can only do asynchronously", async () => {
    create({ _id: "a", _type: "article", title: "x" });
    expect(await run('*[diff::changedAny(@, {"title": "y"}, title)]._id')).toEqual(["a"]);
  });

  it.each([
    ['*[sanity::partOfRelease("r1")]._id', ["versions.r1.a"]],
    ['*[!sanity::partOfRelease("r1")]._id', ["a", "drafts.a"]],
    ["*[sanity::versionOf(true)]._id", []],
    ['*[sanity::versionOf("a") && !(_id in path("drafts.**"))]._id', ["a", "versions.r1.a"]],
    ['path("a.b") in path("a.*")', true],
    ['*[path(_id) in path("*")]._id', ["a"]],
    ["array::unique([1, null, 1, null])", [1, null]],
    ["*[geo::distance(place, geo::latLng(1, 2)) < 1]._id", ["a"]],
    [
      "*[_id == 'a'][0]{'here': geo(place), 'there': geo(title)}",
      { here: { type: "Point", coordinates: [2, 1] }, there: null },
    ],
  ])("answers %s", async (query, result) => {
    const place = { _type: "geopoint", lat: 1, lng: 2, alt: 3 };
    create(
      { _id: "a", _type: "x", place },
      { _id: "drafts.a", _type: "x" },
      { _id: "versions.r1.a", _type: "x" },
    );
    expect(await run(query)).toEqual(result);
  });

  it("does not take for false what is unknown, when several indexes could answer", async () => {
    create(
      { _id: "none", _type: "article" },
      { _id: "other", _type: "article", tags: ["other"], slug: { current: "other" } },
      { _id: "tagged", _type: "article", tags: ["flood"] },
    );
    expect(await run('*[!("flood" in tags || "storm" in tags)]._id')).toEqual(["other"]);
    expect(await run('*[!("flood" in tags || slug.current == "s")]._id')).toEqual(["other"]);
    expect(await run('*[!array::intersects(tags, ["flood", "storm"])]._id')).toEqual(["other"]);
    expect(await run('*["flood" in tags || slug.current == "other"]._id')).toEqual(["other", "tagged"]);
  });

  it("gives null where there is nothing", async () => {
    expect(await run("*[0]")).toBeNull();
  });

  it.each([
    ["a parameter that is not given", "*[_type == $type]", 11],
    ["a query that ends too early", "*[_type == ", 11],
    ["a function that there is not", "nope(1)", 0],
    ["a function that the lake cannot answer", '*[_type == "none" && media::aspect(a, "b")]', 21],
  ])("refuses %s, and says where", async (_, query, start) => {
    create({ _id: "a", _type: "article" });
    await expect(run(query)).rejects.toMatchObject({
      status: 400,
      body: {
        error: { type: "queryParseError", description: expect.stringMatching(/\S/), query, start },
      },
    });
  });

  it("takes a parameter for data, whatever it looks like", async () => {
    create({ _id: "a", _type: "article" });
    expect(await run("$it", { it: { type: "Parameter", name: "absent" } })).toEqual({
      type: "Parameter",
      name: "absent",
    });
  });
});
