import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkLake } from "../../lake/check-lake.ts";
import { systemClock } from "../../lake/core/clock.ts";
import type { Dataset } from "../../lake/core/dataset.ts";
import { documentsAsOf } from "../../lake/core/document-history.ts";
import type { HistoryLimit } from "../../lake/core/history-limit.ts";
import { commitsAfter } from "../../lake/core/replay-commits.ts";
import { openServices } from "../../lake/open-services.ts";
import { dataFolderOfTest } from "./support/data-folder.ts";

const dayMs = 24 * 60 * 60 * 1000;
const today = Date.parse("2026-11-28T12:00:00Z");

/** A lake in which something happened on each of the last ten days, at noon. */
function tenDays(dataFolder: string): void {
  let now = today;
  const services = openServices({ dataFolder, clock: { ...systemClock, now: () => new Date(now) } });
  const dataset = services.dataset("production");
  for (let day = 10; day > 0; day -= 1) {
    now = today - day * dayMs;
    dataset.commit({
      author: "local",
      transactionId: `day-${day}`,
      mutations: [
        { createOrReplace: { _id: "daily", _type: "story", day } },
        ...(day === 9 ? [{ create: { _id: "early", _type: "story" } }] : []),
        ...(day === 8 ? [{ create: { _id: "gone", _type: "story" } }] : []),
        ...(day === 7 ? [{ delete: { id: "gone" } }] : []),
      ],
    });
  }
  services.close();
}

function openToday(dataFolder: string, keepHistory?: HistoryLimit): Dataset {
  const services = openServices({
    dataFolder,
    clock: { ...systemClock, now: () => new Date(today) },
    ...(keepHistory && { keepHistory }),
  });
  onTestFinished(() => services.close());
  return services.dataset("production");
}

const daysIn = (dataset: Dataset): readonly string[] =>
  [...dataset.history({})].map(({ transactionId }) => transactionId);

test("all history is kept unless a limit is given", () => {
  const dataFolder = dataFolderOfTest();
  tenDays(dataFolder);
  expect(daysIn(openToday(dataFolder))).toHaveLength(10);
});

test.each<[HistoryLimit, readonly string[]]>([
  [{ days: 3 }, ["day-3", "day-2", "day-1"]],
  [{ transactions: 2 }, ["day-2", "day-1"]],
  [{ transactions: 100 }, Array.from({ length: 10 }, (_, at) => `day-${10 - at}`)],
  [{ days: 100 }, Array.from({ length: 10 }, (_, at) => `day-${10 - at}`)],
])("with %j, what is older goes for good, and documents stay as they are", async (limit, kept) => {
  const dataFolder = dataFolderOfTest();
  tenDays(dataFolder);
  const services = openServices({
    dataFolder,
    clock: { ...systemClock, now: () => new Date(today) },
    keepHistory: limit,
  });
  const dataset = services.dataset("production");
  expect(daysIn(dataset)).toEqual(kept);
  expect(dataset.documents(["daily", "early"])).toMatchObject([{ day: 1 }, { _id: "early" }]);
  expect(documentsAsOf(dataset, ["daily"], { revision: "day-2" })).toMatchObject([{ day: 2 }]);
  services.close();
  const checked = await checkLake({
    database: join(dataFolder, "lake.sqlite"),
    assetFolder: join(dataFolder, "assets"),
  });
  expect(checked).toMatchObject({ documents: 2, damage: [] });
  // And it is gone for a lake without a limit, too.
  expect(daysIn(openToday(dataFolder))).toEqual(kept);
});

test("what happens after all history has gone is later than what went", () => {
  const dataFolder = dataFolderOfTest();
  tenDays(dataFolder);
  const dataset = openToday(dataFolder, { transactions: 0 });
  expect(daysIn(dataset)).toEqual([]);
  dataset.commit({ author: "local", transactionId: "new", mutations: [{ delete: { id: "early" } }] });
  expect([...dataset.history({})]).toMatchObject([{ sequence: 11, transactionId: "new" }]);
});

test("a listener that was away for longer than the history goes back starts anew", () => {
  const dataFolder = dataFolderOfTest();
  tenDays(dataFolder);
  const dataset = openToday(dataFolder, { days: 3 });
  expect(commitsAfter(dataset, "day-4")).toBeUndefined();
  expect(commitsAfter(dataset, "day-3")).toHaveLength(2);
});

test("a request that is sent again within a day is not carried out twice, although its history is gone", () => {
  const dataFolder = dataFolderOfTest();
  const request = {
    author: "local",
    transactionId: "once",
    mutations: [{ createOrReplace: { _id: "n", _type: "story", n: 1 } }],
  };
  const first = openServices({ dataFolder });
  first.dataset("production").commit(request);
  first.dataset("production").commit({ author: "local", mutations: [{ patch: { id: "n", set: { n: 2 } } }] });
  first.close();
  const services = openServices({ dataFolder, keepHistory: { transactions: 1 } });
  onTestFinished(() => services.close());
  const dataset = services.dataset("production");
  expect([...dataset.history({})]).toHaveLength(1);
  dataset.commit(request);
  expect(dataset.documents(["n"])).toMatchObject([{ n: 2 }]);
});
