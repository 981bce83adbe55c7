import fc from "fast-check";
import type { Mutation, View } from "../../../lake/core/dataset.ts";
import { idInLayer } from "../../../lake/core/document-id.ts";
import { anyAsked as asked, anyBlock as block, anySearch, anyText as text, anyWord } from "./any-text.ts";

/* Documents and queries in which everything happens that GROQ can say of a few documents. */

const names = ["a", "b", "c", "d.e"] as const;
const layers = ["", "drafts", "versions.r1", "versions.r2"] as const;

const plainWord = fc.constantFrom("x", "y", "xy");
const oddWord = fc.constantFrom("X y", "é", "\uff21", "\u{1f600}", "\u{1f600}z", 'q"\\', "10", "");
const time = fc.constantFrom(
  ...["2026-11-23T09:00:00Z", "2026-11-23T12:00:00+03:00", "2026-11-23T09:00:00.5Z", "2026-11-24"],
);
const word = fc.oneof({ weight: 8, arbitrary: plainWord }, { weight: 4, arbitrary: oddWord }, time);
const number = fc.constantFrom(
  0,
  1,
  1,
  2,
  2,
  10,
  -1,
  0.1,
  0.30000000000000004,
  1e21,
  2 ** 60,
  2 ** 53,
  5e-324,
);
const scalar = fc.oneof(word, number, fc.boolean(), fc.constant(null));
const reference = fc.constantFrom(...names).map((_ref) => ({ _ref, _weak: true }));
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ b: scalar, list: fc.array(scalar, { maxLength: 2 }) }, { requiredKeys: [] }),
);
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** Everything happens: drafts, versions, references, values of every kind in the same field, fields that are not there. */
export const anyDataset = fc.uniqueArray(
  fc.record({
    _id: fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...layers))
      .map(([name, layer]) => idInLayer(name, layer)),
    _type: fc.constantFrom("article", "article", "article", "source", "image"),
    title: optional(fc.oneof(word, text)),
    body: optional(fc.oneof(fc.array(block, { maxLength: 3 }), text, block)),
    url: optional(anyWord),
    _score: fc.option(fc.constant(7), { nil: undefined, freq: 12 }),
    v: optional(value),
    w: optional(value),
    flag: optional(fc.boolean()),
    slug: optional(fc.record({ current: fc.oneof(fc.constantFrom("s1", "s2"), scalar) })),
    source: optional(reference),
    tags: optional(fc.oneof(fc.array(scalar, { maxLength: 4 }), word)),
    list: optional(
      fc.array(
        fc.oneof(scalar, fc.record({ deep: fc.oneof(reference, scalar), n: scalar }, { requiredKeys: [] })),
        { maxLength: 3 },
      ),
    ),
    _system: fc.option(fc.constant({ delete: true }), { nil: undefined, freq: 12 }),
  }),
  { selector: ({ _id }) => _id, minLength: 6, maxLength: 12, size: "max" },
);

const literal = scalar.map((each) => JSON.stringify(each));
const path = fc.constantFrom(
  ...["v", "w", "title", "v.b", "slug.current", "flag", "v[0]", "v[-1]", "@.v", "(v)", "w.b"],
  ...["_id", "_type", "_originalId", "source._ref", "missing"],
);
const operator = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
/** What a query says without a look at documents. */
const computed = fc.oneof(
  fc.tuple(plainWord, asked).map((both) => `(${both.map((each) => JSON.stringify(each)).join(" match ")})`),
  fc.tuple(literal, literal).map(([a, b]) => `coalesce(${a}, ${b})`),
  fc.tuple(literal, operator, literal).map((parts) => `(${parts.join(" ")})`),
  fc.constantFrom('lower("XY")', 'upper("é")', "round(1.6)", "length($types)", "math::sum([1, 9])"),
  fc.constantFrom(
    'array::join(["x", "y"], "")',
    "count(array::unique([null, null]))",
    'string::lower("X y")',
  ),
  fc.constantFrom("now()", 'dateTime("2026-11-23T09:00:00Z")', "string(dateTime(now()))", "identity()"),
);
const list = fc.constantFrom(
  "tags",
  "tags[]",
  "v",
  "v.list",
  "list[].n",
  "list[].deep._ref",
  "list[].deep",
  "title",
);

