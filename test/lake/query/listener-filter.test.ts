import { evaluateSync, parse, toJS } from "groq-js";
import { expect, it } from "vitest";
import { audience } from "../../../lake/core/audience.ts";
import type { LakeDocument } from "../../../lake/core/dataset.ts";
import { listenerFilter } from "../../../lake/query/listener-filter.ts";

const documents: readonly LakeDocument[] = ["a", "drafts.a", "versions.r.a", "b"].flatMap((_id) =>
  ["story", "note"].flatMap((_type) =>
    [1, 2, null].map((n) => ({
      _id,
      _type,
      n,
      _rev: "r",
      _createdAt: "2026-11-23T10:00:00Z",
      _updatedAt: "2026-11-23T10:00:00Z",
    })),
  ),
);

it.each([
  "*",
  '*[_id == "a"]',
  '*[_id in ["a", "drafts.a"]]',
  '*[_id == "a" || _id == "drafts.a"]',
  '*[_id == "a" || _type == "note"]',
  '*[_id == "a" || n == 1]',
  '*[_type == "story" && _id == "b"]',
  '*[_type == "story" && n > 1]',
  '*[_type in ["story", "note"]][n == 1]',
  '*[_id == "a"][_type == "note"]',
  '*[!(_id == "a")]',
  '*[_id in path("drafts.**")]',
  '*[_type == "story" && (_id == "a" || n == 2)] | order(n)',
  '*[_id in ["a"] || _id in path("versions.*.a")]',
  '*[_id == "a" && _id == "b"]',
])("a listener to %s accepts what the filter accepts, and is among those who are asked", (query) => {
  const { accepts, interest } = listenerFilter(query, {}, "local");
  const all = audience();
  all.add(() => {}, interest);
  for (const document of documents) {
    const found: unknown = toJS(
      evaluateSync(parse(query.split(" | order")[0] ?? ""), { dataset: [document] }),
    );
    const isWanted = Array.isArray(found) && found.length > 0;
    expect(accepts(document), JSON.stringify(document)).toBe(isWanted);
    const change = { id: document._id, before: null, after: document, deleted: false };
    const asked = all.of({
      sequence: 1,
      transactionId: "t",
      timestamp: "2026-11-23T10:00:00.000Z",
      author: "local",
      changes: [{ ...change, mutations: [], effects: { apply: [], revert: [] } }],
    });
    if (isWanted) expect(asked).toHaveLength(1);
  }
});
