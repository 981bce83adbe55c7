import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
beforeAll(async () => {
  lake = await serveTestLake();
  const block = (text: string) => ({
    _type: "block",
    _key: text,
    children: [{ _type: "span", _key: "s", text }],
  });
  const documents: { _id: string; _type: string; [field: string]: unknown }[] = [
    {
      ...{ _id: "a", _type: "story", title: "foo", tags: ["football", "bar"] },
      body: [block("a truce in Moscow"), block("else")],
    },
    { _id: "b", _type: "story", title: "Straße", tags: ["food"], of: { _type: "reference", _ref: "a" } },
    { _id: "c", _type: "story", title: "أنسا", names: [{ text: "Foo Fighters" }, { text: "x" }] },
    { _id: "d.e.f", _type: "other" },
    { _id: "g", _type: "other", title: "\u{1f600}" },
    { _id: "h", _type: "other", title: "\uff21" },
  ];
  await lake.client.mutate(documents.map((create) => ({ create })));
});
afterAll(() => lake.close());

const fetch = (query: string, params = {}): Promise<unknown> =>
  lake.client.fetch(query, params, { perspective: "raw" });

describe("match means one thing", () => {
  it.each([
    ['*[title match "*oo"]._id', ["a"]],
    ['*[@.title match "*oo"]._id', ["a"]],
    ['*[(@).title match ("*oo")]._id', ["a"]],
    ["*[tags match title]._id", []],
    ["*[@ match title]._id", ["a", "b", "c", "g", "h"]],
    ['*["foo" match title]._id', ["a"]],
    ['*[_id == "a"][0].tags[@ match "foo*"]', ["football"]],
    ['*[count(tags[@ match "foo*"]) > 0]._id', ["a", "b"]],
    ['*[_id == "a"][0].body[pt::text(@) match "truce"]._key', ["a truce in Moscow"]],
    ['*[_id == "a"][0].body[children[].text match text::query("truce mos*")]._key', ["a truce in Moscow"]],
    ['*[_id == "c"][0].names[@ match "figh*"].text', ["Foo Fighters"]],
    ['*[_id == "c"][0].names[text match text::query("figh*")].text', ["Foo Fighters"]],
    ['*[of->title match "foo"]._id', ["b"]],
    ['*[of->tags[@ match "foo*"][0] == "football"]._id', ["b"]],
    ['*[count(*[_id == ^.of._ref && @.title match "fo*"]) > 0]._id', ["b"]],
    ['*[@ match text::query("strasse")]._id', ["b"]],
    ['*[title match "انسا"]._id', ["c"]],
    ['*[_id in ["a", "b"]]{"hit": title match text::query("foo")}.hit', [true, false]],
    [
      '*[_type == "story"] | score(title match "foo") | order(_score desc)[0...1]{_id, _score}',
      [{ _id: "a", _score: 1 }],
    ],
    ['"foo foo" match "foo"', true],
  ])("%s", async (query, expected) => {
    expect(await fetch(query)).toEqual(expected);
  });

  it("counts a word for more that comes more often", async () => {
    expect(await fetch('[{"t": "foo"}, {"t": "foo bar foo"}] | score(t match "foo") {t}')).toEqual([
      { t: "foo bar foo" },
      { t: "foo" },
    ]);
  });
});

describe("a query ends at once, whatever is in it:", () => {
  const deep = (levels: number): string => (levels === 0 ? '["a"]' : `*[_id in ${deep(levels - 1)}]._id`);
  const dotted = "a.".repeat(60);
  it.each([
    ["asterisks", `"${"a".repeat(300)}" match "${"*a".repeat(40)}*b"`, false],
    [
      "asterisks in a score",
      `[{"t": "${"a".repeat(300)}"}] | score(t match "${"*a".repeat(40)}*b")[_score > 0]`,
      [],
    ],
    ["asterisks in a filter", `*["${"a".repeat(300)}" match "${"*a".repeat(40)}*b"]`, []],
    ["a path of asterisks", `"${dotted}c" in path("${"**.".repeat(30)}b")`, false],
    ["queries within queries", deep(8), ["a"]],
    ["filters that find nothing, one within the other", `${"*[_id in ".repeat(8)}[]${"]".repeat(8)}`, []],
    [
      "queries beside queries",
      `count(*[${Array.from({ length: 8 }, () => `count(*[_id in *[_type in *[]._type]._id]) == 6`).join(" && ")}])`,
      6,
    ],
  ])("%s", async (_, query, expected) => {
    expect(await fetch(query)).toEqual(expected);
  });
});

describe("texts are compared by code point", () => {
  it.each([
    ['*[_type == "other" && defined(title)] | order(title)._id', ["h", "g"]],
    ['*[_type == "other" && defined(title)] | order(title desc)._id', ["g", "h"]],
    ['"\u{1f600}" > "\uff21"', true],
    ['*[title > "\uff21"]._id', ["g"]],
    ['*[title in "\uff21".."\u{1f601}"]._id', ["g", "h"]],
  ])("%s", async (query, expected) => {
    expect(await fetch(query)).toEqual(expected);
  });
});
