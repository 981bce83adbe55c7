import type { SanityDocumentStub } from "@sanity/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import type { LiveQuery } from "../../../../studio/live/use-live-query.ts";
import {
  doublesQuery,
  pageSize,
  sourcesQuery,
  usesQuery,
} from "../../../../studio/desk/sources/source-queries.ts";
import { openTestLake, type TestLake } from "../../../support/open-test-lake.ts";

let lake: TestLake;
beforeEach(async () => {
  lake = await openTestLake();
});
afterEach(() => lake.close());

const store = (documents: readonly SanityDocumentStub[]): Promise<unknown> =>
  lake.client.mutate(documents.map((create) => ({ create })));

const ask = async <Schema extends z.ZodType>({
  query,
  params,
  schema,
  perspective,
}: LiveQuery<Schema>): Promise<z.output<Schema>> =>
  schema.parse(await lake.client.withConfig({ perspective }).fetch(query, params));

const source = (slug: string, more: object = {}): SanityDocumentStub => ({
  _id: `source-${slug}`,
  _type: "source",
  name: slug,
  ...more,
});

const names = async (words: string, page = 0): Promise<unknown> =>
  (await ask(sourcesQuery(words, page))).rows.map(({ name }) => name);

test("sourcesQuery() lists sources by name, a page at a time, each once, with all that match the words", async () => {
  await store([
    source("reuters", { name: "Reuters", aliases: ["The wire"] }),
    { ...source("reuters", { name: "Reuters, renamed" }), _id: "drafts.source-reuters" },
    { ...source("afp", { name: "agence", names: [{ value: "فرانس برس" }] }), _id: "drafts.source-afp" },
    ...Array.from({ length: pageSize }, (_, number) => source(`town-${number}`)),
  ]);
  const first = await ask(sourcesQuery("", 0));
  expect(first.count).toBe(pageSize + 2);
  expect(first.rows).toHaveLength(pageSize);
  expect(first.rows.slice(0, 2).map(({ _id, name }) => [_id, name])).toEqual([
    ["source-afp", "agence"],
    ["source-reuters", "Reuters, renamed"],
  ]);
  expect(await names("", 1)).toHaveLength(2);
  expect(await names("wire")).toEqual([]);
  expect(await names("renamed reuters")).toEqual(["Reuters, renamed"]);
  expect(await names("فرانس")).toEqual(["agence"]);
});

test("usesQuery() counts the articles and the pictures of each source, a draft and what is published as one", async () => {
  const reference = { _type: "reference", _ref: "source-a", _weak: true };
  const article = (_id: string): SanityDocumentStub => ({
    _id,
    _type: "article",
    infoSources: [{ _key: "k", source: reference }],
  });
  await store([
    source("a"),
    source("b"),
    ...["article-1", "drafts.article-1", "drafts.article-2"].map(article),
    { _id: "newsimage-1", _type: "newsImage", source: reference },
  ]);
  const uses = await ask(usesQuery(["source-a", "source-b", 'odd "id"']));
  expect([uses.articles("source-a"), uses.pictures("source-a")]).toEqual([2, 1]);
  expect([uses.articles("source-b"), uses.pictures('odd "id"')]).toEqual([0, 0]);
});

test("doublesQuery() reads all sources as editors see them, and what somebody has said of them", async () => {
  await store([
    source("a"),
    { ...source("a", { name: "A" }), _id: "drafts.source-a" },
    { _id: "x", _type: "sourcesApart", pair: ["a", "b"] },
  ]);
  expect(await ask(doublesQuery)).toMatchObject({
    sources: [{ _id: "source-a", name: "A" }],
    apart: [{ pair: ["a", "b"] }],
  });
});
