import { expect, test } from "vitest";
import { emptyList } from "../../../../studio/desk/lists/frozen-list.ts";
import { neighbour, nextRow } from "../../../../studio/desk/queue/next-row.ts";
import { rowOf } from "../../../support/queue-rows.ts";

const [a, b, c] = [rowOf("a"), rowOf("b"), rowOf("c")];
const page = { ...emptyList, rows: [a, b, c] };

const alone = { me: "ada", openElsewhere: new Set<string>() };

test("nextRow() is the next below, then the first above, and never the one that one comes from", () => {
  expect(nextRow(page, a.articleId, alone)).toBe(b);
  expect(nextRow(page, c.articleId, alone)).toBe(a);
  expect(nextRow(page, undefined, alone)).toBe(a);
  expect(nextRow({ ...page, rows: [a] }, a.articleId, alone)).toBeUndefined();
});

test("nextRow() passes over what others have taken or open, and what has left the queue", () => {
  const taken = rowOf("b", { assignee: "grace" });
  const list = { ...page, rows: [a, taken, c] };
  expect(nextRow(list, a.articleId, alone)).toBe(c);
  expect(nextRow(list, a.articleId, { ...alone, me: "grace" })).toBe(taken);
  expect(nextRow(list, a.articleId, { me: "grace", openElsewhere: new Set([taken.articleId]) })).toBe(c);
  expect(nextRow({ ...list, gone: new Set([c.recordId]) }, a.articleId, alone)).toBeUndefined();
});

test("neighbour() stays within the list, and begins at its top", () => {
  expect([neighbour(page, b.articleId, 1), neighbour(page, b.articleId, -1)]).toEqual([c, a]);
  expect(neighbour(page, c.articleId, 1)).toBeUndefined();
  expect(neighbour(page, "article-elsewhere", 1)).toBe(a);
});
