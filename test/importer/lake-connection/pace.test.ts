import fc from "fast-check";
import { expect, test } from "vitest";
import { runImport } from "../../../importer/index.ts";
import { pace } from "../../../importer/lake-connection/pace.ts";
import { openLake, randomFaults, rateLimit, serveLake } from "../../../lake/index.ts";
import { clientOf } from "../../support/open-test-lake.ts";
import { shortStory, storyFolder } from "../../support/story-folder.ts";

test("pace() lets no more arrive in a second than it is told, and no fewer than it must", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.record({ gap: fc.integer({ min: 0, max: 200 }), way: fc.integer({ min: 0, max: 50 }) }), {
        maxLength: 100,
      }),
      async (perSecond, requests) => {
        let clock = 0;
        const turn = pace(
          perSecond,
          () => clock,
          async (milliseconds) => void (clock += milliseconds),
        );
        const sent: number[] = [];
        const answered: number[] = [];
        for (const { gap, way } of requests) {
          clock += gap;
          const asked = clock;
          await turn(async () => {
            sent.push(clock);
            clock += way;
          });
          answered.push(clock);
          const before = sent.at(-1 - perSecond);
          if (before === undefined) expect(sent.at(-1)).toBe(asked);
          else expect(sent.at(-1)).toBeLessThanOrEqual(Math.max(asked, before + 1050));
        }
        // Whenever the earlier one arrived, by its answer at the latest.
        for (const [index, start] of sent.entries()) {
          const before = answered[index - perSecond];
          if (before !== undefined) expect(start - before).toBeGreaterThanOrEqual(1000);
        }
      },
    ),
  );
});

test("runImport() stays inside a rate limit that it is told of, and uses nearly all of it", async () => {
  const limit = rateLimit({ requestsPerSecond: 25, path: /\/data\/mutate\// });
  const sent: number[] = [];
  let refused = 0;
  await using server = Object.assign(
    await serveLake(openLake({ dataFolder: ":memory:" }), {
      port: 0,
      faults(request) {
        const fault = limit(request);
        if (fault !== undefined) refused += 1;
        else if (request.path.includes("/data/mutate/")) sent.push(performance.now());
        return fault;
      },
    }),
    {
      async [Symbol.asyncDispose](): Promise<void> {
        await server.close();
      },
    },
  );
  await using folder = await storyFolder();
  for (let number = 0; number < 60; number += 1) {
    await folder.write({ [`${number}.txt`]: shortStory(`Story ${number}`, `It has the number ${number}.`) });
  }
  // One story a request, so that there are enough of them.
  const report = await runImport({
    inputs: [folder.path],
    client: clientOf(server.url),
    concurrency: 1,
    mutationsPerSecond: 25,
  });
  expect(report.counts).toMatchObject({ created: 60, failed: 0 });
  expect(refused).toBe(0);
  const seconds = ((sent[50] ?? NaN) - (sent[0] ?? NaN)) / 1000;
  expect(50 / seconds / 25).toBeGreaterThan(0.9);
});

test("runImport() comes to the same end in bad weather as in good", async () => {
  await using folder = await storyFolder();
  for (let number = 0; number < 20; number += 1) {
    await folder.write({ [`${number}.txt`]: shortStory(`Story ${number}`, `It has the number ${number}.`) });
  }
  for (let seed = 1; seed <= 8; seed += 1) {
    const faults = randomFaults({
      seed,
      latency: 0.1,
      tooManyRequests: 0.1,
      serverError: 0.1,
      resetBefore: 0.1,
      dropAnswer: 0.1,
      slowBody: 0.1,
      maxDelayMs: 3,
    });
    const server = await serveLake(openLake({ dataFolder: ":memory:" }), {
      port: 0,
      faults: (request) => (request.path.includes("/data/mutate/") ? faults(request) : undefined),
    });
    try {
      const client = clientOf(server.url);
      const options = { inputs: [folder.path], client, concurrency: 3, pause: async () => {} };
      const untilDone = async (): Promise<void> => {
        for (let attempt = 0; attempt < 10; attempt += 1) {
          const report = await runImport(options).catch(() => undefined);
          if (report?.counts.unchanged === 20) return;
        }
        throw new Error(`Seed ${seed}: no run came to its end`);
      };
      await untilDone();
      const counted =
        '[count(*[_type == "article"]), count(*[_type == "importRecord"]), count(*[_type == "source"])]';
      expect(await client.fetch(counted), `seed ${seed}`).toEqual([20, 20, 1]);
    } finally {
      await server.close();
    }
  }
});
