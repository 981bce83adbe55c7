import { describe, expect, test } from "vitest";
import { noticesOf, wordsOfOrder } from "../../../../studio/desk/banner/notices-of.ts";

const now = new Date("2026-03-04T12:00:00Z");

const record = {
  article: { _type: "reference" as const, _ref: "article-1", _weak: true as const },
  contentHash: "text-2",
};
const review = {
  _type: "review" as const,
  state: "ready" as const,
  gravity: 0,
  since: "2026-03-01T00:00:00Z",
};
const draft = (more: object) => ({ _id: "drafts.article-1", _type: "article", _rev: "1", ...more });
const decided = (of: string) => ({ kind: "done" as const, by: "ada", at: "2026-03-02T00:00:00Z", of });

describe("noticesOf()", () => {
  test.each([
    ["nothing of a usable story", { pubStatus: "usable" }, {}, []],
    ["that the source has withdrawn it", { pubStatus: "canceled" }, {}, [{ kind: "withdrawn" }]],
    ["that it is held back", { pubStatus: "withheld" }, {}, [{ kind: "withheld" }]],
    [
      "when its embargo ends",
      { embargoedUntil: "2026-03-04T18:00:00+03:00" },
      {},
      [{ kind: "embargoed", until: "2026-03-04T18:00:00+03:00" }],
    ],
    ["nothing of an embargo that is over", { embargoedUntil: "2026-03-04T14:00:00+03:00" }, {}, []],
    [
      "that it withdraws another one",
      { pubStatus: "usable" },
      { state: "withdrawn", open: ["withdraws-another"] },
      [{ kind: "withdraws-another" }],
    ],
    [
      "that its order is unclear",
      {},
      { state: "embargoed", open: ["unknown-status"] },
      [{ kind: "unclear" }],
    ],
    ["nothing new of a text that is decided", {}, { decision: decided("text-2") }, []],
    [
      "of an order first, and then of another version",
      { pubStatus: "canceled" },
      { decision: decided("text-1") },
      [{ kind: "withdrawn" }, { kind: "new-version" }],
    ],
  ] as const)("tells %s", (_, article, standing, wanted) => {
    const story = {
      record: {
        ...record,
        review: { ...review, ...standing, open: [...("open" in standing ? standing.open : [])] },
      },
      documents: [draft(article)],
    };
    expect(noticesOf(story, now)).toEqual(wanted);
  });
});

describe("wordsOfOrder()", () => {
  const order = (path: string, ...lines: number[]) => ({
    path,
    lines,
    rule: "control-order",
    confidence: 0.9,
  });
  const sourceText = "EMBARGOED UNTIL 6 PM\nBridge opens\nKILL THIS STORY\n";

  test("gives the note to editors, which says it whole", () => {
    const evidence = [order("pubStatus", 3)];
    expect(wordsOfOrder(" Kill: wrong name ", { evidence, sourceText })).toBe("Kill: wrong name");
  });

  test("gives the lines that the order was read from where there is no note", () => {
    const evidence = [order("headline", 2), order("pubStatus", 3), order("embargoedUntil", 1, 3)];
    expect(wordsOfOrder(undefined, { evidence, sourceText })).toBe("EMBARGOED UNTIL 6 PM\nKILL THIS STORY");
    expect(wordsOfOrder("", { evidence: [], sourceText })).toBeUndefined();
  });
});
