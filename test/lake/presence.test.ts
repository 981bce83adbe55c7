import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { createPresence, type Presence } from "../../lake/presence.ts";

let server: WebSocketServer;
let presence: Presence;
let logged: string[];
const tabs: WebSocket[] = [];

beforeEach(async () => {
  logged = [];
  presence = createPresence((line) => logged.push(line));
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (socket) => presence.accept(socket, { id: "local" }));
  await once(server, "listening");
});

afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.terminate();
  await new Promise((resolve) => server.close(resolve));
});

interface Tab {
  readonly socket: WebSocket;
  /** The next frame, parsed; frames that came early are kept. */
  next(): Promise<unknown>;
  call(method: string, params?: object): Promise<unknown>;
}

async function openTab(): Promise<Tab> {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("BUG: the server has no port");
  const socket = new WebSocket(`ws://127.0.0.1:${address.port}`);
  tabs.push(socket);
  const frames: unknown[] = [];
  const waiting: ((frame: unknown) => void)[] = [];
  socket.on("message", (bytes) => {
    const text = String(bytes);
    const frame: unknown = text === "♥" ? text : JSON.parse(text);
    const waiter = waiting.shift();
    if (waiter) waiter(frame);
    else frames.push(frame);
  });
  await once(socket, "open");
  const next = async (): Promise<unknown> =>
    frames.length > 0 ? frames.shift() : new Promise((resolve) => waiting.push(resolve));
  return {
    socket,
    next,
    async call(method, params = {}) {
      socket.send(
        JSON.stringify({ jsonrpc: "2.0", id: method, method, params: { ...params, apiVersion: "v1" } }),
      );
      return next();
    },
  };
}

/** The subscription's id. */
async function subscribe(tab: Tab): Promise<string> {
  const answer = await tab.call("presence_subscribe");
  const shape = z.strictObject({
    jsonrpc: z.literal("2.0"),
    id: z.literal("presence_subscribe"),
    result: z.string(),
  });
  return shape.parse(answer).result;
}

function event(result: object): object {
  return {
    jsonrpc: "2.0",
    method: "presence_subscription",
    params: { subscription: expect.any(String), result: { i: "local", ...result } },
  };
}

test("presence relays where a tab is to the other tabs, not to itself", async () => {
  const [a, b] = [await openTab(), await openTab()];
  await subscribe(a);
  await subscribe(b);
  const data = { sessionId: "tab-a", locations: [{ documentId: "article-1", path: ["headline"] }] };
  expect(await a.call("presence_announce", { data })).toMatchObject({
    id: "presence_announce",
    result: true,
  });
  expect(await b.next()).toEqual(event({ type: "state", m: data }));
  expect(await a.call("presence_rollcall", { session: "tab-a" })).toMatchObject({ id: "presence_rollcall" });
  expect(await b.next()).toEqual(event({ type: "rollCall", session: "tab-a" }));
});

test("presence tells the others when a tab leaves or dies", async () => {
  const [a, b] = [await openTab(), await openTab()];
  await subscribe(b);
  await a.call("presence_announce", { data: { sessionId: "tab-a", locations: [] } });
  await b.next();
  await a.call("presence_disconnect", { session: "tab-a" });
  expect(await b.next()).toEqual(event({ type: "disconnect", m: { session: "tab-a" } }));

  await a.call("presence_announce", { data: { sessionId: "tab-a2", locations: [] } });
  await b.next();
  a.socket.terminate();
  expect(await b.next()).toEqual(event({ type: "disconnect", m: { session: "tab-a2" } }));
});

test("presence sends nothing more after unsubscribing", async () => {
  const [a, b] = [await openTab(), await openTab()];
  const subscriptionId = await subscribe(b);
  await b.call("presence_unsubscribe", { subscriptionId });
  await a.call("presence_rollcall", { session: "tab-a" });
  expect(await b.call("authorization", { authorization: "Bearer t" })).toMatchObject({ id: "authorization" });
});

test("presence sends a heartbeat back", async () => {
  const tab = await openTab();
  tab.socket.send("♥");
  expect(await tab.next()).toBe("♥");
});

test.each([
  "{",
  "[]",
  "null",
  '{"jsonrpc":"2.0"}',
  '{"jsonrpc":"2.0","method":"presence_announce","params":{"data":5}}',
])("presence answers the broken frame %s with an error and stays open", async (frame) => {
  const tab = await openTab();
  tab.socket.send(frame);
  expect(await tab.next()).toMatchObject({ error: { code: -32600 } });
  await subscribe(tab);
});

test("presence refuses what nests so deep that it could not be passed on", async () => {
  const [a, b] = [await openTab(), await openTab()];
  await subscribe(b);
  const deep = "[".repeat(50_000) + "]".repeat(50_000);
  const params = `{"data":{"sessionId":"tab-a","locations":${deep}}}`;
  a.socket.send(`{"jsonrpc":"2.0","id":1,"method":"presence_announce","params":${params}}`);
  expect(await a.next()).toMatchObject({ error: { code: -32600 } });
  await a.call("presence_rollcall", { session: "tab-a" });
  expect(await b.next()).toEqual(event({ type: "rollCall", session: "tab-a" }));
  expect(logged).toEqual([]);
});

test("presence keeps no more than a hundred subscriptions and sessions of a tab", async () => {
  const [a, b] = [await openTab(), await openTab()];
  for (let made = 0; made < 100; made += 1) await subscribe(a);
  expect(await a.call("presence_subscribe")).toMatchObject({ result: false });
  await subscribe(b);
  for (let session = 0; session < 110; session += 1) {
    await a.call("presence_announce", { data: { sessionId: `s${session}`, locations: [] } });
  }
  a.socket.terminate();
  const types: unknown[] = [];
  for (let frame = 0; frame < 200; frame += 1)
    types.push(z.object({ params: z.any() }).parse(await b.next()).params.result.type);
  expect(types.filter((type) => type === "state")).toHaveLength(100);
  expect(types.filter((type) => type === "disconnect")).toHaveLength(100);
});

test("presence names a method that it does not have", async () => {
  const tab = await openTab();
  expect(await tab.call("presence_teleport")).toMatchObject({
    id: "presence_teleport",
    error: { code: -32601, message: expect.stringContaining("presence_teleport") },
  });
});

test("presence closes every socket when the lake closes", async () => {
  const tab = await openTab();
  await subscribe(tab);
  presence.close();
  const [code] = await once(tab.socket, "close");
  expect(code).toBe(1001);
});
