import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servedAt } from "../../../lake/core/asset-addresses.ts";
import type { Dataset, DocumentSource } from "../../../lake/core/dataset.ts";
import { openServices, type OpenServices } from "../../../lake/open-services.ts";
import { runQuery } from "../../../lake/query/run-query.ts";

const articles = 300;

let services: OpenServices;
let dataset: Dataset;
beforeAll(() => {
  services = openServices({ dataFolder: ":memory:" });
  dataset = servedAt(services.dataset("production"), { origin: "http://localhost", projectId: "copydesk" });
  const block = (text: string) => ({ _type: "block", children: [{ _type: "span", text }] });
  dataset.commit({
    author: "me",
    mutations: Array.from({ length: articles }, (_, number) => ({
      create: {
        ...{ _id: `article-${number}`, _type: "article", headline: `Truce number ${number}` },
        body: [block(number % 100 === 7 ? "Nobody saw Foobar-Ministers at 新闻中心." : "All quiet.")],
      },
    })),
  });
});
afterAll(() => services.close());

/** As `sanity` 6 sends them (createSearchQuery in its SearchProvider), with the strategies groq2024 and groqLegacy. */
const studio = {
  ranked:
    '*[_type in $__types && (_type == "article")] | score(boost(_type in ["article"] && headline match text::query($__query), 10), boost(_type in ["article"] && pt::text(body) match text::query($__query), 2), ([@, _id] match text::query($__query) || references($__rawQuery))) [_score > 0] {_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc) [0...$__limit]',
  byTime:
    '*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery))] {_type, _id, _originalId, "orderings": [_updatedAt]} | order(orderings[0] desc) [0...$__limit]',
  referenced: '*[(_type == "article" && headline match text::query($__query))][0...1000]._id',
  legacy:
    '*[_type in $__types && (_id match $t0 || _type match $t0 || headline match $t0 || pt::text(body) match $t0)]{_type, _id, _originalId, "orderings": [_id]} | order(orderings[0] asc) [0...$__limit]',
};

describe("a search reads what it finds, and not every document:", () => {
  it.each<[name: string, query: string, params: object, found: number]>([
    ["a beginning", '*[_type == "article" && headline match "17*"]._id', {}, 11],
    ["several words", '*[headline match ["truce", "17"]][0...20]._id', {}, 1],
    ["a word in a text of blocks", '*[_type == "article" && pt::text(body) match "foobar*"]._id', {}, 3],
    ["a part of a word", '*[body[].children[].text match "ministers"]._id', {}, 3],
    ["a phrase anywhere", '*[@ match text::query("\\"foobar ministers\\" -rubbish")]._id', {}, 3],
    ["Chinese", '*[@ match "闻中"]._id', {}, 3],
    ["one of two", '*[headline match "17" || pt::text(body) match "nobody"]._id', {}, 4],
    ["none", 'count(*[headline match "zzz*"])', {}, 0],
    ["Studio's search", studio.ranked, { __query: "foobar*", __rawQuery: "foobar" }, 3],
    [
      "Studio's search for a document by its id",
      studio.ranked,
      { __query: "article-17*", __rawQuery: "article-17" },
      11,
    ],
    ["Studio's list in an order of its own", studio.byTime, { __query: "foobar*", __rawQuery: "foobar" }, 3],
    ["Studio's search for what is referred to", studio.referenced, { __query: "17*" }, 11],
    ["Studio's older search", studio.legacy, { t0: "foobar*" }, 3],
  ])("%s", async (_, query, params, found) => {
    const { source, read } = watched(dataset);
    const request = {
      query,
      params: { ...params, __types: ["article"], __limit: 101 },
      view: { layers: ["drafts", ""] },
    };
    const context = { identity: "me", now: new Date(0), projectId: "copydesk", dataset: "production" };
    const result = await runQuery(source, request, context);
    expect(Array.isArray(result) ? result.length : result).toBe(found);
    expect(read()).toBe(found);
  });
});

it("a search for the best reads few, also where every document has the word", async () => {
  const { source, read } = watched(dataset);
  const params = { __query: "tru*", __rawQuery: "tru", __types: ["article"], __limit: 21 };
  const request = { query: studio.ranked, params, view: { layers: ["drafts", ""] } };
  const context = { identity: "me", now: new Date(0), projectId: "copydesk", dataset: "production" };
  const result = await runQuery(source, request, context);
  expect(result).toHaveLength(21);
  expect(read()).toBeLessThan(60);
});

/** A source that counts the documents that it gives away. */
function watched(stored: DocumentSource): { readonly source: DocumentSource; readonly read: () => number } {
  let read = 0;
  const counted = <Item>(documents: readonly Item[]): readonly Item[] => {
    read += documents.length;
    return documents;
  };
  const { exactly } = stored;
  const source: DocumentSource = {
    reshaped: stored.reshaped,
    documents: (ids) => counted(stored.documents(ids)),
    select: (...asked) => counted(stored.select(...asked)),
    ...(exactly && {
      exactly: {
        ...exactly,
        page: (page) => counted(exactly.page(page)),
        walk: (page) => counted([...exactly.walk(page)]),
      },
    }),
  };
  return { source, read: () => read };
}
