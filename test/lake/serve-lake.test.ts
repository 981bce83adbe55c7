import { once } from "node:events";
import { get } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { openLake, serveLake, type Lake } from "../../lake/index.ts";

let lake: Lake;
let logged: string[];
beforeEach(() => {
  logged = [];
  lake = openLake({ dataFolder: ":memory:", log: (line) => logged.push(line) });
});
afterEach(() => lake.close());

it("serveLake() tries its pages first, behind the same guard", async () => {
  const server = await serveLake(lake, {
    port: 0,
    pages: ({ url }) => (url.endsWith("/page") ? new Response("a page") : undefined),
  });
  onTestFinished(() => server.close());
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
  expect(await (await fetch(`${server.url}/page`)).text()).toBe("a page");
  expect(await (await fetch(`${server.url}/v1/ping`)).json()).toEqual({ ok: true });
  expect((await fetch(`${server.url}/page`, { headers: { origin: "https://evil.example" } })).status).toBe(
    403,
  );
});

it("serveLake() lets a link from elsewhere reach its pages, and nothing of the API", async () => {
  const server = await serveLake(lake, {
    port: 0,
    pages: ({ url }) => (url.endsWith("/page") ? new Response("a page") : undefined),
  });
  onTestFinished(() => server.close());
  const follow = async (path: string, site: string): Promise<number> => {
    const headers = { "sec-fetch-site": site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    // The built-in fetch sends navigation headers of its own.
    return new Promise((resolve, reject) => {
      get(`${server.url}${path}`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      }).on("error", reject);
    });
  };
  expect(await follow("/page", "cross-site")).toBe(200);
  for (const path of [
    "/v2025-02-19/data/query/production?query=*",
    "//v1/data/export/production",
    "/v1/data/listen/production",
    "/data/doc/production/a",
    "/v1/users/me",
    "/images/copydesk/production/x.png",
  ]) {
    expect([path, await follow(path, "cross-site")]).toEqual([path, 403]);
  }
  expect(await follow("/v2025-02-19/data/query/production?query=*", "none")).toBe(200);
});

it.each(["//", "///", "/\\", "http://[", "*", "?", "/__mux\u00e9"])(
  "serveLake() goes on after a request for a WebSocket at %j",
  async (target) => {
    const server = await serveLake(lake, { port: 0 });
    onTestFinished(() => server.close());
    const ask = (origin: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(server.port, "127.0.0.1");
        socket.once("data", (data) => resolve(String(data)));
        socket.once("close", () => resolve(""));
        socket.write(
          `GET ${target} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\n` +
            "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        );
      });
    // The guard is asked first.
    expect(await ask("https://evil.example")).toMatch(/^HTTP\/1.1 40[03]/);
    expect(await ask("http://localhost")).toMatch(/^HTTP\/1.1 40[04]/);
    expect((await fetch(`${server.url}/v1/ping`)).status).toBe(200);
    expect(logged).toEqual([]);
  },
);

it("serveLake() hangs up on a reader of events that has stopped reading", async () => {
  const server = await serveLake(lake, { port: 0 });
  onTestFinished(() => server.close());
  const reader = connect(server.port, "127.0.0.1");
  onTestFinished(() => void reader.destroy());
  reader.write(
    "GET /v1/data/listen/production?query=*&includeResult=true&includeMutations=false HTTP/1.1\r\nHost: localhost\r\n\r\n",
  );
  await once(reader, "data");
  reader.pause();

  const write = async (index: number): Promise<void> => {
    const mutations = [{ createOrReplace: { _id: "a", _type: "story", text: "x".repeat(1_000_000), index } }];
    const body = JSON.stringify({ mutations });
    const { status } = await fetch(`${server.url}/v1/data/mutate/production`, { method: "POST", body });
    expect(status).toBe(200);
  };
  for (let index = 0; index < 60; index += 1) await write(index);

  let received = 0;
  reader.on("data", (data) => (received += data.length));
  reader.on("error", () => {});
  const closed = new Promise((resolve) => reader.once("close", resolve));
  reader.resume();
  await closed;
  // What the connection itself had taken on; the rest was dropped.
  expect(received).toBeLessThan(25_000_000);
});

it("serveLake() lets a page of this machine read events, and sends a head none", async () => {
  const server = await serveLake(lake, { port: 0 });
  onTestFinished(() => server.close());
  const origin = "http://localhost:3000";
  const controller = new AbortController();
  const url = `${server.url}/v1/data/listen/production?query=*`;
  const { headers, body } = await fetch(url, { headers: { origin }, signal: controller.signal });
  expect(headers.get("access-control-allow-origin")).toBe(origin);
  expect(headers.get("vary")).toContain("Origin");
  expect(headers.get("content-type")).toContain("text/event-stream");
  await body?.getReader().read();
  controller.abort();
  expect(await (await fetch(url, { method: "HEAD" })).text()).toBe("");
  expect(logged).toEqual([]);
});

it("serveLake() says that a port is taken", async () => {
  const server = await serveLake(lake, { port: 0 });
  onTestFinished(() => server.close());
  await expect(serveLake(lake, { port: server.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

it("serveLake() answers a bug of a page with a bare 500 and logs it", async () => {
  const server = await serveLake(lake, {
    port: 0,
    pages() {
      throw new Error("secret");
    },
  });
  onTestFinished(() => server.close());
  const response = await fetch(`${server.url}/`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
  expect(logged).toEqual([expect.stringContaining("secret")]);
});

it("close() lets a running request finish and ends streams and idle connections", async () => {
  const release = Promise.withResolvers<Response>();
  const started = Promise.withResolvers<void>();
  const server = await serveLake(lake, {
    port: 0,
    pages({ url }) {
      if (!url.endsWith("/slow")) return undefined;
      started.resolve();
      return release.promise;
    },
  });
  const stream = await fetch(`${server.url}/v1/data/listen/production?query=*`);
  const idle = connect(server.port, "127.0.0.1");
  await new Promise((resolve) => idle.once("connect", resolve));
  const idleClosed = new Promise((resolve) => idle.once("close", resolve));
  idle.on("error", () => {});

  const slow = fetch(`${server.url}/slow`);
  await started.promise;
  const closed = server.close();
  release.resolve(new Response("done"));
  expect(await (await slow).text()).toBe("done");
  await closed;
  await idleClosed;
  expect(await stream.text()).toContain("event: welcome");
  await expect(fetch(server.url)).rejects.toThrow();
  await server.close();
});
