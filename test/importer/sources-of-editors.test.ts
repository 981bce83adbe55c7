import { expect, test } from "vitest";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";
import { shortStory } from "../support/story-folder.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens") });

const sourceIds = (): Promise<string[]> => lake.client.fetch('*[_type == "source"] | order(_id)._id');
const usedSources = (): Promise<string[]> =>
  lake.client.fetch('array::unique(*[_type == "article" && defined(infoSources)].infoSources[].source._ref)');

test("a source that an editor renamed is found again by its aliases, also in new stories", async () => {
  await importFolder();
  const [id = ""] = await sourceIds();
  await lake.client
    .patch(id)
    .set({ name: "The wire", aliases: ["Reuters"] })
    .unset(["names"])
    .commit();
  await folder.write({ "b.txt": shortStory("Tunnel opens", "At last.") });
  await importFolder();
  expect(await sourceIds()).toEqual([id]);
  expect(await usedSources()).toEqual(["source-reuters"]);
});

test("a source that an editor merged into another is never made again", async () => {
  await importFolder();
  await lake.client
    .transaction()
    .create({ _id: "source-wires", _type: "source", name: "Wires", kind: "agency", aliases: ["Reuters"] })
    .delete("drafts.source-reuters")
    .commit();
  await folder.write({
    "a.txt": shortStory("Bridge is open"),
    "b.txt": shortStory("Tunnel opens", "At last."),
  });
  await importFolder();
  expect(await sourceIds()).toEqual(["source-wires"]);
  expect(await usedSources()).toEqual(["source-wires"]);
});

test("merging sources alone is no news: the next import sends nothing and suggests nothing", async () => {
  await importFolder();
  const [id = ""] = await lake.client.fetch<string[]>('*[_type == "article"]._id');
  await lake.client
    .transaction()
    .create({ _id: "source-wires", _type: "source", name: "Wires", kind: "agency", aliases: ["Reuters"] })
    .patch(id, { unset: ["infoSources"] })
    .delete("drafts.source-reuters")
    .commit();
  const before = lake.requests.get("mutate");
  expect((await importFolder()).counts).toMatchObject({ unchanged: 1 });
  expect(lake.requests.get("mutate")).toBe(before);
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  const report = await importFolder();
  expect(report.problems.map(({ code }) => code)).not.toContain("suggestion");
  expect(await usedSources()).toEqual([]);
});

test("sources that are merged again and again are followed, and are no news", async () => {
  await importFolder();
  const replace = async (from: string, to: string): Promise<void> => {
    const [article] =
      await lake.client.fetch<{ _id: string; infoSources: { _key: string }[] }[]>('*[_type == "article"]');
    const key = article?.infoSources[0]?._key;
    await lake.client
      .transaction()
      .create({ _id: to, _type: "source", name: to, kind: "agency", aliases: ["Reuters"] })
      .patch(String(article?._id), { set: { [`infoSources[_key=="${key}"].source._ref`]: to } })
      .delete(from)
      .commit();
  };
  await replace("drafts.source-reuters", "source-wires");
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  await importFolder();
  await replace("source-wires", "source-desk");
  const before = lake.requests.get("mutate");
  expect((await importFolder()).counts).toMatchObject({ unchanged: 1 });
  expect(lake.requests.get("mutate")).toBe(before);
  expect(await sourceIds()).toEqual(["source-desk"]);
});

test("a source that an editor deleted, and that a story still names, is made again when the story is written", async () => {
  await importFolder();
  await lake.client.delete("drafts.source-reuters");
  expect((await importFolder()).counts).toMatchObject({ unchanged: 1 });
  expect(await sourceIds()).toEqual([]);
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  await importFolder();
  expect(await sourceIds()).toEqual(["drafts.source-reuters"]);
});
