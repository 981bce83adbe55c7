import { onTestFinished, expect, test } from "vitest";
import { keepDesk } from "../../../studio/desk/keeper/keep-desk.ts";
import { readStoredStory } from "../../support/desk-story.ts";
import { importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { shortStory } from "../../support/story-folder.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens") });

/** wire: who writes without having said who they are. */
const me = "local";

function openDesk(by: string): unknown[] {
  const troubles: unknown[] = [];
  onTestFinished(keepDesk(lake.client, { by, onTrouble: (error) => troubles.push(error), settleMs: 1 }));
  return troubles;
}

const dateIt = async (): Promise<unknown> => {
  const { articleId } = await readStoredStory(lake);
  return lake.client.patch(`drafts.${articleId}`).set({ publishedAt: "2026-03-01T10:00:00Z" }).commit();
};

test("keepDesk() finds out what its editor has mended, and says that it was them", async () => {
  await importFolder();
  const troubles = openDesk(me);
  await expect
    .poll(async () => {
      await dateIt();
      return (await readStoredStory(lake)).review;
    })
    .toMatchObject({ state: "ready", settled: [{ how: "mended", by: me }] });
  expect(troubles).toEqual([]);
});

test("keepDesk() lets a story rise whose time has come", async () => {
  await importFolder();
  const { record, review } = await readStoredStory(lake);
  const past = "2020-01-01T00:00:00.000Z";
  const decision = { kind: "deferred", by: me, at: past, until: past, of: record.contentHash };
  await lake.client
    .patch(record._id)
    .set({ review: { ...review, state: "deferred", gravity: 9, wakesAt: past, decision } })
    .commit();
  openDesk(me);
  await expect.poll(async () => (await readStoredStory(lake)).review.state).toBe("doubtful");
});

test("keepDesk() leaves the edits of others to their own Studios", async () => {
  await importFolder();
  const before = await readStoredStory(lake);
  openDesk("somebody-else");
  const mine = openDesk(me);
  await expect
    .poll(async () => {
      await dateIt();
      return (await readStoredStory(lake)).review.settled;
    })
    .toMatchObject([{ by: me }]);
  expect(before.review.settled).toBeUndefined();
  expect(mine).toEqual([]);
});
