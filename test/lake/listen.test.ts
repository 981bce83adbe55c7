import { createClient, type ListenEvent, type MutationEvent } from "@sanity/client";
import { Mutation } from "@sanity/mutator";
import { applyPatch } from "mendoza";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { eventLog, type EventLog } from "./support/event-log.ts";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
beforeAll(async () => {
  lake = await serveTestLake();
});
afterAll(() => lake.close());
beforeEach(() => lake.client.delete({ query: "*[true]" }));

type Event = ListenEvent<Record<string, unknown>>;

/** Listens with the real client, and waits until the lake knows of it. */
async function listen(query: string, params = {}, options = {}): Promise<EventLog<Event>> {
  const log = eventLog<Event>();
  const events = ["welcome", "mutation"] as const;
  const all = { includeAllVersions: true, ...options, events: [...events] };
  const subscription = lake.client.listen(query, params, all).subscribe((event) => log.push(event));
  onTestFinished(() => subscription.unsubscribe());
  expect(await log.next()).toMatchObject({ type: "welcome", listenerName: expect.any(String) });
  return log;
}

function mutation(event: Event): MutationEvent {
  if (event.type !== "mutation") throw new Error(`expected a mutation, got ${event.type}`);
  return event;
}

describe("GET /data/listen", () => {
  it("tells of a document that appears, changes and disappears, in an unbroken chain of revisions", async () => {
    const log = await listen('*[_type == "story" && hidden != true]', {}, { effectFormat: "mendoza" });
    const created = await lake.client.create({ _id: "a", _type: "story" });
    const first = mutation(await log.next());
    expect(first).toMatchObject({
      eventId: `${created._rev}#a`,
      documentId: "a",
      transition: "appear",
      identity: "local",
      resultRev: created._rev,
      transactionId: created._rev,
      visibility: "query",
      transactionTotalEvents: 1,
      transactionCurrentEvent: 1,
      result: { _id: "a" },
    });
    expect(first).not.toHaveProperty("previousRev");
    expect(Date.parse(first.timestamp)).toBeGreaterThanOrEqual(Date.parse(created._updatedAt));

    const patched = await lake.client.patch("a").set({ title: "T" }).commit();
    expect(mutation(await log.next())).toMatchObject({
      transition: "update",
      previousRev: created._rev,
      resultRev: patched._rev,
      mutations: [{ patch: { id: "a", set: { title: "T" } } }],
      effects: { apply: expect.any(Array), revert: expect.any(Array) },
    });
    const hidden = await lake.client.patch("a").set({ hidden: true }).commit();
    expect(mutation(await log.next())).toMatchObject({ transition: "disappear", result: { hidden: true } });
    await lake.client.patch("a").set({ hidden: false }).commit();
    expect(mutation(await log.next())).toMatchObject({ transition: "appear", previousRev: hidden._rev });
    await lake.client.delete("a");
    const last = mutation(await log.next());
    expect(last).toMatchObject({ transition: "disappear", mutations: [{ delete: { id: "a" } }] });
    expect(last).not.toHaveProperty("result");
  });

  it("counts the events of a transaction for each listener on its own", async () => {
    const one = await listen("*[_id == $id]", { id: "a" });
    const both = await listen("*[_id in $ids]", { ids: ["a", "drafts.a"] });
    await lake.client
      .transaction()
      .create({ _id: "a", _type: "s" })
      .create({ _id: "drafts.a", _type: "s" })
      .create({ _id: "b", _type: "s" })
      .commit();
    expect(mutation(await one.next())).toMatchObject({ documentId: "a", transactionTotalEvents: 1 });
    expect(mutation(await both.next())).toMatchObject({
      documentId: "a",
      transactionTotalEvents: 2,
      transactionCurrentEvent: 1,
    });
    expect(mutation(await both.next())).toMatchObject({
      documentId: "drafts.a",
      transactionTotalEvents: 2,
      transactionCurrentEvent: 2,
    });
    expect([...one.waiting, ...both.waiting]).toEqual([]);
  });

  it("says nothing of what changed nothing", async () => {
    const log = await listen("*");
    await lake.client.delete("absent");
    await lake.client.transaction().create({ _id: "a", _type: "s" }).delete("a").commit();
    await lake.client.create({ _id: "b", _type: "s" }, { dryRun: true });
    await lake.client.create({ _id: "last", _type: "s" });
    expect(mutation(await log.next())).toMatchObject({ documentId: "last" });
  });

  it("leaves out what a listener does not want and adds what it wants", async () => {
    const bare = await listen("*", {}, { includeResult: false, includeMutations: false });
    const full = await listen("*", {}, { includePreviousRevision: true });
    await lake.client.create({ _id: "a", _type: "s", n: 1 });
    await lake.client.patch("a").set({ n: 2 }).commit();
    await bare.next();
    await full.next();
    const event = mutation(await bare.next());
    expect(event).not.toHaveProperty("result");
    expect(event).not.toHaveProperty("mutations");
    expect(event).not.toHaveProperty("effects");
    expect(mutation(await full.next())).toMatchObject({ previous: { n: 1 }, result: { n: 2 } });
  });

  it("ignores everything in a query but its filter", async () => {
    const log = await listen('*[_type == "s"] | order(n desc)[0...1]{_id}');
    await lake.client.create({ _id: "other", _type: "t" });
    await lake.client.create({ _id: "a", _type: "s" });
    expect(mutation(await log.next())).toMatchObject({ documentId: "a" });
  });

  it.each([
    ["2025-02-19", false, ["a"]],
    ["2025-02-19", true, ["a", "drafts.a", "versions.r.a"]],
    ["2021-06-07", false, ["a", "drafts.a"]],
  ])(
    "tells listeners of API version %s, all versions asked: %s, of %j",
    async (apiVersion, includeAllVersions, ids) => {
      const log = eventLog<Event>();
      const client = lake.client.withConfig({ apiVersion });
      const subscription = client
        .listen("*", {}, { includeAllVersions, events: ["welcome", "mutation"] })
        .subscribe((event) => log.push(event));
      onTestFinished(() => subscription.unsubscribe());
      await log.next();
      await lake.client.mutate(
        ["a", "drafts.a", "versions.r.a", "z"].map((_id) => ({ create: { _id, _type: "s" } })),
      );
      const heard: string[] = [];
      for (
        let event = mutation(await log.next());
        event.documentId !== "z";
        event = mutation(await log.next())
      ) {
        heard.push(event.documentId);
      }
      expect(heard).toEqual(ids);
    },
  );

  it("sends mutations that Studio's mutator replays, and effects that its previews replay", async () => {
    const log = await listen("*", {}, { effectFormat: "mendoza" });
    await lake.client.create({ _id: "a", _type: "s", list: [{ _key: "x", n: 1 }], body: "Truce" });
    await lake.client
      .patch("a")
      .set({ 'list[_key=="x"].n': 2, "list[*].m": 3 })
      .setIfMissing({ more: [] })
      .commit();
    await lake.client
      .patch("a")
      .insert("after", "list[-1]", [{ _key: "y" }])
      .diffMatchPatch({ body: "@@ -1,5 +1,4 @@\n-Truce\n+War!\n" })
      .commit();
    await lake.client.patch("a").unset(['list[_key=="x"]', "..n"]).inc({ count: 1 }).commit();
    let mutated: Record<string, unknown> | null = null;
    let effected: Record<string, unknown> | null = null;
    for (let events = 0; events < 4; events += 1) {
      const { mutations, effects, result, transactionId } = mutation(await log.next());
      mutated = new Mutation({ mutations: parsed(mutations), transactionId }).apply(
        mutated && { _id: "", _type: "", ...mutated },
      );
      effected = applyPatch(effected, parsed(effects?.apply));
      expect({ ...mutated, _updatedAt: result?.["_updatedAt"] }).toEqual(result);
      expect({ ...effected, _rev: transactionId }).toEqual(result);
    }
  });

  it("catches a listener up on what it missed", async () => {
    const { _rev } = await lake.client.create({ _id: "a", _type: "s", n: 0 });
    await lake.client.patch("a").set({ n: 1 }).commit();
    await lake.client.patch("a").set({ n: 2 }).commit();
    await lake.client.delete("a");
    const stream = await openStream(
      `query=*&includeResult=true&includePreviousRevision=true&enableResume=true&lastEventId=${_rev}%23a`,
    );
    expect(await stream.next()).toMatchObject({ event: "welcomeback" });
    expect(await stream.next()).toMatchObject({
      event: "mutation",
      data: { previous: { n: 0, _rev }, result: { n: 1 } },
    });
    expect(await stream.next()).toMatchObject({
      data: { previous: { n: 1 }, result: { n: 2 }, transition: "update" },
    });
    expect(await stream.next()).toMatchObject({ data: { previous: { n: 2 }, transition: "disappear" } });
  });

  it("tells a listener that was away too long to start anew", async () => {
    const stream = await openStream("query=*&enableResume=true", { "last-event-id": "unknown#a" });
    expect(await stream.next()).toMatchObject({ event: "reset" });
  });

  it("tells a listener that missed more than it could be sent at once to start anew", async () => {
    const { _rev } = await lake.client.createOrReplace({ _id: "a", _type: "story" });
    for (let part = 0; part < 2; part += 1) {
      await lake.client.createOrReplace({ _id: "a", _type: "story", text: "x".repeat(2_500_000), part });
    }
    const last = encodeURIComponent(`${_rev}#a`);
    const stream = await openStream(`query=*&enableResume=true&lastEventId=${last}`);
    expect(await stream.next()).toMatchObject({ event: "reset" });
  });

  it("greets without resuming when nobody asked for it", async () => {
    const stream = await openStream("query=*&lastEventId=unknown%23a");
    expect(await stream.next()).toMatchObject({ event: "welcome" });
  });

  it.each(["*[_type ==", "*[_type == $absent]", "1 + 1", '*[diff::changedAny({}, {}, "a")]'])(
    "refuses the query %s with an event",
    async (query) => {
      const stream = await openStream(`query=${encodeURIComponent(query)}`);
      expect(await stream.next()).toMatchObject({ event: "channelError", data: { error: { query } } });
    },
  );

  it("ends a listener whose filter takes too long, and nobody else waits for it", async () => {
    const slow = encodeURIComponent('*[_type == "long" && count(list[count(^.list[@ != ^]) > 0]) > 0]');
    const stream = await openStream(`query=${slow}`);
    const other = await openStream(`query=${encodeURIComponent('*[_type == "long"]')}`);
    for (const each of [stream, other]) expect(await each.next()).toMatchObject({ event: "welcome" });
    const started = performance.now();
    await lake.client.create({ _id: "a", _type: "long", list: Array.from({ length: 50_000 }, () => 1) });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await stream.next()).toMatchObject({
      event: "channelError",
      data: { error: { type: "queryTimeoutError" } },
    });
    await lake.client.create({ _id: "b", _type: "long" });
    for (const documentId of ["a", "b"]) {
      expect(await other.next()).toMatchObject({ event: "mutation", data: { documentId } });
    }
  });
});

