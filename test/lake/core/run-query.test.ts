import { evaluateSync, parse, toJS } from "groq-js";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Dataset, LakeDocument, View } from "../../../lake/core/dataset.ts";
import { idInLayer } from "../../../lake/core/document-id.ts";
import { runQuery } from "../../../lake/core/run-query.ts";
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

const names = ["a", "b", "c"] as const;
const layers = ["", "drafts", "versions.r1", "versions.r2"] as const;

/** A small dataset in which everything happens: drafts, versions, references, slugs, types that differ by layer. */
const anyDataset = fc.uniqueArray(
  fc.record({
    id: fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...layers))
      .map(([name, layer]) => idInLayer(name, layer)),
    _type: fc.constantFrom("article", "source", "image"),
    title: fc.constantFrom("x", "y", "z"),
    slug: fc.option(fc.constantFrom("s1", "s2"), { nil: undefined }),
    source: fc.option(fc.constantFrom(...names), { nil: undefined }),
    nested: fc.option(fc.constantFrom(...names), { nil: undefined }),
  }),
  { selector: ({ id }) => id, minLength: 1 },
);

const filter: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      '_type == "article"',
      '"source" == _type',
      "_type in $types",
      '_type in ["image", "none"]',
      '_id == "a"',
      '_id in ["b", "drafts.b", "versions.r1.c"]',
      '_id in path("drafts.**")',
      'references("a")',
      "references($ids)",
      'references("a", "c")',
      'slug.current == "s1"',
      'slug.current in ["s1", "s2"]',
      'sanity::versionOf("a")',
      'title == "x"',
      "title match $word",
      "defined(source)",
      'source->title == "x"',
      'count(*[_type == "source" && _id == ^.source._ref]) > 0',
      "_type == title",
      "true",
    ),
    fc.tuple(tie("any"), tie("any")).map(([left, right]) => `(${left} && ${right})`),
    fc.tuple(tie("any"), tie("any")).map(([left, right]) => `(${left} || ${right})`),
    tie("any").map((inner) => `!(${inner})`),
  ),
})).any;

const tail = fc.constantFrom(
  "",
  '{_id, title, "source": source->title}',
  '{..., "of": *[references(^._id)]._id}',
  " | order(title desc, _id asc)[0...2]{_id}",
  "[0]",
  "[1..2]._id",
  '[title == "x"]._id',
  ' | score(_type == "article", title match "x") | order(_score desc, _id asc){_id, _score}',
);

const anyView = fc.constantFrom<View>(
  {},
  { withoutVersions: true },
  { layers: [""] },
  { layers: ["drafts", ""] },
  { layers: ["versions.r1", "drafts", ""] },
  { layers: ["versions.r2", "versions.r1", ""] },
);

/** What the hosted documentation says a perspective is, without any index. */
function plainView(
  documents: readonly LakeDocument[],
  { layers: order, withoutVersions }: View,
): readonly LakeDocument[] {
  if (!order) return documents.filter(({ _id }) => !withoutVersions || !_id.startsWith("versions."));
  return names.flatMap((name) => {
    const group = order.map((layer) => idInLayer(name, layer));
    const winner = group.flatMap((id) => documents.filter(({ _id }) => _id === id))[0];
    return winner ? [{ ...winner, _id: name, _originalId: winner._id }] : [];
  });
}

describe("runQuery()", () => {
  it("gives what groq-js gives over the whole view, whatever the planner does", async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, filter, tail, anyView, async (contents, where, end, view) => {
        const current = openServices({ dataFolder: ":memory:" });
        try {
          const stored = current.dataset("production");
          stored.commit({
            author: "me",
            mutations: contents.map(({ id, slug, source, nested, ...content }) => ({
              create: {
                _id: id,
                ...content,
                ...(slug ? { slug: { current: slug } } : {}),
                ...(source ? { source: { _ref: source, _weak: true } } : {}),
                ...(nested ? { list: [{ deep: { _ref: nested, _weak: true } }] } : {}),
              },
            })),
          });
          const query = `*[${where}]${end}`;
          const params = { types: ["article", "source"], ids: ["b", "c"], word: "x*" };
          const everything = plainView(stored.select({ kind: "everything" }, {}), view);
          const expected = toJS(
            evaluateSync(parse(query, { params }), { dataset: everything, identity: "me" }),
          );
          expect(await runQuery(stored, { query, params, view }, context)).toEqual(expected);
        } finally {
          current.close();
        }
      }),
      { numRuns: 300 },
    );
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

  it("gives null where there is nothing", async () => {
    expect(await run("*[0]")).toBeNull();
  });

  it.each([
    ["a parameter that is not given", "*[_type == $type]", 11],
    ["a query that ends too early", "*[_type == ", 11],
    ["a function that there is not", "nope(1)", 0],
    ["a function that is not implemented", "*[geo::distance(a, b) > 1]", 0],
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
