import { expect, it } from "vitest";
import { audience } from "../../../lake/core/audience.ts";
import type { Commit, Interest, LakeDocument } from "../../../lake/core/dataset.ts";

const document = (_id: string, _type: string): LakeDocument => ({
  _id,
  _type,
  _rev: "r",
  _createdAt: "2026-11-23T10:00:00Z",
  _updatedAt: "2026-11-23T10:00:00Z",
});

const commitOf = (before: LakeDocument | null, after: LakeDocument | null): Commit => ({
  sequence: 1,
  transactionId: "t",
  timestamp: "2026-11-23T10:00:00.000Z",
  author: "local",
  changes: [
    {
      id: (after ?? before)?._id ?? "",
      before,
      after,
      deleted: after === null,
      mutations: [],
      effects: { apply: [], revert: [] },
    },
  ],
});

const interests: Readonly<Record<string, Interest | undefined>> = {
  stories: { kind: "types", values: ["story"] },
  everything: undefined,
  "a or b": { kind: "ids", values: ["a", "b", "a"] },
  nothing: { kind: "ids", values: [] },
};

it.each([
  ["a document that appears", null, document("a", "story"), ["stories", "everything", "a or b"]],
  ["one that nobody names", document("c", "note"), document("c", "note"), ["everything"]],
  ["one that is no story any more", document("c", "story"), document("c", "note"), ["stories", "everything"]],
  ["one that is gone", document("b", "note"), null, ["everything", "a or b"]],
])(
  "audience() finds in the order in which they came those whom %s may concern",
  (_what, before, after, names) => {
    const all = audience();
    const told: string[] = [];
    const leave = Object.entries(interests).map(([name, interest]) =>
      all.add(() => told.push(name), interest),
    );
    const commit = commitOf(before, after);
    for (const listener of all.of(commit)) listener(commit);
    expect(told).toEqual(names);
    for (const end of leave) end();
    expect(all.of(commit)).toEqual([]);
  },
);
