import { join } from "node:path";
import { ClientError } from "@sanity/client";
import { describe, expect, it, onTestFinished } from "vitest";
import type { AskedKey } from "../../../lake/core/dataset.ts";
import type { ServicesOptions } from "../../../lake/open-services.ts";
import { openReaderPool, readerPool } from "../../../lake/readers/reader-pool.ts";
import type { ReaderThread } from "../../../lake/readers/reader-thread.ts";
import { openDatabase } from "../../../lake/sqlite/open-database.ts";
import { dataFolderOfTest } from "../support/data-folder.ts";
import { serveTestLake, type TestLake } from "../support/serve-test-lake.ts";
import { forHours, forNoTime, worstQuery } from "../support/worst-query.ts";

async function openLake(more: Pick<ServicesOptions, "maxQueryMs"> = {}): Promise<TestLake> {
  const lake = await serveTestLake(":memory:", more);
  onTestFinished(() => lake.close());
  return lake;
}

/** How a promise ends, without anybody having to wait for it. */
const outcomeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => value,
    (error: unknown) => error,
  );

describe("queries", () => {
  it("are answered while the worst ones run, however many they are", async () => {
    const lake = await openLake();
    await lake.client.create({ _id: "a", _type: "story" });
    const hangUp = new AbortController();
    let answered = 0;
    const worst = Array.from({ length: 5 }, async (_, index) => {
      const { signal } = hangUp;
      await outcomeOf(lake.client.fetch(`${worstQuery} + ${index}`, forHours, { signal }));
      answered += 1;
    });
    for (let index = 0; index < 10; index += 1) {
      expect(await lake.client.fetch("*[_id == $id][0]._id", { id: "a" })).toBe("a");
    }
    expect(answered).toBe(0);
    hangUp.abort();
    await Promise.all(worst);
  });

  it("are ended when their time is over, in words that the client shows, and the next one is served", async () => {
    const lake = await openLake({ maxQueryMs: 2_000 });
    const error = await outcomeOf(lake.client.fetch(worstQuery, forHours));
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({
      statusCode: 400,
      message: "Cannot finish query: it takes longer than 2 seconds",
      details: { type: "queryTimeoutError" },
    });
    expect(await lake.client.fetch(worstQuery, forNoTime)).toBe(1);
    expect(lake.logged).toEqual([]);
  });

  it("are ended when they need too much memory, and the process lives on", async () => {
    const lake = await openLake();
    const params = {
      each: Array.from({ length: 400 }, (_, number) => ({ number })),
      parts: Array.from({ length: 1_000 }, () => "x"),
      between: "y".repeat(2_000),
    };
    const query = '$each[]{"text": array::join($parts, $between)}';
    expect(await outcomeOf(lake.client.fetch(query, params))).toMatchObject({
      statusCode: 400,
      message: expect.stringContaining("take more memory than one query may have"),
      details: { type: "queryMemoryError" },
    });
    expect(await lake.client.fetch(worstQuery, forNoTime)).toBe(1);
  });

  it("wait for each other when they need too much memory together", { timeout: 60_000 }, async () => {
    const lake = await openLake();
    const params = {
      each: Array.from({ length: 90 }, (_, number) => ({ number })),
      parts: Array.from({ length: 1_000 }, () => "x"),
      between: "y".repeat(2_000),
    };
    const asked = [1, 2, 3].map((more) =>
      lake.client.fetch(`count($each[]{"text": array::join($parts, $between)}) + ${more}`, params),
    );
    expect(await Promise.all(asked)).toEqual([91, 92, 93]);
  });

  it("tell what they could use an index for while they run, and are ended when nobody waits for them", async () => {
    const file = join(dataFolderOfTest(), "lake.sqlite");
    const database = openDatabase(file);
    onTestFinished(async () => {
      await readerPool.release(file);
      database.close();
    });
    const asked = Promise.withResolvers<AskedKey>();
    const query = `{"list": *[_type == "story" && rank == 2], "rest": ${worstQuery}}`;
    const context = { identity: "me", now: new Date(), projectId: "copydesk", dataset: "production" };
    const task = {
      file,
      request: { query, params: forHours, view: {} },
      context,
      origin: "http://a.example",
    };
    const hangUp = new AbortController();
    const limits = { maxMs: 60_000, maxBytes: 1e9, onAsked: asked.resolve, signal: hangUp.signal };
    const ended = outcomeOf(readerPool.read(task, limits));
    expect(await asked.promise).toEqual({ dataset: "production", type: "story", key: ["rank"] });
    hangUp.abort();
    expect(await ended).toMatchObject({ status: 499 });
  });

  it("are ended when whoever asked hangs up", async () => {
    const lake = await openLake();
    const hangUp = new AbortController();
    const { signal } = hangUp;
    const asked = Array.from({ length: 4 }, () =>
      outcomeOf(lake.client.fetch(worstQuery, forHours, { signal })),
    );
    // By the time that this is answered they have arrived.
    await lake.client.fetch("1");
    hangUp.abort();
    await Promise.all(asked);
    // It is known to take long by now, and waits for a thread that is not kept for others.
    expect(await lake.client.fetch(worstQuery, forNoTime)).toBe(1);
  });

  it("see every commit that was acknowledged before, and each of them one state only", async () => {
    const lake = await openLake();
    const query =
      '{"found": count(*[_id == $id]), "all": count(*[_type == "s"]), "same": count(*[_type == "s"])}';
    const write = async (writer: number): Promise<void> => {
      for (let index = 0; index < 15; index += 1) {
        const id = `w${writer}-${index}`;
        await lake.client.create({ _id: id, _type: "s" });
        const { found, all, same } = await lake.client.fetch<Record<string, number>>(query, { id });
        expect([id, found]).toEqual([id, 1]);
        expect(all).toBe(same);
        expect(all).toBeGreaterThan(index);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    expect(await lake.client.fetch('count(*[_type == "s"])')).toBe(120);
  });

  it("of a patch end sooner, since nobody else is answered meanwhile, and change nothing", async () => {
    const lake = await openLake();
    await lake.client.create({ _id: "a", _type: "story" });
    const query = `*[${worstQuery} > 0]`;
    const patch = lake.client.patch({ query, params: forHours }).set({ title: "T" });
    expect(await outcomeOf(patch.commit())).toMatchObject({
      statusCode: 400,
      message: "Cannot finish query: it takes longer than 3 seconds",
    });
    expect(await lake.client.fetch("*[_id == $id][0].title", { id: "a" })).toBeNull();
    await lake.client
      .patch({ query: "*[_type == $t]", params: { t: "story" } })
      .set({ title: "T" })
      .commit();
    expect(await lake.client.fetch("*[_id == $id][0].title", { id: "a" })).toBe("T");
  });

  it("keep nobody from closing the lake", async () => {
    const lake = await openLake();
    // It would ask again, as long as it takes.
    const client = lake.client.withConfig({ maxRetries: 0 });
    const asked = Array.from({ length: 4 }, () => outcomeOf(client.fetch(worstQuery, forHours)));
    await lake.client.fetch("1");
    await lake.close();
    for (const answer of await Promise.all(asked)) expect(answer).toBeInstanceOf(Error);
  });
});

describe("threads", () => {
  const result = { json: new Uint8Array(), syncTags: [], cpuMs: 0 };
  /** One that has loaded what it needs as soon as it is told so. */
  function slowlyLoading(): ReaderThread & { readonly load: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    return {
      ready: promise,
      load: resolve,
      read: () => Promise.resolve(result),
      forget: () => Promise.resolve(),
      usedBytes: () => Promise.resolve(0),
      hasEnded: () => false,
      end: () => Promise.resolve(),
    };
  }
  const context = { identity: "me", now: new Date(), projectId: "copydesk", dataset: "production" };
  const task = { file: "", request: { query: "1", params: {}, view: {} }, context, origin: "" };
  const limits = { maxMs: 60_000, maxBytes: 1e9, onAsked: () => {}, signal: new AbortController().signal };

  it("are there before the first query when the pool is warm, one started after the other", async () => {
    const started: ReturnType<typeof slowlyLoading>[] = [];
    const pool = openReaderPool(() => {
      const thread = slowlyLoading();
      started.push(thread);
      return thread;
    });
    const warm = pool.warmUp();
    expect(started).toHaveLength(1);
    // Whoever asks meanwhile gets the one that is on its way.
    const early = pool.read(task, limits);
    expect(started).toHaveLength(1);
    started[0]?.load();
    expect(await early).toBe(result);
    await expect.poll(() => started.length).toBe(2);
    started[1]?.load();
    await warm;
    expect(await Promise.all([pool.read(task, limits), pool.read(task, limits)])).toEqual([result, result]);
    expect(started).toHaveLength(2);
  });
});
