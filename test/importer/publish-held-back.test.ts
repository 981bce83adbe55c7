import { expect, test } from "vitest";
import { whyHeldBack } from "../../importer/plan/why-held-back.ts";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";

openForEachTest();

const now = () => new Date("2026-03-01T12:00:00Z");
const story = (more: object): string =>
  JSON.stringify({ id: "urn:wire:1", headline: "Bridge opens", body: "The bridge is open.", ...more });
const publish = (at = now) => importFolder({ publish: true, now: at });
const articles = () =>
  lake.client.fetch<{ id: string; pubStatus: string }[]>(
    '*[_type == "article"]{ "id": string::split(_id, "-")[0], pubStatus }',
  );

test.each([
  ["withheld", { pubStatus: "withheld" }, "it is withheld"],
  ["killed", { pubStatus: "KILL" }, "it is canceled"],
  ["of an unknown status", { pubStatus: "frobnicated" }, "it is withheld"],
  ["under embargo", { embargo: "2026-03-01T13:00:00Z" }, "it is under embargo until 2026-03-01T13:00:00Z"],
  ["under embargo for nobody knows how long", { embargo: "soon" }, "it is withheld"],
])("runImport() with publish leaves a draft of a story that is %s", async (_, more, why) => {
  await folder.write({ "a.ndjson": story(more) });
  for (const report of [await publish(), await publish()]) {
    expect(report.problems.find(({ code }) => code === "not-published")?.message).toContain(why);
  }
  expect((await articles()).map(({ id }) => id)).toEqual(["drafts.article"]);
  expect(
    await lake.client.fetch('count(*[_type in ["source", "newsImage"] && !(_id in path("drafts.**"))])'),
  ).toBe(0);
});

test("runImport() with publish publishes a story once its embargo is over", async () => {
  await folder.write({ "a.ndjson": story({ embargo: "2026-03-01T13:00:00Z" }) });
  await publish();
  await publish(() => new Date("2026-03-01T13:00:00Z"));
  expect((await articles()).map(({ id }) => id)).toEqual(["article"]);
});

test("runImport() with publish withdraws what is published", async () => {
  await folder.write({ "a.ndjson": story({}) });
  await publish();
  expect(await articles()).toEqual([{ id: "article", pubStatus: "usable" }]);
  await folder.write({ "a.ndjson": story({ pubStatus: "KILL" }) });
  await publish();
  expect(await articles()).toEqual([{ id: "article", pubStatus: "canceled" }]);
});

test.each([
  [{ pubStatus: "usable" }, undefined],
  [{ pubStatus: "usable", embargoedUntil: "2026-03-01T14:00:00+02:00" }, undefined],
  [
    { pubStatus: "usable", embargoedUntil: "2026-03-01T15:00:00+02:00" },
    "it is under embargo until 2026-03-01T15:00:00+02:00",
  ],
  [{ pubStatus: "canceled" }, "it is canceled"],
  [{ pubStatus: "spiked" }, "its publication status cannot be read"],
  [{}, "its publication status cannot be read"],
])("whyHeldBack() says of %j: %s", (document, why) => {
  expect(whyHeldBack(document, "2026-03-01T12:00:00.000Z")).toBe(why);
});