const searched = fc.constantFrom(
  ...[
    "title",
    "@",
    "[@, _id]",
    "pt::text(body)",
    "body",
    "body[].children[].text",
    "tags",
    "[title, tags[0]]",
    "v.b",
  ],
  ...[
    "_id",
    "_type",
    "_originalId",
    "pt::text(body[0])",
    "url",
    "source->title",
    "list[].n",
    "[]",
    "body[0...1]",
    "source._ref",
  ],
  ...['body[style == "normal"].children[0].text', "pt::text(body[1...3])", "coalesce(title, body)"],
);
const match: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(searched, asked).map(([where, what]) => `${where} match ${JSON.stringify(what)}`),
  fc
    .tuple(searched, fc.array(asked, { maxLength: 2 }))
    .map(([where, all]) => `${where} match ${JSON.stringify(all)}`),
  fc.tuple(searched, anySearch).map(([where, what]) => `${where} match text::query(${JSON.stringify(what)})`),
);
const scored = fc.oneof(
  match,
  fc.tuple(match, fc.constantFrom("3", "0.5", "-2")).map(([what, by]) => `boost(${what}, ${by})`),
  match.map((what) => `boost(_type in ["article", "source"] && ${what}, 10)`),
  match.map((what) => `(${what} || references("a"))`),
  fc.constantFrom("v == 1", "defined(title)"),
);

const atom: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: match },
  fc.tuple(path, operator, literal).map((parts) => parts.join(" ")),
  fc.tuple(path, fc.constantFrom("!=", "<=", ">="), literal).map((parts) => parts.join(" ")),
  fc.tuple(literal, operator, path).map((parts) => parts.join(" ")),
  fc.tuple(path, operator, path).map((parts) => parts.join(" ")),
  fc.tuple(path, operator, computed).map((parts) => parts.join(" ")),
  fc.tuple(path, computed).map(([left, right]) => `${left} in [${right}]`),
  fc.tuple(computed, list).map(([left, right]) => `${left} in ${right}`),
  fc.tuple(path, fc.array(literal, { maxLength: 3 })).map(([left, right]) => `${left} in [${right.join()}]`),
  fc.tuple(literal, list).map(([left, right]) => `${left} in ${right}`),
  fc.tuple(fc.constantFrom(...names), list).map(([left, right]) => `"${left}" in ${right}`),
  fc
    .tuple(path, literal, literal, fc.constantFrom("..", "..."))
    .map(([a, b, c, dots]) => `${a} in ${b}${dots}${c}`),
  path.map((each) => `defined(${each})`),
  path,
  fc.constantFrom(
    '_type == "article"',
    '_type != "image"',
    'title != "10"',
    "!defined(missing)",
    "_type in $types",
    '_id in ["b", "drafts.b", "versions.r1.c"]',
    '_id in path("drafts.**")',
    '_id in path("*")',
    '_id in path("d.*")',
    'references("a")',
    "references($ids)",
    'references("a", "c")',
    'sanity::versionOf("a")',
    'sanity::partOfRelease("r1")',
    'path(_id) in path("drafts.*")',
    "count(array::unique(tags)) == count(tags)",
    "geo::distance(geo::latLng(v, w), geo::latLng(1, 2)) < 150000",
    "title match $word",
    'tags[@ match "x*"][0] == "xy"',
    '@ match "x"',
    'title match text::query("x y")',
    'source->title == "x"',
    "source->v > w",
    'count(*[_type == "source" && _id == ^.source._ref]) > 0',
    'count(*[_type == "source" && v == ^.v] | order(_id)[0...2]) == 1',
    'count(*[_type == "article" && references(^._id)]) > 0',
    "_id in *[defined(source)].source._ref",
    "count(*[source._ref == ^._id && count(list[n == ^.^.v]) > 0]) > 0",
    "*[_id == ^.source._ref][0].v == v",
    "count(list[n == ^.v]) > 0",
    "dateTime(now()) > dateTime(title)",
    'dateTime(title) >= dateTime("2026-11-23T09:00:00Z")',
    "dateTime(title) < dateTime(now()) - 3600 * 1",
    "!(dateTime(v) <= dateTime(now()))",
    "dateTime(_updatedAt) > dateTime(now()) - 60",
    "title < now()",
    "dateTime(title) > 5",
    "title > dateTime(now())",
    'string::startsWith(title, "x")',
    'string::startsWith(v, "2026-11-23")',
    'tags[@ == "x"][0] == "x"',
    "count(tags) > 2",
    "count(tags) in [1, 2]",
    "2 >= count(list[n == 1])",
    "!(count(tags) == 1)",
    'lower(title) == "x"',
    "lower(title) in 1..2",
    "count(v) == null",
    "dateTime(title) == dateTime(v)",
    'coalesce(dateTime(title), v) < dateTime("2026-11-23T10:00:00Z")',
    'coalesce(dateTime(title), v) != dateTime("2026-11-23T09:00:00Z")',
    'coalesce(title, v) >= "x"',
    "(count(tags) > 0 || count(list[n == 1]) > 0)",
    'select(flag => v, title) == "x"',
    'coalesce(v, w, title) == "x"',
    "array::intersects(tags, v.list)",
    'array::intersects(tags, ["x", 1, null])',
    'array::intersects(["x y", "é", true, ["x"]], tags[])',
    "array::intersects(tags, [])",
    'array::intersects(list[].n, ["x", "10"])',
    'count(tags[@ in ["x", "y", 2]]) > 0',
    '!(count(tags[@ == "x"]) >= 1)',
    "0 < count(list[n == 1])",
    "count(v[@ == null]) > 0",
    'count(list[n in ["x", "xy"]]) > 0',
    'source->title == "X y"',
    'source->v == "x"',
    'source->v.b == "x"',
    '"x" in list[].deep->title',
    '"é" in list[].deep->v',
    'source->title match "x*"',
    'source->title match ["x", "y"]',
    'list[].deep->title match "x y"',
    '@.source->title match text::query("x")',
    "length(title) == 1",
    "true",
    "null",
  ),
);
const anyFilter: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    atom,
    fc.tuple(tie("any"), tie("any")).map(([left, right]) => `(${left} && ${right})`),
    fc.tuple(tie("any"), tie("any")).map(([left, right]) => `(${left} || ${right})`),
    tie("any").map((inner) => `!(${inner})`),
  ),
})).any;
const held = fc.tuple(literal, list).map((both) => both.join(" in "));
/** Indexes are of the documents of one type. */
const filter = fc.oneof(
  { weight: 3, arbitrary: anyFilter },
  anyFilter.map((where) => `_type in $types && ${where}`),
  anyFilter.map((where) => `_type == "article" && ${where}`),
  held.map((where) => `_type == "article" && ${where}`),
  fc.tuple(held, held, atom).map(([a, b, c]) => `_type in $types && ${a} && (${b} || ${c})`),
  anyFilter.map((where) => `_type in ["source", "article", "nothing"] && ${where}`),
  fc.constantFrom(
    '_type == "article" && (count(tags) > 1 || count(list) > 1)',
    '_type == "article" && coalesce(v, w) == 1',
    'references("a")',
    'source->title match "x" && _type == "article"',
    'source->title == "x"',
    '_type == "article" && count(list[n == ^.v]) > 0',
    '_type == "article" && !("x" in tags || "y" in tags || slug.current == "s1")',
    '_type == "article" && count(tags[@ in ["x", "y"]]) > 0',
    '_type == "article" && array::intersects(tags, ["x", "é"])',
    '_type == "article" && references($ids)',
    '_type in $types && source._ref == "b" && v != 1',
    '_type == "article" && (title match "x*" || references("a"))',
    '_type in $types && ([@, _id] match text::query("x*") || references("b"))',
    '_type == "article" && "a" in list[].deep._ref',
  ),
);

