import fc from "fast-check";
import { expect, test } from "vitest";
import { alignKeys } from "../../../../importer/plan/align/align-keys.ts";
import { mergeDocument } from "../../../../importer/plan/merge/merge-document.ts";
import { toBody } from "../../../../importer/transform/to-body.ts";

type Rows = readonly (readonly string[])[];

/** An article whose body is one table, as the importer makes it. */
const articleOf = (rows: Rows, caption?: string) => ({
  _id: "a",
  _type: "article",
  ...toBody(
    { blocks: [{ kind: "table", hasHeaderRow: true, rows, ...(caption === undefined ? {} : { caption }) }] },
    new Map(),
  ),
});
type Article = ReturnType<typeof articleOf>;

/** What an editor makes of a stored article: other cells under the same keys, a row without a name in a new one. */
function edited(base: Article, rows: readonly (readonly [row: number, cells: readonly string[]])[]): Article {
  const [table] = base.body ?? [];
  if (table?._type !== "table") throw new Error("no table");
  return {
    ...base,
    body: [
      {
        ...table,
        rows: rows.map(([row, cells]) => ({
          _type: "tableRow",
          _key: table.rows[row]?._key ?? `new${row}`,
          cells: [...cells],
        })),
      },
    ],
  };
}

function merge(base: Article, current: Article, incoming: Article) {
  const { content, conflicts } = mergeDocument(base, current, alignKeys(base, incoming));
  const [table] = Array.isArray(content["body"]) ? content["body"] : [];
  const rows: { readonly cells: readonly string[] }[] = table?.rows ?? [];
  return { cells: rows.map(({ cells }) => cells), paths: conflicts.map(({ path }) => path) };
}

const head = ["Day", "Opens", "Closes"];
const [monday, tuesday] = [
  ["Mon", "9:00", "9:00"],
  ["Tue", "10:00", "18:00"],
];
const base = articleOf([head, monday, tuesday]);
const keyOf = (row: number): string => {
  const [table] = base.body ?? [];
  return table?._type === "table" ? `body[_key=="${table._key}"].rows[_key=="${table.rows[row]?._key}"]` : "";
};

test("an editor's table stays while the source says nothing new, and follows the source where nobody touched it", () => {
  const current = edited(base, [
    [0, head],
    [2, tuesday],
  ]);
  expect(merge(base, current, base)).toEqual({ cells: [head, tuesday], paths: [] });
  const next = [head, ["Mon", "8:00", "9:00"], ["Wed", "1", "2"]];
  expect(merge(base, base, articleOf(next))).toEqual({ cells: next, paths: [] });
});

test("equal cells of a row stay two, and each side's change goes into its own cell", () => {
  const current = edited(base, [
    [0, head],
    [1, ["Mon", "9:00", "17:00"]],
    [2, tuesday],
  ]);
  const incoming = articleOf([head, ["Mon", "8:00", "9:00"], tuesday], "Hours");
  expect(merge(base, current, incoming)).toEqual({
    cells: [head, ["Mon", "8:00", "17:00"], tuesday],
    paths: [],
  });
});

test("a cell that both sides changed stays the editor's, and the row is a question", () => {
  const current = edited(base, [
    [0, head],
    [1, ["Mon", "7:00", "9:00"]],
    [2, tuesday],
  ]);
  const incoming = articleOf([head, ["Mon", "8:00", "20:00"], tuesday]);
  expect(merge(base, current, incoming)).toEqual({
    cells: [head, ["Mon", "7:00", "20:00"], tuesday],
    paths: [keyOf(1)],
  });
});

test("where an editor added a column, the source's new figures are a question, and its new rows come in", () => {
  const wide = (cells: readonly string[]) => [...cells, "Note"];
  const current = edited(base, [
    [0, wide(head)],
    [1, wide(monday)],
    [2, wide(tuesday)],
  ]);
  const incoming = articleOf([head, monday, ["Tue", "11:00", "18:00"], ["Wed", "1", "2"]]);
  expect(merge(base, current, incoming)).toEqual({
    cells: [wide(head), wide(monday), wide(tuesday), ["Wed", "1", "2"]],
    paths: [keyOf(2)],
  });
});

test("a row that the source corrected is the same row, by its name if not by its figures", () => {
  const aligned = alignKeys(base, articleOf([head, ["Tue", "0", "1"], ["Mon", "2", "3"]]));
  const keys = ({ body = [] }: Article) =>
    body.flatMap((block) => (block._type === "table" ? block.rows.map(({ _key }) => _key) : []));
  const [first, second, third] = keys(base);
  expect(keys(aligned)).toEqual([first, third, second]);
});

test("an embed is the same by its address, whatever is said of it now", () => {
  const of = (text: string, url = "https://video.example/1") => ({
    _id: "a",
    _type: "article",
    ...toBody({ blocks: [{ kind: "embed", url, text }] }, new Map()),
  });
  const before = of("Boats in the harbour");
  const { content, conflicts } = mergeDocument(
    before,
    { ...before, headline: "Boats" },
    alignKeys(before, of("Ships at sea")),
  );
  expect(conflicts).toEqual([]);
  expect(content).toMatchObject({ headline: "Boats", body: [{ text: "Ships at sea" }] });
});

test("whatever both sides do to a table, each change of the source is in it or a question, and none of the editor's is lost", () => {
  const cell = fc.constantFrom("a", "b", "c", "1", "");
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      rows,
      rows,
      fc.array(fc.tuple(fc.nat(5), fc.tuple(cell, cell)), { maxLength: 4 }),
      (was, now, edits) => {
        const [before, incoming] = [articleOf(was), articleOf(now)];
        const chosen = [...new Map(edits).entries()];
        const current = edited(before, chosen);
        const { cells, paths } = merge(before, current, incoming);
        for (const [row, own] of chosen) {
          if (was[row] === undefined || was[row].join() !== own.join())
            for (const [at, text] of own.entries())
              if (text !== was[row]?.[at]) expect(cells.some((one) => one[at] === text)).toBe(true);
        }
        for (const [at, text] of now.flatMap((row) => [...row.entries()])) {
          const isNews = !was.some((row) => row[at] === text);
          if (isNews && !cells.some((row) => row[at] === text)) expect(paths).not.toEqual([]);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
