import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyList, frozenSteps } from "../../../../studio/desk/lists/frozen-list.ts";
import { queueOrder } from "../../../../studio/desk/queue/queue-row.ts";
import { rowOf } from "../../../support/queue-rows.ts";

const { withPage, withChanged } = frozenSteps(queueOrder);
const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString();
const [a, b, c] = [
  rowOf("a", { importedAt: day(9) }),
  rowOf("b", { importedAt: day(8) }),
  rowOf("c", { importedAt: day(7) }),
];
const page = withPage(emptyList, [a, b, c], 3);
const names = (rows: readonly { articleId: string }[]): string[] => rows.map(({ articleId }) => articleId);

test("withPage() knows the end of the list by a page that is not full", () => {
  expect(page.isComplete).toBe(false);
  expect(withPage(page, [], 3)).toMatchObject({ isComplete: true, end: c, rows: [a, b, c] });
});

test("withChanged() leaves a row that has left the list in its place, and takes it back when it returns", () => {
  const doneNow = rowOf("b", { state: "done", importedAt: day(8) });
  const change = { changed: [b.recordId], rows: [doneNow], within: [] };
  const after = withChanged(page, change);
  expect(after.rows).toEqual([a, doneNow, c]);
  expect(after.gone).toEqual(new Set([b.recordId]));
  expect(withChanged(after, { ...change, rows: [b], within: [b.recordId] }).gone).toEqual(new Set());
});

test("withChanged() marks a row whose record was deleted", () => {
  expect(withChanged(page, { changed: [a.recordId], rows: [], within: [] }).gone).toEqual(
    new Set([a.recordId]),
  );
});

test("withChanged() counts as new what belongs above the end, and leaves the rest to later pages", () => {
  const [above, below] = [rowOf("new", { importedAt: day(10) }), rowOf("old", { importedAt: day(1) })];
  const ids = [above.recordId, below.recordId];
  const after = withChanged(page, { changed: ids, rows: [above, below], within: ids });
  expect(after.newcomers).toEqual(new Set([above.recordId]));
  expect(after.rows).toEqual(page.rows);
  const gone = withChanged(after, { changed: [above.recordId], rows: [above], within: [] });
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
        list = withChanged(list, { changed: recordIds, rows, within });
        expect(names(list.rows)).toEqual(names(page.rows));
        expect(list.newcomers.isDisjointFrom(new Set(list.rows.map(({ recordId }) => recordId)))).toBe(true);
      }
    }),
  );
});