const worked = fc.constantFrom(
  ...["coalesce(v, w)", "lower(title)", "dateTime(title)", "count(tags)", "length(v)", "count(list[n == 1])"],
  ...["v == w", "select(flag => v, w)", "w + 1"],
);
const key = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: path }, worked, fc.constantFrom("_updatedAt", "_id")),
    fc.constantFrom("", " asc", " desc"),
  )
  .map((parts) => parts.join(""));
const order = fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => ` | order(${keys.join()})`);
const slice = fc.constantFrom(
  "",
  "",
  "[0]",
  "[1]",
  "[0...2]",
  "[1..2]",
  "[2...2]",
  "[-1]",
  "[0..-2]",
  "[0...100]",
);
const projection = fc.constantFrom(
  "",
  "{_id}",
  '{_id, title, "source": source->title}',
  '{"k": [v, title], v}',
  "{..., title}",
  '{"v": title, ...}',
  '{..., "of": *[references(^._id)]._id}',
  '{_id, "same": count(*[v == ^.v])}',
  '{_id, "next": *[_type == "article" && v > ^.v] | order(v, _id)[0...2]{_id, "of": ^.v}}',
  '{_id, "by": list[]{"it": *[_id == ^.deep._ref][0]{v, "up": ^.n}, "n": count(*[w == ^.^.w])}}',
  '{_id, "of": *[_id in ^.list[].deep._ref && v != ^.v]{_id, "back": *[references(^._id) && _id != ^.^._id]._id}}',
  '{"its": tags[]{"x": 1}, "in": list[].deep->v, "s": source->{v, "of": count(*[references(^._id)])}}',
  '{_id, "all": *[^.v in tags || title == ^.title]._id}',
  "._id",
  ".tags[]",
);
const projectedOrder = fc.constantFrom(
  "",
  "",
  " | order(k[0], k[1] desc)",
  " | order(v desc)",
  " | order(title)",
);

