import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { View } from "../../../lake/core/dataset.ts";
import { idInLayer } from "../../../lake/core/document-id.ts";
import { commit, expectPlain, lakeWithIndexes } from "../support/plain-answers.ts";
import { CaseCount } from "../../support/case-count.ts";
import { isLong } from "../../support/is-long.ts";

const member = fc.constantFrom<unknown>(
  ...["x", "x", "y", "y", "z", "", "1", "a\0", "\uff21", "\u{1f600}", "true", 'q"\\'],
  ...[1, 1, 0, -0, 2.5, 1e21, 2 ** 53, true, false, null],
  ...[["x"], { k: "x" }],
);
/** What is no list too, and what a list holds several times. */
const list = fc.oneof(
  { weight: 5, arbitrary: fc.array(member, { maxLength: 4 }) },
  fc.constantFrom("x", 1, null, { tags: ["x"] }, ["x", "x", "x"]),
);
const item = fc.oneof(
  { weight: 3, arbitrary: fc.record({ k: member, deep: fc.record({ k: member }) }, { requiredKeys: [] }) },
  member,
);
const anyDocuments = fc.uniqueArray(
  fc.record(
    {
      _id: fc
        .tuple(fc.nat(40), fc.constantFrom("", "", "drafts", "versions.r1"))
        .map(([number, layer]) => idInLayer(`d${number}`, layer)),
      _type: fc.constantFrom("story", "story", "story", "other"),
      tags: list,
      in: fc.record({ tags: list }, { requiredKeys: [] }),
      items: fc.oneof({ weight: 4, arbitrary: fc.array(item, { maxLength: 3 }) }, member),
      n: fc.constantFrom(1, 2, 3),
      who: fc.option(fc.constantFrom("me", null), { nil: undefined, freq: 2 }),
      state: fc.constantFrom("a", "a", "b", "c", 1, null),
    },
    { requiredKeys: ["_id", "_type"] },
  ),
  { selector: ({ _id }) => _id, minLength: 15, maxLength: 40, size: "max" },
);
const anyView = fc.constantFrom<View>(
  {},
  { withoutVersions: true },
  { layers: [""] },
  { layers: ["drafts", ""] },
  { layers: ["versions.r1", "drafts", ""] },
);

const asked = fc
  .constantFrom<unknown>(
    ...["x", "x", "x", "y", "z", "", "1", "a\0", "\uff21", 1, 0, 2 ** 53, true, false, null, 2.5],
  )
  .map((value) => JSON.stringify(value));
const held = fc.constantFrom("tags", "tags", "tags[]", "in.tags", "items", "items[].k", "items[].deep.k");
const holds: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(asked, held).map((both) => both.join(" in ")) },
  fc.tuple(asked, asked).map(([a, b]) => `array::intersects(tags, [${a}, ${b}])`),
  asked.map((value) => `count(tags[@ == ${value}]) > 0`),
  fc.tuple(asked, asked).map(([a, b]) => `count(items[k in [${a}, ${b}]]) >= 1`),
);
const other = fc.constantFrom(
  ...[
    "n == 2",
    "n < 3",
    "n > 1",
    'state == "a"',
    "!defined(who)",
    "defined(who)",
    'who == "me"',
    '_id > "d2"',
  ],
  ...['references("d1")', "!defined(tags)", "defined(in.tags)", 'title match "x"'],
);
const anyCondition: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: holds },
  { weight: 3, arbitrary: fc.tuple(holds, other).map((both) => both.join(" && ")) },
  fc.tuple(other, holds, holds).map((all) => all.join(" && ")),
  fc.tuple(holds, holds).map((both) => `(${both.join(" || ")})`),
  fc.tuple(holds, other).map((both) => `(${both.join(" || ")})`),
  fc.tuple(holds, holds).map(([a, b]) => `${a} && !(${b})`),
  fc.tuple(holds, holds).map(([a, b]) => `(!(${a}) || ${b})`),
  { weight: 2, arbitrary: other },
  fc.tuple(other, other).map((both) => both.join(" && ")),
);
const order = fc.constantFrom(
  ...["", " | order(n, _id)", " | order(n asc, state desc, _id asc)", " | order(state desc, n)"],
  ...[" | order(_updatedAt desc)", " | order(count(tags))"],
);
const slice = fc.constantFrom("", "[0...3]", "[2...8]", "[0]", "[5...100]");
const all = (condition: string): string => `*[_type == "story" && ${condition}]`;
const query: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(anyCondition, order, slice)
      .map(([where, by, some]) => `${all(where)}${by}${some}._id`),
  },
  anyCondition.map((where) => `count(${all(where)})`),
  {
    weight: 2,
    arbitrary: anyCondition.map((where) => {
      const counts = ["a", "b", "c"].map(
        (state) => `"${state}": count(${all(`${where} && state == "${state}"`)})`,
      );
      return `{${counts.join()}}`;
    }),
  },
  fc
    .array(anyCondition, { minLength: 2, maxLength: 4 })
    .map((parts) => `{${parts.map((where, n) => `"${n}": count(${all(where)})`).join()}}`),
  anyCondition.map((where) => `array::unique(${all(where)}.state)`),
  anyCondition.map((where) => `count(*[${where}])`),
);

const timeoutMs = isLong ? 3_600_000 : 120_000;

describe("what lists hold", () => {
  it(
    "is found by an index as it is in the documents",
    async () => {
      const cases = new CaseCount();
      await fc.assert(
        fc.asyncProperty(
          anyDocuments,
          fc.array(fc.tuple(query, anyView), { minLength: 6, maxLength: 6 }),
          fc.constantFrom(2, 5, 1_000),
          fc.constantFrom("few", "many", "most"),
          async (contents, queries, many, frequency) => {
            const { dataset, workAll, close } = lakeWithIndexes(frequency, many);
            try {
              const [some, others] = [contents.slice(0, 12), contents.slice(12)];
              commit(dataset, some);
              // Before there is an index, and once more, so that there will be one.
              await expectPlain(dataset, queries);
              await expectPlain(dataset, queries);
              workAll();
              const changed = some
                .slice(0, 6)
                .map((each, place) => ({ ...each, tags: others[place]?.tags ?? ["x"] }));
              commit(dataset, [...others, ...changed]);
              dataset.commit({
                author: "me",
                mutations: some.slice(6, 8).map(({ _id }) => ({ delete: { id: _id } })),
              });
              for (const found of await expectPlain(dataset, queries))
                cases.add(isSomething(found) ? "something" : "nothing");
            } finally {
              close();
            }
          },
        ),
        isLong ? { numRuns: 2_500 } : { numRuns: 150, seed: 20_261_129 },
      );
      cases.expectShares({ something: 0.3, nothing: 0.1 });
    },
    timeoutMs,
  );

  it("is found by words where there is no index, also for a page that is full before all are found", async () => {
    const { dataset, close } = lakeWithIndexes("few", 1_000);
    try {
      commit(
        dataset,
        ["a", "b", "c"].map((_id) => ({ _id, _type: "story", tags: ["x"] })),
      );
      const [found] = await expectPlain(dataset, [['*[_type == "story" && "x" in tags][0...2]._id', {}]]);
      expect(found).toEqual(["a", "b"]);
    } finally {
      close();
    }
  });
});

function isSomething(found: unknown): boolean {
  if (Array.isArray(found)) return found.length > 0;
  if (typeof found === "object" && found !== null) return Object.values(found).some((each) => each !== 0);
  return found !== null && found !== 0;
}
