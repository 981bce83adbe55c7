import { describe, expect, test } from "vitest";
import { likelyDoubles, type Doubles } from "../../../../studio/desk/sources/likely-doubles.ts";
import type { NamedSource } from "../../../../studio/desk/sources/named-source.ts";

type Named = Omit<NamedSource, "_id">;

const named = (...names: readonly (string | Named)[]): NamedSource[] =>
  names.map((one, number) => ({
    _id: `source-${number}`,
    ...(typeof one === "string" ? { name: one } : one),
  }));

const because = (...names: readonly (string | Named)[]): Doubles["because"] | undefined =>
  likelyDoubles(named(...names), [])[0]?.because;

describe("likelyDoubles()", () => {
  test.each([
    ["Reuters News Agency", "Reuters", "name"],
    ["The Harbour Gazette", "harbour gazette online", "name"],
    ["Harbour Gazette, The", "THE HARBOUR GAZETTE", "name"],
    ["bbc.com", "BBC News", "name"],
    ["Le Monde", "Monde", "name"],
    ["Süddeutsche Zeitung", "Suddeutsche Zeitung GmbH", "name"],
    ["وكالة رويترز للأنباء", "رويترز", "name"],
    ["صحيفة الخليج", "الخليج أونلاين", "name"],
    ["وكالة الأنباء السعودية (واس)", "واس", "name"],
    ["قناة الجزيرة", "الجَزيرة", "name"],
    ["Agence France-Presse", "AFP", "initials"],
    ["Qatar News Agency", "QNA", "initials"],
    ["British Broadcasting Corporation", "BBC", "initials"],
  ] as const)("offers %s and %s as one", (one, other, reason) => {
    expect(because(one, other)).toBe(reason);
    expect(because(other, one)).toBe(reason);
  });

  test.each([
    ["The Harbour Gazette", "The River Gazette"],
    ["Times of India", "The Times"],
    ["BBC Arabic", "BBC Persian"],
    ["Channel 4 News", "Channel 5 News"],
    ["وكالة الأنباء السعودية", "وكالة الأنباء الكويتية"],
    ["صحيفة الشرق", "صحيفة الشرق الأوسط"],
    ["News Agency", "The Press"],
    ["Associated Press", "AP"],
    ["", "…"],
  ] as const)("does not offer %s and %s", (one, other) => {
    expect(because(one, other)).toBeUndefined();
  });

  test.each<readonly [Named, Named, Doubles["because"] | undefined]>([
    [{ name: "Reuters", aliases: ["RTR"] }, { name: "RTR wire" }, "name"],
    [{ name: "رويترز", names: [{ value: "Reuters" }] }, { name: "Reuters" }, "name"],
    [{ name: "Reuters", wikidata: "Q130879" }, { name: "رويترز", wikidata: "Q130879" }, "entity"],
    [
      { name: "The Gazette", url: "https://www.gazette.example/en" },
      { name: "Harbour", url: "https://gazette.example" },
      "site",
    ],
    [{ name: null, names: null, aliases: null, url: "no address" }, { name: "Reuters" }, undefined],
  ])("looks at everything that a source is known by: %j and %j", (one, other, reason) => {
    expect(because(one, other)).toBe(reason);
  });

  test("offers each pair once, the surest first, and none of which somebody has said that they are two", () => {
    const all = named(
      "Harbour Gazette",
      { name: "Reuters", wikidata: "Q1" },
      "harbour gazette online",
      { name: "Reuters News Agency", wikidata: "Q1" },
      "The Gazette of Harbour",
    );
    const pairs = likelyDoubles(all, [["source-2", "source-0"]]).map(({ pair }) => pair.join(" "));
    expect(pairs).toEqual(["source-1 source-3", "source-0 source-4", "source-2 source-4"]);
    expect(
      likelyDoubles(all.toReversed(), [["source-0", "source-2"]]).map(({ pair }) => pair.join(" ")),
    ).toEqual(pairs);
  });

  test("does not offer what very many have in common", () => {
    const locals = Array.from({ length: 30 }, (_, number) => ({
      name: `Town ${number}`,
      url: "https://blogs.example",
    }));
    expect(likelyDoubles(named(...locals), [])).toEqual([]);
  });
});