/** A copy that nobody else changes, as the wire would make it. */
function parsed(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}

interface StreamEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

/** A raw event stream, for what the client keeps to itself. */
async function openStream(
  search: string,
  headers: Record<string, string> = {},
): Promise<{ next(): Promise<StreamEvent> }> {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const url = `${lake.url}/v2025-02-19/data/listen/production?includeAllVersions=true&${search}`;
  const response = await fetch(url, { headers, signal: controller.signal });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  return {
    async next() {
      for (;;) {
        const end = pending.indexOf("\n\n");
        if (end < 0) {
          const read = await reader?.read();
          if (!read || read.done) throw new Error("the stream ended");
          pending += read.value;
          continue;
        }
        const lines = pending.slice(0, end).split("\n");
        pending = pending.slice(end + 2);
        const field = (name: string): string | undefined =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
        const event = field("event");
        if (event)
          return {
            event,
            ...(field("id") ? { id: field("id") ?? "" } : {}),
            data: JSON.parse(field("data") ?? "null"),
          };
      }
    },
  };
}

describe("a second client", () => {
  it("hears of an edit with the transaction id of the editor", async () => {
    const log = await listen("*[_id in $ids]", { ids: ["a", "drafts.a"] });
    const other = createClient({
      ...lake.client.config(),
      apiHost: lake.url,
      useProjectHostname: false,
      useCdn: false,
    });
    await other.create({ _id: "drafts.a", _type: "s" });
    await log.next();
    await other.action(
      { actionType: "sanity.action.document.publish", draftId: "drafts.a", publishedId: "a" },
      { transactionId: "publish-1" },
    );
    expect(mutation(await log.next())).toMatchObject({
      documentId: "a",
      transactionId: "publish-1",
      transactionTotalEvents: 2,
    });
    expect(mutation(await log.next())).toMatchObject({ documentId: "drafts.a", resultRev: "publish-1" });
  });
});
