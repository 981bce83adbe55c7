import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyList, withChanged, withPage } from "../../../../studio/desk/queue/frozen-list.ts";
import { neighbour, nextRow } from "../../../../studio/desk/queue/next-row.ts";
import { rowOf } from "../../../support/queue-rows.ts";

const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString();
const [a, b, c] = [
  rowOf("a", { importedAt: day(9) }),
  rowOf("b", { importedAt: day(8) }),
  rowOf("c", { importedAt: day(7) }),
];
const page = withPage(emptyList, [a, b, c], 3);
const names = (rows: readonly { articleId: string }[]): string[] => rows.map(({ articleId }) => articleId);

test("withPage() knows the end of the queue by a page that is not full", () => {
  expect(page.isComplete).toBe(false);
  expect(withPage(page, [], 3)).toMatchObject({ isComplete: true, end: c, rows: [a, b, c] });
});

test("withChanged() leaves a row that has left the queue in its place, and takes it back when it returns", () => {
  const doneNow = rowOf("b", { state: "done", importedAt: day(8) });
  const change = { recordIds: [b.recordId], rows: [doneNow], within: [] };
  const after = withChanged(page, change);
  expect(after.rows).toEqual([a, doneNow, c]);
  expect(after.gone).toEqual(new Set([b.recordId]));
  expect(withChanged(after, { ...change, rows: [b], within: [b.recordId] }).gone).toEqual(new Set());
});

test("withChanged() marks a row whose record was deleted", () => {
  expect(withChanged(page, { recordIds: [a.recordId], rows: [], within: [] }).gone).toEqual(
    new Set([a.recordId]),
  );
});

test("withChanged() counts as new what belongs above the end, and leaves the rest to later pages", () => {
  const [above, below] = [rowOf("new", { importedAt: day(10) }), rowOf("old", { importedAt: day(1) })];
  const ids = [above.recordId, below.recordId];
  const after = withChanged(page, { recordIds: ids, rows: [above, below], within: ids });
  expect(after.newcomers).toEqual(new Set([above.recordId]));
  expect(after.rows).toEqual(page.rows);
  const gone = withChanged(after, { recordIds: [above.recordId], rows: [above], within: [] });
  expect(gone.newcomers).toEqual(new Set());
});

test("no change ever moves a row", () => {
  const ids = fc.subarray(["a", "b", "c", "d", "e"]);
  const change = fc.record({ ids, inside: ids, day: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      let list = page;
      for (const { ids: touched, inside, day: number } of changes) {
        const rows = touched.map((name) => rowOf(name, { importedAt: day(number) }));
        const recordIds = rows.map(({ recordId }) => recordId);
        const within = recordIds.filter((id) => inside.some((name) => id.endsWith(name)));
        list = withChanged(list, { recordIds, rows, within });
        expect(names(list.rows)).toEqual(names(page.rows));
        expect(list.newcomers.isDisjointFrom(new Set(list.rows.map(({ recordId }) => recordId)))).toBe(true);
      }
    }),
  );
});

const alone = { me: "ada", openElsewhere: new Set<string>() };

test("nextRow() is the next below, then the first above, and never the one that one comes from", () => {
  expect(nextRow(page, a.articleId, alone)).toBe(b);
  expect(nextRow(page, c.articleId, alone)).toBe(a);
  expect(nextRow(page, undefined, alone)).toBe(a);
  expect(nextRow(withPage(emptyList, [a], 3), a.articleId, alone)).toBeUndefined();
});

test("nextRow() passes over what others have taken or open, and what has left the queue", () => {
  const taken = rowOf("b", { assignee: "grace" });
  const list = withPage(emptyList, [a, taken, c], 9);
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
