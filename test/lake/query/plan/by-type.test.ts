import { describe, expect, it } from "vitest";
import type { OrderKey } from "../../../../lake/core/dataset.ts";
import { byType, isMergeable, merged } from "../../../../lake/query/plan/by-type.ts";

const documents = [
  { _id: "c", _updatedAt: "2026-11-29T10:00:00Z" },
  { _id: "a", _updatedAt: "2026-11-29T11:00:00Z" },
  { _id: "b", _updatedAt: "2026-11-29T10:00:00Z" },
];
const idsBy = (...order: OrderKey[]): unknown =>
  merged(documents, order).map((document) => documents.find((each) => each === document)?._id);

describe("pages of several types", () => {
  it("are merged by time, and by id where that is the same", () => {
    expect(idsBy({ key: ["_updatedAt"], descending: false })).toEqual(["b", "c", "a"]);
    expect(idsBy({ key: ["_updatedAt"], descending: true })).toEqual(["a", "b", "c"]);
    expect(idsBy({ key: ["_id"], descending: true })).toEqual(["c", "b", "a"]);
    expect(idsBy()).toEqual(["a", "b", "c"]);
  });

  it("are left to the store in any other order", () => {
    const byTime = { key: ["_updatedAt"], descending: true };
    expect([[], [byTime], [{ ...byTime, key: ["title"] }], [byTime, byTime]].map(isMergeable)).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it("come of conditions that together say the same", () => {
    const since = { kind: "defined", path: ["title"] } as const;
    const ofTypes = { kind: "type", values: ["a", "b", "a"] } as const;
    expect(byType({ kind: "and", of: [since, ofTypes] })).toEqual(
      ["a", "b"].map((type) => ({
        type,
        condition: { kind: "and", of: [{ kind: "type", values: [type] }, since] },
      })),
    );
    expect(byType(since)).toEqual([{ condition: since }]);
  });
});
