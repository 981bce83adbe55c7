import { describe, expect, it } from "vitest";
import { commit, expectPlain, lakeWithIndexes } from "../support/plain-answers.ts";

describe("what lists hold", () => {
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