const scoring: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(filter, fc.constantFrom('_type == "article"', "_type in $types", "true")),
    fc.array(scored, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(
      "[_score > 0]",
      "[_score > 0]",
      "[_score >= 1]",
      "[0 < _score && defined(title)]",
      "[_score > -1]",
      "",
    ),
    fc.constantFrom(
      " | order(_score desc, _id)[0...3]{_id, _score}",
      " | order(_score desc)[0...2]{_id, _score}",
      "[0...3]{_id, _score}",
      "{_id, _score}[1..2]",
      "[0]",
      " | order(_id desc)[0...2]._id",
      " | order(_score)[0...2]._id",
      '{_type, _id, "orderings": [_score]} | order(orderings[0] desc)[0...101]',
      "{_id, _score}",
      " | score(v == 1)[_score > 0]{_id, _score}",
    ),
  )
  .map(([where, by, most, show]) => `*[${where}] | score(${by.join(", ")})${most}${show}`);

export const anyQuery: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: scoring },
  fc
    .tuple(filter, order, slice, projection)
    .map(([where, by, some, show]) => `*[${where}]${by}${some}${show}`),
  fc.tuple(filter, slice, projection).map(([where, some, show]) => `*[${where}]${some}${show}`),
  fc
    .tuple(filter, projection, projectedOrder, slice)
    .map(([where, show, by, some]) => `*[${where}]${show}${by}${some}`),
  fc.tuple(filter, filter, order).map(([where, more, by]) => `*[${where}]${by}[${more}]._id`),
  filter.map((where) => `count(*[${where}])`),
  fc.constantFrom('count(*[_type == "article"])', "count(*)", "count(*[_type in $types])"),
  fc
    .tuple(
      filter,
      fc.constantFrom("v", "w", "title"),
      fc.uniqueArray(literal, { minLength: 3, maxLength: 5 }),
    )
    .map(([where, by, values]) => {
      const counts = values.map(
        (value, n) => `"${n}": count(*[_type == "article" && ${where} && ${by} == ${value}])`,
      );
      return `{${counts.join()}}`;
    }),
  fc
    .tuple(
      fc.oneof(filter, fc.constantFrom('_type == "article"', '_type == "article" && defined(title)')),
      fc.constantFrom(
        ".v",
        ".w",
        ".title",
        ".v.b",
        "._type",
        ".flag",
        '{"k": v}.k',
        '{"k": w, _id}.k',
        '{..., "v": 1}.title',
      ),
      fc.boolean(),
    )
    .map(([where, of, isCounted]) => {
      const unique = `array::unique(*[${where}]${of})`;
      return isCounted ? `count(${unique})` : unique;
    }),
  filter.map((where) => `{"n": count(*[${where}]), "first": *[${where}][0]._id, "all": count(*)}`),
  filter.map(
    (where) => `*[${where}] | score(title match "x", v == 1) | order(_score desc, _id)[0...3]{_id, _score}`,
  ),
);

export const anyView = fc.constantFrom<View>(
  {},
  { withoutVersions: true },
  { layers: [""] },
  { layers: ["drafts", ""] },
  { layers: ["versions.r1", "drafts", ""] },
  { layers: ["versions.r2", "versions.r1", ""] },
);

export const params = { types: ["article", "source"], ids: ["b", "c"], word: "x*" };

/** What happens to documents later, and how many the index takes in before. */
export const anyChanges = fc.array(
  fc.record({
    index: fc.nat(20),
    work: fc.constantFrom(0, 2, 1_000),
    title: optional(text),
    body: fc.array(block, { maxLength: 2 }),
  }),
  { maxLength: 4 },
);

export function patchOf(
  id: string,
  { title, body }: { readonly title?: unknown; readonly body: unknown },
): Mutation {
  return { patch: { id, set: { title, body } } };
}
