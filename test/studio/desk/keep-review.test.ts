import { expect, test } from "vitest";
import { articlesShowing, keepReview, wakeReviews } from "../../../studio/desk/acts/keep-review.ts";
import { beginDraft, readStoredStory } from "../../support/desk-story.ts";
import { folder, importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { shortStory } from "../../support/story-folder.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens") });

const undated = "publication-date-unknown";
const read = () => readStoredStory(lake);
const edit = async (set: object): Promise<void> => {
  await lake.client
    .patch(`drafts.${(await read()).articleId}`)
    .set(set)
    .commit();
};

test("keepReview() finds out what an editor has mended, and whose work it is", async () => {
  await importFolder();
  const { articleId } = await read();
  await edit({ publishedAt: "2026-03-01" });
  expect(await keepReview(lake.client, articleId, { by: "ada" })).toBe(true);
  const { review, fresh } = await read();
  expect(review).toMatchObject({ state: "ready", settled: [{ code: undated, how: "mended", by: "ada" }] });
  expect(fresh).toEqual(review);
  expect(await keepReview(lake.client, articleId, { by: "grace" })).toBe(false);
});

test("keepReview() opens again what an editor has put back as it was", async () => {
  await importFolder();
  const { articleId } = await read();
  await edit({ publishedAt: "2026-03-01" });
  await keepReview(lake.client, articleId, { by: "ada" });
  await lake.client.patch(`drafts.${articleId}`).unset(["publishedAt"]).commit();
  expect(await keepReview(lake.client, articleId, { by: "ada" })).toBe(true);
  expect((await read()).review).toMatchObject({ state: "doubtful", open: [undated] });
});

test("keepReview() of what Studio itself has published, or somebody has deleted, tells so", async () => {
  await importFolder({ publish: true });
  const { articleId } = await read();
  await beginDraft(lake, articleId, { publishedAt: "2026-03-01" });
  await keepReview(lake.client, articleId);
  expect((await read()).review).toMatchObject({ state: "ready" });
  await lake.client.action({
    actionType: "sanity.action.document.publish",
    draftId: `drafts.${articleId}`,
    publishedId: articleId,
  });
  await keepReview(lake.client, articleId);
  expect((await read()).review).toMatchObject({ state: "done" });
  await lake.client.delete(articleId);
  expect(await articlesShowing(lake.client, articleId)).toEqual([articleId]);
  await keepReview(lake.client, articleId);
  expect((await read()).review).not.toHaveProperty("language");
});

test("keepReview() works on what somebody else has just written", async () => {
  await importFolder();
  const { articleId, record } = await read();
  await edit({ publishedAt: "2026-03-01" });
  let isFirst = true;
  lake.answer(async (request) => {
    if (isFirst && new URL(request.url).pathname.includes("/data/mutate/")) {
      isFirst = false;
      await lake.client.patch(record._id).set({ "review.assignee": "grace" }).commit();
    }
    return lake.fetch(request);
  });
  await keepReview(lake.client, articleId);
  expect((await read()).review).toMatchObject({ state: "ready", assignee: "grace" });
});

test("keepReview() writes nothing for a story that was never imported", async () => {
  expect(await keepReview(lake.client, "article-other")).toBe(false);
  expect(lake.requests.get("mutate")).toBeUndefined();
});

test("articlesShowing() finds the articles of a picture, each once", async () => {
  const figure = { _type: "figure", image: { _type: "reference", _ref: "newsimage-1" } };
  const article = { _type: "article", leadImage: figure };
  await lake.client
    .transaction()
    .create({ _id: "newsimage-1", _type: "newsImage" })
    .create({ ...article, _id: "article-1" })
    .create({ ...article, _id: "drafts.article-1" })
    .create({ ...article, _id: "drafts.article-2" })
    .create({ _id: "article-3", _type: "article" })
    .commit();
  const found = await articlesShowing(lake.client, "drafts.newsimage-1");
  expect(found.toSorted()).toEqual(["article-1", "article-2"]);
  expect(await articlesShowing(lake.client, "drafts.article-2")).toEqual(["article-2"]);
});

test("wakeReviews() lets a story rise whose embargo has ended, and no other", async () => {
  await folder.write({ "b.txt": shortStory("Tunnel opens", "Nobody waits for it.") });
  await importFolder();
  const ids = await lake.client.fetch<string[]>('*[_type == "article"] | order(headline)._id');
  const ends = ["2080-01-01T02:00:00+02:00", "2090-01-01T00:00:00Z"];
  for (const [number, id] of ids.entries()) {
    await lake.client.patch(id).set({ embargoedUntil: ends[number], publishedAt: "2026-03-01" }).commit();
    await keepReview(lake.client, id.replace("drafts.", ""));
  }
  const states = (): Promise<string[]> =>
    lake.client.fetch(
      `*[_type == "importRecord"]{
        "headline": *[_id == "drafts." + ^.article._ref][0].headline, "state": review.state
      } | order(headline).state`,
    );
  expect(await states()).toEqual(["embargoed", "embargoed"]);
  await wakeReviews(lake.client, () => new Date("2080-01-01T00:00:00.000Z"));
  expect(await states()).toEqual(["ready", "embargoed"]);
});
