import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { eventLog } from "./support/event-log.ts";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
beforeEach(async () => {
  lake = await serveTestLake();
});
afterEach(() => lake.close());

describe("GET /__mux (WebSocket)", () => {
  async function connect(headers: Record<string, string> = {}): Promise<WebSocket> {
    const socket = new WebSocket(`${lake.url.replace("http", "ws")}/__mux`, { headers });
    onTestFinished(() => socket.terminate());
    return new Promise((resolve, reject) => {
      socket.once("open", () => resolve(socket));
      socket.once("error", reject);
    });
  }

  it("carries many streams, each under its own id", async () => {
    const socket = await connect({ origin: lake.url });
    const log = eventLog<{ id: number; t: string; status?: number; c?: string }>();
    socket.on("message", (data) => log.push(JSON.parse(String(data))));
    const path = "/v2025-02-19/data/listen/production?query=";
    socket.send(
      JSON.stringify({ t: "open", id: 1, path: `${path}${encodeURIComponent('*[_type == "a"]')}` }),
    );
    socket.send(
      JSON.stringify({ t: "open", id: 2, path: `${path}${encodeURIComponent('*[_type == "b"]')}` }),
    );

    const texts = new Map<number, string>();
    const until = async (id: number, text: string): Promise<void> => {
      while (!texts.get(id)?.includes(text)) {
        const message = await log.next();
        if (message.t === "head") expect(message.status).toBe(200);
        if (message.t === "data") texts.set(message.id, (texts.get(message.id) ?? "") + message.c);
      }
    };
    await until(1, "event: welcome");
    await until(2, "event: welcome");
    await lake.client.create({ _id: "b1", _type: "b" });
    await until(2, "event: mutation");
    socket.send(JSON.stringify({ t: "close", id: 2 }));
    await lake.client.create({ _id: "a1", _type: "a" });
    await until(1, '"documentId":"a1"');
    expect(texts.get(1)).not.toContain('"documentId":"b1"');
  });

  it("passes a refusal on", async () => {
    const socket = await connect();
    const log = eventLog<unknown>();
    socket.on("message", (data) => log.push(JSON.parse(String(data))));
    socket.send(JSON.stringify({ t: "open", id: 1, path: "/v1/data/listen/absent?query=*" }));
    expect(await log.next()).toMatchObject({ id: 1, t: "head", status: 404 });
  });

  it.each([
    ["anything but event streams", { t: "open", id: 1, path: "/v1/data/mutate/production" }],
    ["what it does not understand", { t: "hello" }],
    ["an address without a path", { t: "open", id: 1, path: "//" }],
    ["an address of another host", { t: "open", id: 1, path: "//[/data/listen/x" }],
    [
      "event streams that are named in the query only",
      { t: "open", id: 1, path: "/v1/users/me?/data/listen/x" },
    ],
    [
      "a header name that is none",
      { t: "open", id: 1, path: "/v1/data/listen/production", headers: { "a b": "" } },
    ],
    [
      "a header value that is none",
      { t: "open", id: 1, path: "/v1/data/listen/production", headers: { a: "\n\ud800" } },
    ],
    ["an id that is none", { t: "open", id: "1", path: "/v1/data/listen/production" }],
  ])("hangs up on %s", async (_name, message) => {
    const socket = await connect();
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.send(JSON.stringify(message));
    expect(await closed).toBe(1008);
    expect(await (await fetch(`${lake.url}/v1/ping`)).json()).toEqual({ ok: true });
    expect(lake.logged).toEqual([]);
  });

  it("takes an address with two slashes for a path, not for another host", async () => {
    const socket = await connect();
    const log = eventLog<unknown>();
    socket.on("message", (data) => log.push(JSON.parse(String(data))));
    socket.send(JSON.stringify({ t: "open", id: 1, path: "//data/listen/production?query=*" }));
    expect(await log.next()).toMatchObject({ id: 1, t: "head", status: 200 });
  });

  it("hangs up on a page that opens streams without end", async () => {
    const socket = await connect();
    const closed = new Promise((resolve) => socket.once("close", resolve));
    for (let id = 0; id < 300; id += 1) {
      socket.send(JSON.stringify({ t: "open", id, path: "/v1/data/listen/production?query=*" }));
    }
    expect(await closed).toBe(1008);
  });

  it("hangs up on a page that has stopped reading", async () => {
    const socket = await connect();
    socket.send(
      JSON.stringify({ t: "open", id: 1, path: "/v1/data/listen/production?query=*&includeResult=true" }),
    );
    await new Promise((resolve) => socket.once("message", resolve));
    socket.pause();
    let received = 0;
    socket.on("message", (data) => (received += String(data).length));
    const closed = new Promise((resolve) => socket.once("close", resolve));
    for (let index = 0; index < 60; index += 1) {
      await lake.client.createOrReplace({ _id: "a", _type: "story", text: "x".repeat(1_000_000), index });
    }
    socket.resume();
    expect(await closed).toBe(1006);
    expect(received).toBeLessThan(30_000_000);
  });

  it("refuses pages of other origins, and other addresses", async () => {
    const statusOf = (path: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
      new Promise((resolve) => {
        const socket = new WebSocket(lake.url.replace("http", "ws") + path, { headers });
        socket.once("unexpected-response", (request, { statusCode }) => {
          resolve(statusCode);
          request.destroy();
        });
        socket.once("open", () => resolve(101));
        // What is left of a connection that was refused.
        socket.on("error", () => undefined);
      });
    expect(await statusOf("/__mux", { origin: "https://evil.example" })).toBe(403);
    expect(await statusOf("/elsewhere")).toBe(404);
  });
});

/** Runs the script the way a page does, with this process's own WebSocket. @param from Where the page came from. @param network What the page has for `fetch`. */
function loadScript(from = lake.url, network = globalThis.fetch) {
  const script = readFileSync(new URL("../../lake/mux/client.js", import.meta.url), "utf8");
  class NetworkEventSource extends EventTarget {
    readonly url: string;
    constructor(url: string) {
      super();
      this.url = url;
    }
    close(): void {}
  }
  const page = { fetch: network, EventSource: NetworkEventSource };
  const load: unknown = runInThisContext(
    `(function (window, document, location, sessionStorage) {${script}\n})`,
  );
  if (typeof load !== "function") throw new TypeError("the script is no script");
  const currentScript = { src: `${lake.url}/__mux/client.js` };
  load(page, { currentScript }, new URL(`${from}/studio/`), { setItem() {} });
  return page;
}

async function heard(source: EventTarget, type: string): Promise<MessageEvent> {
  const event = await new Promise((resolve) => source.addEventListener(type, resolve, { once: true }));
  if (!(event instanceof MessageEvent)) throw new TypeError(`"${type}" is no message`);
  return event;
}

describe("GET /__mux/client.js", () => {
  const path = "/v2025-02-19/data/listen/production?query=*";

  it("is served as a script", async () => {
    const response = await fetch(`${lake.url}/__mux/client.js`);
    expect(response.headers.get("content-type")).toContain("javascript");
    expect(await response.text()).toContain("__mux");
  });

  it("opens streams for fetch, and leaves every other request alone", async () => {
    const page = loadScript();
    const response = await page.fetch(`${lake.url}${path}`, { headers: { "x-sanity-app": "studio" } });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("welcome")) text += (await reader?.read())?.value;
    await reader?.cancel();
    expect(await (await page.fetch(`${lake.url}/v1/ping`)).json()).toEqual({ ok: true });
  });

  it("opens streams for a page that came from elsewhere", async () => {
    const page = loadScript("http://localhost:3999", () => Promise.reject(new Error("over the network")));
    const response = await page.fetch(`${lake.url}${path}`, { headers: { "x-sanity-app": "studio" } });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("welcome")) text += (await reader?.read())?.value;
    expect(text).toContain("welcome");
    await reader?.cancel();
  });

  it("ends a stream with AbortError when it is aborted, before and after its head", async () => {
    const page = loadScript();
    await expect(page.fetch(lake.url + path, { signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ name: "AbortError" }),
    );
    const controller = new AbortController();
    const response = await page.fetch(lake.url + path, { signal: controller.signal });
    controller.abort();
    await expect(response.text()).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  });

  it("breaks its streams when the connection is lost, so that clients open them again", async () => {
    const page = loadScript();
    const response = await page.fetch(lake.url + path);
    const text = response.text();
    // The lake ends its streams before it hangs up; a stream that ends is opened again just the same.
    const settled = text.then(
      () => "ended",
      (error: unknown) => error,
    );
    await lake.close();
    expect(["ended", expect.any(TypeError)]).toContainEqual(await settled);
  });

  it("stands in for EventSource", async () => {
    const page = loadScript();
    const source = new page.EventSource(lake.url + path);
    onTestFinished(() => source.close());
    const welcome = await heard(source, "welcome");
    expect(JSON.parse(welcome.data)).toEqual({ listenerName: expect.any(String) });
    const mutated = heard(source, "mutation");
    await lake.client.create({ _id: "a", _type: "story" });
    expect((await mutated).lastEventId).toMatch(/#a$/);
  });
});
