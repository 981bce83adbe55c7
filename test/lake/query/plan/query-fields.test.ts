import { evaluateSync, parse, toJS } from "groq-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldsOf } from "../../../../lake/query/plan/query-fields.ts";
import { runQuery } from "../../../../lake/query/run-query.ts";
import { openServices } from "../../../../lake/open-services.ts";

const document = fc
  .record({
    _id: fc.constantFrom("a", "b", "drafts.a"),
    _type: fc.constantFrom("article", "source"),
    _rev: fc.constant("r"),
    title: fc.option(fc.constantFrom("x", "y"), { nil: undefined }),
    slug: fc.option(fc.record({ current: fc.constantFrom("s", "t") }), { nil: undefined }),
    tags: fc.option(fc.array(fc.record({ run: fc.constantFrom("x", "z"), _rev: fc.constant("n") })), {
      nil: undefined,
    }),
    other: fc.option(fc.constant({ title: "hidden" }), { nil: undefined }),
  })
  // As JSON has them: without prototypes of their own, and without members that are undefined.
  .map((value): Record<string, unknown> => JSON.parse(JSON.stringify(value)));

const filter = fc.constantFrom(
  "",
  '[_type == "article"]',
  '[_id in ["a", "b"] && title != "y"]',
  '["x" in tags[].run]',
  "[defined(slug.current)] | order(title desc, _id)",
  '[@.title == "x"]',
  "[^.title == title]",
  '[references("a")]',
  '[title match "x*"]',
);
const tail = fc.constantFrom(
  "",
  "{_id, _rev}",
  '{_id, "s": slug.current, "n": count(tags), tags}',
  '{"all": @}',
  '{"own": @.title}',
  "{...}",
  "{...other}",
  "{_id, other{title}}",
  '{"t": tags[run == "x"]}',
  '{"t": tags[@.run == "x"].run}',
  '{"up": tags[]{"up": ^.title}}',
  '{"same": *[_type == ^._type]{title}}',
  '{"c": coalesce(title, other.title)}',
  "._id",
  ".tags[].run",
  '{title}[title == "x"]',
  "[0]{_id, title}",
  "[0]",
  "[0...2].title",
  "{_id} | order(@._id)",
);
const wrapper = fc.constantFrom("", "count", "array::unique", "array::compact");

test("fieldsOf() names all that a query needs of its documents, or nothing", () => {
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 6 }),
      filter,
      tail,
      wrapper,
      (documents, where, end, around) => {
        const query = `*${where}${end}`;
        const tree = parse(around === "" ? query : `${around}(${query})`);
        const fields = fieldsOf(tree);
        if (fields === undefined) return;
        const cut = documents.map((whole) =>
          Object.fromEntries(Object.entries(whole).filter(([name]) => fields.includes(name))),
        );
        expect(toJS(evaluateSync(tree, { dataset: cut }))).toEqual(
          toJS(evaluateSync(tree, { dataset: documents })),
        );
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ["*[_id in $ids]{_id, _rev}", ["_id", "_rev"]],
  ['*[_type == "importRecord"]{ _rev, article } | order(_id)', ["_type", "_rev", "article", "_id"]],
  ['*[_type == "article"]._id', ["_type", "_id"]],
  ['count(*[_type == "article"])', ["_type"]],
  ['*[pt::text(body) match "x"]{"n": math::sum(list), "me": identity()}', ["body", "list"]],
  ['array::unique(*[_type == "article"].language)', ["_type", "language"]],
])("fieldsOf() sees that %s needs few fields", (query, fields) => {
  expect(fieldsOf(parse(query, { params: { ids: [] } }))?.toSorted()).toEqual(fields.toSorted());
});

test.each([
  "*",
  "*[0]",
  '*{"r": releases::all()[0].title}',
  "*{...}",
  '*[references("a")]{_id}',
  "*{_id, a->}",
  '{"a": *[0]}',
])("fieldsOf() takes whole documents for %s", (query) => {
  expect(fieldsOf(parse(query))).toBeUndefined();
});

test("a query for a few fields of more documents than fit into memory gives what it should", async () => {
  const lake = openServices({ dataFolder: ":memory:" });
  const dataset = lake.dataset("production");
  const text = "long ".repeat(300_000);
  for (let number = 0; number < 20; number += 1) {
    const fields = { number, text, nested: { deep: [number] }, "odd-name": number };
    dataset.commit({
      author: "me",
      mutations: [{ create: { _id: `d${number}`, _type: "long", ...fields } }],
    });
  }
  const context = { identity: "me", now: new Date(), projectId: "copydesk", dataset: "production" };
  const run = (query: string) => runQuery(dataset, { query, params: {}, view: {} }, context);
  expect(await run('*[_type == "long" && number > 17]{_id, nested, missing}')).toEqual([
    { _id: "d18", nested: { deep: [18] }, missing: null },
    { _id: "d19", nested: { deep: [19] }, missing: null },
  ]);
  const perspective = { layers: ["drafts", ""] };
  const view = await runQuery(
    dataset,
    { query: '*[_type == "long"]{_originalId, "n": number}[0]', params: {}, view: perspective },
    context,
  );
  expect(view).toEqual({ _originalId: "d0", n: 0 });
  lake.close();
});
