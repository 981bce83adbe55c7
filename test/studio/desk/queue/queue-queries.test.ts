import type { SanityDocumentStub } from "@sanity/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deskStateNames, type DeskStateName, type QueueFilter } from "../../../../schemas/index.ts";
import { chipsOf, filterOfParams, withPart } from "../../../../studio/desk/queue/filter-params.ts";
import { changedRowsQuery, countsQuery, pageQuery } from "../../../../studio/desk/queue/queue-queries.ts";
import { askList, type ListQuery } from "../../../../studio/desk/lists/list-query.ts";
import type { QueueRow } from "../../../../studio/desk/queue/queue-row.ts";
import type { z } from "zod";
import { openTestLake, type TestLake } from "../../../support/open-test-lake.ts";

let lake: TestLake;
beforeEach(async () => {
  lake = await openTestLake();
});
afterEach(() => lake.close());

interface Stored {
  readonly state: DeskStateName;
  readonly day?: number;
  readonly language?: string;
  readonly source?: string;
  readonly run?: string;
  readonly assignee?: string;
  readonly text?: string;
}

/** Stores stories under numbers, the first being 0. */
async function store(...stories: readonly Stored[]): Promise<void> {
  const documents = stories.flatMap<SanityDocumentStub>(
    ({ state, day = 1, source, assignee, ...more }, number) => [
      { _id: `drafts.article-${number}`, _type: "article", headline: `Story ${number}` },
      {
        _id: `import.article-${number}`,
        _type: "importRecord",
        article: { _type: "reference", _weak: true, _ref: `article-${number}` },
        contentHash: "hash",
        sourceText: more.text ?? "",
        run: more.run ?? "run",
        importedAt: new Date(2026, 2, day, 12).toISOString(),
        review: {
          _type: "review",
          state,
          gravity: deskStateNames.indexOf(state),
          since: "2026-03-01T00:00:00.000Z",
          ...(more.language !== undefined && { language: more.language }),
          ...(source !== undefined && { sources: ["source-other", source] }),
          ...(assignee !== undefined && { assignee }),
        },
      },
    ],
  );
  await lake.client.mutate(documents.map((create) => ({ create })));
}

const ask = <Schema extends z.ZodType>(query: ListQuery<Schema>): Promise<z.output<Schema>> =>
  askList(lake.client.withConfig({ perspective: "drafts" }), query);

const page = (filter: QueueFilter, after?: QueueRow): Promise<readonly QueueRow[]> =>
  ask(pageQuery(filter, "ada", after));
const numbers = (rows: readonly QueueRow[]): number[] =>
  rows.map(({ articleId }) => Number(articleId.split("-")[1]));

test("pageQuery() lists what waits for somebody, the gravest first, then the newest", async () => {
  await store(
    { state: "ready" },
    { state: "done" },
    { state: "withdrawn" },
    { state: "ready", day: 2 },
    { state: "rejected" },
  );
  expect(numbers(await page({}))).toEqual([2, 3, 0]);
  expect(numbers(await page({ state: "done" }))).toEqual([1]);
  expect(await page({ state: "withdrawn" })).toMatchObject([
    {
      recordId: "import.article-2",
      article: { headline: "Story 2", originalId: "drafts.article-2" },
      review: { state: "withdrawn" },
    },
  ]);
});

test("pageQuery() goes on after a row, over stories of the same time, and tells none twice", async () => {
  const states: readonly DeskStateName[] = ["ready", "doubtful"];
  await store(
    ...Array.from({ length: 130 }, (_, number) => ({
      state: states[number % 2] ?? "ready",
      day: 1 + (number % 3),
    })),
  );
  const first = await page({});
  const second = await page({}, first.at(-1));
  const third = await page({}, second.at(-1));
  expect([first.length, second.length, third.length]).toEqual([50, 50, 30]);
  expect(new Set(numbers([...first, ...second, ...third])).size).toBe(130);
  expect(await page({}, third.at(-1))).toEqual([]);
});

test.each<readonly [name: string, filter: QueueFilter, expected: readonly number[]]>([
  ["language", { language: "ar" }, [0]],
  ["source", { source: "source-a" }, [1]],
  ["run", { run: "other" }, [1]],
  ["from", { from: "2026-03-03" }, [3, 2]],
  ["to", { to: "2026-03-02" }, [1, 0]],
  ["from and to", { from: "2026-03-02", to: "2026-03-02" }, [1]],
  ["me", { person: "me" }, [2]],
  ["nobody", { person: "nobody" }, [1, 0]],
  ["somebody", { person: "grace" }, [3]],
  ["text", { text: "bridge" }, [3]],
  ["all at once", { language: "ar", person: "nobody", to: "2026-03-01" }, [0]],
])("a filter by %s finds what it says, and counts the same", async (_, filter, expected) => {
  await store(
    { state: "ready", language: "ar" },
    { state: "ready", source: "source-a", run: "other", day: 2 },
    { state: "ready", assignee: "ada", day: 3 },
    { state: "ready", assignee: "grace", text: "The bridge opens", day: 4 },
  );
  expect(numbers(await page(filter))).toEqual(expected);
  expect(await ask(countsQuery(filter, "ada"))).toMatchObject({ ready: expected.length, done: 0 });
  const changed = await ask(changedRowsQuery(filter, "ada", ["import.article-0", "import.article-3"]));
  expect(changed.rows.length).toBe(2);
  expect(changed.within.toSorted()).toEqual(
    [0, 3].filter((number) => expected.includes(number)).map((number) => `import.article-${number}`),
  );
});

test("countsQuery() counts every state, whichever tab is open", async () => {
  await store({ state: "ready" }, { state: "done" }, { state: "done" });
  const counts = await ask(countsQuery({ state: "ready" }, "ada"));
  expect(Object.keys(counts)).toEqual(deskStateNames);
  expect(counts).toMatchObject({ ready: 1, done: 2, withdrawn: 0 });
});

test("filterOfParams() reads an address, and leaves out what it cannot read", () => {
  const filter = { state: "ready", language: "ar", from: "2026-03-01", text: "جسر" } as const;
  expect(filterOfParams(filter)).toEqual(filter);
  expect(filterOfParams({ state: "of-tomorrow", from: "yesterday", language: "ar", view: "x" })).toEqual({
    language: "ar",
  });
  expect(filterOfParams()).toEqual({});
});

test("withPart() changes one part of a filter, and chipsOf() shows all but the tab", () => {
  const filter = withPart(withPart({ state: "ready" }, "language", "ar"), "text", "جسر");
  expect(chipsOf(filter)).toEqual([
    ["text", "جسر"],
    ["language", "ar"],
  ]);
  expect(withPart(filter, "language", undefined)).toEqual({ state: "ready", text: "جسر" });
  expect(withPart(filter, "text", "")).toEqual({ state: "ready", language: "ar" });
});
